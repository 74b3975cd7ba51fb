"""The verbs of ceilings."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.budget.ceilings.guard import watch
from campaigns.budget.ceilings.models import Ceiling
from campaigns.budget.ceilings.standing import standing_of
from campaigns.plan.models import Campaign

FIELDS = ("name", "starts_on", "ends_on", "cap_cents", "campaign", "template", "source", "source_url", "blocks", "online_permille")


@transaction.atomic
def save_ceiling(
    *, organisation: Organisation, ceiling: Ceiling | None = None, by: User | None, name: str, starts_on: date, ends_on: date,
    cap_cents: int, campaign: Campaign | None = None, template: str = "", source: str = "", source_url: str = "", blocks: bool = True,
    online_permille: int | None = None, now: datetime,
) -> Ceiling:  # fmt: skip
    """The ceiling stands from its first day to its last; marks that it has reached already are told at once. Raises Refusal."""
    if ends_on < starts_on:
        raise Refusal("ceiling-has-no-length", fields={"ends_on": "ceiling-has-no-length"})
    if cap_cents <= 0:
        raise Refusal("amount-not-positive", fields={"cap_cents": "amount-not-positive"})
    fresh = ceiling is None
    ceiling = ceiling or Ceiling(organisation=organisation, currency=organisation.currency)
    given: dict[str, Any] = dict(
        zip(
            FIELDS,
            (name.strip(), starts_on, ends_on, cap_cents, campaign, template, source.strip(), source_url, blocks, online_permille),
            strict=True,
        )
    )
    for field, value in given.items():
        setattr(ceiling, field, value)
    stands = standing_of(ceiling)
    ceiling.told_mark = min(ceiling.told_mark, stands.mark)  # a higher ceiling may reach its marks again
    ceiling.save()
    watch(ceiling, stands, now=now)
    _said("ceiling.set" if fresh else "ceiling.changed", ceiling, by=by, now=now)
    return ceiling


@transaction.atomic
def remove_ceiling(*, ceiling: Ceiling, by: User | None, now: datetime) -> None:
    """The ceiling holds nothing back any more; the audit trail keeps that it did."""
    _said("ceiling.removed", ceiling, by=by, now=now)
    ceiling.delete()


def _said(act: str, ceiling: Ceiling, *, by: User | None, now: datetime) -> None:
    data = {
        "name": ceiling.name, "cap_cents": ceiling.cap_cents, "starts_on": ceiling.starts_on.isoformat(),
        "ends_on": ceiling.ends_on.isoformat(), "blocks": ceiling.blocks,
        "online_permille": ceiling.online_permille,
    }  # fmt: skip
    audit.record(organisation=ceiling.organisation, actor=by, act=act, subject_kind="ceiling", subject_id=ceiling.pk, data=data, now=now)
    live.publish(organisation_id=ceiling.organisation_id, kind="budget", id=ceiling.pk)
