"""From the bytes of a file somebody dropped to a table of texts. Pure; hostile files are refused, never run."""

import codecs
import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from openpyxl import load_workbook

from accounts.problems import Refusal
from campaigns.exchange.columns import guess
from campaigns.exchange.dates import as_text

MB = 1024 * 1024
BYTES_MOST, ROWS_MOST, COLUMNS_MOST, CELL_MOST = 5 * MB, 2000, 60, 70_000
UNPACKED_MOST, PARTS_MOST = 60 * MB, 2000
SEPARATORS = ";,\t|"
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
HEAD_WITHIN = 20  # rows among which the header may stand, below a title or a bank's own lines
Known = Callable[[list[str]], int]  # how many cells of a row are known heads of columns


@dataclass(frozen=True)
class Row:
    """`number` is the row's number in the spreadsheet."""

    number: int
    cells: list[str]


@dataclass(frozen=True)
class Table:
    header: list[str]
    rows: list[Row]
    encoding: str = ""
    separator: str = ""
    sheet: str = ""


def heads_of_posts(line: list[str]) -> int:
    return sum(map(bool, guess(line)))


def read(content: bytes, *, known: Known = heads_of_posts) -> Table:
    """Return the table of a CSV or XLSX file, whose header is the row with most known heads. Raises Refusal."""
    if len(content) > BYTES_MOST:
        raise Refusal("import-too-large", status=413, fields={"file": "import-too-large"}, mb=BYTES_MOST // MB)
    if content.startswith(b"PK\x03\x04"):
        sheet, found = _workbook(content)
        return _table(found, known=known, sheet=sheet)
    if content.startswith((b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        raise _unreadable()
    text, encoding = decoded(content)
    separator, lines = separated(text, known=known)
    return _table(lines, known=known, encoding=encoding, separator=separator)


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text and its encoding: what a mark says, else UTF-16 by its zeros, else UTF-8 if it is, else Windows-1252."""
    encoding = _encoding(content)
    try:
        return content.decode(encoding), encoding.removesuffix("-sig")
    except UnicodeDecodeError:
        if encoding != "utf-8" or 0 in content:
            raise _unreadable() from None
    # Latin-1 as people write it is the same but for five bytes that stand for nothing.
    return content.decode("cp1252", errors="replace"), "windows-1252"


def _encoding(content: bytes) -> str:
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return encoding
    head = content[:2000]
    if head.count(0) <= len(head) // 4:
        return "utf-8"
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def separated(text: str, *, known: Known = heads_of_posts) -> tuple[str, list[list[str]]]:
    """Return the separator that makes the most even table, and the lines it makes."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], _lines(rest, first.strip()[4])
    made = {separator: _lines(text, separator) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: _evenness(made[separator], known=known))
    return best, made[best]


def _lines(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True))
    except csv.Error:
        return []


def _evenness(lines: list[list[str]], *, known: Known) -> tuple[int, int]:
    """Return how many known heads it finds, then how many lines are as wide as the widest common width."""
    filled = [line for line in lines if any(map(str.strip, line))][:200]
    widths = [len(line) for line in filled if len(line) > 1]
    heads = max(map(known, filled[:HEAD_WITHIN]), default=0)
    return heads, max((widths.count(width) * width for width in set(widths)), default=0)


def _workbook(content: bytes) -> tuple[str, Iterator[list[str]]]:
    """Return the name and the lines of the first visible sheet. Formulas count as what they gave last; macros are not looked at."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > PARTS_MOST or sum(part.file_size for part in parts) > UNPACKED_MOST:
                raise Refusal("import-unpacks-too-large", status=413, fields={"file": "import-unpacks-too-large"})
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
        if sheet is None:
            raise _unreadable()
        sheet.reset_dimensions()
        rows = sheet.iter_rows(values_only=True, max_col=COLUMNS_MOST, max_row=ROWS_MOST + 2 * HEAD_WITHIN + 2000)
        return sheet.title, iter([[as_text(cell) for cell in row] for row in rows])
    except Refusal:
        raise
    except Exception as error:  # whatever a broken or hostile workbook makes the library say
        raise _unreadable() from error


def _table(lines: Iterable[list[str]], *, known: Known, **facts: str) -> Table:
    filled = [(number, _cut(line)) for number, line in enumerate(lines, 1) if any(map(str.strip, line))]
    if not filled:
        raise Refusal("import-empty", fields={"file": "import-empty"})
    counts = [known(line) for _, line in filled[:HEAD_WITHIN]]
    head = counts.index(max(counts)) if max(counts) > 1 else 0
    header = filled[head][1]
    rows = filled[head + 1 :]
    if not rows or len(header) < 2:
        raise Refusal("import-empty", fields={"file": "import-empty"})
    if len(rows) > ROWS_MOST:
        raise Refusal("import-too-many-rows", status=413, fields={"file": "import-too-many-rows"}, rows=ROWS_MOST)
    width = min(max(len(header), *(len(cells) for _, cells in rows)), COLUMNS_MOST)
    padded = [Row(number, (cells + [""] * width)[:width]) for number, cells in rows]
    return Table(header=(header + [""] * width)[:width], rows=padded, **facts)


def _cut(line: list[str]) -> list[str]:
    cells = [unescaped(cell.replace("\x00", "").replace("\r\n", "\n").strip()).strip()[:CELL_MOST] for cell in line[:COLUMNS_MOST]]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def unescaped(cell: str) -> str:
    """Return it without the sign that keeps spreadsheets from reckoning with it (see writing.harmless)."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {"=", "+", "-", "@", "\t", "\r", "'"} else cell


def _unreadable() -> Refusal:
    return Refusal("import-unreadable", status=415, fields={"file": "import-unreadable"})
