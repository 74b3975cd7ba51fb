"""Dollars, days and times as the reader of a letter or of its page writes them."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_currency

from accounts.saying import locale


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
