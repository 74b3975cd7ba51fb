"""When to try again what was surely not done, and what the channel must know of it."""

import random
from datetime import datetime, timedelta
from typing import Any

import networks
from accounts.channels import services as channels
from accounts.channels.models import Channel
from networks.contract import CanRefresh, NetworkError, NotSent, OutOfCredit, SignInLost, Throttled
from networks.wire.deadline import Window
from scheduler.delivery.models import Delivery
from scheduler.delivery.states import backoff_s

HELD_FOR = timedelta(minutes=1)  # how long a delivery waits before it asks again whether its channel can send
JUST_RENEWED = timedelta(minutes=1)
REFUSALS_BORNE = 10


def again_at(delivery: Delivery, error: NetworkError, *, now: datetime) -> datetime:
    """Return when to try again; the channel is told what it must know."""
    about: dict[str, Any] = {"channel": delivery.channel, "code": error.code, "params": dict(error.params), "now": now}
    if isinstance(error, Throttled):
        until = max(error.until, now + timedelta(seconds=1))
        channels.throttle(channel=delivery.channel, until=until)
        # Not all in the same moment: what waited together would be refused together.
        return until + timedelta(seconds=random.random() * min(5.0, (until - now).total_seconds() / 4))
    if isinstance(error, SignInLost):
        if error.code == "token-refused" and (again := renewed_at(delivery, now=now)):
            return again
        channels.lose_sign_in(**about)
        return now + HELD_FOR
    if isinstance(error, OutOfCredit):
        channels.run_out_of_credit(**about)
        return now + HELD_FOR
    asked = error.retry_after_s if isinstance(error, NotSent) else None
    return now + timedelta(seconds=backoff_s(delivery.tries + 1, jitter=random.random()) if asked is None else asked)


def renewed_at(delivery: Delivery, *, now: datetime) -> datetime | None:
    """Return when to try again with a renewed token, or None when renewing does not help and a person has to sign in.

    A refused refresh loses the sign-in by itself. One that could not be asked for, or that somebody else is asking for at this moment,
    says nothing: it is waited for, yet not for ever. Who refuses a token of a minute ago would refuse the next one too.
    """
    channel = delivery.channel
    if channel.token_issued_at and now - channel.token_issued_at < JUST_RENEWED:
        return None
    if channels.refresh(channel=channel, now=now):
        return now  # the token had merely ended before its time
    renews = isinstance(networks.get(channel.network), CanRefresh)
    return now + HELD_FOR if renews and delivery.tries < REFUSALS_BORNE else None


def heed(channel: Channel, leave: Window, *, now: datetime) -> None:
    """What the network said of its limits, on whatever answer, holds for all workers: a channel that has used its share waits."""
    for limit in leave.limits:
        if limit.until > now:
            channels.throttle(channel=channel, until=limit.until, whole_network=limit.whole_app)
