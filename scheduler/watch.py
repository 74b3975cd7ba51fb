"""Was anybody watching? The dispatchers' sign of life in the database tells for how long none did, and when the database itself went back.

What was planned in between may have been published without this database knowing: it came from a backup, or the last dispatcher
died between a call and its commit.
"""

from datetime import datetime, timedelta

import structlog
from django.conf import settings

from scheduler.health import selectors as health
from scheduler.health import services as beats

log = structlog.get_logger()
PART = "dispatcher"
BEAT_EVERY = timedelta(seconds=3)
WENT_BACK = timedelta(seconds=2)


class Watch:
    def __init__(self) -> None:
        self._found_at: datetime | None = None  # the sign that was there when we started
        self._beaten_at: datetime | None = None
        self._asked_at: datetime | None = None

    def distrust(self) -> None:
        """The database was away: ask it again before anything is claimed."""
        self._asked_at = None

    def gap(self, *, now: datetime) -> datetime | None:
        """Return the time before which posts must be looked for first, or None when all is as it was left."""
        if self._asked_at and timedelta() <= now - self._asked_at < BEAT_EVERY:
            return None
        last = health.last_beat(PART)
        self._asked_at = now
        if self._beaten_at is None:
            self._found_at = last
        gone_back = self._beaten_at is not None and (last is None or last < self._beaten_at - WENT_BACK)
        # Only who has just started asks for how long nobody watched: one that runs and was slow, or slept, has missed nothing else.
        silent = self._beaten_at is None and last is not None and now - last > timedelta(seconds=settings.GAP_S)
        if not gone_back and not silent:
            return None
        log.warning("dispatch.gap", last=last and last.isoformat(), gone_back=gone_back)
        return now

    def was_kept_since(self, before: datetime) -> bool:
        """Return whether a dispatcher was alive at that time or later, before we started: whatever had to be done then is done."""
        return self._found_at is not None and before <= self._found_at

    def beat(self, *, now: datetime) -> None:
        """We are alive. Said only when what a gap asks for is done, so that whoever comes after us would do it otherwise."""
        if self._beaten_at is None or not timedelta() <= now - self._beaten_at < BEAT_EVERY:
            beats.beat_on(part=PART, last=health.last_beat(PART), now=now)
            self._beaten_at = now
