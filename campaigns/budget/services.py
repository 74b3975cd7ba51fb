"""Open periods, plan lines, book what was spent. Requests for money are in requests.py; both are called through this module.

The ledger only grows: `take_back` writes a counter-entry. Each verb is one transaction and takes the line first, so that two at once queue.
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
from campaigns.budget import ledger
from campaigns.budget.days import today
from campaigns.budget.fingerprint import fingerprint
from campaigns.budget.media import BY_CODE
from campaigns.budget.models import Entry, Line, Period, Request
from campaigns.budget.requests import KIND, ask, change, on_decision, taken, withdraw
from campaigns.plan.models import Campaign

__all__ = [
    "KIND", "ask", "book_expense", "change", "fingerprint", "on_decision", "open_period", "remove_line", "remove_period", "save_line", "save_period",
    "take_back", "taken", "withdraw",
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
    """The period is gone with its lines. Raises Refusal when money stands on one of them."""
    if Entry.objects.filter(line__period=period).exists() or Request.objects.filter(line__period=period).exists():
        raise Refusal("period-has-entries", status=409)
    audit.record(
        organisation=period.organisation, actor=by, act="period.removed", subject_kind="period", subject_id=period.pk,
        data={"name": period.name}, now=now,
    )  # fmt: skip
    period.delete()


@transaction.atomic
def save_line(
    *, period: Period, line: Line | None = None, by: User | None, medium: str, name: str = "", planned_cents: int,
    digital_permille: int | None = None, is_paid_media: bool | None = None, split_note: str = "", position: int | None = None, now: datetime,
) -> Line:  # fmt: skip
    """The line is planned like this. Without a split of its own it takes the medium's; another one needs its reason. Raises Refusal."""
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
    audit.record(
        organisation=period.organisation, actor=by, act="line.added" if fresh else "line.changed", subject_kind="line", subject_id=line.pk,
        data={"medium": medium, "planned_cents": planned_cents, "digital_permille": digital_permille, "split_note": line.split_note}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=period.organisation_id, kind="budget", id=period.pk)
    return line


@transaction.atomic
def remove_line(*, line: Line, by: User | None, now: datetime) -> None:
    """The line is gone. Raises Refusal when money was booked on it or asked for."""
    line = _locked(line)
    if line.entries.exists() or line.requests.exists():
        raise Refusal("line-has-entries", status=409, line=line.name or line.medium)
    audit.record(
        organisation=line.organisation, actor=by, act="line.removed", subject_kind="line", subject_id=line.pk,
        data={"medium": line.medium, "planned_cents": line.planned_cents}, now=now,
    )  # fmt: skip
    line.delete()
    live.publish(organisation_id=line.organisation_id, kind="budget", id=line.period_id)


@transaction.atomic
def book_expense(
    *, line: Line, request: Request | None = None, campaign: Campaign | None = None, net_cents: int, vat_cents: int = 0, supplier: str = "",
    note: str = "", on: date, closes: bool = False, by: User | None, now: datetime,
) -> Entry:  # fmt: skip
    """The expense is in the ledger; what was promised for it is released. `closes`: nothing more will come for that request. Raises Refusal."""
    line = _locked(line)
    if net_cents <= 0 or vat_cents < 0:
        raise Refusal("amount-not-positive", fields={"net_cents": "amount-not-positive"})
    if on > today(line.organisation, now=now):
        raise Refusal("expense-in-future", fields={"on": "expense-in-future"})
    if request is not None:
        request = Request.objects.select_for_update().get(pk=request.pk)
        if request.line_id != line.pk:
            raise Refusal("request-of-other-line", fields={"request": "request-of-other-line"})
        if request.state != Request.State.APPROVED:
            raise Refusal("request-not-approved", status=409, fields={"request": "request-not-approved"})
    entry = Entry.objects.create(
        organisation=line.organisation, kind=Entry.Kind.EXPENSE, line=line, request=request,
        campaign=campaign or (request.campaign if request else None), net_cents=net_cents, vat_cents=vat_cents,
        supplier=supplier or (request.supplier if request else ""), note=note, on=on, by=by, at=now,
    )  # fmt: skip
    if request is not None:
        _release(request, on=on, by=by, now=now, close=closes)
    _said("expense.booked", entry, by=by, now=now)
    return entry


