"""Stop publishing on the whole installation and let it go on; note that what no row knows of may be online."""

from datetime import datetime

import structlog

from scheduler.hold.models import Publishing

log = structlog.get_logger()


def hold(*, reason: str, now: datetime) -> None:
    """Nothing goes out, anywhere, until `release`."""
    _set(held_at=now, reason=reason[:300])
    log.warning("publishing.held")


def release(*, now: datetime) -> None:
    """Posts go out again. What was planned until now is looked for on its network before it is sent."""
    _set(held_at=None, reason="", look_first_before=now)
    log.warning("publishing.released")


def look_first(*, before: datetime) -> None:
    """What was planned before that time is looked for before it is sent: nobody was watching, or the database is from a backup."""
    _set(look_first_before=before)
    log.warning("publishing.look_first", before=before.isoformat())


def _set(**fields: object) -> None:
    Publishing.objects.update_or_create(pk=1, defaults=fields)
