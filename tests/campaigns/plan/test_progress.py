"""A figure is judged by a straight line from its baseline to its target, on the day it was read."""

from datetime import date
from decimal import Decimal

import pytest

from campaigns.plan.objectives.progress import Aim, Standing, expected, share_of_way, standing, together

UP = Aim(baseline=Decimal(100), target=Decimal(200), is_upwards=True, starts_on=date(2026, 1, 1), ends_on=date(2026, 4, 11))
DOWN = Aim(baseline=Decimal(10), target=Decimal(5), is_upwards=False, starts_on=date(2026, 1, 1), ends_on=date(2026, 4, 11))
HALF = date(2026, 2, 20)  # fifty of a hundred days


def test_half_of_the_days_is_half_of_the_way():
    assert expected(UP, HALF) == 150
    assert expected(DOWN, HALF) == Decimal("7.5")
    assert expected(UP, date(2025, 1, 1)) == 100 and expected(UP, date(2027, 1, 1)) == 200


@pytest.mark.parametrize(
    ("aim", "value", "found"),
    [
        (UP, 150, Standing.ON_TRACK),
        (UP, 145, Standing.ON_TRACK),  # five per cent of the way is no warning
        (UP, 144, Standing.BEHIND),
        (UP, 200, Standing.REACHED),
        (DOWN, "7.5", Standing.ON_TRACK),
        (DOWN, 8, Standing.BEHIND),
        (DOWN, "4.9", Standing.REACHED),
    ],
)
def test_the_reading_is_compared_with_the_line_on_its_own_day(aim, value, found):
    assert standing(aim, value=Decimal(value), on=HALF) == found


def test_without_a_reading_nothing_is_claimed():
    assert standing(UP, value=None, on=None) == Standing.UNREAD


def test_an_objective_of_one_day_expects_its_target():
    day = date(2026, 1, 1)
    aim = Aim(baseline=Decimal(0), target=Decimal(3), is_upwards=True, starts_on=day, ends_on=day)
    assert expected(aim, day) == 3


def test_what_is_to_stay_where_it_is_is_reached_or_behind():
    keep = Aim(baseline=Decimal(95), target=Decimal(95), is_upwards=True, starts_on=UP.starts_on, ends_on=UP.ends_on)
    assert standing(keep, value=Decimal(95), on=HALF) == Standing.REACHED
    assert standing(keep, value=Decimal(94), on=HALF) == Standing.BEHIND
    assert (share_of_way(keep, Decimal(95)), share_of_way(keep, Decimal(90))) == (100, 0)


def test_the_objective_is_behind_with_one_figure_and_reached_with_all():
    assert together([Standing.REACHED, Standing.BEHIND]) == Standing.BEHIND
    assert together([Standing.REACHED, Standing.ON_TRACK]) == Standing.ON_TRACK
    assert together([Standing.REACHED, Standing.UNREAD]) == Standing.ON_TRACK
    assert together([Standing.REACHED]) == Standing.REACHED
    assert together([]) == Standing.UNREAD


def test_the_way_is_never_less_than_none_nor_more_than_all():
    assert [share_of_way(UP, Decimal(v)) for v in (50, 150, 300)] == [0, 50, 100]
    assert share_of_way(DOWN, Decimal("7.5")) == 50
