"""Read movements with what each may have paid; and what a file would bring, before anything is saved."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet

from campaigns.budget.invoices.models import Settlement
from campaigns.budget.invoices.paid import live_expenses, settled_of
from campaigns.budget.invoices.selectors import given_back_of, invoices, open_of, payments, standing_parts, state_of
from campaigns.budget.ledger import Posting, balance
from campaigns.budget.models import Entry, Request
from campaigns.budget.suppliers.models import SupplierAccount, SupplierName
from campaigns.budget.suppliers.names import key_of
from campaigns.statements import known
from campaigns.statements.matching import BACK, LIKELY, Match, Wanted, matches
from campaigns.statements.models import AdSpend, Statement, Transaction
from campaigns.statements.movements import Contents
from campaigns.statements.recognising import contents_of
from campaigns.statements.services import kept_like, supplier_of

UNPAID = Q(payment=None) | Q(payment__reversed_by__isnull=False)
UNRETURNED = Q(refund=None) | Q(refund__reversed_by__isnull=False)
WAITS = Q(set_aside_note="") & UNPAID & UNRETURNED
STATES = {
    "waits": WAITS & Q(cents__lt=0),
    "came_in": WAITS & Q(cents__gt=0),
    "settled": Q(set_aside_note="") & (~UNPAID | ~UNRETURNED),
    "aside": ~Q(set_aside_note=""),
}


def statements() -> QuerySet[Statement]:
    """Return the files that the organisation in scope has taken in, newest first, with how much each brought and what of it waits."""
    is_open = Q(transactions__payment=None) | Q(transactions__payment__reversed_by__isnull=False)
    waiting = Count("transactions", filter=Q(transactions__set_aside_note="", transactions__cents__lt=0) & is_open, distinct=True)
    found: QuerySet[Statement] = Statement.objects.select_related("taken_by", "invoice").annotate(
        movements=Count("transactions", distinct=True), waiting=waiting, booked=Count("spends", distinct=True)
    )
    return found.order_by("-taken_at", "-id")


def transactions() -> QuerySet[Transaction]:
    """Return the movements of the organisation in scope, newest first."""
    related = ("statement", "payment__reversed_by", "payment__supplier", "refund__reversed_by", "settled_by")
    found: QuerySet[Transaction] = Transaction.objects.select_related(*related)
    return found.order_by("-on", "-id")


def waits(movement: Transaction) -> bool:
    rows = [row for row in (movement.payment, movement.refund) if row is not None]
    return not movement.set_aside_note and all(getattr(row, "reversed_by", None) is not None for row in rows)


def wanted() -> list[Wanted]:
    """Return everything in the organisation in scope that a payment may be for."""
    names: defaultdict[Any, list[str]] = defaultdict(list)
    keys: dict[str, Any] = {}
    for key, text, supplier in SupplierName.objects.values_list("key", "text", "supplier"):
        names[supplier].append(text)
        keys[key] = supplier
    ibans: defaultdict[Any, set[str]] = defaultdict(set)
    for supplier, iban in SupplierAccount.objects.exclude(state=SupplierAccount.State.RETIRED).values_list("supplier", "iban"):
        ibans[supplier].add(iban)
    found = []
    for invoice in invoices().filter(kind="invoice", set_aside_note=""):
        if (still := open_of(invoice)) <= 0:
            continue
        parts = standing_parts(invoice)
        currency = parts[0].entry.line.period.currency if parts else invoice.organisation.currency
        found.append(
            Wanted(
                kind="invoice", id=invoice.pk, cents=still, currency=currency, on=invoice.issued_on,
                title=f"{invoice.supplier.name} · {invoice.number}", names=(*names[invoice.supplier_id], invoice.supplier.name),
                ibans=frozenset(ibans[invoice.supplier_id] | ({invoice.iban} - {""})), reference=invoice.reference, number=invoice.number,
            )
        )  # fmt: skip
    rows = list(live_expenses().filter(invoice_part=None).select_related("line__period"))
    settled = settled_of([entry.pk for entry in rows])
    for entry in rows:
        supplier = keys.get(key_of(entry.supplier))
        still = entry.net_cents + entry.vat_cents - settled.get(entry.pk, 0)
        found.append(
            Wanted(
                kind="expense", id=entry.pk, cents=still, currency=entry.line.period.currency, on=entry.on,
                title=" · ".join(part for part in (entry.supplier, entry.note) if part), names=(*names[supplier], entry.supplier),
                ibans=frozenset(ibans[supplier]),
            )
        )  # fmt: skip
    return found + _promised(keys, names, ibans)


def _promised(keys: dict[str, Any], names: dict[Any, list[str]], ibans: dict[Any, set[str]]) -> list[Wanted]:
    """Return the approved requests of which something is still promised."""
    requests = Request.objects.filter(state=Request.State.APPROVED).select_related("line__period").prefetch_related("entries")
    found = []
    for request in requests:
        kept = [entry for entry in request.entries.all() if entry.kind != Entry.Kind.EXPENSE]
        still = balance((Posting(entry.kind, entry.net_cents, entry.vat_cents) for entry in kept), recovers=False).committed
        supplier = keys.get(key_of(request.supplier))
        found.append(
            Wanted(
                kind="request", id=request.pk, cents=still, currency=request.line.period.currency, on=request.asked_at.date(),
                title=request.title, names=(*names[supplier], request.supplier), ibans=frozenset(ibans[supplier]),
            )
        )  # fmt: skip
    return found


def proposals(movements: Iterable[Transaction]) -> dict[Any, list[Match]]:
    """Return what each waiting movement may have paid, or which payment it gives back."""
    waiting = [movement for movement in movements if waits(movement)]
    out = wanted() if any(movement.cents < 0 for movement in waiting) else []
    back = returnable() if any(movement.cents > 0 for movement in waiting) else []
    return {
        movement.pk: matches(
            cents=abs(movement.cents), currency=movement.currency, on=movement.on, name=movement.name, iban=movement.iban,
            communication=movement.communication, structured=movement.structured,
            among=out if movement.cents < 0 else [one for one in back if one.on <= movement.on],
            least=LIKELY if movement.cents < 0 else BACK,
        )
        for movement in waiting
    }  # fmt: skip


def returnable() -> list[Wanted]:
    """Return the payments of the organisation in scope that may still come back, each with how much of it."""
    found = []
    for payment in payments().filter(reverses=None, reversed_by=None):
        numbers = list(dict.fromkeys(filter(None, (_number_of(each) for each in payment.settlements.all()))))
        supplier = payment.supplier.name if payment.supplier else ""
        named = next((each.entry.supplier or each.entry.note for each in payment.settlements.all()), "")
        found.append(
            Wanted(
                kind="payment", id=payment.pk, cents=payment.cents - given_back_of(payment), currency=payment.currency, on=payment.on,
                title=" · ".join([payment.to_name or supplier or named, *numbers]), names=(payment.to_name, supplier, named),
                ibans=frozenset({payment.to_iban} - {""}), reference=payment.communication, number=numbers[0] if numbers else "",
            )
        )  # fmt: skip
    return found


def _number_of(settlement: Settlement) -> str:
    part = getattr(settlement.entry, "invoice_part", None)
    return part.invoice.number if part else ""


def accounts() -> dict[str, str]:
    """Return the state of every account number in use."""
    return dict(SupplierAccount.objects.exclude(state=SupplierAccount.State.RETIRED).values_list("iban", "state"))


def preview(content: bytes) -> dict[str, Any]:
    """Return what a file says and what of it is known already. Nothing is saved. Raises Refusal."""
    contents = contents_of(content)
    sha256 = hashlib.sha256(content).hexdigest()
    spent = dict(AdSpend.objects.filter(digest__in=[one.digest for one in contents.spends]).values_list("digest", "cents"))
    return {
        "kind": contents.kind,
        "sha256": sha256,
        "earlier": statements().filter(sha256=sha256).first(),
        "movements": _told(contents),
        "spends": [{"row": one, "is_known": one.digest in spent, "was_cents": spent.get(one.digest)} for one in contents.spends],
        "billed": _billed(contents),
    }


def _told(contents: Contents) -> list[dict[str, Any]]:
    """Return the movements with what is known of each; where that is not certain, with the one it is like."""
    rows = [movement for movement in contents.movements if movement.on and not movement.wrong]
    found = {told.movement.number: told for told in known.told(rows, kept_like(rows))}
    doubtful = [told.kept.id for told in found.values() if told.kept and not told.is_certain]
    like = {row.pk: row for row in Transaction.objects.select_related("statement").filter(pk__in=doubtful)}
    made = []
    for movement in contents.movements:
        told = found.get(movement.number)
        kept = told.kept if told else None
        made.append({"row": movement, "is_known": kept is not None, "like": like.get(kept.id) if kept else None})
    return made


def _billed(contents: Contents) -> dict[str, Any] | None:
    billed = contents.billed
    if billed is None:
        return None
    supplier = supplier_of(billed)
    known = supplier and invoices().filter(supplier=supplier, kind=billed.kind, number__iexact=billed.number, set_aside_note="").first()
    return {
        "billed": billed,
        "supplier": supplier.pk if supplier else None,
        "known": known.pk if known else None,
        "state": state_of(known) if known else "",
    }
