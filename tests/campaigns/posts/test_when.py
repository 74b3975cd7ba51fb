"""Both change nights in Brussels, 2026 and 2027."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.problems import Refusal
from campaigns.posts.when import shifted, to_local, to_utc

BRUSSELS = "Europe/Brussels"


def test_a_plan_keeps_its_hour_across_the_change():
    assert to_utc("2026-10-24T09:00", BRUSSELS) == datetime(2026, 10, 24, 7, tzinfo=UTC)
    assert to_utc("2026-10-26T09:00", BRUSSELS) == datetime(2026, 10, 26, 8, tzinfo=UTC)


def test_the_hour_that_comes_twice_means_the_first():
    assert to_utc("2026-10-25T02:30", BRUSSELS) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_hour_that_does_not_exist_is_refused_in_words():
    with pytest.raises(Refusal) as no:
        to_utc("2027-03-28T02:30", BRUSSELS)
    assert (no.value.code, no.value.params["time"]) == ("time-skipped", "02:30")


@pytest.mark.parametrize(
    "wrong",
    ["", "tomorrow", "2026-02-30T09:00", "2026-11-24", "24/11/2026 09:00", "2026-11-24T25:00", "9999-12-31T23:59", "0001-01-01T00:00"],
)
def test_what_is_no_time_is_refused(wrong: str):
    with pytest.raises(Refusal):
        to_utc(wrong, BRUSSELS)


@pytest.mark.parametrize("wrong", ["Mars/Olympus", "../../etc/passwd", "x" * 300, "Europe/Brussels\n"])
def test_what_is_no_zone_is_refused(wrong: str):
    with pytest.raises(Refusal):
        to_utc("2026-11-24T09:00", wrong)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(lambda d: d.replace(second=0, microsecond=0, tzinfo=UTC)))
def test_there_and_back(instant: datetime):
    local = to_local(instant, BRUSSELS)
    back = to_utc(local, BRUSSELS)
    assert back == instant or abs((back - instant).total_seconds()) == 3600  # the hour that comes twice


@pytest.mark.parametrize(
    ("from_", "days", "hours", "to"),
    [
        ("2026-10-24T09:00", 1, 0, "2026-10-25T09:00"),  # over the night that has 25 hours: the clock time stays
        ("2027-03-27T23:30", 0, 4, "2027-03-28T03:30"),  # over the night that has 23, by the clock
        ("2026-12-31T23:00", 0, 2, "2027-01-01T01:00"),
        ("2028-02-29T10:00", -1, 0, "2028-02-28T10:00"),
        ("2026-11-02T09:00", -7, -2, "2026-10-26T07:00"),
    ],
)
def test_a_shift_counts_as_people_count_on_a_calendar(from_: str, days: int, hours: int, to: str):
    assert shifted(from_, days=days, hours=hours) == to


def test_a_shift_into_the_hour_that_does_not_exist_is_refused_when_it_is_to_be_a_moment():
    with pytest.raises(Refusal, match="time-skipped"):
        to_utc(shifted("2027-03-27T02:30", days=1), BRUSSELS)


@pytest.mark.parametrize("days", [10**7, -(10**7)])
def test_a_shift_out_of_all_time_is_refused(days: int):
    with pytest.raises(Refusal):
        shifted("2026-11-02T09:00", days=days)
