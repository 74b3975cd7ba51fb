"""Take files in, and say what each movement paid. Nothing is saved before a person has seen it; nothing counts twice."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.budget import services as budget
from campaigns.budget.invoices import documents
from campaigns.budget.invoices import services as invoices
from campaigns.budget.invoices.models import Invoice, Payment, Refund
from campaigns.budget.invoices.selectors import invoices as all_invoices
from campaigns.budget.invoices.selectors import standing_parts
from campaigns.budget.models import Entry, Line, Request
from campaigns.budget.suppliers import services as suppliers
from campaigns.budget.suppliers.models import Supplier, SupplierAccount
from campaigns.budget.suppliers.names import company_number_in
from campaigns.budget.suppliers.selectors import supplier_named
from campaigns.statements import known, spending
from campaigns.statements.models import Statement, Transaction, TransactionMark
from campaigns.statements.movements import Billed, Contents, Movement
from campaigns.statements.recognising import contents_of


@transaction.atomic
def take_in(
    *, organisation: Organisation, content: bytes, file_name: str, leave_out_bad: bool = False, another: Collection[int] = (),
    line: Line | None = None, request: Request | None = None, rebook: bool = False, by: User | None, now: datetime,
) -> tuple[Statement, int]:  # fmt: skip
    """Its movements are known, its invoice waits to be booked, its spending is booked on the line; return how many were new.

    What was known before stays as it is: the same file again changes nothing. `another`: rows that are like a known movement and yet
    another one, as a person says. `rebook`: spending whose amount was corrected meanwhile is booked anew. Raises Refusal; then nothing
    is saved.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    contents = contents_of(content)
    wrong = [row.wrong for row in contents.movements] + [row.wrong for row in contents.spends]
    bad = [one for one in wrong if one]
    if bad and not leave_out_bad:
        raise Refusal("statement-has-errors", status=409, rows=len(bad))
    statement, is_new = _statement(organisation, contents.kind, sha256=sha256, file_name=file_name, by=by, now=now)
    if not is_new and contents.kind == Statement.Kind.PEPPOL:
        return statement, 0
    if contents.billed:
        statement.invoice = _receive(contents.billed, organisation=organisation, content=content, file_name=file_name, by=by, now=now)
        statement.save(update_fields=["invoice"])
        made = 1
    elif contents.spends:
        made = spending.book(statement, contents.spends, line=line, request=request, rebook=rebook, by=by, now=now)
    else:
        made = _keep(statement, contents, another=another if is_new else ())
    if made:
        _said("statement.taken_in", statement, by=by, now=now, new=made)
    return statement, made


def _statement(
    organisation: Organisation, kind: str, *, sha256: str, file_name: str, by: User | None, now: datetime
) -> tuple[Statement, bool]:
    try:
        with transaction.atomic():
            name = documents.shown(file_name)
            return Statement.objects.create(
                organisation=organisation, kind=kind, file_name=name, sha256=sha256, taken_by=by, taken_at=now
            ), True
    except IntegrityError:  # the same file before, or by somebody else at this very moment
        return Statement.objects.select_for_update().get(sha256=sha256), False


def _keep(statement: Statement, contents: Contents, *, another: Collection[int]) -> int:
    # Two who take in overlapping files at once come one after the other.
    Organisation.objects.select_for_update().get(pk=statement.organisation_id)
    rows = [movement for movement in contents.movements if movement.on and not movement.wrong]
    kept = kept_like(rows)
    taken = {one.digest for one in kept}
    fresh, marks = [], []
    for told in known.told(rows, kept, another=another):
        movement, pk = told.movement, told.kept.id if told.kept else uuid4()
        if told.kept is None:
            digest = known.free_digest(known.keyed(movement), taken)
            taken.add(digest)
            fresh.append(_row(statement, movement, pk=pk, digest=digest))
        has = told.kept.marks if told.kept else {}
        marks += [
            TransactionMark(organisation=statement.organisation, transaction_id=pk, kind=kind, value=value)
            for kind, value in movement.marks.items()
            if kind not in has
        ]
    Transaction.objects.bulk_create(fresh)
    TransactionMark.objects.bulk_create(marks)
    return len(fresh)


def _row(statement: Statement, movement: Movement, *, pk: UUID, digest: str) -> Transaction:
    assert movement.on is not None
    return Transaction(
        id=pk, organisation=statement.organisation, statement=statement, digest=digest, account=movement.account, on=movement.on,
        cents=movement.cents, currency=movement.currency, name=movement.name, iban=movement.iban, communication=movement.communication,
        structured=movement.structured,
    )  # fmt: skip


