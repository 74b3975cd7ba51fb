"""Chance that falls the same way every time: when somebody wrote, who decided, how many milliseconds it took. Pure."""

import zlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeVar

T = TypeVar("T")


def number(key: str, low: int, high: int) -> int:
    """Return a whole number in low..high that this key always gets."""
    return low + zlib.crc32(key.encode()) % (high - low + 1)


def one_of(key: str, choices: Sequence[T]) -> T:
    return choices[number(key, 0, len(choices) - 1)]


def at_work(day: datetime, key: str) -> datetime:
    """Return a moment of that day between nine and half past three."""
    return day.replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(seconds=number(key, 0, 390 * 60))
