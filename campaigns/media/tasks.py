"""What workers are asked of the library: to draw, and to keep house. Running one twice or never changes nothing but the hour."""

from typing import Any
from uuid import UUID

import structlog
from celery import shared_task
from django.utils import timezone
from kombu.exceptions import OperationalError

log = structlog.get_logger(__name__)


@shared_task(name="draw_pictures")
def draw_pictures(*, asset: str | None = None, **_: Any) -> None:
    """This picture, or all that wait, have their renditions."""
    from campaigns.media import studio  # it hands work over to here

    studio.draw_waiting(only=UUID(asset) if asset else None, now=timezone.now())


@shared_task(name="keep_library")
def keep_library(**_: Any) -> None:
    """Unfinished uploads, deleted pictures and unused tags are swept, and planners know of rights that end."""
    from campaigns.media import sweep, warn

    now = timezone.now()
    sweep.sweep(now=now)
    warn.warn_of_rights(now=now)


def hand_over(asset: UUID) -> None:
    """A worker draws this picture; without a broker beat finds it later. Call it after the transaction has committed."""
    try:
        draw_pictures.apply_async(kwargs={"asset": str(asset)}, retry=False)
    except (OperationalError, OSError) as error:
        log.warning("picture.without_a_worker", cause=type(error).__name__)
