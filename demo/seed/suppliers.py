"""Who is paid, to which accounts, what the bank says, and what waits to be settled or confirmed."""

from datetime import datetime
from functools import partial

from campaigns.budget.models import Entry
from campaigns.budget.suppliers import services as suppliers
from campaigns.budget.suppliers.models import Supplier, SupplierAccount
from campaigns.exchange.writing import as_csv
from campaigns.statements import services as statements
from campaigns.statements.models import Transaction
from demo.seed import papers
from demo.seed.history import History
from demo.seed.numbers import BANK, OWN, iban
from demo.seed.stage import Stage

GIVEN_BACK = (60_50, 24_20)  # so much came back; of the second nobody has said for which payment
PAID, WAITING = 8, 3  # the bank tells of so many last expenses; of so many nobody has said what they are


def keep_suppliers(stage: Stage, history: History) -> None:
    """The last thing that happens: the treasurer puts the suppliers in order and takes the bank's file in."""
    history.at(stage.now, partial(put_in_order, stage))


def put_in_order(stage: Stage, moment: datetime) -> None:
    treasurer, names = stage.person("treasurer"), [expense.supplier for expense in stage.content.budget.expenses]
    made = {name: suppliers.add(organisation=stage.row, name=name, by=treasurer, now=moment) for name in dict.fromkeys(names)}
    last = [
        entry
        for entry in Entry.objects.filter(kind=Entry.Kind.EXPENSE, reverses=None).order_by("-on", "-at")[:PAID]
        if entry.supplier in made
    ]
    ibans = {entry.supplier: account(stage, made[entry.supplier], place, moment) for place, entry in enumerate(last)}
    papers.keep_invoices(stage, made, without=WAITING, by_bank=PAID, moment=moment)
    papers.credit_two_expenses(stage, moment)
    take_the_bank_in(stage, last, ibans, moment)
    papers.receive_an_invoice(stage, made[last[0].supplier], moment)
    papers.attach_an_offer(stage, moment)
    offer_another_account(stage, made[last[1].supplier], moment)


def account(stage: Stage, supplier: Supplier, place: int, moment: datetime) -> str:
    """The supplier has an account number that two people have seen; return it."""
    known = SupplierAccount.objects.filter(supplier=supplier).first()
    if known is None:
        known = suppliers.propose_account(
            supplier=supplier, iban=iban(BANK, place + 1), holder=supplier.name, by=stage.person("admin"), now=moment
        )
        suppliers.confirm_account(account=known, by=stage.person("treasurer"), now=moment)
    return str(known.iban)


def take_the_bank_in(stage: Stage, paid: list[Entry], ibans: dict[str, str], moment: datetime) -> None:
    """A statement of the last weeks is taken in; most of it is settled."""
    treasurer, own = stage.person("treasurer"), iban(OWN, 1)
    rows: list[tuple[str, ...]] = [
        (own, f"{entry.on:%d/%m/%Y}", entry.supplier, ibans[entry.supplier], amount(-entry.net_cents - entry.vat_cents), "EUR", entry.note)
        for entry in paid
    ]
    rows.append((own, f"{paid[0].on:%d/%m/%Y}", "Banque du Canal", "", "-9,50", "EUR", "Frais de compte"))
    rows += [
        (own, f"{moment:%d/%m/%Y}", entry.supplier, ibans[entry.supplier], amount(cents), "EUR", f"Remboursement : {entry.note}"[:140])
        for entry, cents in zip(paid[WAITING:], GIVEN_BACK, strict=False)
    ]
    head = ("Compte", "Date de comptabilisation", "Nom contrepartie", "Compte contrepartie", "Montant", "Devise", "Communication")
    content = as_csv(head, rows).decode("utf-8-sig").replace("'-", "-").encode("cp1252", errors="replace")
    name = f"extrait-{moment:%Y-%m}.csv"
    statement, _ = statements.take_in(organisation=stage.row, content=content, file_name=name, by=treasurer, now=moment)
    for entry in paid[WAITING:]:
        movement = Transaction.objects.filter(statement=statement, cents=-(entry.net_cents + entry.vat_cents), payment=None).first()
        if movement is not None:
            statements.settle(movement=movement, as_what=statements.Settle(entries=[entry]), by=treasurer, now=moment)
    came = Transaction.objects.filter(statement=statement, cents=GIVEN_BACK[0]).first()
    settled = Transaction.objects.filter(statement=statement, payment__isnull=False, name=came.name).first() if came else None
    if came and settled:
        statements.settle(movement=came, as_what=statements.Settle(payment=settled.payment, lowers=True), by=treasurer, now=moment)


def offer_another_account(stage: Stage, supplier: Supplier, moment: datetime) -> None:
    """A letter spoke of a new account number: it waits until somebody has asked by telephone."""
    suppliers.propose_account(
        supplier=supplier, iban=iban(BANK, 4711), holder=supplier.name, replaces=SupplierAccount.objects.filter(supplier=supplier).first(),
        by=stage.person("treasurer"), now=moment,
    )  # fmt: skip


def amount(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100},{abs(cents) % 100:02d}"
