"""Ten ugly dialects of CSV, workbooks, and what is not to be opened."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from accounts.problems import Refusal
from campaigns.exchange.columns import field_of, guess, signature
from campaigns.exchange.reading import ROWS_MOST, read
from campaigns.exchange.writing import as_csv, as_xlsx, harmless

HEADER = ["Date", "Heure", "Canal", "Texte FR", "Tekst NL"]
ROWS = [
    ["24/11/2026", "9h30", "Page à nous", "Ça coûte 30 % ; « trop »", "Dat is te veel, hé"],
    ["25/11/2026", "18h00", "X", "Deux", "Twee"],
]
PLAIN = "\n".join([";".join(HEADER), *(";".join(f'"{cell}"' for cell in row) for row in ROWS)])


def quoted(separator, *, ends="\n", always=True):
    lines = [HEADER, *ROWS]
    return ends.join(separator.join(f'"{cell}"' if always else cell for cell in line) for line in lines)


DIALECTS = {
    "semicolons, UTF-8 with a mark, CRLF": quoted(";", ends="\r\n").encode("utf-8-sig"),
    "semicolons, Latin-1": PLAIN.encode("latin-1"),
    "semicolons, Windows-1252": PLAIN.encode("cp1252"),
    "commas, UTF-8": quoted(",").encode(),
    "tabs, UTF-16 with a mark (Excel's Unicode text)": quoted("\t", always=False).encode("utf-16"),
    "tabs, UTF-16 without a mark": quoted("\t").encode("utf-16-le"),
    "pipes": quoted("|").encode(),
    "sep= in the first line": ("sep=;\r\n" + quoted(";", ends="\r\n")).encode(),
    "old Mac line ends": quoted(";", ends="\r").encode(),
    "empty rows and columns": ("\n;;;;\n" + PLAIN.replace("\n", "\n\n;;;;;\n") + "\n;;;;\n\n").encode(),
    "a title above": ("Planning de novembre;;;;\n\n" + PLAIN).encode(),
    "spaces after separators": quoted("; ").encode(),
}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_gives_the_same_table(dialect):
    table = read(DIALECTS[dialect])
    assert table.header[:5] == HEADER
    assert [row.cells[:5] for row in table.rows] == ROWS


def test_line_breaks_and_quotes_in_cells():
    table = read(b'Date,Text\n2026-11-24,"Two\r\nlines, and ""quotes"""\n')
    assert table.rows[0].cells == ["2026-11-24", 'Two\nlines, and "quotes"']


def test_rows_keep_their_numbers_in_the_spreadsheet():
    assert [row.number for row in read(b"Date;Text\n\n\nx;y\n;;\nz;w\n").rows] == [4, 6]


def test_uneven_rows_are_made_even():
    table = read(b"Date;Text\na;b;c\nd\n")
    assert table.header == ["Date", "Text", ""] and [row.cells for row in table.rows] == [["a", "b", "c"], ["d", "", ""]]


def workbook(*rows, **cells):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for place, value in cells.items():
        book.active[place] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_with_real_dates():
    table = read(workbook(["Date", "Uur", "Tekst"], [datetime(2026, 11, 24), time(9, 30), "Hallo"], [date(2026, 11, 25), 0.75, 12.0]))
    assert [row.cells for row in table.rows] == [["2026-11-24", "09:30", "Hallo"], ["2026-11-25", "0.75", "12"]]


def test_a_formula_is_never_run_nor_taken_as_text():
    table = read(workbook(["Date", "Text"], ["2026-11-24", "=1+1"], ["2026-11-25", "safe"]))
    assert [row.cells for row in table.rows] == [["2026-11-24", ""], ["2026-11-25", "safe"]]


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (70 * 1024 * 1024))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import-empty"), (b"\n\n\n", "import-empty"), (b"Date;Text\n", "import-empty"), (b"one column\nonly\n", "import-empty"),
        (b"PK\x03\x04nonsense", "import-unreadable"), (b"\xd0\xcf\x11\xe0old excel", "import-unreadable"),
        (b"%PDF-1.7", "import-unreadable"), (b"\x89PNG\r\n", "import-unreadable"), (b"a;b\n" * 2_000_000, "import-too-large"),
        (b"Date;Text\n" + b"a;b\n" * (ROWS_MOST + 1), "import-too-many-rows"), (bomb(), "import-unpacks-too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_refused_with_words(content, code):
    with pytest.raises(Refusal) as no:
        read(content)
    assert no.value.code == code


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_break_it(content):
    with suppress(Refusal):
        read(content)


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Date de publication", "date"), ("HEURE", "time"), ("Texte (FR)", "text_fr"), ("Tekst NL", "text_nl"), ("text_de", "text_de"),
        ("Français", "text_fr"), ("Beschreibung EN", "alt_en"), ("texte alternatif nl", "alt_nl"), ("Lien FR", "link_fr"),
        ("Kanaal", "channel"), ("Publish at", "when"), ("Réseau social", "network"), ("Bild", "picture"),
        ("Anything", ""), ("", ""), ("Budget", ""),
    ],
)  # fmt: skip
def test_heads_in_four_languages(head, field):
    assert field_of(head) == field


def test_two_columns_never_hold_the_same():
    assert guess(["Text", "Texte", "Date", "Datum"]) == ["text", "", "date", ""]
    assert signature(["Texte FR", "Date"]) == signature(["texte  (fr)", "DATE"]) != signature(["Date", "Texte FR"])


@pytest.mark.parametrize("text", ["=1+1", "+32 2 123", "-x", "@everyone", "\tx", "'=1", "''"])
def test_what_a_spreadsheet_would_reckon_with_is_made_harmless_and_comes_back(text):
    assert harmless(text).startswith("'")
    assert read(as_csv(["Date", "Text"], [["2026-11-24", text]])).rows[0].cells[1] == text.strip()


CELLS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60).map(str.strip)


@settings(deadline=None)
@given(st.lists(st.tuples(st.dates(), CELLS, CELLS), min_size=1, max_size=8), st.sampled_from(";,\t"))
def test_what_is_written_is_read_again(rows, separator):
    lines = [[day.isoformat(), first, second] for day, first, second in rows]
    table = read(as_csv(["Date", "Text FR", "Text NL"], [[day, *texts] for day, *texts in rows], separator=separator))
    assert [row.cells for row in table.rows] == lines


def test_a_workbook_is_whole_filtered_frozen_and_harmless():
    content = as_xlsx(["Date", "Time", "Text"], [[date(2026, 11, 24), time(9, 30), "=HYPERLINK(1)"]], sheet="Calendar")
    page = load_workbook(io.BytesIO(content)).active
    assert page["A2"].value == datetime(2026, 11, 24) and page["B2"].value == time(9, 30)
    assert page["C2"].value == "=HYPERLINK(1)" and page["C2"].data_type == "s"
    assert page.freeze_panes == "A2" and page.auto_filter.ref == "A1:C2"
