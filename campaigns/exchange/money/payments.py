"""What left the account and what came back, each movement once, with what it paid."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Prefetch
from django.utils.translation import gettext

from campaigns.budget.invoices.models import Payment, Refund, Settlement
from campaigns.budget.models import Entry, Period
from campaigns.exchange.money.cells import Table, money, name_of
from campaigns.exchange.writing import Cell


def payments(period: Period, now: datetime) -> Table:
    """Return a row for every payment and every refund of the period. Amounts sum up to what really left the account: money that came back
    and payments that were taken back are below zero.
    """
    heads = [
        gettext("Date"), gettext("What"), gettext("Counterparty"), gettext("Account"), gettext("Amount"), gettext("Currency"),
        gettext("Settles in this budget"), gettext("Communication"), gettext("Invoice"), gettext("Request"), gettext("Line"),
        gettext("Bank statement"), gettext("Reference of the bank"), gettext("Note"), gettext("Recorded by"), gettext("Number"),
        gettext("Stands against"),
    ]  # fmt: skip
    settled = Settlement.objects.select_related("entry__line", "entry__request", "entry__invoice_part__invoice")
    found = list(
        Payment.objects.filter(pk__in=Settlement.objects.filter(entry__line__period=period).values("payment"))
        .select_related("supplier", "by", "movement__statement")
        .prefetch_related(
            Prefetch("settlements", settled.order_by("entry__on", "entry__at")),
            Prefetch("refunds", Refund.objects.select_related("by", "movement__statement").prefetch_related("movement__marks")),
            "movement__marks",
        )
    )
    moved: list[tuple[Payment | Refund, list[Cell]]] = []
    for payment in found:
        own = [each for each in payment.settlements.all() if each.entry.line.period_id == period.pk]
        paid_for = [each.entry for each in own]
        what = gettext("Payment taken back") if payment.reverses_id else gettext("Payment")
        row = _row(payment, payment, what, payment.cents, settles=sum(each.cents for each in own), paid_for=paid_for)
        moved.append((payment, row))
        for refund in payment.refunds.all():
            what = gettext("Refund taken back") if refund.reverses_id else gettext("Refund")
            moved.append((refund, _row(refund, payment, what, -refund.cents, settles=None, paid_for=paid_for)))
    moved.sort(key=lambda each: (each[0].on, each[0].at, str(each[0].pk)))
    return Table(gettext("Payments and refunds"), heads, [row for _, row in moved])


def _row(
    moved: Payment | Refund, payment: Payment, what: str, cents: int, *, settles: int | None, paid_for: list[Entry],
) -> list[Cell]:  # fmt: skip
    counterparty = payment.to_name or (payment.supplier.name if payment.supplier else _listed(entry.supplier for entry in paid_for))
    against = moved.reverses_id or (payment.pk if moved is not payment else "")
    return [
        moved.on, what, counterparty, payment.to_iban, money(cents), payment.currency, None if settles is None else money(settles),
        payment.communication, *_what_for(paid_for), *_told_by_the_bank(moved), moved.note, str(moved.by or ""), str(moved.pk),
        str(against),
    ]  # fmt: skip


def _what_for(entries: Sequence[Entry]) -> list[Cell]:
    """Return the invoices, the requests and the lines that these expenses are of."""
    invoices = [part.invoice.number for entry in entries if (part := getattr(entry, "invoice_part", None))]
    requests = [entry.request.title for entry in entries if entry.request]
    return [_listed(invoices), _listed(requests), _listed(name_of(entry.line) for entry in entries)]


def _listed(names: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(name for name in names if name))


def _told_by_the_bank(moved: Payment | Refund) -> list[Cell]:
    """Return the bank's file that told of it, and by what the bank knows the movement."""
    movement = getattr(moved, "movement", None)
    if movement is None:
        return ["", ""]
    marks = sorted((mark.kind, mark.value) for mark in movement.marks.all() if mark.kind != "balance")
    return [movement.statement.file_name, _listed(value for _, value in marks)]
