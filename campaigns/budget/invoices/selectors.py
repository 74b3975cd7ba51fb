"""Read invoices and payments, each with what it settles."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from campaigns.budget.invoices.models import Document, Invoice, InvoicePart, Payment, Settlement
from campaigns.budget.invoices.services import due_of, is_credited, stands
from campaigns.budget.suppliers.models import SupplierAccount

STATES = ("to_book", "to_pay", "part_paid", "paid", "to_credit", "credited", "set_aside")


def documents() -> QuerySet[Document]:
    """Return the files of the organisation in scope that are shown, oldest first, by name where they came together."""
    found: QuerySet[Document] = Document.objects.filter(removed_at=None).select_related("added_by")
    return found.order_by("added_at", "name", "id")


def invoices() -> QuerySet[Invoice]:
    """Return what came in at the organisation in scope, newest first."""
    parts = InvoicePart.objects.select_related("entry__line__period", "entry__reversed_by", "entry__request").prefetch_related(
        Prefetch("entry__settlements", Settlement.objects.select_related("payment"))
    )
    found: QuerySet[Invoice] = Invoice.objects.select_related("supplier", "entered_by", "credits").prefetch_related(
        Prefetch("parts", parts), Prefetch("documents", documents()), "credited_by"
    )
    return found.order_by("-issued_on", "-entered_at", "-id")


def payments() -> QuerySet[Payment]:
    """Return what left the account of the organisation in scope, newest first."""
    settled = Settlement.objects.select_related("entry__line", "entry__invoice_part__invoice")
    found: QuerySet[Payment] = Payment.objects.select_related("supplier", "by", "reverses", "reversed_by").prefetch_related(
        Prefetch("settlements", settled), "refunds"
    )
    return found.order_by("-on", "-at", "-id")


def given_back_of(payment: Payment) -> int:
    """Return how many cents of it have come back."""
    return sum(refund.cents for refund in payment.refunds.all())


def standing_parts(invoice: Invoice) -> list[InvoicePart]:
    return [part for part in invoice.parts.all() if stands(part.entry)]


def paid_of(invoice: Invoice) -> int:
    """Return how many gross cents of it are paid."""
    return sum(each.cents for part in standing_parts(invoice) for each in part.entry.settlements.all())


def state_of(invoice: Invoice) -> str:
    if invoice.set_aside_note:
        return "set_aside"
    if invoice.kind == Invoice.Kind.CREDIT_NOTE:
        return "credited" if invoice.credits_id else "to_credit"
    parts = standing_parts(invoice)
    if not parts:
        return "credited" if is_credited(invoice) else "to_book"
    gross = sum(part.entry.net_cents + part.entry.vat_cents for part in parts)
    paid = paid_of(invoice)
    return "paid" if paid >= gross else "part_paid" if paid else "to_pay"


def open_of(invoice: Invoice) -> int:
    """Return the gross cents still to be paid."""
    if invoice.set_aside_note or invoice.kind == Invoice.Kind.CREDIT_NOTE:
        return 0
    parts = standing_parts(invoice)
    if not parts:
        return sum(due_of(invoice))
    return sum(part.entry.net_cents + part.entry.vat_cents for part in parts) - paid_of(invoice)


def confirmed_ibans() -> dict[str, Any]:
    """Return the account numbers that two people have seen, each with its supplier."""
    found = SupplierAccount.objects.filter(state=SupplierAccount.State.CONFIRMED)
    return dict(found.values_list("iban", "supplier_id"))


def account_warning(invoice: Invoice, confirmed: dict[str, Any]) -> bool:
    """Return whether it asks to be paid to an account number that nobody has confirmed as its supplier's."""
    return bool(invoice.iban) and confirmed.get(invoice.iban) != invoice.supplier_id
