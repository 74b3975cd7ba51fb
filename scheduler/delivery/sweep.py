"""Wake what has an alarm. It reads only the database and may run in any number of copies; two ticks at once are harmless."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django_scopes import scopes_disabled

from scheduler.delivery import owners, steps
from scheduler.delivery.claim import claim_lease
from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.run import lease
from scheduler.delivery.shift import Change, shift_all
from scheduler.delivery.states import Event, State

log = structlog.get_logger()
AT_ONCE = 300
OWNER_ASKED_AGAIN = 1 / 9  # of a lease: 5 s
OWNER_PATIENCE_LEASES = 6  # a lock that is still held so long after the lease belongs to a process that will not come back in time


@dataclass(frozen=True)
class Work:
    """A message for a worker: which verb, which delivery, and the fence that makes an old message harmless."""

    verb: str  # "deliver" | "look"
    delivery_id: str
    fence: int


def wake(*, now: datetime, looks_most: int = AT_ONCE) -> list[Work]:
    """Return work for the deliveries whose alarm has rung; of those to look for, at most so many: the others wait with their fence.

    More than workers can take up would be handed out anew before its turn comes, and its old message would be in the way of the new.
    """
    with scopes_disabled():
        rung = Delivery.objects.select_related("channel").filter(wake_at__lte=now).order_by("wake_at")
        found = [*rung.exclude(state=State.UNCERTAIN)[:AT_ONCE], *rung.filter(state=State.UNCERTAIN)[: min(looks_most, AT_ONCE)]]
        changes = [change for delivery in found if (change := guarded(delivery, change_of, now=now))]
        made = apart(changes, now=now)
    works = []
    for change, was_made in zip(changes, made, strict=True):
        verb = {Event.CLAIM: "deliver", Event.ASK_TO_LOOK: "look"}.get(change.event)
        if was_made and verb:
            works.append(Work(verb, str(change.delivery.pk), change.delivery.fence))
    return works


def guarded(delivery: Delivery, what: "Callable[..., Change | None]", *, now: datetime) -> Change | None:
    """Return what is to be done. A delivery that cannot be handled is left for a lease, so that it stops no other."""
    try:
        return what(delivery, now=now)
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # the edge between one delivery and the next
        log.exception("delivery.not_woken", delivery=str(delivery.pk), state=delivery.state)
        Delivery.objects.filter(pk=delivery.pk, fence=delivery.fence, wake_at__isnull=False).update(wake_at=lease(now))
        return None


def apart(changes: Sequence[Change], *, now: datetime) -> list[bool]:
    """Return which were made: all at once or, when one of them is broken, one by one."""
    try:
        return shift_all(changes, now=now)
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # the edge again
        log.exception("deliveries.not_woken")
        return [guarded(c.delivery, lambda d, now, c=c: c if shift_all([c], now=now)[0] else None, now=now) is c for c in changes]


def change_of(delivery: Delivery, *, now: datetime) -> Change | None:
    """Return what becomes of a delivery whose alarm has rung."""
    match delivery.state:
        case State.DUE:
            return Change(delivery, Event.CLAIM, claim_lease(now))
        case State.CLAIMED:
            log.warning("delivery.lease_over", delivery=str(delivery.pk), state=delivery.state)
            return Change(delivery, Event.CLAIM, claim_lease(now))
        case State.UNCERTAIN:
            return Change(delivery, Event.ASK_TO_LOOK, claim_lease(now))
        case State.SENDING:
            return lost(delivery, now=now)
    return None


def lost(delivery: Delivery, *, now: datetime) -> Change | None:
    """Nobody knows what became of the call: an invisible step may be taken again, a visible one is looked for.

    Only a free lock says that its owner is gone. One that lives will save the answer, or find that it may not send any more.
    """
    assert delivery.wake_at is not None
    patience = timedelta(seconds=OWNER_PATIENCE_LEASES * settings.LEASE_S)
    last = Attempt.objects.filter(delivery=delivery, fence=delivery.fence).order_by("-intent_at").first()
    is_over = last is not None and now - last.intent_at > patience
    if not is_over and not owners.is_gone(delivery.owner):
        Delivery.objects.filter(pk=delivery.pk, fence=delivery.fence, state=State.SENDING).update(
            wake_at=now + timedelta(seconds=OWNER_ASKED_AGAIN * settings.LEASE_S)
        )
        return None
    log.warning("delivery.owner_gone", delivery=str(delivery.pk), step=delivery.step, owner=delivery.owner)
    Attempt.objects.filter(delivery=delivery, fence=delivery.fence, answered_at=None).update(
        answered_at=now, outcome="Unknown", code="worker-lost"
    )
    problem = {"code": "worker-lost", "params": {}}
    if any(step.visible for step in steps.of(delivery) if step.name == delivery.step):
        ended = min(now, last.intent_at + timedelta(seconds=settings.SEND_DEADLINE_S + settings.CALL_TIMEOUT_S)) if last else now
        settled = max(now, ended + timedelta(seconds=settings.LOOKS_S[0]))
        return Change(delivery, Event.LOSE, settled, {"problem": problem, "looks": 0, "failed_looks": 0})
    return Change(delivery, Event.NOT_DONE, now, {"problem": problem})


def doubt(*, born_before: datetime, now: datetime) -> int:
    """What waited to be sent at that time is looked for first; return how many. It may have gone out without this database knowing."""
    with scopes_disabled():
        waiting = Delivery.objects.select_related("channel").filter(
            state__in=[State.DUE, State.CLAIMED], created_at__lte=born_before, planned_at__lte=born_before
        )
        changes = [change for delivery in waiting if (change := guarded(delivery, doubted, now=now))]
        return sum(apart(changes, now=now))


def doubted(delivery: Delivery, *, now: datetime) -> Change:
    step = steps.next_visible(delivery).name
    first = delivery.first_intent_at if delivery.step == step and delivery.first_intent_at else delivery.planned_at
    wake_at = max(now, delivery.planned_at + timedelta(seconds=settings.LOOKS_S[0]))
    return Change(delivery, Event.DOUBT, wake_at, {"step": step, "first_intent_at": first, "looks": 0, "failed_looks": 0})
