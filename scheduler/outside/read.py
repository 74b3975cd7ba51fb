"""Reading what stands on a channel: only what is newer, once a day the last weeks for edits and removals. No transaction is open."""

from datetime import datetime, timedelta

import structlog
from django.conf import settings

import networks
from accounts.channels import services as channels
from accounts.channels.models import Channel
from campaigns.outside import services as outside
from campaigns.outside.models import OutsideReading
from campaigns.outside.services import Change
from networks.contract import CanTell, NetworkError, Throttled, Timeline
from networks.wire import deadline
from scheduler.delivery.again import heed
from scheduler.outside import ours, pace

log = structlog.get_logger()
FIRST = timedelta(days=92)  # how far back the first reading goes
REREAD = timedelta(days=35)  # how far back edits and removals are looked for
OVERLAP = timedelta(minutes=10)  # lists of the networks are late now and then
MOST = 300  # posts in one reading


def read(*, reading: OutsideReading, now: datetime) -> None:
    """What the channel shows is on record, or the reading is put off: a network that does not answer costs nobody anything."""
    channel = channels.freshened(channel=reading.channel, now=now)
    if not pace.may_be_read(channel, now=now):
        put_off(reading, until=pace.later(now, hours=1))
        return
    is_reread = reading.reread_at is None or now - reading.reread_at >= pace.REREAD_EVERY
    since = now - FIRST if reading.read_at is None else min(reading.read_at - OVERLAP, now - REREAD if is_reread else now)
    try:
        share_used = ask_and_keep(reading, channel, since=since, now=now)
    except NetworkError as error:
        log.info("outside.not_read", channel=str(channel.pk), network=channel.network, code=error.code, tries=reading.tries + 1)
        until = error.until if isinstance(error, Throttled) else pace.again(now, tries=reading.tries)
        put_off(reading, until=until, tries=reading.tries + 1, problem={"code": error.code, "params": dict(error.params)})
        return
    changes = {"reread_at": now} if is_reread else {}
    put_off(reading, until=pace.next_at(now, share_used=share_used), tries=0, problem=None, **changes)


def ask_and_keep(reading: OutsideReading, channel: Channel, *, since: datetime, now: datetime) -> float:
    """Return how much of its allowance the network says is used. `read_at` is how far everything is known afterwards."""
    timeline, used = ask(channel, since=since, limit=MOST, now=now)
    _, known_to = keep(channel, timeline, now=now)
    OutsideReading.objects.filter(pk=reading.pk).update(read_at=known_to)
    return used


def ask(channel: Channel, *, since: datetime, limit: int, now: datetime) -> tuple[Timeline, float]:
    """Return what the account shows since then and the share of its allowance that is used. Raises any NetworkError."""
    network = networks.get(channel.network)
    assert isinstance(network, CanTell)
    patience_s = 3 * settings.CALL_TIMEOUT_S  # a reading may take several calls
    with deadline.sending(until=deadline.clock() + patience_s, total_s=patience_s) as leave:
        try:
            timeline = network.told(caller=channels.caller(channel), since=since, limit=limit)
        finally:
            heed(channel, leave, now=now)
    return timeline, max((limit.share_used for limit in leave.limits), default=0.0)


def keep(channel: Channel, timeline: Timeline, *, now: datetime) -> tuple[Change, datetime]:
    """Return what changed, and up to when all is known. What is on its way of our own is left for a later reading."""
    # In this order: what is sent meanwhile is in doubt or known, never neither.
    doubts = ours.in_doubt(channel)
    sure, again_from = ours.without(timeline, doubts)
    change = outside.keep(channel=channel, timeline=sure, ours=ours.sent(channel, timeline), now=now)
    if change != Change():
        log.info("outside.read", channel=str(channel.pk), new=change.new, edited=change.edited, gone=change.gone)
    return change, min(now, again_from or now)


def put_off(reading: OutsideReading, *, until: datetime, **changes: object) -> None:
    OutsideReading.objects.filter(pk=reading.pk).update(next_at=until, **changes)
