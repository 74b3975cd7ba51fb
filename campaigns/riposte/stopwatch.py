"""From the news to live: what happened when, and the figures over many. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Watch:
    """The times of one riposte. `live`: when each of its languages was first online, None while it is not."""

    news: datetime
    started: datetime
    asked: datetime | None
    approved: datetime | None
    live: Mapping[str, datetime | None]

    @property
    def live_in_all(self) -> datetime | None:
        """When the last of its languages came online."""
        times = list(self.live.values())
        return max(t for t in times if t) if times and all(times) else None


@dataclass(frozen=True)
class Placed:
    """Where it goes: the languages it carries there, and since when it is online."""

    languages: Sequence[str]
    live_at: datetime | None


def live_by_language(placed: Iterable[Placed]) -> dict[str, datetime | None]:
    """Return for each language when it was first online anywhere: a joined post counts for each language it carries."""
    found: dict[str, datetime | None] = {}
    for place in placed:
        for language in place.languages:
            known = found.get(language)
            times = [t for t in (known, place.live_at) if t]
            found[language] = min(times) if times else None
    return found


def seconds(start: datetime, end: datetime | None) -> int | None:
    return None if end is None else max(0, round((end - start).total_seconds()))


def marks(watch: Watch) -> list[dict[str, Any]]:
    """Return each mark with its time and the seconds since the news, in the order they are met; those to come have no time."""
    named = [("news", watch.news), ("started", watch.started), ("asked", watch.asked), ("approved", watch.approved)]
    said: list[dict[str, Any]] = [{"mark": name, "language": "", "at": at, "after_s": seconds(watch.news, at)} for name, at in named]
    return said + [{"mark": "live", "language": lang, "at": at, "after_s": seconds(watch.news, at)} for lang, at in watch.live.items()]


def figures(finished_s: Sequence[int], *, target_min: int) -> dict[str, int | None]:
    """Return what many took from the news to live: how many, the median, the best, how many within the target. Seconds."""
    if not finished_s:
        return {"count": 0, "median_s": None, "best_s": None, "in_time": 0}
    within = sum(s <= target_min * 60 for s in finished_s)
    return {"count": len(finished_s), "median_s": round(median(finished_s)), "best_s": min(finished_s), "in_time": within}
