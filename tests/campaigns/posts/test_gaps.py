"""Where a week falls short, and when there is room."""

from datetime import UTC, date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from campaigns.posts.cadence.gaps import Rhythm, short
from campaigns.posts.cadence.weeks import days_within, midnight, monday_of

BRUSSELS = "Europe/Brussels"
MONDAY = date(2026, 11, 23)
HOURS = ("14:00", "09:00", "17:00")
SUNDAY_BEFORE = datetime(2026, 11, 22, 20, 0)


def gaps(target, *, done=0, taken=(), slots=None, hours=HOURS, now=SUNDAY_BEFORE, monday=MONDAY, zone=BRUSSELS):
    rhythm = Rhythm(target=target, slots=slots or {}, hours=hours)
    found = short(monday=monday, done=done, taken=taken, rhythm=rhythm, now=now, zone=zone)
    return found and (found.missing, [at for gap in found.gaps for at in gap.times])


def test_a_week_that_reaches_its_target_has_no_gap():
    assert gaps(5, done=5) is None
    assert gaps(0) is None


def test_what_is_missing_is_spread_over_the_days_that_have_least():
    taken = ["2026-11-23T14:00", "2026-11-24T14:00"]
    assert gaps(5, done=2, taken=taken) == (3, ["2026-11-25T14:00", "2026-11-26T14:00", "2026-11-27T14:00"])


def test_the_channels_usual_times_come_before_good_hours():
    slots = {1: ["08:15"], 3: ["19:45"]}
    assert gaps(3, slots=slots)[1] == ["2026-11-23T14:00", "2026-11-24T08:15", "2026-11-26T19:45"]


def test_nothing_is_proposed_within_two_hours_of_anything_else():
    taken = ["2026-11-25T13:00"]
    _, times = gaps(14, done=1, taken=taken)
    days: dict[str, list[datetime]] = {}
    for at in [*times, *taken]:
        days.setdefault(at[:10], []).append(datetime.fromisoformat(at))
    for day in days.values():
        day.sort()
        assert all((b - a).total_seconds() >= 7200 for a, b in pairwise(day))
    assert len(times) == 13


def test_what_has_passed_is_not_proposed_and_the_rest_of_the_week_may_be_too_short():
    missing, times = gaps(40, now=datetime(2026, 11, 29, 17, 30))
    assert missing == 40 and 0 < len(times) < 3 and all(at > "2026-11-29T17:30" for at in times)
    assert gaps(40, now=datetime(2026, 11, 30, 0, 30)) is None


def test_the_hour_that_march_skips_is_not_proposed():
    spring = date(2026, 3, 23)
    _, times = gaps(1, slots={6: ["02:30"]}, hours=(), monday=spring, now=datetime(2026, 3, 22))
    assert times != ["2026-03-29T02:30"]


def test_a_week_with_a_change_night_has_an_hour_more_or_less():
    zone = ZoneInfo(BRUSSELS)
    hours = lambda monday, after: (midnight(after, zone) - midnight(monday, zone)).total_seconds() / 3600  # noqa: E731
    assert hours(date(2026, 3, 23), date(2026, 3, 30)) == 167
    assert hours(date(2026, 10, 19), date(2026, 10, 26)) == 169
    assert monday_of(date(2026, 10, 25)) == date(2026, 10, 19)


def test_midnights_of_a_reader_elsewhere_are_taken_for_those_here():
    zone = ZoneInfo(BRUSSELS)
    lisbon = datetime(2026, 11, 23, 0, 0, tzinfo=UTC), datetime(2026, 11, 30, 0, 0, tzinfo=UTC)
    assert days_within(*lisbon, zone) == (date(2026, 11, 23), date(2026, 11, 29))
