"""The verbs of money: periods and their lines here, the ledger in booking.py, requests in requests.py; all are called through this module.

Each verb is one transaction and takes the line first, so that two at once queue.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from accounts.words import word
from campaigns.budget import marks
from campaigns.budget.booking import book_expense, line_taken, take_back
from campaigns.budget.controls import allow_beyond, save_thresholds, standing
from campaigns.budget.fingerprint import fingerprint
from campaigns.budget.hours.models import Hours
from campaigns.budget.media import BY_CODE
from campaigns.budget.models import Entry, Line, Period, Request
from campaigns.budget.requests import KIND, ask, change, let_expire, on_decision, taken, withdraw

__all__ = [
    "KIND", "allow_beyond", "ask", "book_expense", "change", "fingerprint", "let_expire", "on_decision",
    "open_period", "remove_line", "remove_period",
    "save_line", "save_period", "save_thresholds", "take_back", "taken", "withdraw",
]  # fmt: skip


@transaction.atomic
def open_period(
    *, organisation: Organisation, by: User | None, name: str, starts_on: date, ends_on: date, target_permille: int = 500, now: datetime
) -> Period:
    """The organisation has this period, in its own currency, still without lines. Raises Refusal."""
    period = Period(
        organisation=organisation,
        name=name,
        starts_on=starts_on,
        ends_on=ends_on,
        target_permille=target_permille,
        currency=organisation.currency,
    )
    _refuse_no_length(period)
    period.save(force_insert=True)
    audit.record(
        organisation=organisation, actor=by, act="period.opened", subject_kind="period", subject_id=period.pk, data={"name": name}, now=now
    )
    return period


@transaction.atomic
def save_period(*, period: Period, by: User | None, now: datetime, **changes: Any) -> Period:
    """The period has this name, these days, this target. Raises Refusal."""
    for field, value in changes.items():
        setattr(period, field, value)
    _refuse_no_length(period)
    period.save(update_fields=list(changes))
    data = {field: str(value) for field, value in changes.items()}
    audit.record(
        organisation=period.organisation, actor=by, act="period.changed", subject_kind="period", subject_id=period.pk, data=data, now=now
    )
    return period


@transaction.atomic
def remove_period(*, period: Period, by: User | None, now: datetime) -> None:
    """The period is gone with its lines. Raises Refusal when money stands on one of them, or hours in it."""
    if Entry.objects.filter(line__period=period).exists() or Request.objects.filter(line__period=period).exists():
        raise Refusal("period-has-entries", status=409)
    if Hours.objects.filter(period=period).exists():
        raise Refusal("period-has-hours", status=409)
    audit.record(
        organisation=period.organisation, actor=by, act="period.removed", subject_kind="period", subject_id=period.pk,
        data={"name": period.name}, now=now,
    )  # fmt: skip
    period.delete()


@transaction.atomic
def save_line(
    *, period: Period, line: Line | None = None, by: User | None, medium: str, name: str = "", planned_cents: int,
    digital_permille: int | None = None, is_paid_media: bool | None = None, split_note: str = "", position: int | None = None,
    now: datetime,
) -> Line:  # fmt: skip
    """The line is planned like this. It takes the medium's usual split unless another one is given, with its reason. Raises Refusal."""
    if medium not in BY_CODE:
        raise Refusal("medium-unknown", fields={"medium": "medium-unknown"})
    usual = BY_CODE[medium]
    if digital_permille is None:
        digital_permille = usual.digital_permille
    if digital_permille != usual.digital_permille and not split_note.strip():
        raise Refusal("split-needs-reason", fields={"split_note": "split-needs-reason"}, usual=usual.digital_permille // 10)
    fresh = line is None
    line = line or Line(organisation=period.organisation, period=period)
    if position is None:
        last = Line.objects.filter(period=period).aggregate(last=Max("position"))["last"]
        position = line.position if not fresh else (0 if last is None else last + 1)
    line.medium, line.name, line.planned_cents, line.position = medium, name.strip(), planned_cents, position
    line.digital_permille, line.split_note = digital_permille, split_note.strip()
    line.is_paid_media = usual.is_paid_media if is_paid_media is None else is_paid_media
    line.save()
    if not fresh:
        marks.plan_changed(line, standing=standing(line))
    audit.record(
        organisation=period.organisation, actor=by, act="line.added" if fresh else "line.changed", subject_kind="line", subject_id=line.pk,
        data={"medium": medium, "planned_cents": planned_cents, "digital_permille": digital_permille, "split_note": line.split_note},
        now=now,
    )  # fmt: skip
    live.publish(organisation_id=period.organisation_id, kind="budget", id=period.pk)
    return line


@transaction.atomic
def remove_line(*, line: Line, by: User | None, now: datetime) -> None:
    """The line is gone. Raises Refusal when money was booked on it or asked for."""
    line = line_taken(line)
    if line.entries.exists() or line.requests.exists():
        raise Refusal("line-has-entries", status=409, line=line.name or word(f"medium-{line.medium}", {}))
    audit.record(
        organisation=line.organisation, actor=by, act="line.removed", subject_kind="line", subject_id=line.pk,
        data={"medium": line.medium, "planned_cents": line.planned_cents}, now=now,
    )  # fmt: skip
    line.delete()
    live.publish(organisation_id=line.organisation_id, kind="budget", id=line.period_id)


def _refuse_no_length(period: Period) -> None:
    if period.ends_on <= period.starts_on:
        raise Refusal("period-has-no-length", fields={"ends_on": "period-has-no-length"})
