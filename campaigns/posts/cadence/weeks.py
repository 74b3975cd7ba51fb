"""Weeks as people count them: from Monday to Sunday by the organisation's own clock. Pure."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def mondays(first: date, count: int) -> list[date]:
    return [monday_of(first) + timedelta(weeks=n) for n in range(count)]


def mondays_between(first: date, last: date) -> Iterator[date]:
    """Yield the Monday of every week that has a day in [first, last]."""
    monday = monday_of(first)
    while monday <= last:
        yield monday
        monday += timedelta(weeks=1)


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the instant at which that day begins there. A week with a change night has 167 or 169 hours."""
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)


def days_within(start: datetime, end: datetime, zone: ZoneInfo) -> tuple[date, date]:
    """Return the first and the last day of [start, end) there. Midnights of a reader's other zone are taken for those here."""
    half = timedelta(hours=12)
    first = (start + half).astimezone(zone).date()
    return first, max(first, (end - half).astimezone(zone).date())
