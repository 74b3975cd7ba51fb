"""The record of a placement that went out: claimed by the dispatcher's own rule, then what the network said, and no more.

Calls that were never made are not on record: there are no attempts.
"""

from concurrent.futures import Future
from datetime import datetime, timedelta
from typing import Any

from campaigns.posts.models import Placement
from demo.seed.walls import Shown
from scheduler.delivery import aftermath, claim
from scheduler.delivery.models import Delivery
from scheduler.delivery.shift import shift
from scheduler.delivery.states import Event

AHEAD = timedelta(seconds=1.2)  # the dispatcher claims a little before the time
LEASE = timedelta(seconds=45)


def publish(placement: Placement, put: "Future[list[Shown]]", moment: datetime) -> None:
    """It is out, as it stands on the wall."""
    delivery, shown = claimed(placement, now=moment - AHEAD), put.result()
    intend(delivery, step=shown[0].step, now=moment)
    for step, following in zip(shown, [*shown[1:], None], strict=True):
        fields: dict[str, Any] = {"handles": {**delivery.handles, step.step: step.remote_id}}
        if not delivery.remote_id:
            fields |= {"remote_id": step.remote_id, "permalink": step.permalink}
        if following is None:
            held(shift(delivery, Event.ALL_DONE, now=step.at, published_at=step.at, **fields))
        else:
            held(shift(delivery, Event.NEXT, now=step.at, wake_at=step.at + LEASE, step=following.step, **fields))
    aftermath.book(now=shown[-1].at)


def claimed(placement: Placement, *, now: datetime) -> Delivery:
    """Return the delivery of this placement, ready for a worker. What is not approved as it stands fails here."""
    if not claim.claim([placement.pk], now=now):
        raise RuntimeError(f"placement {placement.pk} may not go out: its approval does not cover it")
    Delivery.objects.filter(placement=placement).update(created_at=now)
    delivery: Delivery = Delivery.objects.select_related("channel", "organisation", "placement").get(placement=placement)
    return delivery


def intend(delivery: Delivery, *, step: str, now: datetime) -> None:
    held(shift(delivery, Event.INTEND, now=now, wake_at=now + LEASE, step=step, first_intent_at=now))


def held(was_ours: bool) -> None:
    if not was_ours:
        raise RuntimeError("somebody else moved this delivery while the demo was being filled")