def kept_like(movements: Collection[Movement]) -> list[known.Kept]:
    """Return the movements taken in before that one of these may be."""
    keys = {known.keyed(movement) for movement in movements}
    days = {movement.on for movement in movements if movement.on}
    rows = Transaction.objects.filter(on__in=days).prefetch_related("marks").order_by("statement__taken_at", "id")
    kept = [
        known.Kept(
            id=row.pk, digest=row.digest, marks={mark.kind: mark.value for mark in row.marks.all()},
            key=known.key_of(account=row.account, on=row.on, cents=row.cents, currency=row.currency, iban=row.iban),
        )
        for row in rows
    ]  # fmt: skip
    return [one for one in kept if one.key in keys]


def _receive(billed: Billed, *, organisation: Organisation, content: bytes, file_name: str, by: User | None, now: datetime) -> Invoice:
    if billed.currency != organisation.currency:
        raise Refusal("invoice-other-currency", status=409, number=billed.number, currency=billed.currency)
    supplier = supplier_of(billed) or suppliers.add(
        organisation=organisation, name=billed.supplier, by=by, now=now, email=billed.email,
        company_number=billed.company_number if company_number_in(billed.company_number, country=billed.country) else "",
        country=billed.country,
    )  # fmt: skip
    if billed.iban and not SupplierAccount.objects.filter(iban=billed.iban).exclude(state=SupplierAccount.State.RETIRED).exists():
        suppliers.propose_account(supplier=supplier, iban=billed.iban, holder=billed.supplier, by=by, now=now)
    invoice = invoices.receive(
        organisation=organisation, supplier=supplier, kind=billed.kind, source=Invoice.Source.PEPPOL, number=billed.number,
        issued_on=billed.issued_on, due_on=billed.due_on, net_cents=billed.net_cents, vat_cents=billed.vat_cents,
        reference=billed.reference, iban=billed.iban, by=by, now=now,
    )  # fmt: skip
    documents.keep(organisation=organisation, content=content, name=file_name, invoice=invoice, by=by, now=now)
    if billed.pdf.startswith(b"%PDF"):
        documents.keep(organisation=organisation, content=billed.pdf, name=billed.pdf_name, invoice=invoice, by=by, now=now)
    return invoice


def supplier_of(billed: Billed) -> Supplier | None:
    """Return the known supplier by company number, account number, or exact name."""
    number = company_number_in(billed.company_number, country=billed.country)
    found: Supplier | None = Supplier.objects.filter(company_number=number).first() if number else None
    if found is not None:
        return found
    account = SupplierAccount.objects.select_related("supplier").filter(iban=billed.iban, state=SupplierAccount.State.CONFIRMED).first()
    return account.supplier if account and billed.iban else supplier_named(billed.supplier)


@dataclass(frozen=True)
class Settle:
    """What a movement paid: an invoice, expenses, an approved request, or an expense of a line that nobody had to ask for.

    `line` with an invoice that is not booked yet: it is booked there first. `vat_cents`: of a new expense. Money that came in gives
    `payment` back; `lowers`: its purchase costs that much less.
    """

    invoice: Invoice | None = None
    entries: Sequence[Entry] = ()
    request: Request | None = None
    line: Line | None = None
    vat_cents: int = 0
    closes: bool = False
    payment: Payment | None = None
    lowers: bool = False


@transaction.atomic
def settle(*, movement: Transaction, as_what: Settle, by: User | None, now: datetime) -> Transaction:
    """The movement is a payment of this; it settles, and only what was not booked before is booked. Raises Refusal; then nothing is."""
    movement = taken(movement)
    refuse_settled(movement)
    if movement.cents >= 0:
        return _give_back(movement, as_what, by=by, now=now)
    if as_what.payment is not None:
        raise Refusal("money-went-out", status=409)
    cents, supplier = -movement.cents, None
    if as_what.invoice is not None:
        invoice = all_invoices().get(pk=invoices.taken(as_what.invoice).pk)
        if not standing_parts(invoice):
            invoice = _booked(invoice, as_what, by=by, now=now)
        entries, supplier = [part.entry for part in standing_parts(invoice)], invoice.supplier
    elif as_what.request is not None or (as_what.line is not None and not as_what.entries):
        entries = [_expense(movement, as_what, by=by, now=now)]
    else:
        entries = list(as_what.entries)
    if any(entry.line.period.currency != movement.currency for entry in entries):
        raise Refusal("payment-other-currency", status=409, currency=movement.currency)
    movement.payment = invoices.pay(
        organisation=movement.organisation, entries=entries, on=movement.on, cents=cents,
        supplier=supplier or supplier_named(movement.name), to_name=movement.name, to_iban=movement.iban,
        communication=movement.communication, by=by, now=now,
    )  # fmt: skip
    return _settled(movement, by=by, now=now)


