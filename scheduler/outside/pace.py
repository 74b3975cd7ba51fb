"""How often a channel is read, so that nobody's allowance is used up by it. Pure, but for the dice."""

import random
from datetime import datetime, timedelta

import networks
from accounts.channels.models import Channel
from networks.contract import CanTell, Network

EVERY = timedelta(minutes=15)
EVERY_WHEN_SCARCE = timedelta(hours=1)  # the account has used half of what the network allows it
SOON = timedelta(seconds=20)  # a channel that has just been connected
AGAIN_MOST = timedelta(hours=6)
REREAD_EVERY = timedelta(hours=24)
READ_IN = (Channel.State.CONNECTED, Channel.State.PAUSED)


def is_free(network: Network) -> bool:
    """Return whether it can be read without a bill: only then is it read by itself."""
    return isinstance(network, CanTell) and not network.spec.read_cost_usd_micros


def free_networks() -> list[str]:
    return [slug for slug, network in networks.all().items() if is_free(network)]


def may_be_read(channel: Channel, *, now: datetime) -> bool:
    return channel.state in READ_IN and not (channel.throttled_until and channel.throttled_until > now)


def next_at(now: datetime, *, share_used: float) -> datetime:
    return now + _about(EVERY_WHEN_SCARCE if share_used >= 0.5 else EVERY)


def again(now: datetime, *, tries: int) -> datetime:
    """Return when to try once more after so many tries in vain."""
    return now + _about(min(EVERY * 2 ** min(tries, 10), AGAIN_MOST))


def later(now: datetime, *, hours: int) -> datetime:
    return now + _about(timedelta(hours=hours))


def _about(span: timedelta) -> timedelta:
    """Channels that were connected together do not ask together for ever."""
    return span * random.uniform(0.85, 1.15)
