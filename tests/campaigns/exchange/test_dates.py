"""Dates and times as people write them."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.exchange.dates import Two, order_of, parted, read_date, read_time

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24", "2026/11/24", "20261124", "24/11/2026", "24-11-2026", "24.11.26", "24 11 2026", "24 novembre 2026", "24 nov. 2026",
        "mardi 24 novembre 2026", "mar. 24 nov. 2026", "24 november 2026", "dinsdag 24 november 2026", "24. November 2026",
        "Nov 24th, 2026", "di 24/11/2026", "11/24/2026", "46350", "46350.0",
    ],
)  # fmt: skip
def test_one_day_in_many_hands(text):
    assert read_date(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "x", "31/02/2026", "2026-13-01", "24/11", "nov 2026", "24 brumaire 2026", "1", "999999", "99/99/9999"]
)
def test_what_is_no_day(text):
    assert read_date(text) is None


def test_the_fourth_of_march_or_the_third_of_april():
    assert read_date("3/4/2027") == Two(dmy=date(2027, 4, 3), mdy=date(2027, 3, 4))
    assert read_date("3/4/2027", order="dmy") == date(2027, 4, 3)
    assert read_date("3/4/2027", order="mdy") == date(2027, 3, 4)
    assert read_date("3.4.2027") == date(2027, 4, 3)
    assert read_date("3/3/2027") == date(2027, 3, 3)


def test_a_column_shows_its_order_or_leaves_it_open():
    assert order_of(["3/4/2027", "24/4/2027"])[0] == "dmy"
    assert order_of(["3/4/2027", "4/24/2027"])[0] == "mdy"
    assert order_of(["13/4/2027", "4/24/2027", "3/4/2027"])[0] == ""
    order, doubtful = order_of(["3/4/2027", "5/6/2027"])
    assert order == "" and len(doubtful) == 2


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("9h30", time(9, 30)), ("09:30", time(9, 30)), ("9.30", time(9, 30)), ("9u30", time(9, 30)), ("9:30 PM", time(21, 30)),
        ("9 Uhr", time(9)), ("9:30 Uhr", time(9, 30)), ("21h", time(21)), ("9 h 30", time(9, 30)), ("12 am", time(0)),
        ("12:30 p.m.", time(12, 30)), ("0930", time(9, 30)), ("09:30:00", time(9, 30)), ("0.395833333", time(9, 30)),
        ("25:00", None), ("9:75", None), ("13 pm", None), ("noon", None), ("", None), ("9", None), ("99999", None),
    ],
)  # fmt: skip
def test_times(text, at):
    assert read_time(text) == at


@pytest.mark.parametrize(
    ("text", "date_", "time_"),
    [
        ("2026-11-24T09:30", "2026-11-24", "09:30"),
        ("24/11/2026 à 9h30", "24/11/2026", "9h30"),
        ("24 novembre 2026 09:30", "24 novembre 2026", "09:30"),
        ("24 nov. 2026, 9:30 PM", "24 nov. 2026", "9:30 PM"),
        ("46350.395833", "46350", "0.395833"),
        ("24 novembre 2026", "24 novembre 2026", ""),
        ("24.11.2026", "24.11.2026", ""),
    ],
)
def test_both_in_one_cell(text, date_, time_):
    assert parted(text) == (date_, time_)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_no_text_breaks_it(text):
    read_date(text), read_time(text), parted(text)


@settings(deadline=None)
@given(st.dates(date(1999, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back(day):
    assert read_date(day.isoformat()) == read_date(f"{day:%d.%m.%Y}") == read_date(f"{day:%d/%m/%Y}", order="dmy") == day
