"""Parts say that they are alive."""

import threading
from collections.abc import Iterable
from datetime import datetime, timedelta

import structlog
from django.db import DatabaseError, connection
from django.utils import timezone

from scheduler.health.models import Heartbeat

EVERY_S = 5.0
CLOCKS_DIFFER = timedelta(minutes=1)

log = structlog.get_logger()


def beat(*, parts: Iterable[str], now: datetime) -> None:
    """The parts were alive at that time."""
    rows = [Heartbeat(part=part, at=now) for part in parts]
    Heartbeat.objects.bulk_create(rows, update_conflicts=True, unique_fields=["part"], update_fields=["at"])


def beat_on(*, part: str, last: datetime | None, now: datetime) -> None:
    """The part was alive at that time. Of several copies the one whose clock is ahead counts; a time far ahead is a clock put back."""
    if last is None:
        beat(parts=[part], now=now)
    elif last < now or last > now + CLOCKS_DIFFER:
        Heartbeat.objects.filter(part=part).update(at=now)


def keep_beating(*, parts: Iterable[str], every_s: float = EVERY_S) -> threading.Event:
    """A thread says every few seconds that this process is alive, until the event returned is set."""
    stop, named = threading.Event(), tuple(parts)
    threading.Thread(target=_beat_on, args=(named, every_s, stop), name="heartbeat", daemon=True).start()
    return stop


def _beat_on(parts: tuple[str, ...], every_s: float, stop: threading.Event) -> None:
    while True:
        try:
            beat(parts=parts, now=timezone.now())
        except DatabaseError as error:
            log.warning("heartbeat.not_written", parts=parts, error=str(error))
        finally:
            connection.close()
        if stop.wait(every_s):
            return
