"""Money that came back. It counts once: against the payment it gives back, and never for more than that payment was."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet, Sum
from django.utils.translation import gettext

from accounts.audit import services as audit
from accounts.notify import live
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.budget.invoices.lowering import lower
from campaigns.budget.invoices.models import Invoice, InvoicePart, Payment, Refund, Settlement
from campaigns.budget.invoices.paid import live_expenses, settled_of
from campaigns.budget.invoices.payments import expenses_taken
from campaigns.budget.invoices.settling import part_of, spread
from campaigns.budget.models import Entry
from campaigns.plan.days import today


@transaction.atomic
def give_back(
    *, payment: Payment, on: date, cents: int, lowers: bool = False, note: str = "", by: User | None, now: datetime
) -> Refund:  # fmt: skip
    """So much of the payment came back. First goes what it settles nothing with; then what it settled is open again, the last first.

    `lowers`: the purchase cost that much less, so its expenses are lowered instead of being open again; an invoice of which nothing is
    left is set aside, since there is nothing to book any more. Raises Refusal.
    """
    if cents <= 0:
        raise Refusal("amount-not-positive", fields={"cents": "amount-not-positive"})
    if on > today(payment.organisation, now=now):
        raise Refusal("payment-in-future", fields={"on": "payment-in-future"})
    if on < payment.on:
        raise Refusal("refund-before-payment", status=409, fields={"on": "refund-before-payment"})
    payment, entries = _taken(payment)
    if payment.reverses_id or Payment.objects.filter(reverses=payment).exists():
        raise Refusal("already-taken-back", status=409)
    left = payment.cents - given_back(payment)
    if cents > left:
        raise Refusal(
            "refund-too-much", status=409, fields={"cents": "refund-too-much"}, cost_cents=cents, left_cents=left, currency=payment.currency
        )
    settled = _settled(payment, entries)
    refund: Refund = Refund.objects.create(
        organisation=payment.organisation, payment=payment, on=on, cents=cents, note=note.strip()[:300], by=by, at=now
    )
    again = cents - min(cents, left - sum(settled.values()))
    for entry, part in spread(again, [(entry, settled[entry.pk]) for entry in reversed(entries) if settled.get(entry.pk)]):
        Settlement.objects.create(organisation=payment.organisation, payment=payment, entry=entry, cents=-part)
        if lowers:
            _cheaper(entry, part, why=refund.note, by=by, now=now)
    if lowers:
        why = gettext("The money came back in full.")
        _without_expense(entries).filter(set_aside_note="").update(set_aside_note=f"{why} {refund.note}".strip()[:300])
    _said("payment.given_back", refund, by=by, now=now)
    return refund


def _cheaper(entry: Entry, part: int, *, why: str, by: User | None, now: datetime) -> None:
    net, vat = part_of(entry.net_cents, entry.vat_cents, gross=part)
    booked: InvoicePart | None = InvoicePart.objects.filter(entry=entry).first()
    rest = (entry.net_cents - net, entry.vat_cents - vat)
    _, fresh = lower(entry, rest=rest, why=why, note=entry.note, by=by, now=now)
    if booked and fresh:
        InvoicePart.objects.create(organisation=entry.organisation, invoice=booked.invoice, entry=fresh)


@transaction.atomic
def take_refund_back(*, refund: Refund, note: str = "", by: User | None, now: datetime) -> Refund:
    """The money did not come back for this payment after all: it settles again what is open of its expenses. Raises Refusal."""
    payment, entries = _taken(refund.payment)
    if refund.reverses_id or Refund.objects.filter(reverses=refund).exists():
        raise Refusal("already-taken-back", status=409)
    counter: Refund = Refund.objects.create(
        organisation=refund.organisation, payment=payment, on=refund.on, cents=-refund.cents, note=note.strip()[:300], reverses=refund,
        by=by, at=now,
    )  # fmt: skip
    standing = [entry for entry in entries if entry.reverses_id is None and getattr(entry, "reversed_by", None) is None]
    paid = settled_of([entry.pk for entry in standing])
    free = payment.cents - given_back(payment) - sum(_settled(payment, entries).values())
    still = [(entry, entry.net_cents + entry.vat_cents - paid.get(entry.pk, 0)) for entry in standing]
    for entry, cents in spread(min(free, refund.cents), still):
        Settlement.objects.create(organisation=refund.organisation, payment=payment, entry=entry, cents=cents)
    # What it set aside can be booked anew, and this payment pays it, unless the invoice was entered again meanwhile.
    again = Invoice.objects.filter(supplier=OuterRef("supplier"), kind=OuterRef("kind"), number=OuterRef("number"), set_aside_note="")
    _without_expense(entries).exclude(Exists(again)).update(set_aside_note="")
    _said("refund.taken_back", counter, by=by, now=now)
    return counter


def _without_expense(entries: list[Entry]) -> QuerySet[Invoice]:
    """Return the invoices behind these expenses of which none stands any more."""
    behind = InvoicePart.objects.filter(entry__in=entries).values("invoice")
    found: QuerySet[Invoice] = Invoice.objects.filter(pk__in=behind).exclude(parts__entry__in=live_expenses())
    return found


def given_back(payment: Payment) -> int:
    """Return how many cents of the payment have come back."""
    return int(Refund.objects.filter(payment=payment).aggregate(cents=Sum("cents"))["cents"] or 0)


def _taken(payment: Payment) -> tuple[Payment, list[Entry]]:
    """Return the payment and what it ever settled; until this transaction ends, whoever else wants either waits: lines first."""
    paid = Settlement.objects.filter(payment=payment).order_by("entry__on", "entry__at").values_list("entry", flat=True)
    order = list(dict.fromkeys(paid))
    found = {entry.pk: entry for entry in Entry.objects.filter(pk__in=order)}
    entries = expenses_taken([found[pk] for pk in order], standing=False)
    taken: Payment = Payment.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=payment.pk)
    return taken, entries


def _settled(payment: Payment, entries: list[Entry]) -> dict[object, int]:
    """Return how much of each of these expenses the payment settles."""
    sums = Settlement.objects.filter(payment=payment, entry__in=entries).values_list("entry").annotate(cents=Sum("cents"))
    return {entry: cents for entry, cents in sums if cents}


def _said(act: str, refund: Refund, *, by: User | None, now: datetime) -> None:
    audit.record(
        organisation=refund.organisation, actor=by, act=act, subject_kind="payment", subject_id=refund.payment_id,
        data={"cents": refund.cents, "on": refund.on.isoformat()}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=refund.organisation_id, kind="budget", id=refund.payment_id)
