"""Until when a picture may be shown. Pure."""

from datetime import date, timedelta

WARN = timedelta(days=14)  # before the last day


def ends_on(*, rights_until: date | None, consent_until: date | None) -> date | None:
    """Return the last day it may be shown: of rights and consent, what ends first."""
    return min((day for day in (rights_until, consent_until) if day), default=None)


def ends_before(last: date | None, *, day: date) -> bool:
    """Return whether the picture may no longer be shown on that day."""
    return last is not None and last < day


def soon(*, today: date) -> tuple[date, date]:
    """Return the first and the last of the days that count as soon."""
    return today, today + WARN
