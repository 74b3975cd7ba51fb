"""Sums, days and times as the reader of a letter or of its page writes them."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_currency
from django.utils.translation import get_language

# Each language as it is written in Belgium, where Carillon's first users are.
LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "de": "de_BE", "en": "en_GB"}


def locale() -> str:
    return LOCALES.get(get_language() or "en", "en_GB")


def money(cents: int, currency: str) -> str:
    return format_currency(Decimal(cents) / 100, currency, locale=locale())


def dollars(micros: int) -> str:
    """Return what a network charges in US dollars, with the fractions of a cent it charges by."""
    return format_currency(Decimal(micros) / 1_000_000, "USD", locale=locale(), decimal_quantization=False)


def day(value: date) -> str:
    return format_date(value, f"{_number(value)} MMMM y", locale=locale())


def moment(value: datetime, zone: str) -> str:
    """Return weekday, day and clock time in that zone."""
    local = value.astimezone(ZoneInfo(zone))
    return f"{format_date(local, f'EEEE {_number(local)} MMMM', locale=locale())}, {format_time(local, 'HH:mm', locale=locale())}"


def _number(value: date) -> str:
    """Return the pattern of the day of the month: French says "1er", German "1."."""
    return {"de_BE": "d.", "fr_BE": "d'er'" if value.day == 1 else "d"}.get(locale(), "d")
