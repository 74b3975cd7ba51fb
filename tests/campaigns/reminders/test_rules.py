"""When a decision that waits is reminded of, and when others are called upon."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from campaigns.plan.days import Day
from campaigns.reminders import rules

ASKED = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
HOURS = rules.Hours(timedelta(hours=24), timedelta(hours=48))
BRUSSELS = ZoneInfo("Europe/Brussels")
ALWAYS = Day(BRUSSELS, 0, 24)
BY_DAY = Day(BRUSSELS)


def after(**how: float) -> datetime:
    return ASKED + timedelta(**how)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (after(hours=23.9), None),
        (after(hours=24), "remind"),
        (after(hours=47.9), "remind"),
        (after(hours=48), "escalate"),
        (after(days=20), "escalate"),
    ],
)
def test_without_a_time_the_organisations_hours_count(now: datetime, expected: str | None):
    assert rules.due(since=ASKED, first_at=None, hours=HOURS, day=ALWAYS, now=now) == expected


@pytest.mark.parametrize(
    ("first", "now", "expected"),
    [
        (after(hours=10), after(hours=5.9), None),
        (after(hours=10), after(hours=6), "remind"),  # four hours before it goes out
        (after(hours=10), after(hours=8), "escalate"),  # two hours before
        (after(hours=10), after(hours=10), None),  # too late: it expires
        (after(hours=2), after(minutes=29), None),  # people have half an hour whatever the time
        (after(hours=2), after(minutes=30), "remind"),
        (after(hours=2), after(minutes=60), "escalate"),
        (after(days=9), after(hours=24), "remind"),  # far away: as usual
    ],
)
def test_what_goes_out_soon_does_not_wait_that_long(first: datetime, now: datetime, expected: str | None):
    assert rules.due(since=ASKED, first_at=first, hours=HOURS, day=ALWAYS, now=now) == expected


def clock(day: int, hour: int, minute: int = 0) -> datetime:
    """Return that time in Brussels, of a November day."""
    return datetime(2026, 11, day, hour, minute, tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("asked", "first", "now", "expected"),
    [
        (clock(26, 23), None, clock(27, 23, 30), None),  # due at night: it waits …
        (clock(26, 23), None, clock(28, 6, 59), None),
        (clock(26, 23), None, clock(28, 7), "remind"),  # … for the morning
        (clock(26, 9), None, clock(27, 21, 59), "remind"),  # the last minute of the day
        (clock(26, 9), None, clock(27, 22), None),
        (clock(26, 20), clock(27, 6), clock(27, 2), "remind"),  # goes out before the morning: at once
        (clock(26, 20), clock(27, 6), clock(27, 4), "escalate"),
        (clock(26, 20), clock(27, 7, 30), clock(27, 3, 30), "remind"),  # and with it what leaves people no half hour in the morning
        (clock(26, 20), clock(27, 9), clock(27, 5), None),
        (clock(26, 20), clock(27, 9), clock(27, 7), "escalate"),
    ],
)
def test_nobody_is_reminded_at_night_of_what_can_wait(asked: datetime, first: datetime | None, now: datetime, expected: str | None):
    assert rules.due(since=asked, first_at=first, hours=HOURS, day=BY_DAY, now=now) == expected


def test_the_morning_after_a_change_night_is_the_clocks():
    night = datetime(2026, 3, 28, 23, 0, tzinfo=BRUSSELS)
    assert BY_DAY.next(night) == datetime(2026, 3, 29, 5, 0, tzinfo=UTC)
