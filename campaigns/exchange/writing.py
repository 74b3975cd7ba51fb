"""Tables as CSV and XLSX that other programs open without harm. Pure."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

RECKONED = ("=", "+", "-", "@", "\t", "\r")
CELL_MOST = 32_000  # a spreadsheet's own limit is 32 767
# Decimal: an amount, with two places. float: a share of one, shown in per cent.
Cell = str | int | Decimal | float | date | time | None
WIDE = 60


def harmless(text: str) -> str:
    """Return it so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(RECKONED) or (text[:1] == "'" and text[1:2] in {*RECKONED, "'"}) else text


def as_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]], *, separator: str = ";") -> bytes:
    """Return UTF-8 with a mark, by which Excel knows its letters."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(map(harmless, header))
    point = "." if separator == "," else ","  # as the programs that use that separator write numbers
    writer.writerows([_written(cell, point) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell, point: str) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:.2f}".replace(".", point)
    if isinstance(cell, float):
        return f"{cell:.1%}".replace(".", point)
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return "" if cell is None else harmless(str(cell))


def as_xlsx(header: Sequence[str], rows: Iterable[Sequence[Cell]], *, sheet: str) -> bytes:
    """Return a workbook with one table."""
    return as_workbook([(sheet, header, rows)])


def as_workbook(tables: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Cell]]]]) -> bytes:
    """Return a workbook with a sheet for each table: real numbers, dates and times, a header that stays in sight, and filters."""
    book = Workbook(write_only=True)
    for name, header, rows in tables:
        page = book.create_sheet(name[:31])
        page.freeze_panes = "A2"
        rows = list(rows)
        page.auto_filter.ref = f"A1:{get_column_letter(len(header))}{len(rows) + 1}"
        for number, head in enumerate(header, 1):
            longest = max([len(head), *(len(str(row[number - 1] or "")) for row in rows)])
            page.column_dimensions[get_column_letter(number)].width = min(max(longest + 2, 10), WIDE)
        page.append([_head(page, head) for head in header])
        for row in rows:
            page.append([_cell(page, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(page: object, words: str) -> WriteOnlyCell:
    cell = _cell(page, words)
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor="0F766E")
    return cell


def _cell(page: object, value: Cell) -> WriteOnlyCell:
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)[:CELL_MOST]
    cell = WriteOnlyCell(page, value=value)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, str):
        cell.data_type = "s"  # also what begins with "="
    elif isinstance(value, Decimal):
        cell.number_format = "#,##0.00"
    elif isinstance(value, float):
        cell.number_format = "0.0%"
    elif isinstance(value, time):
        cell.number_format = "hh:mm"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    return cell
