"""The export of Meta Ads Manager: localised heads, decimal commas, a sum at its top or bottom. Pure."""

import re
from collections.abc import Sequence

from campaigns.exchange.columns import plain
from campaigns.exchange.dates import DMY, MDY, Two, order_of, read_date
from campaigns.exchange.reading import Row, Table
from campaigns.statements.movements import Spend, Wrong, numbered_spends
from campaigns.statements.readers.amounts import cents_in

HEADS = {
    "name": "campaign name|nom de la campagne|campagnenaam|naam campagne|kampagnenname|ad set name|nom de l ensemble de publicites"
    "|naam advertentieset|name der anzeigengruppe|ad name|nom de la publicite|naam van advertentie|name der werbeanzeige",
    "since": "reporting starts|debut des rapports|start van rapportage|begin rapportage|auswertungsstart|debut du rapport"
    "|rapportage begint",
    "until": "reporting ends|fin des rapports|einde van rapportage|einde rapportage|auswertungsende|fin du rapport|rapportage eindigt",
    "cents": "amount spent|montant depense|besteed bedrag|uitgegeven bedrag|ausgegebener betrag",
}
FIELD_OF = {phrase: field for field, phrases in HEADS.items() for phrase in phrases.split("|")}
CURRENCY = re.compile(r"\(([A-Z]{3})\)")


def fields_in(header: Sequence[str]) -> list[str]:
    found: list[str] = []
    for head in header:
        field = FIELD_OF.get(plain(CURRENCY.sub("", head)), "")
        found.append(field if field and field not in found else "")
    return found


def heads_of_ads(line: list[str]) -> int:
    return sum(map(bool, fields_in(line)))


def is_ads(header: Sequence[str]) -> bool:
    return {"name", "since", "cents"} <= set(fields_in(header))


def spends_in(table: Table) -> tuple[Spend, ...]:
    """Return what each row spent. Rows without a name are sums over the others, rows of nothing spent are left out."""
    fields = fields_in(table.header)
    place = {field: at for at, field in enumerate(fields) if field}
    head = table.header[place["cents"]]
    found = CURRENCY.search(head)
    rows = [row for row in table.rows if row.cells[place["name"]].strip()]
    order, _ = order_of(row.cells[place["since"]] for row in rows)
    spends = [_spend(row, place, table.header, currency=found[1] if found else "EUR", order=order or DMY) for row in rows]
    return numbered_spends([spend for spend in spends if spend.cents or spend.wrong])


def _spend(row: Row, place: dict[str, int], header: Sequence[str], *, currency: str, order: str) -> Spend:
    wrong: list[Wrong] = []
    days = []
    for field in ("since", "until"):
        read = read_date(row.cells[place[field]], order=order) if field in place else None
        day = (read.mdy if order == MDY else read.dmy) if isinstance(read, Two) else read
        days.append(day)
    if days[0] is None:
        wrong.append(Wrong("statement-date-wrong", header[place["since"]]))
    text = row.cells[place["cents"]]
    cents = cents_in(text) if text.strip() else 0
    if cents is None or cents < 0:
        wrong.append(Wrong("statement-amount-wrong", header[place["cents"]]))
    return Spend(
        number=row.number, name=" ".join(row.cells[place["name"]].split())[:200], since=days[0], until=days[1] or days[0],
        cents=max(cents or 0, 0), currency=currency, wrong=tuple(wrong),
    )  # fmt: skip
