"""When a decision that waits is reminded of, and when others are called upon."""

from datetime import UTC, datetime, timedelta

import pytest

from campaigns.reminders import rules

ASKED = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
HOURS = rules.Hours(timedelta(hours=24), timedelta(hours=48))


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
    assert rules.due(since=ASKED, first_at=None, hours=HOURS, now=now) == expected


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
    assert rules.due(since=ASKED, first_at=first, hours=HOURS, now=now) == expected
