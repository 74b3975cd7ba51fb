"""Messages that wake a worker for a post to be taken back. Losing one costs seconds: `take_back_overdue` finds what has an alarm."""

import threading
from typing import TYPE_CHECKING, Any

import structlog
from celery import shared_task
from django.db import close_old_connections, transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

if TYPE_CHECKING:
    from scheduler.takeback.models import TakeBackOf

log = structlog.get_logger()


@shared_task(name="take_back")
def take_back(*, of_id: str, fence: int, **_: Any) -> None:
    from scheduler.takeback import carry_out

    carry_out.carry_out(of_id=of_id, fence=fence)


@shared_task(name="take_back_overdue")
def take_back_overdue(**_: Any) -> None:
    """Each take-back whose alarm has rung is handed to a worker."""
    from scheduler.takeback import carry_out

    for of_id, fence in carry_out.overdue(now=timezone.now()):
        hand_over(of_id, fence)


def wake(of: "TakeBackOf") -> None:
    """A worker hears of it when the transaction has committed."""
    of_id, fence = str(of.pk), of.fence
    transaction.on_commit(lambda: hand_over(of_id, fence), robust=True)


def hand_over(of_id: str, fence: int) -> None:
    """A worker does it; without a broker a thread of this process: what has to come down cannot wait for that."""
    try:
        take_back.apply_async(kwargs={"of_id": of_id, "fence": fence}, retry=False)
    except (OperationalError, OSError) as error:
        log.warning("take_back.without_a_worker", cause=type(error).__name__)
        threading.Thread(target=by_ourselves, args=(of_id, fence), daemon=True, name="take-back").start()


def by_ourselves(of_id: str, fence: int) -> None:
    try:
        take_back(of_id=of_id, fence=fence)
    except Exception:  # a thread's edge; the alarm brings it back
        log.exception("take_back.own_thread_failed", of=of_id)
    finally:
        close_old_connections()
