"""The papers behind the money: invoices, most of them paid; a credit note, an invoice that waits, an offer."""

from collections import defaultdict
from datetime import datetime, timedelta

from fpdf import FPDF

from campaigns.budget.invoices import documents
from campaigns.budget.invoices import services as invoices
from campaigns.budget.invoices.models import Invoice
from campaigns.budget.models import Entry, Request
from campaigns.budget.money import divided
from campaigns.budget.suppliers.models import Supplier
from demo.seed.numbers import BANK, iban
from demo.seed.stage import Stage

OPEN = 2  # of the invoices that the bank does not tell of, so many are still to be paid
CREDITED = 50_00  # net, of each of two expenses


def keep_invoices(stage: Stage, made: dict[str, Supplier], *, without: int, by_bank: int, moment: datetime) -> None:
    """Behind every expense but the last ones stands its invoice; those that the bank's file does not tell of are paid, but the newest."""
    entries = list(Entry.objects.filter(kind=Entry.Kind.EXPENSE, reverses=None, supplier__in=made).order_by("on", "at"))
    treasurer, paid_until = stage.person("treasurer"), len(entries) - by_bank - OPEN
    for number, together in enumerate(bundled(entries[: len(entries) - without]), 1):
        first = together[0]
        invoice = invoices.receive(
            organisation=stage.row, supplier=made[first.supplier], number=f"{first.on:%Y%m}-{number:03d}", issued_on=together[-1].on,
            due_on=together[-1].on + timedelta(days=30), net_cents=sum(entry.net_cents for entry in together),
            vat_cents=sum(entry.vat_cents for entry in together), by=treasurer, now=moment,
        )  # fmt: skip
        invoices.tie(invoice=invoice, entries=together, by=treasurer, now=moment)
        if entries.index(together[-1]) < paid_until:
            gross = invoice.net_cents + invoice.vat_cents
            invoices.pay(
                organisation=stage.row, entries=together, on=min(together[-1].on + timedelta(days=20), moment.date()), cents=gross,
                supplier=made[first.supplier], to_name=first.supplier, communication=invoice.number, by=treasurer, now=moment,
            )  # fmt: skip


def bundled(entries: list[Entry]) -> list[list[Entry]]:
    """Return what each invoice is for: one expense, but the first supplier that was paid on two lines billed both together."""
    lines: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        lines[entry.supplier].append(entry)
    two = next((found[:2] for found in lines.values() if len({entry.line_id for entry in found[:2]}) == 2), [])
    return [two if entry in two else [entry] for entry in entries if entry not in two[1:]]


def credit_two_expenses(stage: Stage, moment: datetime) -> None:
    """A credit note lowers both expenses of the invoice that is booked on two lines."""
    invoice = next(
        (each for each in Invoice.objects.select_related("supplier", "organisation").order_by("issued_on") if each.parts.count() == 2), None
    )
    if invoice is None:
        return
    parts = [part.entry for part in invoice.parts.select_related("entry")]
    shares = [invoices.Share(entry, CREDITED, divided(CREDITED * entry.vat_cents, entry.net_cents)) for entry in parts]
    note = invoices.receive(
        organisation=stage.row, supplier=invoice.supplier, number=f"NC-{invoice.number}", kind=Invoice.Kind.CREDIT_NOTE,
        issued_on=min(invoice.issued_on + timedelta(days=12), moment.date()), net_cents=sum(share.net_cents for share in shares),
        vat_cents=sum(share.vat_cents for share in shares), by=stage.person("treasurer"), now=moment,
    )  # fmt: skip
    invoices.credit(note=note, of=invoice, shares=shares, by=stage.person("treasurer"), now=moment)


def receive_an_invoice(stage: Stage, supplier: Supplier, moment: datetime) -> None:
    """An invoice has come in and waits to be booked."""
    day = moment.date() - timedelta(days=3)
    invoice = invoices.receive(
        organisation=stage.row, supplier=supplier, number=f"{day:%Y}-0417", issued_on=day, due_on=day + timedelta(days=30),
        net_cents=180_00, vat_cents=37_80, reference="+++010/8068/17183+++", iban=iban(BANK, 1), by=stage.person("treasurer"), now=moment,
    )  # fmt: skip
    content = page_with(supplier.name, f"Facture {invoice.number}", f"{day:%d/%m/%Y}", "180,00 EUR + TVA 37,80 EUR = 217,80 EUR")
    name = f"facture-{invoice.number}.pdf"
    documents.keep(organisation=stage.row, content=content, name=name, invoice=invoice, by=stage.person("treasurer"), now=moment)


def attach_an_offer(stage: Stage, moment: datetime) -> None:
    """Whoever asked for money first, and waits, has attached the supplier's offer."""
    request = Request.objects.filter(state=Request.State.OPEN).order_by("asked_at").first()
    if request is None:
        return
    said = (request.supplier, f"Offre · Offerte: {request.title}", f"{request.asked_at:%d/%m/%Y}", f"{request.net_cents / 100:.2f} EUR")
    content, name = page_with(*said), f"offre-{request.asked_at:%Y-%m-%d}.pdf"
    documents.keep(organisation=stage.row, content=content, name=name, request=request, by=request.asked_by, now=moment)


def page_with(*lines: str) -> bytes:
    page = FPDF(format="A4")
    page.add_page()
    page.set_font("Helvetica", size=14)
    for line in lines:
        page.cell(0, 10, line.encode("cp1252", "replace").decode("cp1252"), new_x="LMARGIN", new_y="NEXT")
    return bytes(page.output())
