"""Where a channel's week falls short of its target, and when there is room. Pure. docs/algorithms/cadence.md has an example.

A proposal lies in the channel's usual times, else in the good hours of its network, else on any half hour of the day; on the day
that has least; and never within two hours of anything else on the channel.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from accounts.problems import Refusal
from campaigns.posts.when import to_utc

APART = timedelta(hours=2)
WAKING_HOURS = tuple(f"{hour:02}:{minute:02}" for hour in range(8, 21) for minute in (0, 30))


@dataclass(frozen=True)
class Rhythm:
    """What a channel wants: so many a week, at these times. `slots`: usual times by weekday (0 is Monday)."""

    target: int
    slots: Mapping[int, Sequence[str]]
    hours: Sequence[str]


@dataclass(frozen=True)
class Gap:
    day: date
    times: tuple[str, ...]


@dataclass(frozen=True)
class Short:
    """A week that will miss its target by `missing`; `gaps` say where they can go: fewer when too little of the week is left."""

    monday: date
    missing: int
    gaps: tuple[Gap, ...]


def slots_by_day(slots: Iterable[Mapping[str, Any]]) -> dict[int, list[str]]:
    """Return a channel's usual times by weekday, in order."""
    by_day: dict[int, list[str]] = {}
    for slot in slots:
        by_day.setdefault(int(slot["day"]), []).append(str(slot["time"]))
    return {day: sorted(times) for day, times in by_day.items()}


def short(*, monday: date, done: int, taken: Iterable[str], rhythm: Rhythm, now: datetime, zone: str) -> Short | None:
    """Return what the week lacks, or None. `done`: what counts already; `taken`: local times of all that is on the channel; `now` local."""
    missing = rhythm.target - done
    days = [monday + timedelta(days=n) for n in range(7)]
    if missing <= 0 or days[-1] < now.date():
        return None
    busy = [datetime.fromisoformat(at) for at in taken]
    proposed: list[datetime] = []
    for choices in (rhythm.slots, dict.fromkeys(range(7), rhythm.hours), dict.fromkeys(range(7), WAKING_HOURS)):
        while len(proposed) < missing:
            at = best(days, choices, busy=[*busy, *proposed], now=now, zone=zone)
            if at is None:
                break
            proposed.append(at)
    by_day: dict[date, list[str]] = {}
    for at in sorted(proposed):
        by_day.setdefault(at.date(), []).append(f"{at:%Y-%m-%dT%H:%M}")
    return Short(monday=monday, missing=missing, gaps=tuple(Gap(day, tuple(times)) for day, times in by_day.items()))


def best(
    days: Sequence[date], choices: Mapping[int, Sequence[str]], *, busy: Sequence[datetime], now: datetime, zone: str
) -> datetime | None:
    """Return the first free time of the day that has least; of two such days the earlier."""
    load = Counter(at.date() for at in busy)
    for day in sorted(days, key=lambda each: (load[each], each)):
        for said in choices.get(day.weekday(), ()):
            at = datetime.combine(day, time.fromisoformat(said))
            if at > now and all(abs(at - other) >= APART for other in busy) and exists(at, zone):
                return at
    return None


def exists(at: datetime, zone: str) -> bool:
    """Return whether the clock shows that time on that day: in March one hour is skipped."""
    try:
        to_utc(f"{at:%Y-%m-%dT%H:%M}", zone)
    except Refusal:
        return False
    return True