def _give_back(movement: Transaction, as_what: Settle, *, by: User | None, now: datetime) -> Transaction:
    if as_what.payment is None:
        raise Refusal("money-came-in", status=409, fields={"payment": "money-came-in"})
    if as_what.payment.currency != movement.currency:
        raise Refusal("payment-other-currency", status=409, currency=movement.currency)
    movement.refund = invoices.give_back(
        payment=as_what.payment, on=movement.on, cents=movement.cents, lowers=as_what.lowers, note=movement.communication, by=by, now=now
    )
    return _settled(movement, by=by, now=now)


def _settled(movement: Transaction, *, by: User | None, now: datetime) -> Transaction:
    movement.set_aside_note, movement.settled_by, movement.settled_at = "", by, now
    movement.save(update_fields=["payment", "refund", "set_aside_note", "settled_by", "settled_at"])
    _said("transaction.settled", movement.statement, by=by, now=now, cents=movement.cents)
    return movement


def _booked(invoice: Invoice, as_what: Settle, *, by: User | None, now: datetime) -> Invoice:
    line = as_what.line or (as_what.request.line if as_what.request else None)
    if line is None:
        raise Refusal("invoice-not-booked", status=409, fields={"line": "invoice-not-booked"})
    net_cents, vat_cents = invoices.due_of(invoice)
    part = invoices.Part(line=line, request=as_what.request, net_cents=net_cents, vat_cents=vat_cents, closes=as_what.closes)
    invoices.book(invoice=invoice, parts=[part], by=by, now=now)
    return all_invoices().get(pk=invoice.pk)


def _expense(movement: Transaction, as_what: Settle, *, by: User | None, now: datetime) -> Entry:
    line = as_what.request.line if as_what.request else as_what.line
    assert line is not None
    if not 0 <= as_what.vat_cents < -movement.cents:
        raise Refusal("amount-not-positive", fields={"vat_cents": "amount-not-positive"})
    return budget.book_expense(
        line=line, request=as_what.request, net_cents=-movement.cents - as_what.vat_cents, vat_cents=as_what.vat_cents,
        supplier="" if as_what.request and as_what.request.supplier else movement.name, note=movement.communication, on=movement.on,
        closes=as_what.closes, has_left=True, by=by, now=now,
    )  # fmt: skip


@transaction.atomic
def set_aside(*, movement: Transaction, note: str, by: User | None, now: datetime) -> Transaction:
    """The movement is no expense of the budget, for this reason. Raises Refusal."""
    movement = taken(movement)
    refuse_settled(movement)
    if not note.strip():
        raise Refusal("set-aside-needs-reason", fields={"note": "set-aside-needs-reason"})
    movement.set_aside_note, movement.settled_by, movement.settled_at = note.strip()[:300], by, now
    movement.save(update_fields=["set_aside_note", "settled_by", "settled_at"])
    _said("transaction.set_aside", movement.statement, by=by, now=now, note=movement.set_aside_note)
    return movement


@transaction.atomic
def reopen(*, movement: Transaction, by: User | None, now: datetime) -> Transaction:
    """It waits again: a payment or refund it was settled as is taken back, a reason for setting it aside is gone. Expenses stay.

    Raises Refusal.
    """
    movement = taken(movement)
    if movement.payment is not None and not is_back(movement.payment):
        invoices.take_payment_back(payment=movement.payment, by=by, now=now)
    elif movement.refund is not None and not is_back(movement.refund):
        invoices.take_refund_back(refund=movement.refund, by=by, now=now)
    elif not movement.set_aside_note:
        raise Refusal("transaction-waits", status=409)
    movement.payment, movement.refund, movement.set_aside_note, movement.settled_by, movement.settled_at = None, None, "", by, now
    movement.save(update_fields=["payment", "refund", "set_aside_note", "settled_by", "settled_at"])
    _said("transaction.reopened", movement.statement, by=by, now=now)
    return movement


def taken(movement: Transaction) -> Transaction:
    """Return the movement afresh; until this transaction ends, whoever else wants it waits."""
    related = ("statement__organisation", "payment", "refund", "organisation")
    found: Transaction = Transaction.objects.select_for_update(of=("self",)).select_related(*related).get(pk=movement.pk)
    return found


def is_back(row: Payment | Refund) -> bool:
    """Return whether a counter-row stands against it."""
    return bool(type(row).objects.filter(reverses=row.pk).exists())


def refuse_settled(movement: Transaction) -> None:
    if any(row is not None and not is_back(row) for row in (movement.payment, movement.refund)):
        raise Refusal("transaction-settled", status=409)


def _said(act: str, statement: Statement, *, by: User | None, now: datetime, **data: object) -> None:
    audit.record(
        organisation=statement.organisation, actor=by, act=act, subject_kind="statement", subject_id=statement.pk,
        data={"name": statement.file_name, **data}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=statement.organisation_id, kind="budget", id=statement.pk)
