"""Bank movements in a CSV or a workbook, found by the heads of their columns in four languages, never by their places. Pure."""

from collections.abc import Sequence
from datetime import date

from campaigns.exchange.columns import plain
from campaigns.exchange.dates import DMY, Two, parted, read_date
from campaigns.exchange.reading import Row, Table
from campaigns.statements.movements import Movement, Wrong, account_in, structured_in
from campaigns.statements.readers.amounts import cents_in

# Heads as KBC, Belfius, BNP Paribas Fortis, ING, Argenta, Crelan, Triodos and Revolut write them, without accents and signs; ours first.
HEADS: dict[str, str] = {
    "on": "date|datum|date de comptabilisation|boekingsdatum|date comptable|date d execution|uitvoeringsdatum|buchungstag|buchungsdatum"
    "|booking date|execution date|date de l operation|date operation|verrichtingsdatum|transaction date|completed date|boekdatum",
    "value_on": "date valeur|valutadatum|value date|date de valeur|valuta|wertstellung",
    "amount": "amount|montant|bedrag|betrag|montant en eur|bedrag in eur|montant eur|amount eur|umsatz|montant de l operation",
    "debit": "debit|debet|soll|sortie|uitgaande|paid out|af",
    "credit": "credit|haben|entree|inkomende|paid in|bij",
    "currency": "currency|devise|munt|wahrung|valuta code|devise du compte|munteenheid|currency code|waehrung",
    "account": "account|compte|rekening|konto|rekeningnummer|numero de compte|compte donneur d ordre|iban compte|account number|iban"
    "|rekening iban|own account|notre compte|onze rekening|unser konto",
    "iban": "counterparty account|compte contrepartie|rekening tegenpartij|contrepartie compte|numero de compte contrepartie|tegenrekening"
    "|rekeningnummer tegenpartij|gegenkonto|compte beneficiaire|compte de la contrepartie|counterparty iban|iban contrepartie"
    "|iban tegenpartij|rekening van de tegenpartij|iban des empfangers|account of the other side",
    "name": "name|nom|naam|counterparty|counterparty name|nom contrepartie|nom de la contrepartie|naam tegenpartij"
    "|nom contrepartie contient|naam van de tegenpartij|contrepartie|tegenpartij|beneficiaire|begunstigde|empfanger"
    "|auftraggeber beguenstigter"
    "|nom du beneficiaire|naam begunstigde|nom de la contrepartie contient|naam tegenpartij bevat|description du tiers|gegenpartei",
    "communication": "communication|mededeling|mitteilung|mededelingen|verwendungszweck|message|libelle|omschrijving|description|details"
    "|reference"
    "|vrije mededeling|communication libre|detail|communications|betreff|motif|libelles|commentaire",
    "number": "transaction number|numero de transaction|transactienummer|numero de mouvement|bewegingsnummer|verrichtingsnummer"
    "|reference de la banque|bankreferentie|bank reference|reference banque|transaktionsnummer|umsatznummer|n de sequence|no de sequence"
    "|numero de sequence|volgnummer|sequence number|transaction id|transactie id",
    "sheet": "numero d extrait|numero de l extrait|extrait|afschriftnummer|uittrekselnummer|rekeninguittreksel|statement number"
    "|auszugsnummer|kontoauszug|n d extrait",
    "balance": "balance|solde|saldo|kontostand|solde apres operation|solde apres mouvement|saldo na verrichting|nieuw saldo|nouveau solde"
    "|running balance|saldo na transactie|balance after",
    "structured": "structured communication|communication structuree|gestructureerde mededeling|strukturierte mitteilung|ogm|vcs"
    "|gestructureerde referentie|reference structuree",
}
FIELD_OF = {phrase: field for field, phrases in HEADS.items() for phrase in phrases.split("|")}


def fields_in(header: Sequence[str]) -> list[str]:
    """Return what each column holds, or "". Of two columns for one field the first counts."""
    found: list[str] = []
    for head in header:
        field = FIELD_OF.get(plain(head), "")
        found.append(field if field and field not in found else "")
    return found


def heads_of_movements(line: list[str]) -> int:
    return sum(map(bool, fields_in(line)))


def is_bank_table(header: Sequence[str]) -> bool:
    fields = fields_in(header)
    return "on" in fields and ("amount" in fields or "debit" in fields or "credit" in fields)


def movements_in(table: Table) -> tuple[Movement, ...]:
    """Return a movement for each row, with what is wrong in it. Days and months stand as the whole column shows them."""
    fields = fields_in(table.header)
    return tuple(_movement(row, fields, table.header) for row in table.rows)


def _movement(row: Row, fields: Sequence[str], header: Sequence[str]) -> Movement:
    cells = {field: row.cells[place] for place, field in enumerate(fields) if field}
    head = {field: header[place] for place, field in enumerate(fields) if field}
    wrong: list[Wrong] = []
    on = _day(cells.get("on", "") or cells.get("value_on", ""))
    if on is None:
        wrong.append(Wrong("statement-date-wrong", head.get("on", "")))
    cents = _cents(cells)
    if not cents:
        wrong.append(Wrong("statement-amount-wrong", head.get("amount", "") or head.get("debit", "")))
    currency = (cells.get("currency") or "EUR").strip().upper()
    if len(currency) != 3 or not currency.isalpha():
        wrong.append(Wrong("statement-currency-wrong", head.get("currency", "")))
        currency = "EUR"
    communication = " ".join(cells.get("communication", "").split())
    structured = structured_in(cells.get("structured", "")) or structured_in(communication)
    return Movement(
        number=row.number, on=on, cents=cents or 0, currency=currency, account=account_in(cells.get("account", "")),
        name=" ".join(cells.get("name", "").split())[:160], iban=account_in(cells.get("iban", "")),
        communication=(communication or cells.get("structured", ""))[:300], structured=structured, wrong=tuple(wrong),
        marks=_marks(cells),
    )  # fmt: skip


def _marks(cells: dict[str, str]) -> dict[str, str]:
    """Return the bank's number of the movement, where it has one with the statement's, and the balance after it."""
    number, balance = cells.get("number", "").strip(), cents_in(cells.get("balance", ""))
    found = {"number": f"{cells.get('sheet', '').strip()}/{number}"[:140]} if number else {}
    return found | ({} if balance is None else {"balance": str(balance)})


def _day(text: str) -> date | None:
    """Return the day. Belgian banks write the day before the month: 03/04/2026 is in April."""
    read = read_date(parted(text)[0], order=DMY)
    return read.dmy if isinstance(read, Two) else read


def _cents(cells: dict[str, str]) -> int | None:
    if cells.get("amount", "").strip():
        return cents_in(cells["amount"])
    out, into = cents_in(cells.get("debit", "")), cents_in(cells.get("credit", ""))
    if out:
        return -abs(out)
    return abs(into) if into else None
