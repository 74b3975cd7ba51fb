"""Add, change and remove an organisation's own moments; show or hide the shipped ones."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.plan.moments_models import HiddenMoment, Moment
from campaigns.plan.moments_shipped import shipped

MOST_DAYS = 366
KIND = "moment"


@transaction.atomic
def add(*, organisation: Organisation, by: User | None, name: str, starts_on: date, now: datetime, **fields: Any) -> Moment:
    """The moment is in everybody's calendar; without a last day it lasts one. Raises Refusal."""
    fields["ends_on"] = fields.get("ends_on") or starts_on
    moment = Moment(organisation=organisation, made_by=by, name=name.strip(), starts_on=starts_on, created_at=now, **fields)
    _refuse_what_cannot_be(moment)
    moment.save(force_insert=True)
    _said("moment.added", moment, by=by, now=now)
    return moment


@transaction.atomic
def change(*, moment: Moment, by: User, now: datetime, **changes: Any) -> Moment:
    """The moment reads like this. Raises Refusal."""
    for field, value in changes.items():
        setattr(moment, field, value.strip() if isinstance(value, str) else value)
    moment.ends_on = moment.ends_on or moment.starts_on
    _refuse_what_cannot_be(moment)
    moment.save()
    _said("moment.changed", moment, by=by, now=now)
    return moment


@transaction.atomic
def remove(*, moment: Moment, by: User, now: datetime) -> Moment:
    """The moment is in no calendar any more; `restore` brings it back."""
    moment.deleted_at = now
    moment.save(update_fields=["deleted_at"])
    _said("moment.removed", moment, by=by, now=now)
    return moment


@transaction.atomic
def restore(*, moment: Moment, by: User, now: datetime) -> Moment:
    moment.deleted_at = None
    moment.save(update_fields=["deleted_at"])
    _said("moment.restored", moment, by=by, now=now)
    return moment


@transaction.atomic
def show(*, organisation: Organisation, key: str, is_shown: bool, by: User, now: datetime) -> None:
    """The shipped day is seen in this organisation's calendar, or is not. Raises Refusal for a day Carillon does not know."""
    if key not in {one.key for one in shipped()}:
        raise Refusal("not-found", status=404)
    if is_shown:
        HiddenMoment.objects.filter(key=key).delete()
    else:
        HiddenMoment.objects.get_or_create(organisation=organisation, key=key)
    act = "moment.shown" if is_shown else "moment.hidden"
    live.publish(organisation_id=organisation.pk, kind=KIND, id=key)
    audit.record(organisation=organisation, actor=by, act=act, subject_kind=KIND, subject_id=key, data={"name": key}, now=now)


def _refuse_what_cannot_be(moment: Moment) -> None:
    if moment.ends_on < moment.starts_on:
        raise Refusal("moment-ends-before-start", fields={"ends_on": "moment-ends-before-start"})
    if (moment.ends_on - moment.starts_on).days >= MOST_DAYS:
        raise Refusal("moment-too-long", fields={"ends_on": "moment-too-long"})


def _said(act: str, moment: Moment, *, by: User | None, now: datetime) -> None:
    organisation = moment.organisation
    live.publish(organisation_id=organisation.pk, kind=KIND, id=moment.pk)
    audit.record(organisation=organisation, actor=by, act=act, subject_kind=KIND, subject_id=moment.pk, data={"name": moment.name}, now=now)
