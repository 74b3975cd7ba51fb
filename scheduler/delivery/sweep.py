"""Wake what has an alarm. It reads only the database and may run in any number of copies; two ticks at once are harmless."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django_scopes import scope, scopes_disabled

import networks
from networks.contract import CanPublish
from scheduler.delivery import aftermath
from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.run import lease, outline_of
from scheduler.delivery.shift import shift
from scheduler.delivery.states import Event, State

log = structlog.get_logger()
AT_ONCE = 200


@dataclass(frozen=True)
class Work:
    """A message for a worker: which verb, which delivery, and the fence that makes an old message harmless."""

    verb: str  # "deliver" | "look"
    delivery_id: str
    fence: int


def wake(*, now: datetime) -> Iterator[Work]:
    """Yield work for every delivery whose alarm has rung."""
    with scopes_disabled():
        rung = Delivery.objects.select_related("channel", "organisation").filter(wake_at__lte=now).order_by("wake_at")
        found = list(rung[:AT_ONCE])
    for delivery in found:
        if work := woken(delivery, now=now):
            yield work


def woken(delivery: Delivery, *, now: datetime) -> Work | None:
    """Return the work for this delivery, if any. One that cannot be handled is left for a lease, so that it stops no other."""
    with scope(organisation=delivery.organisation):
        try:
            return handle(delivery, now=now)
        except (OperationalError, InterfaceError):
            raise
        except Exception:  # the edge between one delivery and the next
            log.exception("delivery.not_woken", delivery=str(delivery.pk), state=delivery.state)
            Delivery.objects.filter(pk=delivery.pk, fence=delivery.fence, wake_at__isnull=False).update(wake_at=lease(now))
            return None


def handle(delivery: Delivery, *, now: datetime) -> Work | None:
    if delivery.state in {State.DUE, State.CLAIMED}:
        if delivery.state == State.CLAIMED:
            log.warning("delivery.lease_over", delivery=str(delivery.pk), state=delivery.state)
        if shift(delivery, Event.CLAIM, now=now, wake_at=lease(now)):
            return Work("deliver", str(delivery.pk), delivery.fence)
    elif delivery.state == State.SENDING:
        owner_lost(delivery, now=now)
    elif delivery.state == State.UNCERTAIN and shift(delivery, Event.LOOK, now=now, wake_at=lease(now)):
        return Work("look", str(delivery.pk), delivery.fence)
    return None


def owner_lost(delivery: Delivery, *, now: datetime) -> None:
    """Nobody knows what became of the call: an invisible step may be taken again, a visible one is looked for.

    The lease is longer than the send deadline and the call's time-out together, so that no call of the old owner is still to come.
    """
    lost = Attempt.objects.filter(delivery=delivery, fence=delivery.fence, answered_at=None)
    lost.update(answered_at=now, outcome="Unknown", code="worker-lost")
    problem = {"code": "worker-lost", "params": {}}
    if is_visible(delivery):
        shift(delivery, Event.LOSE, now=now, wake_at=now + timedelta(seconds=settings.LOOKS_S[0]), problem=problem, looks=0)
    else:
        shift(delivery, Event.NOT_DONE, now=now, wake_at=now, problem=problem)
    aftermath.changed(delivery)


def is_visible(delivery: Delivery) -> bool:
    network = networks.get(delivery.channel.network)
    assert isinstance(network, CanPublish)
    return any(step.visible for step in network.steps(outline_of(delivery)) if step.name == delivery.step)
