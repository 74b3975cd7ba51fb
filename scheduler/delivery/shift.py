"""Every change of a delivery's state: a compare-and-swap on (state, fence), alarm set and placement told in the same transaction."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from campaigns.posts.models import Placement
from scheduler.delivery.models import Delivery
from scheduler.delivery.states import FENCED, OPEN, Event, State, after

# What the plan's floor is told; "" = on its way.
OUTCOMES = {
    State.PUBLISHED: Placement.Outcome.PUBLISHED,
    State.FAILED: Placement.Outcome.FAILED,
    State.UNCERTAIN: Placement.Outcome.LOOKING,
    State.NEEDS_LOOK: Placement.Outcome.NEEDS_LOOK,
    State.MISSED: Placement.Outcome.MISSED,
    State.CANCELLED: Placement.Outcome.CANCELLED,
}


def shift(delivery: Delivery, event: Event, *, now: datetime, wake_at: datetime | None = None, **fields: Any) -> bool:
    """Return whether we were still its owner and it is now in the state the table gives. `delivery` is brought up to date.

    Open states need `wake_at`. A False means somebody else has it: stop and touch nothing.
    """
    old, new = State(delivery.state), after(delivery.state, event)
    if (new in OPEN) != (wake_at is not None):
        raise ValueError(f"{new} {'needs' if new in OPEN else 'has no'} alarm")
    values: dict[str, Any] = {"state": new, "wake_at": wake_at, **fields}
    if event in FENCED:
        values["fence"] = F("fence") + 1
    with transaction.atomic():
        mine = Delivery.objects.filter(pk=delivery.pk, state=old, fence=delivery.fence)
        if mine.update(**values) != 1:
            return False
        if OUTCOMES.get(old, "") != OUTCOMES.get(new, "") or new in OUTCOMES:
            Placement.objects.filter(pk=delivery.placement_id).update(
                outcome=OUTCOMES.get(new, ""),
                outcome_at=now if new in OUTCOMES else None,
                permalink=fields.get("permalink", delivery.permalink),
            )
    if event in FENCED:
        delivery.fence += 1
    delivery.state, delivery.wake_at = new.value, wake_at
    for name, value in fields.items():
        setattr(delivery, name, value)
    return True
