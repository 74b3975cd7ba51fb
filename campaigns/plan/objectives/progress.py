"""Whether a figure moves fast enough: a straight line from the baseline on the first day to the target on the last. Pure.

A reading is compared with the line on its own day, so that an old reading is judged by what could be hoped for then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

TOLERANCE = Decimal("0.05")  # of the way: figures jump, and a warning for every dip is soon read by nobody


class Standing(StrEnum):
    UNREAD = "unread"  # no reading yet
    BEHIND = "behind"
    ON_TRACK = "on_track"
    REACHED = "reached"


@dataclass(frozen=True)
class Aim:
    baseline: Decimal
    target: Decimal
    is_upwards: bool
    starts_on: date
    ends_on: date


def expected(aim: Aim, on: date) -> Decimal:
    """Return what the line says for that day; before the first day the baseline, after the last the target."""
    days = (aim.ends_on - aim.starts_on).days
    if on >= aim.ends_on or days == 0:
        return aim.target
    passed = max(0, (on - aim.starts_on).days)
    return aim.baseline + (aim.target - aim.baseline) * passed / days


def standing(aim: Aim, *, value: Decimal | None, on: date | None) -> Standing:
    """Return how the figure stands by its newest reading."""
    if value is None or on is None:
        return Standing.UNREAD
    sign = 1 if aim.is_upwards else -1
    if sign * value >= sign * aim.target:
        return Standing.REACHED
    slack = abs(aim.target - aim.baseline) * TOLERANCE
    return Standing.ON_TRACK if sign * value >= sign * expected(aim, on) - slack else Standing.BEHIND


def share_of_way(aim: Aim, value: Decimal) -> int:
    """Return how much of the way is done, in per cent from 0 to 100."""
    way = aim.target - aim.baseline
    if way == 0:
        return 100 if standing(aim, value=value, on=aim.ends_on) == Standing.REACHED else 0
    return int(max(Decimal(0), min(Decimal(100), (value - aim.baseline) * 100 / way)))


def together(standings: Iterable[Standing]) -> Standing:
    """Return the objective's own: behind as soon as one figure is, reached when all are."""
    found = set(standings)
    for word in (Standing.BEHIND, Standing.ON_TRACK):
        if word in found:
            return word
    if Standing.REACHED in found:
        return Standing.REACHED if Standing.UNREAD not in found else Standing.ON_TRACK
    return Standing.UNREAD
