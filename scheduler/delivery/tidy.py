"""Take away from the networks what was uploaded and never used (unpublished photos), and forget what was prepared for nothing."""

from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django_scopes import scopes_disabled

import networks
from accounts.channels import services as channels
from accounts.channels.models import Channel
from networks.contract import CanDiscard, Network, NetworkError
from networks.wire import deadline
from scheduler.delivery import owners
from scheduler.delivery.models import Delivery, Leftover, Preparation
from scheduler.delivery.prepare import keep_over, leave_over
from scheduler.delivery.run import lease, window
from scheduler.delivery.states import State

log = structlog.get_logger()
UNUSED_AFTER = timedelta(hours=1)  # past its time, a preparation serves nobody
NOT_RETRIED_AFTER = timedelta(days=1)
AGAIN_AFTER = timedelta(minutes=10)
TRIES_MOST = 20
AT_ONCE = 100


def tidy(*, now: datetime) -> None:
    """Nothing is left over that could be taken away; what could not is tried again later."""
    with scopes_disabled():
        give_up_preparations(now=now)
        give_up_handles(now=now)
        for leftover in Leftover.objects.select_related("channel").filter(wake_at__lte=now).order_by("wake_at")[:AT_ONCE]:
            if Leftover.objects.filter(pk=leftover.pk, wake_at=leftover.wake_at).update(wake_at=lease(now)):
                take_away(leftover, now=now)
    owners.sweep_files()


def give_up_preparations(*, now: datetime) -> None:
    """Of posts that were withdrawn, moved far away or claimed meanwhile."""
    stale = Preparation.objects.select_related("channel").exclude(placement__planned_at__gt=now - UNUSED_AFTER)
    for ready in stale[:AT_ONCE]:
        with transaction.atomic():
            if Preparation.objects.filter(pk=ready.pk, wake_at=ready.wake_at).delete()[0]:
                leave_over(ready, now=now)


def give_up_handles(*, now: datetime) -> None:
    """Of deliveries that ended with nothing online and that nobody has tried again for a day."""
    ended = Delivery.objects.select_related("channel").filter(
        state__in=[State.FAILED, State.MISSED, State.CANCELLED], remote_id=None, planned_at__lt=now - NOT_RETRIED_AFTER
    )
    for delivery in ended.exclude(handles={}).order_by("planned_at")[:AT_ONCE]:
        with transaction.atomic():
            if Delivery.objects.filter(pk=delivery.pk, state=delivery.state, fence=delivery.fence).update(handles={}):
                keep_over(delivery.channel, delivery.handles, now=now)


def take_away(leftover: Leftover, *, now: datetime) -> None:
    channel = leftover.channel
    network: Network | CanDiscard | None = networks.all().get(channel.network)
    if isinstance(network, CanDiscard) and channel.state != Channel.State.DISCONNECTED and leftover.tries < TRIES_MOST:
        try:
            with window(since=deadline.clock(), visible=False, owner=None):
                network.discard(caller=channels.caller(channels.freshened(channel=channel, now=now)), handles=leftover.handles)
        except NetworkError as error:
            log.info("leftover.stays", channel=str(channel.pk), code=error.code, tries=leftover.tries + 1)
            Leftover.objects.filter(pk=leftover.pk).update(wake_at=now + AGAIN_AFTER, tries=leftover.tries + 1)
            return
    leftover.delete()
