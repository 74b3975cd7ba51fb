"""Keep, change and remove templates."""

import json
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.plan.models import Campaign
from campaigns.posts.rows import PICTURES_MOST, PLACEMENTS_MOST, SEGMENTS_MOST, TEXT_MOST
from campaigns.posts.templates.models import Template

KIND = "template"


@transaction.atomic
def keep(*, organisation: Organisation, by: User | None, now: datetime, **fields: Any) -> Template:
    """Posts can begin with it. Raises Refusal when another template has the name."""
    row = Template(organisation=organisation, made_by=by)
    return _kept(row, fields, act="template.kept", by=by, now=now)


@transaction.atomic
def change(*, template: Template, by: User, now: datetime, **changes: Any) -> Template:
    """It reads like this from now on; posts that began with it stay as they are. Raises Refusal."""
    return _kept(template, changes, act="template.changed", by=by, now=now)


@transaction.atomic
def remove(*, template: Template, by: User, now: datetime) -> None:
    """Nobody finds it any more; `restore` brings it back."""
    template.deleted_at = now
    template.save(update_fields=["deleted_at"])
    _said("template.removed", template, by=by, now=now)


@transaction.atomic
def restore(*, template: Template, by: User, now: datetime) -> Template:
    return _kept(template, {"deleted_at": None}, act="template.restored", by=by, now=now)


def _kept(row: Template, fields: dict[str, Any], *, act: str, by: User | None, now: datetime) -> Template:
    if "campaign" in fields:
        fields["campaign"] = Campaign.objects.filter(pk=fields["campaign"]).first() if fields["campaign"] else None
    for name in ("versions", "placements"):
        if name in fields:
            fields[name] = json.loads(json.dumps(fields[name], cls=DjangoJSONEncoder))
    if "placements" in fields:
        fields["placements"] = [{**p, "local_time": "", "zone": ""} for p in fields["placements"]]
    for name, value in fields.items():
        setattr(row, name, value)
    _refuse_too_much(row)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refusal("name-in-use", status=409, fields={"name": "name-in-use"}) from None
    _said(act, row, by=by, now=now)
    return row


def _refuse_too_much(row: Template) -> None:
    is_too_much = len(row.placements) > PLACEMENTS_MOST or any(
        len(v["segments"]) > SEGMENTS_MOST or sum(map(len, v["segments"])) > TEXT_MOST or len(v["pictures"]) > PICTURES_MOST
        for v in row.versions
    )
    if is_too_much:
        raise Refusal("too-much-for-a-post", fields={"versions": "too-much-for-a-post"})


def _said(act: str, row: Template, *, by: User | None, now: datetime) -> None:
    live.publish(organisation_id=row.organisation_id, kind=KIND, id=row.pk)
    audit.record(organisation=row.organisation, actor=by, act=act, subject_kind=KIND, subject_id=row.pk, data={"name": row.name}, now=now)
