"""A budget to take along: tables for a spreadsheet, and one page for the board, in four languages."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from django_scopes import scope, scopes_disabled
from openpyxl import load_workbook

from campaigns.budget import services as budget
from campaigns.exchange.money.facts import Row, folded, together
from campaigns.exchange.money.saying import printable
from tests.campaigns.budget.conftest import NOW, line, period, treasurer, world  # noqa: F401

LONG = "Campagne d’affichage pour les logements à loyer modéré dans toutes les communes de la périphérie"


@pytest.fixture
def year(world, period, line):  # noqa: F811
    press = line("press_online", 10_000_00, name="=HYPERLINK(1)")
    posters = line("posters", 15_000_00, name=LONG)
    with scope(organisation=world.organisation):
        budget.book_expense(line=press, net_cents=2_000_00, vat_cents=420_00, supplier="Łódź Media", on=date(2026, 1, 31), by=None, now=NOW)
        budget.book_expense(line=posters, net_cents=1_234_56, on=date(2026, 2, 1), by=None, now=NOW)
        budget.ask(organisation=world.organisation, line=posters, by=world.author, title=LONG, net_cents=700_00, now=NOW)
    return period


def read(answer, separator=";"):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=separator))


def test_the_lines_are_a_table_with_numbers_of_the_separators_kind(year, treasurer):  # noqa: F811
    answer = treasurer.get(f"/api/periods/{year.pk}/export.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="ours-2026-lines.csv"'
    head, press, _ = read(answer)
    assert head[:5] == ["Line", "Medium", "Paid media", "Digital part", "Planned"]
    assert press[0] == "'=HYPERLINK(1)" and press[3:9] == ["100,0%", "10000,00", "0,00", "0,00", "2420,00", "7580,00"]
    comma = read(treasurer.get(f"/api/periods/{year.pk}/export.csv", {"separator": "comma"}), ",")
    assert comma[1][4] == "10000.00"


def test_the_ledger_and_what_was_asked_are_tables_too(year, treasurer):  # noqa: F811
    ledger = read(treasurer.get(f"/api/periods/{year.pk}/export.csv", {"table": "ledger", "language": "fr"}))
    assert ledger[1][0] == "2026-01-31" and ledger[1][7:10] == ["2000,00", "420,00", "2420,00"]
    asked = read(treasurer.get(f"/api/periods/{year.pk}/export.csv", {"table": "requests"}))
    assert asked[1][1] == LONG and asked[1][7] == "Waits"
    months = read(treasurer.get(f"/api/periods/{year.pk}/export.csv", {"table": "months"}))
    assert len(months) == 13 and months[1][:5] == ["2026-01", "2420,00", "2420,00", "100,0%", "100,0%"] and months[2][3] == "0,0%"


def test_the_workbook_holds_real_numbers_and_dates(year, treasurer):  # noqa: F811
    book = load_workbook(io.BytesIO(treasurer.get(f"/api/periods/{year.pk}/export.xlsx").content))
    assert book.sheetnames == ["Lines", "Ledger", "Payments and refunds", "Requests", "Hours of work", "Digital share by month"]
    lines, ledger = book["Lines"], book["Ledger"]
    assert lines["A2"].value == "=HYPERLINK(1)" and lines["A2"].data_type == "s"
    assert Decimal(str(lines["H2"].value)) == Decimal("2420") and lines["H2"].number_format == "#,##0.00"
    assert lines["D2"].value == 1 and lines["D2"].number_format == "0.0%"
    assert ledger["A2"].value.date() == date(2026, 1, 31)


def test_hours_are_a_table_of_their_own_with_a_value_where_there_is_a_rate(year, treasurer):  # noqa: F811
    body = {"period": str(year.pk), "what": "Replies", "on": "2026-11-20", "minutes": 100, "digital_permille": 500}
    for who in ("volunteer", "staff"):
        treasurer.post("/api/hours/", {**body, "who": who}, format="json")
    treasurer.put(f"/api/periods/{year.pk}/hourly-rate/", {"cents": 20_00, "source": "A helper"}, format="json")
    page = load_workbook(io.BytesIO(treasurer.get(f"/api/periods/{year.pk}/export.xlsx").content))["Hours of work"]
    unpaid, staff = ([cell.value for cell in row] for row in list(page.rows)[1:])
    assert unpaid[0].date() == date(2026, 11, 20) and unpaid[1:9] == ["Volunteers", "Replies", None, 1.6667, 0.5, 20, 33.33, "A helper"]
    assert staff[1] == "Staff" and staff[6:9] == [None, None, None]


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_the_boards_page_tells_hours_beside_the_shares(year, treasurer, language):  # noqa: F811
    body = {"period": str(year.pk), "who": "volunteer", "what": "Replies", "on": "2026-11-20", "minutes": 90}
    treasurer.post("/api/hours/", body, format="json")
    treasurer.put(f"/api/periods/{year.pk}/hourly-rate/", {"cents": 20_00, "source": "What a helper costs us " * 8}, format="json")
    answer = treasurer.get(f"/api/periods/{year.pk}/board.pdf", {"language": language})
    assert answer.content.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_the_boards_page_is_one_page_in_each_language(year, treasurer, language):  # noqa: F811
    answer = treasurer.get(f"/api/periods/{year.pk}/board.pdf", {"language": language})
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF-")
    assert answer.content.count(b"/Type /Page\n") == 1
    assert "no-store" in answer["Cache-Control"]


def test_a_budget_with_nothing_in_it_has_a_page_as_well(world, period, treasurer):  # noqa: F811
    assert treasurer.get(f"/api/periods/{period.pk}/board.pdf").content.startswith(b"%PDF-")
    assert len(read(treasurer.get(f"/api/periods/{period.pk}/export.csv"))) == 1
    assert treasurer.get(f"/api/periods/{period.pk}/export.xlsx").status_code == 200


@pytest.mark.parametrize("query", [{"table": "secrets"}, {"separator": "pipe"}, {"language": "tlh"}])
def test_what_is_not_understood_is_named(period, treasurer, query):  # noqa: F811
    answer = treasurer.get(f"/api/periods/{period.pk}/export.csv", query)
    assert answer.status_code == 400 and set(answer.data["fields"]) == set(query)


def test_only_who_sees_the_money_takes_it_along(world, period):  # noqa: F811
    for path in ("export.csv", "export.xlsx", "board.pdf"):
        assert world.client("author", world.organisation).get(f"/api/periods/{period.pk}/{path}").status_code == 403
        assert world.client("other", world.other).get(f"/api/periods/{period.pk}/{path}").status_code == 404
        assert world.client("viewer", world.organisation).get(f"/api/periods/{period.pk}/{path}").status_code == 200


def test_a_page_with_very_many_lines_stays_one_page(world, period, line, treasurer):  # noqa: F811
    for n in range(40):
        line("events", (n + 1) * 100_00, name=f"Line {n}")
    assert treasurer.get(f"/api/periods/{period.pk}/board.pdf").content.count(b"/Type /Page\n") == 1
    with scopes_disabled():
        assert period.lines.count() == 40


def test_the_smallest_lines_are_put_together_and_nothing_is_lost():
    rows = [Row(f"{n}", n, 0, 0, n) for n in range(10)]
    shown, rest = folded(rows, most=4)
    assert [row.name for row in shown] == ["7", "8", "9"] and len(rest) == 7
    assert together(shown, "").planned + together(rest, "").planned == sum(row.planned for row in rows)
    assert folded(rows, most=10) == (rows, [])


def test_names_of_other_alphabets_are_printed_without_their_accents():
    assert printable("Łódź, Târgu-Mureș, 5\u202f000 € – ça") == "Lódz, Târgu-Mures, 5\u00a0000 € – ça"
    assert printable("Αθήνα 🙂") == "????? ?"
