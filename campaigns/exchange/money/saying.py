"""Sums, shares and days on a page for the board, as its reader writes them; and only in signs its typeface has."""

import unicodedata
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from accounts import saying
from accounts.saying import locale

NONE = "–"


def money(cents: int, currency: str) -> str:
    return printable(saying.money(cents, currency))


def amount(cents: int) -> str:
    """Return the sum without its currency, for a column that names it."""
    return printable(format_decimal(Decimal(cents) / 100, "#,##0.00", locale=locale()))


def hours(minutes: int) -> str:
    """Return so many minutes in hours, with a tenth where there is one."""
    return printable(format_decimal(Decimal(minutes) / 60, "#,##0.#", locale=locale()))


def percent(permille: int | None, *, places: int = 1) -> str:
    if permille is None:
        return NONE
    sign = "%" if locale() == saying.LOCALES["en"] else "\u00a0%"
    return printable(format_percent(Decimal(permille) / 1000, format=("#,##0.0" if places else "#,##0") + sign, locale=locale()))


def day(value: date) -> str:
    return printable(format_date(value, "d. MMMM y" if locale() == "de_BE" else "d MMMM y", locale=locale()))


def month(value: date) -> str:
    """Return its first letters, as under a column of a chart."""
    return printable(format_date(value, "LLL", locale=locale()).rstrip("."))


def printable(text: str) -> str:
    """Return the text in the signs the typeface has: letters of other alphabets of Europe lose their accents, what is left becomes "?"."""
    whole = unicodedata.normalize("NFC", text).replace("\u202f", "\u00a0").replace("\u2212", "-")
    return "".join(_sign(sign) for sign in whole if sign not in "\ufe0f\u200d\u200b\u200e\u200f")


def _sign(sign: str) -> str:
    for attempt in (sign, unicodedata.normalize("NFKD", sign)[:1], BARRED.get(sign, "?")):
        try:
            attempt.encode("cp1252")
        except UnicodeEncodeError:
            continue
        return attempt if attempt.isprintable() or attempt == "\u00a0" else " "
    return "?"


BARRED = {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "ı": "i"}  # no accents that could be taken off
