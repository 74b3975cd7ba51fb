"""What of an expense a ceiling of the law counts. Pure; worked example in docs/algorithms/ceilings.md."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

ALL = 1000  # per mille
NEAR_DAYS = 365  # nothing is bought for a regulated period longer before it, nor paid longer after


@dataclass(frozen=True)
class Days:
    """From the first to the last, both counted."""

    first: date
    last: date

    def away(self, day: date) -> int:
        """Return how many days lie between them and that day; 0 within."""
        return max((self.first - day).days, (day - self.last).days, 0)


def counted_permille(*, on: date, regulated_permille: int | None, days: Days, of_law: bool, periods: Iterable[Days]) -> int:
    """Return how many thousandths of an expense of that day count towards a ceiling of these days.

    Somebody's own ceiling, and an expense of which nothing is known: all of it on its own day. A known share counts towards the regulated
    period it was booked in, else the one nearest to its day, within a year: posters are ordered before it, their invoice may come after.
    `periods`: the days of every ceiling of the law the organisation has.
    """
    if not of_law or regulated_permille is None:
        return ALL if days.away(on) == 0 else 0
    nearest = min((each.away(on) for each in periods), default=days.away(on))
    return regulated_permille if days.away(on) <= min(nearest, NEAR_DAYS) else 0
