"""What workers are asked to do: one line of work each. Every task is a wake-up; running it twice or never changes nothing but the hour."""

from functools import partial
from typing import Any
from uuid import UUID

import structlog
from celery import shared_task
from django.utils import timezone

from accounts.channels import connect
from accounts.channels import services as channels
from scheduler.delivery import aftermath, lateness, reconcile, run, sender
from scheduler.delivery import prepare as preparation
from scheduler.delivery import tidy as tidying
from scheduler.outside import tasks as outside_tasks  # noqa: F401 - likewise
from scheduler.takeback import tasks as take_back_tasks  # noqa: F401 - known to workers by being imported here

log = structlog.get_logger()


@shared_task(name="deliver")
def deliver(*, deliveries: list[list[Any]], **_: Any) -> None:
    run.deliver([(str(pk), int(fence)) for pk, fence in deliveries])


@shared_task(name="look")
def look(*, delivery_id: str, fence: int, **_: Any) -> None:
    """In a thread of its own: a look waits for a network, and the next one must not wait for it."""
    with sender.mine().room(1) as room:
        room.run(partial(reconcile.look, delivery_id=delivery_id, fence=fence))


@shared_task(name="prepare")
def prepare(*, placement_id: str, **_: Any) -> None:
    preparation.prepare(placement_id=UUID(placement_id))


@shared_task(name="book")
def book(**_: Any) -> None:
    while aftermath.book(now=timezone.now()) >= aftermath.AT_ONCE:
        pass


@shared_task(name="tidy")
def tidy(**_: Any) -> None:
    tidying.tidy(now=timezone.now())


@shared_task(name="refresh_tokens")
def refresh_tokens(**_: Any) -> None:
    """Tokens that have lived three quarters of their life are renewed; people are warned of those that cannot be."""
    now = timezone.now()
    for channel in channels.refresh_due(now=now):
        try:
            channels.refresh(channel=channel, now=now)
        except Exception:  # the edge between one channel and the next: an answer nobody foresaw must not end the sign-in of the others
            log.exception("channel.refresh_failed", channel=str(channel.pk))
    channels.warn_of_expiry(now=now)
    connect.forget_old(now=now)


@shared_task(name="watch_lateness")
def watch_lateness(**_: Any) -> None:
    """Administrators hear of posts that nobody takes up."""
    lateness.tell_of_lateness(now=timezone.now())
