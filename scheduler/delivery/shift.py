"""Every change of a delivery's state: a compare-and-swap on (state, fence), with the next alarm set by the same statement."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

import structlog
from django.db import transaction

from campaigns.posts.models import Placement
from scheduler.delivery import rows
from scheduler.delivery.models import Delivery
from scheduler.delivery.states import ENDS, FENCED, OPEN, Event, State, after

log = structlog.get_logger()

# What the plan's floor is told at once; ends are told when they are booked (aftermath.py). "" = on its way.
ROUTINE = frozenset({Event.CLAIM, Event.INTEND, Event.NEXT, Event.ASK_TO_LOOK})
OUTCOMES = {State.UNCERTAIN: Placement.Outcome.LOOKING, State.HELD: Placement.Outcome.HELD}


@dataclass
class Change:
    """One wanted change. `wake_at`: the alarm, for open states only. `fields`: columns that change with the state."""

    delivery: Delivery
    event: Event
    wake_at: datetime | None = None
    fields: dict[str, Any] = field(default_factory=dict)


def shift(delivery: Delivery, event: Event, *, now: datetime, wake_at: datetime | None = None, **fields: Any) -> bool:
    """Return whether we were still its owner and it is now in the state the table gives. `delivery` is brought up to date.

    Open states need `wake_at`. A False means somebody else has it: stop and touch nothing.
    """
    return shift_all([Change(delivery, event, wake_at, fields)], now=now)[0]


def shift_all(changes: Sequence[Change], *, now: datetime) -> list[bool]:
    """Return for each change whether it was made. All in one transaction, one statement for each kind of change."""
    if not changes:
        return []
    for change in changes:
        if (new := after(change.delivery.state, change.event)) in ENDS:
            change.fields.setdefault("is_booked", False)
        if (new in OPEN) != (change.wake_at is not None):
            raise ValueError(f"{new} {'needs' if new in OPEN else 'has no'} alarm")
    made: set[int] = set()
    with transaction.atomic():
        for _, group in groupby(sorted(range(len(changes)), key=lambda i: _kind(changes[i])), key=lambda i: _kind(changes[i])):
            made |= _swap(changes, list(group))
        _tell_the_plan([changes[i] for i in sorted(made)], now=now)
    for i in made:
        _bring_up_to_date(changes[i])
    return [i in made for i in range(len(changes))]


def _kind(change: Change) -> tuple[str, str, tuple[str, ...]]:
    return change.delivery.state, change.event, tuple(sorted(change.fields))


def _swap(changes: Sequence[Change], group: list[int]) -> set[int]:
    """Return which of the group (equal state, event and columns) were made."""
    first = changes[group[0]]
    names, new = sorted(first.fields), after(first.delivery.state, first.event)
    found = rows.swap(
        Delivery,
        known=("state", "fence"),
        new=("state", "wake_at", *names),
        raised=("fence",) if first.event in FENCED else (),
        rows=[
            (c.delivery.pk, c.delivery.state, c.delivery.fence, new.value, c.wake_at, *(c.fields[name] for name in names))
            for c in (changes[i] for i in group)
        ],
    )
    return {i for i in group if changes[i].delivery.pk in found}


def _tell_the_plan(made: Sequence[Change], *, now: datetime) -> None:
    """The placements show what people must see before the end: that we look, that it is held, that it goes on again."""
    for change in made:
        old, new = State(change.delivery.state), after(change.delivery.state, change.event)
        if new not in ENDS and (new in OUTCOMES or old in OUTCOMES or old in ENDS) and old != new:
            outcome = OUTCOMES.get(new, "")
            Placement.objects.filter(pk=change.delivery.placement_id).update(outcome=outcome, outcome_at=now if outcome else None)


def _bring_up_to_date(change: Change) -> None:
    delivery, old = change.delivery, change.delivery.state
    delivery.state, delivery.wake_at = after(old, change.event).value, change.wake_at
    if change.event in FENCED:
        delivery.fence += 1
    for name, value in change.fields.items():
        setattr(delivery, name, value)
    say = log.debug if change.event in ROUTINE else log.info
    channel = delivery._state.fields_cache.get("channel")  # never worth a query
    network = channel.network if channel else ""
    say(
        "delivery.shifted",
        delivery=str(delivery.pk),
        network=network,
        event_is=change.event.value,
        old=old,
        new=delivery.state,
        fence=delivery.fence,
    )