@transaction.atomic
def take_back(*, entry: Entry, note: str = "", by: User | None, now: datetime) -> Entry:
    """A counter-entry stands against this one. An expense gives its part of the commitment back; a commitment ends with what is still open.

    It bears the day of what it takes back, so that every month stays right. Raises Refusal.
    """
    line = _locked(entry.line)
    if entry.reverses_id or entry.kind == Entry.Kind.RELEASE:
        raise Refusal("entry-is-counter", status=409)
    if Entry.objects.filter(reverses=entry).exists():
        raise Refusal("already-taken-back", status=409)
    request = Request.objects.select_for_update().get(pk=entry.request_id) if entry.request_id else None
    if entry.kind == Entry.Kind.COMMITMENT:
        assert request is not None  # a commitment is made by an approved request alone
        counter = _release(request, on=today(line.organisation, now=now), by=by, now=now, close=True, note=note)
        if counter is None:
            raise Refusal("nothing-left-to-release", status=409)
        _said("commitment.ended", counter, by=by, now=now)
        return counter
    counter = Entry.objects.create(
        organisation=entry.organisation, kind=entry.kind, line=line, request=request, campaign=entry.campaign, reverses=entry,
        net_cents=-entry.net_cents, vat_cents=-entry.vat_cents, supplier=entry.supplier, note=note, on=entry.on, by=by, at=now,
    )  # fmt: skip
    if request is not None:
        _release(request, on=today(line.organisation, now=now), by=by, now=now)
    _said("expense.taken_back", counter, by=by, now=now)
    return counter


def _locked(line: Line) -> Line:
    """Return the line afresh; until this transaction ends, whoever else wants it waits."""
    found: Line = Line.objects.select_for_update(of=("self",)).select_related("organisation", "period").get(pk=line.pk)
    return found


def _release(request: Request, *, on: date, by: User | None, now: datetime, close: bool = False, note: str = "") -> Entry | None:
    """What is committed for the request again equals what was asked less what was spent, or nothing once it is closed."""
    rows = list(Entry.objects.filter(request=request))
    commitment = next(row for row in rows if row.kind == Entry.Kind.COMMITMENT)
    was_closed = any(row.kind == Entry.Kind.RELEASE and row.reverses_id for row in rows)
    postings = [ledger.Posting(row.kind, row.net_cents, row.vat_cents) for row in rows]
    net, vat = ledger.release_due(postings, asked=(request.net_cents, request.vat_cents), closed=close or was_closed)
    if net == vat == 0:
        return None
    created: Entry = Entry.objects.create(
        organisation=request.organisation, kind=Entry.Kind.RELEASE, line=request.line, request=request, campaign=request.campaign,
        reverses=commitment if close and not was_closed else None, net_cents=net, vat_cents=vat, supplier=request.supplier, note=note,
        on=on, by=by, at=now,
    )  # fmt: skip
    return created


def _said(act: str, entry: Entry, *, by: User | None, now: datetime) -> None:
    audit.record(
        organisation=entry.organisation, actor=by, act=act, subject_kind="entry", subject_id=entry.pk,
        data={"line": str(entry.line_id), "net_cents": entry.net_cents, "vat_cents": entry.vat_cents, "supplier": entry.supplier}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=entry.organisation_id, kind="budget", id=entry.line.period_id)


def _refuse_no_length(period: Period) -> None:
    if period.ends_on <= period.starts_on:
        raise Refusal("period-has-no-length", fields={"ends_on": "period-has-no-length"})
