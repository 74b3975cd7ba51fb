"""Who is paid, to which accounts, what the bank says, and what waits to be booked, settled or confirmed."""

from datetime import datetime, timedelta
from functools import partial

from fpdf import FPDF

from campaigns.budget.invoices import documents
from campaigns.budget.invoices import services as invoices
from campaigns.budget.models import Entry
from campaigns.budget.suppliers import services as suppliers
from campaigns.budget.suppliers.models import Supplier, SupplierAccount
from campaigns.exchange.writing import as_csv
from campaigns.statements import services as statements
from campaigns.statements.models import Transaction
from demo.seed.history import History
from demo.seed.stage import Stage

BANK, OWN = 539, 731  # the numbers of invented accounts begin so
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
    keep_invoices(stage, made, moment)
    take_the_bank_in(stage, last, ibans, moment)
    receive_an_invoice(stage, made[last[0].supplier], moment)
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


def keep_invoices(stage: Stage, made: dict[str, Supplier], moment: datetime) -> None:
    """Behind every expense but the last ones stands its invoice."""
    entries = Entry.objects.filter(kind=Entry.Kind.EXPENSE, reverses=None, supplier__in=made).order_by("on", "at")
    for number, entry in enumerate(list(entries)[:-WAITING], 1):
        invoice = invoices.receive(
            organisation=stage.row, supplier=made[entry.supplier], number=f"{entry.on:%Y%m}-{number:03d}", issued_on=entry.on,
            net_cents=entry.net_cents, vat_cents=entry.vat_cents, by=stage.person("treasurer"), now=moment,
        )  # fmt: skip
        invoices.tie(invoice=invoice, entries=[entry], by=stage.person("treasurer"), now=moment)


def take_the_bank_in(stage: Stage, paid: list[Entry], ibans: dict[str, str], moment: datetime) -> None:
    """A statement of the last weeks is taken in; most of it is settled."""
    treasurer, own = stage.person("treasurer"), iban(OWN, 1)
    rows: list[tuple[str, ...]] = [
        (own, f"{entry.on:%d/%m/%Y}", entry.supplier, ibans[entry.supplier], amount(entry.net_cents + entry.vat_cents), "EUR", entry.note)
        for entry in paid
    ]
    rows.append((own, f"{paid[0].on:%d/%m/%Y}", "Banque du Canal", "", "-9,50", "EUR", "Frais de compte"))
    head = ("Compte", "Date de comptabilisation", "Nom contrepartie", "Compte contrepartie", "Montant", "Devise", "Communication")
    content = as_csv(head, rows).decode("utf-8-sig").replace("'-", "-").encode("cp1252", errors="replace")
    name = f"extrait-{moment:%Y-%m}.csv"
    statement, _ = statements.take_in(organisation=stage.row, content=content, file_name=name, by=treasurer, now=moment)
    for entry in paid[WAITING:]:
        movement = Transaction.objects.filter(statement=statement, cents=-(entry.net_cents + entry.vat_cents), payment=None).first()
        if movement is not None:
            statements.settle(movement=movement, as_what=statements.Settle(entries=[entry]), by=treasurer, now=moment)


def receive_an_invoice(stage: Stage, supplier: Supplier, moment: datetime) -> None:
    """An invoice has come in and waits to be booked."""
    day = moment.date() - timedelta(days=3)
    invoice = invoices.receive(
        organisation=stage.row, supplier=supplier, number=f"{day:%Y}-0417", issued_on=day, due_on=day + timedelta(days=30),
        net_cents=180_00, vat_cents=37_80, reference="+++010/8068/17183+++", iban=iban(BANK, 1), by=stage.person("treasurer"), now=moment,
    )  # fmt: skip
    page = FPDF(format="A4")
    page.add_page()
    page.set_font("Helvetica", size=14)
    for line in (supplier.name, f"Facture {invoice.number}", f"{day:%d/%m/%Y}", "180,00 EUR + TVA 37,80 EUR = 217,80 EUR"):
        page.cell(0, 10, line, new_x="LMARGIN", new_y="NEXT")
    content = bytes(page.output())
    name = f"facture-{invoice.number}.pdf"
    documents.keep(organisation=stage.row, content=content, name=name, invoice=invoice, by=stage.person("treasurer"), now=moment)


def offer_another_account(stage: Stage, supplier: Supplier, moment: datetime) -> None:
    """A letter spoke of a new account number: it waits until somebody has asked by telephone."""
    suppliers.propose_account(
        supplier=supplier, iban=iban(BANK, 4711), holder=supplier.name, replaces=SupplierAccount.objects.filter(supplier=supplier).first(),
        by=stage.person("treasurer"), now=moment,
    )  # fmt: skip


def iban(bank: int, number: int) -> str:
    """Return an invented Belgian account number whose check digits fit."""
    first = f"{bank:03d}{number:07d}"
    bban = first + f"{int(first) % 97 or 97:02d}"
    return f"BE{98 - int(bban + '111400') % 97:02d}{bban}"


def amount(cents: int) -> str:
    return f"-{cents // 100},{cents % 100:02d}"
