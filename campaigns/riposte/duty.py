"""The verbs of the rota: who is on call when, who is away, and how the fast lane is set."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.posts.when import to_utc
from campaigns.riposte import calling
from campaigns.riposte.models import Absence, Duty, Lane

EDITABLE = frozenset({"default_person", "patience_min", "expires_min", "target_min", "window_min", "left_out"})


@transaction.atomic
def put_on_call(*, organisation: Organisation, person: User, starts: str, ends: str, by: User, now: datetime) -> Duty:
    """This person is on call between these wall-clock times of the organisation. Raises Refusal."""
    if str(person.pk) not in calling.able(organisation):
        raise Refusal("person-cannot-decide", fields={"person": "person-cannot-decide"})
    starts_at, ends_at = to_utc(starts, organisation.time_zone), to_utc(ends, organisation.time_zone)
    if ends_at <= starts_at:
        raise Refusal("duty-ends-before-start", fields={"ends": "duty-ends-before-start"})
    if ends_at <= now:
        raise Refusal("duty-is-over", fields={"ends": "duty-is-over"})
    duty: Duty = Duty.objects.create(organisation=organisation, person=person, starts_at=starts_at, ends_at=ends_at)
    note(organisation, "rota.on_call", by=by, person=person, data={"from": starts[:16], "to": ends[:16]}, now=now)
    return duty


@transaction.atomic
def take_off(*, duty: Duty, by: User, now: datetime) -> None:
    """The span is gone from the rota."""
    duty.delete()
    note(duty.organisation, "rota.off_call", by=by, person=duty.person, data={"from": duty.starts_at, "to": duty.ends_at}, now=now)


@transaction.atomic
def go_away(*, organisation: Organisation, person: User, starts_on: date, ends_on: date, by: User, now: datetime) -> Absence:
    """This person is not called upon on these days. Raises Refusal."""
    if ends_on < starts_on:
        raise Refusal("duty-ends-before-start", fields={"ends_on": "duty-ends-before-start"})
    absence: Absence = Absence.objects.create(organisation=organisation, person=person, starts_on=starts_on, ends_on=ends_on)
    note(organisation, "rota.away", by=by, person=person, data={"from": starts_on, "to": ends_on}, now=now)
    return absence


@transaction.atomic
def come_back(*, absence: Absence, by: User, now: datetime) -> None:
    """The person may be called upon on these days again."""
    absence.delete()
    note(absence.organisation, "rota.back", by=by, person=absence.person, data={"from": absence.starts_on, "to": absence.ends_on}, now=now)


@transaction.atomic
def arrange(*, organisation: Organisation, by: User, now: datetime, **changes: Any) -> Lane:
    """The fast lane is set like this. Raises Refusal for a default person who may not decide."""
    if unknown := set(changes) - EDITABLE:
        raise TypeError(f"not to be set here: {unknown}")
    person = changes.get("default_person")
    if person is not None and str(person.pk) not in calling.able(organisation):
        raise Refusal("person-cannot-decide", fields={"default_person": "person-cannot-decide"})
    if "left_out" in changes:
        changes["left_out"] = sorted(str(pk) for pk in changes["left_out"])
    lane: Lane
    lane, _ = Lane.objects.update_or_create(organisation=organisation, defaults=changes)
    said = {name: str(value or "") if name == "default_person" else value for name, value in changes.items()}
    note(organisation, "rota.arranged", by=by, person=None, data=said, now=now)
    return lane


def note(organisation: Organisation, act: str, *, by: User, person: User | None, data: dict[str, Any], now: datetime) -> None:
    """It is on record, and open screens hear of it."""
    live.publish(organisation_id=organisation.pk, kind="rota", id=str(organisation.pk))
    who = {"person": str(person)} if person else {}
    audit.record(
        organisation=organisation, actor=by, act=act, subject_kind="organisation", subject_id=organisation.pk, data=who | data, now=now
    )
