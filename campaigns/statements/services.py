"""Take files in, and say what each movement paid. Nothing is saved before a person has seen it; nothing counts twice."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.budget import services as budget
from campaigns.budget.invoices import documents
from campaigns.budget.invoices import services as invoices
from campaigns.budget.invoices.models import Invoice, Payment
from campaigns.budget.invoices.selectors import invoices as all_invoices
from campaigns.budget.invoices.selectors import standing_parts
from campaigns.budget.models import Entry, Line, Request
from campaigns.budget.suppliers import services as suppliers
from campaigns.budget.suppliers.models import Supplier, SupplierAccount
from campaigns.budget.suppliers.names import company_number_in
from campaigns.budget.suppliers.selectors import supplier_named
from campaigns.plan.days import today
from campaigns.statements.models import AdSpend, Statement, Transaction
from campaigns.statements.movements import Billed, Contents
from campaigns.statements.recognising import contents_of

OF_PLATFORM = "Meta Ads"  # as whose name the spending of an export is booked


@transaction.atomic
def take_in(
    *, organisation: Organisation, content: bytes, file_name: str, leave_out_bad: bool = False, line: Line | None = None,
    request: Request | None = None, by: User | None, now: datetime,
) -> tuple[Statement, int]:  # fmt: skip
    """Its movements are known, its invoice waits to be booked, its spending is booked on the line; return how many were new.

    What was known before stays as it is: the same file again changes nothing. Raises Refusal; then nothing is saved.
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
        made = _book_spends(statement, contents, line=line, request=request, by=by, now=now)
    else:
        made = _keep(statement, contents)
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


def _keep(statement: Statement, contents: Contents) -> int:
    fresh = [(movement, movement.on) for movement in contents.movements if movement.on and not movement.wrong]
    known = set(Transaction.objects.filter(digest__in=[one.digest for one, _ in fresh]).values_list("digest", flat=True))
    rows = [
        Transaction(
            organisation=statement.organisation, statement=statement, digest=one.digest, account=one.account, on=on, cents=one.cents,
            currency=one.currency, name=one.name, iban=one.iban, communication=one.communication, structured=one.structured,
        )
        for one, on in fresh
        if one.digest not in known
    ]  # fmt: skip
    # Two who take in overlapping files at once: the database lets each movement in once, whoever comes second.
    Transaction.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


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


def _book_spends(
    statement: Statement, contents: Contents, *, line: Line | None, request: Request | None, by: User | None, now: datetime
) -> int:
    if line is None:
        raise Refusal("spend-needs-line", fields={"line": "spend-needs-line"})
    line = Line.objects.select_for_update(of=("self",)).select_related("period").get(pk=line.pk)
    known = dict(AdSpend.objects.filter(digest__in=[one.digest for one in contents.spends]).values_list("digest", "cents"))
    made, day = 0, today(statement.organisation, now=now)  # an export of the running month ends in days to come
    for spend in contents.spends:
        if spend.wrong or spend.digest in known or spend.until is None:
            continue
        if spend.currency != line.period.currency:
            raise Refusal("spend-other-currency", status=409, currency=spend.currency)
        entry = budget.book_expense(
            line=line,
            request=request,
            net_cents=spend.cents,
            supplier=OF_PLATFORM,
            note=spend.name,
            on=min(spend.until, day),
            by=by,
            now=now,
        )
        AdSpend.objects.create(
            organisation=statement.organisation, statement=statement, digest=spend.digest, name=spend.name, since=spend.since,
            until=spend.until, cents=spend.cents, entry=entry,
        )  # fmt: skip
        made += 1
    return made


@dataclass(frozen=True)
class Settle:
    """What a movement paid: an invoice, expenses, an approved request, or an expense of a line that nobody had to ask for.

    `line` with an invoice that is not booked yet: it is booked there first. `vat_cents`: of a new expense.
    """

    invoice: Invoice | None = None
    entries: Sequence[Entry] = ()
    request: Request | None = None
    line: Line | None = None
    vat_cents: int = 0
    closes: bool = False


@transaction.atomic
def settle(*, movement: Transaction, as_what: Settle, by: User | None, now: datetime) -> Transaction:
    """The movement is a payment of this; it settles, and only what was not booked before is booked. Raises Refusal; then nothing is."""
    movement = taken(movement)
    refuse_settled(movement)
    if movement.cents >= 0:
        raise Refusal("money-came-in", status=409)
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
    movement.set_aside_note, movement.settled_by, movement.settled_at = "", by, now
    movement.save(update_fields=["payment", "set_aside_note", "settled_by", "settled_at"])
    _said("transaction.settled", movement.statement, by=by, now=now, cents=movement.cents)
    return movement


def _booked(invoice: Invoice, as_what: Settle, *, by: User | None, now: datetime) -> Invoice:
    line = as_what.line or (as_what.request.line if as_what.request else None)
    if line is None:
        raise Refusal("invoice-not-booked", status=409, fields={"line": "invoice-not-booked"})
    part = invoices.Part(
        line=line, request=as_what.request, net_cents=invoice.net_cents, vat_cents=invoice.vat_cents, closes=as_what.closes
    )
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
        closes=as_what.closes, by=by, now=now,
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
    """It waits again: a payment it was settled as is taken back, a reason for setting it aside is gone. Expenses stay. Raises Refusal."""
    movement = taken(movement)
    if movement.payment is not None and not is_back(movement.payment):
        invoices.take_payment_back(payment=movement.payment, by=by, now=now)
    elif not movement.set_aside_note:
        raise Refusal("transaction-waits", status=409)
    movement.payment, movement.set_aside_note, movement.settled_by, movement.settled_at = None, "", by, now
    movement.save(update_fields=["payment", "set_aside_note", "settled_by", "settled_at"])
    _said("transaction.reopened", movement.statement, by=by, now=now)
    return movement


def taken(movement: Transaction) -> Transaction:
    """Return the movement afresh; until this transaction ends, whoever else wants it waits."""
    related = ("statement__organisation", "payment", "organisation")
    found: Transaction = Transaction.objects.select_for_update(of=("self",)).select_related(*related).get(pk=movement.pk)
    return found


def is_back(payment: Payment) -> bool:
    return bool(Payment.objects.filter(reverses=payment).exists())


def refuse_settled(movement: Transaction) -> None:
    if movement.payment is not None and not is_back(movement.payment):
        raise Refusal("transaction-settled", status=409)


def _said(act: str, statement: Statement, *, by: User | None, now: datetime, **data: object) -> None:
    audit.record(
        organisation=statement.organisation, actor=by, act=act, subject_kind="statement", subject_id=statement.pk,
        data={"name": statement.file_name, **data}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=statement.organisation_id, kind="budget", id=statement.pk)
