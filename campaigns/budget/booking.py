"""Book expenses and take entries back. The ledger only grows: what was wrong gets a counter-entry."""

from datetime import date, datetime

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.budget import ledger, marks
from campaigns.budget.ceilings.guard import within_ceilings
from campaigns.budget.controls import orders_taken, refuse_overspending, refuse_split, refuse_unasked, standing
from campaigns.budget.gifts import for_others, refuse_gift
from campaigns.budget.invoices.models import EntryFacts
from campaigns.budget.invoices.paid import settled_of
from campaigns.budget.models import Entry, Line, Request
from campaigns.budget.money import cost
from campaigns.plan.days import today
from campaigns.plan.models import Campaign


@transaction.atomic
def book_expense(
    *, line: Line, request: Request | None = None, campaign: Campaign | None = None, net_cents: int, vat_cents: int = 0, supplier: str = "",
    note: str = "", on: date, closes: bool = False, payer: str = "", payer_name: str = "", beneficiary: str = "",
    beneficiary_name: str = "", like: Entry | None = None, has_left: bool = False, by: User | None, now: datetime,
) -> Entry:  # fmt: skip
    """The expense is in the ledger; what was promised for it is released. `closes`: nothing more will come for it. Raises Refusal.

    Who pays and for whom is kept with it, as given or as its request says; a gift the law forbids is not booked, however small.
    `like`: it stands in the place of this one, which was just taken back, and keeps its split, its campaign and what is known of it.
    `has_left`: the bank or the seller has the money already, so that small sums to one supplier are a fact and no way round a request.
    """
    is_new = request is None and not like and not has_left
    if is_new:
        orders_taken(line.organisation)
    line = line_taken(line)
    if net_cents <= 0 or vat_cents < 0:
        raise Refusal("amount-not-positive", fields={"net_cents": "amount-not-positive"})
    if vat_cents > net_cents:
        raise Refusal("vat-above-net", fields={"vat_cents": "vat-above-net"})
    if on > today(line.organisation, now=now):
        raise Refusal("expense-in-future", fields={"on": "expense-in-future"})
    if request is not None:
        request = Request.objects.select_for_update().get(pk=request.pk)
        if request.line_id != line.pk:
            raise Refusal("request-of-other-line", fields={"request": "request-of-other-line"})
        if request.state != Request.State.APPROVED:
            raise Refusal("request-not-approved", status=409, fields={"request": "request-not-approved"})
    unasked = beyond_asked(line, request, net_cents=net_cents, vat_cents=vat_cents)
    refuse_unasked(line, cents=unasked)
    if is_new:
        refuse_split(line, supplier=supplier, cents=unasked, on=on)
    others = for_others(request, payer=payer, payer_name=payer_name, beneficiary=beneficiary, beneficiary_name=beneficiary_name)
    known = EntryFacts.objects.filter(entry=like).first() if like else None
    if known:
        others = {name: str(getattr(known, name)) for name in others}
    refuse_gift(line, others, cents=net_cents + vat_cents, on=on)
    source = like or request
    before = standing(line)
    with within_ceilings(line.organisation, now=now):
        entry: Entry = Entry.objects.create(
            organisation=line.organisation, kind=Entry.Kind.EXPENSE, line=line, request=request,
            campaign=campaign or (source.campaign if source else None), net_cents=net_cents, vat_cents=vat_cents,
            supplier=supplier or (request.supplier if request else ""), note=note, on=on, by=by, at=now,
            **({"digital_permille": like.digital_permille, "is_paid_media": like.is_paid_media} if like else {}),
        )  # fmt: skip
        if known:
            _know_the_same(known, entry)
        elif others != for_others(None):
            EntryFacts.objects.create(organisation=line.organisation, entry=entry, **others)
        if request is not None:
            _release(request, on=on, by=by, now=now, close=closes)
    after = standing(line)
    refuse_overspending(line, before=before, after=after)
    marks.watch(line, standing=after, now=now)
    _said("expense.booked", entry, by=by, now=now)
    return entry


