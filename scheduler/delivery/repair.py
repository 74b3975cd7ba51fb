"""Mend everything that one cause stopped. Each delivery has a transaction of its own; who presses twice finds nothing left to do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accounts.people.models import User
from accounts.problems import Refusal
from scheduler.delivery import services
from scheduler.delivery.models import Delivery
from scheduler.delivery.trouble import Cause, of_cause

AT_ONCE = 200
S = Delivery.State


@dataclass(frozen=True)
class Left:
    """A delivery that stayed where it was, and why."""

    delivery: Delivery
    code: str
    params: dict[str, Any]


@dataclass(frozen=True)
class Report:
    """How many went, which did not, and how many are still to be asked for (more than AT_ONCE)."""

    done: int
    left: tuple[Left, ...]
    more: int


def retry_all(*, cause: Cause, by: User, now: datetime) -> Report:
    """Whatever this cause stopped goes out again at once, where it may. Raises Refusal for what may be online already."""
    if cause.kind == S.NEEDS_LOOK:
        raise Refusal("look-at-each", status=409)
    if cause.kind not in {S.FAILED, S.MISSED}:
        raise Refusal("delivery-moved-on", status=409)
    return each(cause, services.retry, by=by, now=now)


def release_all(*, cause: Cause, by: User, now: datetime) -> Report:
    """Whatever of this channel is held goes on."""
    if cause.kind != S.HELD:
        raise Refusal("delivery-moved-on", status=409)
    return each(cause, services.release, by=by, now=now)


def drop_all(*, cause: Cause, by: User, now: datetime) -> Report:
    """Whatever this cause stopped does not go out any more."""
    if cause.kind not in {S.FAILED, S.MISSED}:
        raise Refusal("delivery-moved-on", status=409)
    return each(cause, services.drop, by=by, now=now)


def each(cause: Cause, verb: Callable[..., object], *, by: User, now: datetime) -> Report:
    found = of_cause(cause, now=now)
    deliveries, done, left = list(found[:AT_ONCE]), 0, []
    for delivery in deliveries:
        try:
            verb(delivery=delivery, by=by, now=now)
        except Refusal as no:
            if no.code != "delivery-moved-on":  # somebody else pressed first: that is as good
                left.append(Left(delivery=delivery, code=no.code, params=no.params))
        else:
            done += 1
    more = found.count() - len(left) if len(deliveries) == AT_ONCE else 0
    return Report(done=done, left=tuple(left), more=max(0, more))
