"""Objectives to begin with, one for each horizon: data/strategy_templates.json in four languages."""

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.plan import services as campaigns
from campaigns.plan.models import Objective
from campaigns.plan.objectives import services
from campaigns.plan.targets import put_targets

DATA = Path(__file__).parents[1] / "data" / "strategy_templates.json"


@cache
def shipped() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return found


def offered(*, language: str) -> dict[str, Any]:
    """Return the templates and the note about where they come from, in that language."""
    spoken: dict[str, Any] = said(shipped(), language)
    return spoken


def said(value: Any, language: str) -> Any:
    """Return the value with each text in that language, in English where it is missing."""
    if isinstance(value, Mapping):
        if "en" in value:
            return value.get(language, value["en"])
        return {key: said(each, language) for key, each in value.items()}
    return [said(each, language) for each in value] if isinstance(value, list) else value


@transaction.atomic
def start_from(
    *, organisation: Organisation, by: User, key: str, starts_on: date, language: str, with_campaigns: bool = True, now: datetime
) -> Objective:
    """The organisation aims at what the template says, from that day on, with its campaigns and their targets. Raises Refusal."""
    template = next((each for each in offered(language=language)["templates"] if each["key"] == key), None)
    if template is None:
        raise Refusal("template-unknown", fields={"key": "template-unknown"})
    objective = services.start(
        organisation=organisation,
        by=by,
        name=template["name"],
        why=template["why"],
        horizon=template["horizon"],
        owner=by.pk,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=template["days"] - 1),
        review_on=starts_on + timedelta(days=template["review_after"]),
        kpis=template["kpis"],
        now=now,
    )
    if with_campaigns:
        channels = list(Channel.objects.exclude(state=Channel.State.DISCONNECTED))
        for each in template["campaigns"]:
            begins = starts_on + timedelta(days=each["starts"])
            campaign = campaigns.start(
                organisation=organisation,
                by=by,
                name=each["name"],
                goal=each["goal"],
                colour=each["colour"],
                objective=objective,
                starts_on=begins,
                ends_on=min(begins + timedelta(days=each["days"] - 1), objective.ends_on),
                now=now,
            )
            put_targets(campaign, {c.pk: each["weekly"].get(c.network, 0) for c in channels if c.network in each["weekly"]})
    return objective