@transaction.atomic
def take_back(*, entry: Entry, note: str = "", by: User | None, now: datetime) -> Entry:
    """A counter-entry stands against this one. An expense gives its part of the commitment back; a commitment ends with what is still open.

    It bears the day of what it takes back, so that every month stays right. Raises Refusal.
    """
    line = line_taken(entry.line)
    if entry.reverses_id or entry.kind == Entry.Kind.RELEASE:
        raise Refusal("entry-is-counter", status=409)
    if Entry.objects.filter(reverses=entry).exists():
        raise Refusal("already-taken-back", status=409)
    request = Request.objects.select_for_update().get(pk=entry.request_id) if entry.request_id else None
    if entry.kind == Entry.Kind.COMMITMENT:
        assert request is not None  # a commitment is made by an approved request alone
        ended = _release(request, on=today(line.organisation, now=now), by=by, now=now, close=True, note=note)
        if ended is None:
            raise Refusal("nothing-left-to-release", status=409)
        _said("commitment.ended", ended, by=by, now=now)
        return ended
    if settled_of([entry.pk]):
        raise Refusal("expense-is-paid", status=409)
    counter: Entry = Entry.objects.create(
        organisation=entry.organisation, kind=entry.kind, line=line, request=request, campaign=entry.campaign, reverses=entry,
        net_cents=-entry.net_cents, vat_cents=-entry.vat_cents, supplier=entry.supplier, note=note, on=entry.on, by=by, at=now,
    )  # fmt: skip
    if request is not None:
        _release(request, on=today(line.organisation, now=now), by=by, now=now)
    _said("expense.taken_back", counter, by=by, now=now)
    return counter


@transaction.atomic
def book_rest(*, entry: Entry, net_cents: int, vat_cents: int, note: str = "", by: User | None, now: datetime) -> Entry:
    """What is left of an expense that a credit note has lowered, by the split and on the day of the expense. It was just taken back.

    Who paid and how much of it is regulated stays known; what it came to in another currency was of the whole, and does not.
    """
    line = line_taken(entry.line)
    request = Request.objects.select_for_update().get(pk=entry.request_id) if entry.request_id else None
    fresh: Entry = Entry.objects.create(
        organisation=entry.organisation, kind=entry.kind, line=line, request=request, campaign=entry.campaign,
        digital_permille=entry.digital_permille, is_paid_media=entry.is_paid_media, net_cents=net_cents, vat_cents=vat_cents,
        supplier=entry.supplier, note=note, on=entry.on, by=by, at=now,
    )  # fmt: skip
    if facts := EntryFacts.objects.filter(entry=entry).first():
        _know_the_same(facts, fresh)
    if request is not None:
        _release(request, on=today(line.organisation, now=now), by=by, now=now)
    _said("expense.booked", fresh, by=by, now=now)
    return fresh


def _know_the_same(facts: EntryFacts, entry: Entry) -> None:
    kept = ("payer", "payer_name", "beneficiary", "beneficiary_name", "channel", "regulated_permille", "regulated_note")
    EntryFacts.objects.create(organisation=entry.organisation, entry=entry, **{name: getattr(facts, name) for name in kept})


def beyond_asked(line: Line, request: Request | None, *, net_cents: int, vat_cents: int) -> int:
    """Return how much of this expense nobody was asked for, as a cost: what goes beyond its request with all that was booked on that."""
    recovers = line.organisation.recovers_vat
    cents = cost(net_cents, vat_cents, recovers)
    if request is None:
        return cents
    booked = Entry.objects.filter(request=request, kind=Entry.Kind.EXPENSE).values_list("net_cents", "vat_cents")
    spent = sum(cost(net, vat, recovers) for net, vat in booked)
    return max(0, spent + cents - cost(request.net_cents, request.vat_cents, recovers))


def line_taken(line: Line) -> Line:
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
        reverses=commitment if close and not was_closed else None, digital_permille=commitment.digital_permille,
        is_paid_media=commitment.is_paid_media, net_cents=net, vat_cents=vat, supplier=request.supplier, note=note,
        on=on, by=by, at=now,
    )  # fmt: skip
    return created


def _said(act: str, entry: Entry, *, by: User | None, now: datetime) -> None:
    audit.record(
        organisation=entry.organisation, actor=by, act=act, subject_kind="entry", subject_id=entry.pk,
        data={"line": str(entry.line_id), "net_cents": entry.net_cents, "vat_cents": entry.vat_cents, "supplier": entry.supplier}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=entry.organisation_id, kind="budget", id=entry.line.period_id)
