"""The verbs of invoices: they come in, are booked on lines, set aside, or credited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.budget import booking
from campaigns.budget.controls import orders_taken, refuse_unasked
from campaigns.budget.invoices.lowering import lower
from campaigns.budget.invoices.models import Invoice, InvoicePart
from campaigns.budget.invoices.paid import settled_of
from campaigns.budget.invoices.payments import expenses_taken, pay, take_payment_back
from campaigns.budget.invoices.refunds import give_back, take_refund_back
from campaigns.budget.invoices.settling import credit_over, rest_of
from campaigns.budget.models import Entry, Line, Request
from campaigns.budget.money import cost
from campaigns.budget.suppliers.models import Supplier
from campaigns.budget.suppliers.names import iban_in
from campaigns.plan.models import Campaign

__all__ = [
    "Part", "Share", "book", "credit", "give_back", "pay", "receive", "set_aside", "take_payment_back", "take_refund_back", "tie",
]  # fmt: skip


@dataclass(frozen=True)
class Part:
    """So much of an invoice is an expense of this line. `closes`: nothing more will come for its request."""

    line: Line
    net_cents: int
    vat_cents: int = 0
    request: Request | None = None
    campaign: Campaign | None = None
    closes: bool = False


@dataclass(frozen=True)
class Share:
    """By so much a credit note lowers this expense."""

    entry: Entry
    net_cents: int
    vat_cents: int = 0


@transaction.atomic
def receive(
    *, organisation: Organisation, supplier: Supplier, number: str, issued_on: date, due_on: date | None = None, net_cents: int,
    vat_cents: int = 0, reference: str = "", iban: str = "", kind: str = Invoice.Kind.INVOICE, foreign_currency: str = "",
    foreign_cents: int | None = None, rate: Decimal | None = None, source: str = Invoice.Source.TYPED, by: User | None, now: datetime,
) -> Invoice:  # fmt: skip
    """The invoice is there and waits to be booked. Raises Refusal when it is known already."""
    if net_cents <= 0 or vat_cents < 0:
        raise Refusal("amount-not-positive", fields={"net_cents": "amount-not-positive"})
    if due_on and due_on < issued_on:
        raise Refusal("due-before-issued", fields={"due_on": "due-before-issued"})
    number = " ".join(number.split())[:80]
    if not number:
        raise Refusal("invoice-needs-number", fields={"number": "invoice-needs-number"})
    account = iban_in(iban) if iban.strip() else ""
    if account is None:
        raise Refusal("iban-wrong", fields={"iban": "iban-wrong"})
    Supplier.objects.select_for_update().get(pk=supplier.pk)  # the same invoice twice at once: the second one waits and then sees it
    if known := _known(supplier, kind, number, issued_on=issued_on, amounts=(net_cents, vat_cents)):
        code = "invoice-known-credited" if is_credited(known) else "invoice-known"
        raise Refusal(code, status=409, fields={"number": code}, number=known.number, supplier=supplier.name)
    invoice: Invoice = Invoice.objects.create(
        organisation=organisation, supplier=supplier, kind=kind, source=source, number=number, issued_on=issued_on, due_on=due_on,
        net_cents=net_cents, vat_cents=vat_cents, reference=reference.strip()[:140], iban=account, foreign_currency=foreign_currency,
        foreign_cents=foreign_cents, rate=rate, entered_by=by, entered_at=now,
    )  # fmt: skip
    _said("invoice.received", invoice, by=by, now=now)
    return invoice


@transaction.atomic
def book(*, invoice: Invoice, parts: Sequence[Part], by: User | None, now: datetime) -> Invoice:
    """Its parts are expenses of their lines, and what was promised for them is released. Raises Refusal; then nothing is booked."""
    orders_taken(invoice.organisation)
    invoice = taken(invoice)
    if invoice.kind != Invoice.Kind.INVOICE:
        raise Refusal("credit-note-is-not-booked", status=409)
    refuse_settled(invoice)
    wanted, due = (sum(part.net_cents for part in parts), sum(part.vat_cents for part in parts)), due_of(invoice)
    if wanted != due:
        raise Refusal("parts-are-not-all", fields={"parts": "parts-are-not-all"}, left_cents=sum(due) - sum(wanted))
    for line in sorted({part.line.pk for part in parts}, key=str):
        Line.objects.select_for_update().get(pk=line)  # in one order: no two ever wait for each other
    unasked = [part for part in parts if part.request is None]
    if unasked:  # together: an invoice does not slip under a threshold in parts
        recovers = invoice.organisation.recovers_vat
        whole = sum(cost(part.net_cents, part.vat_cents, recovers) for part in unasked)
        refuse_unasked(booking.line_taken(unasked[0].line), cents=whole)
    for part in parts:
        entry = booking.book_expense(
            line=part.line, request=part.request, campaign=part.campaign, net_cents=part.net_cents, vat_cents=part.vat_cents,
            supplier=invoice.supplier.name, note=invoice.number, on=invoice.issued_on, closes=part.closes, by=by, now=now,
        )  # fmt: skip
        InvoicePart.objects.create(organisation=invoice.organisation, invoice=invoice, entry=entry)
    _said("invoice.booked", invoice, by=by, now=now, parts=len(parts))
    return invoice


@transaction.atomic
def tie(*, invoice: Invoice, entries: Sequence[Entry], by: User | None, now: datetime) -> Invoice:
    """The invoice stands behind expenses that were booked before it came; nothing is booked again. Raises Refusal."""
    invoice = taken(invoice)
    refuse_settled(invoice)
    if invoice.kind != Invoice.Kind.INVOICE:
        raise Refusal("credit-note-is-not-booked", status=409)
    found = expenses_taken(entries)
    if InvoicePart.objects.filter(entry__in=[entry.pk for entry in found]).exists():
        raise Refusal("expense-has-invoice", status=409, fields={"entries": "expense-has-invoice"})
    left = sum(due_of(invoice)) - sum(entry.net_cents + entry.vat_cents for entry in found)
    if left or not found:
        raise Refusal("parts-are-not-all", fields={"entries": "parts-are-not-all"}, left_cents=left)
    for entry in found:
        InvoicePart.objects.create(organisation=invoice.organisation, invoice=invoice, entry=entry)
    _said("invoice.tied", invoice, by=by, now=now, parts=len(found))
    return invoice


@transaction.atomic
def set_aside(*, invoice: Invoice, note: str, by: User | None, now: datetime) -> Invoice:
    """It is neither booked nor paid, for this reason. Raises Refusal once it counts."""
    invoice = taken(invoice)
    if not note.strip():
        raise Refusal("set-aside-needs-reason", fields={"note": "set-aside-needs-reason"})
    refuse_settled(invoice)
    invoice.set_aside_note = note.strip()[:300]
    invoice.save(update_fields=["set_aside_note"])
    _said("invoice.set_aside", invoice, by=by, now=now, note=invoice.set_aside_note)
    return invoice


@transaction.atomic
def credit(*, note: Invoice, of: Invoice, shares: Sequence[Share] = (), by: User | None, now: datetime) -> Invoice:
    """The credit note lowers what that invoice cost: expenses are taken back, what is left of them booked anew by the split of their day.

    `shares` say how much of each; without them `settling.credit_over` does. What was paid stays with what is left; what was paid too much
    stays open on its payment. Raises Refusal; then nothing is lowered.
    """
    for row in sorted((note, of), key=lambda each: str(each.pk)):
        taken(row)
    note, of = taken(note), taken(of)
    if note.kind != Invoice.Kind.CREDIT_NOTE or of.kind != Invoice.Kind.INVOICE or note.supplier_id != of.supplier_id:
        raise Refusal("credit-of-other", status=409, fields={"of": "credit-of-other"})
    refuse_settled(note)
    standing = expenses_taken([part.entry for part in of.parts.select_related("entry") if stands(part.entry)])
    for entry, net, vat in _lowered(note, of, {entry.pk: entry for entry in standing}, shares):
        rest = rest_of(entry.net_cents, entry.vat_cents, credit=(net, vat))
        if rest is None:
            raise Refusal("credit-too-much", status=409, fields={"of": "credit-too-much"}, number=of.number)
        counter, fresh = lower(entry, rest=rest, why=note.number, note=of.number, by=by, now=now)
        InvoicePart.objects.create(organisation=of.organisation, invoice=note, entry=counter)
        if fresh:
            InvoicePart.objects.create(organisation=of.organisation, invoice=of, entry=fresh)
    note.credits = of
    note.save(update_fields=["credits"])
    _said("invoice.credited", note, by=by, now=now, of=str(of.pk))
    return note


def _lowered(note: Invoice, of: Invoice, standing: dict[Any, Entry], shares: Sequence[Share]) -> list[tuple[Entry, int, int]]:
    """Return by how much (net, VAT) each expense is lowered. Raises Refusal."""
    if not shares:
        found = credit_over(
            [(pk, entry.net_cents, entry.vat_cents) for pk, entry in standing.items()], credit=(note.net_cents, note.vat_cents)
        )
        if found is None:
            raise Refusal("credit-too-much", status=409, fields={"of": "credit-too-much"}, number=of.number)
        return [(standing[pk], net, vat) for pk, net, vat in found]
    if len({share.entry.pk for share in shares}) < len(shares) or any(share.entry.pk not in standing for share in shares):
        raise Refusal("credit-of-other-expense", status=409, fields={"shares": "credit-of-other-expense"}, number=of.number)
    if any(min(share.net_cents, share.vat_cents) < 0 or not share.net_cents + share.vat_cents for share in shares):
        raise Refusal("amount-not-positive", fields={"shares": "amount-not-positive"})
    net, vat = sum(share.net_cents for share in shares), sum(share.vat_cents for share in shares)
    if (net, vat) != (note.net_cents, note.vat_cents):
        left = note.net_cents + note.vat_cents - net - vat
        raise Refusal("shares-are-not-all", fields={"shares": "shares-are-not-all"}, left_cents=left)
    return [(standing[share.entry.pk], share.net_cents, share.vat_cents) for share in shares]


def taken(invoice: Invoice) -> Invoice:
    """Return the invoice afresh; until this transaction ends, whoever else wants it waits."""
    related = ("supplier", "organisation")
    found: Invoice = Invoice.objects.select_for_update(of=("self",)).select_related(*related).get(pk=invoice.pk)
    return found


def stands(entry: Entry) -> bool:
    return entry.reverses_id is None and getattr(entry, "reversed_by", None) is None


def refuse_settled(invoice: Invoice) -> None:
    """Raises Refusal when the taken invoice counts already, or was set aside."""
    if invoice.set_aside_note:
        raise Refusal("invoice-set-aside", status=409)
    if invoice.kind == Invoice.Kind.CREDIT_NOTE:
        if invoice.credits_id:
            raise Refusal("invoice-booked", status=409)
    elif any(stands(part.entry) for part in invoice.parts.select_related("entry__reversed_by")):
        raise Refusal("invoice-booked", status=409)
    elif is_credited(invoice):
        raise Refusal("invoice-credited", status=409, number=invoice.number)


def due_of(invoice: Invoice) -> tuple[int, int]:
    """Return what the invoice comes to (net, VAT), less its credit notes."""
    notes = invoice.credited_by.all()
    return invoice.net_cents - sum(note.net_cents for note in notes), invoice.vat_cents - sum(note.vat_cents for note in notes)


def is_credited(invoice: Invoice) -> bool:
    """Return whether credit notes took back all of it: there is nothing left to book or to pay."""
    return not any(due_of(invoice))


def _known(supplier: Supplier, kind: str, number: str, *, issued_on: date, amounts: tuple[int, int]) -> Invoice | None:
    """Return the invoice that this one would be a double of: of the same number; or of the same day and amounts, and of a number that
    is the same but for spaces and signs.
    """
    here = Invoice.objects.filter(supplier=supplier, kind=kind, set_aside_note="")
    like = here.filter(issued_on=issued_on, net_cents=amounts[0], vat_cents=amounts[1])
    same: Invoice | None = here.filter(number__iexact=number).first()
    return same or next((each for each in like if _bare(each.number) == _bare(number)), None)


def _bare(number: str) -> str:
    return "".join(sign for sign in number.casefold() if sign.isalnum())


def open_on(invoice: Invoice) -> int:
    """Return the gross cents of its standing expenses that no payment has settled."""
    entries = [part.entry for part in invoice.parts.all() if stands(part.entry)]
    settled = settled_of([entry.pk for entry in entries])
    return sum(entry.net_cents + entry.vat_cents - settled.get(entry.pk, 0) for entry in entries)


def _said(act: str, invoice: Invoice, *, by: User | None, now: datetime, **data: Any) -> None:
    audit.record(
        organisation=invoice.organisation, actor=by, act=act, subject_kind="invoice", subject_id=invoice.pk,
        data={"supplier": invoice.supplier.name, "number": invoice.number, "net_cents": invoice.net_cents, **data}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=invoice.organisation_id, kind="budget", id=invoice.pk)
