"""Channels whose time has come are read, each by whichever worker is free."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from celery import shared_task
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from kombu.exceptions import OperationalError

from accounts.channels.models import Channel
from campaigns.outside import services as outside
from campaigns.outside.models import OutsideReading
from scheduler.outside import pace
from scheduler.outside import read as reading_of

log = structlog.get_logger()
LEASE = timedelta(minutes=5)  # longer than one reading may take
AT_ONCE = 50


@shared_task(name="read_outside")
def read_outside(**_: Any) -> None:
    """Every channel that can be read for nothing has its turn; those due now are handed to workers."""
    now = timezone.now()
    with scopes_disabled():
        begin(now=now)
        for reading in OutsideReading.objects.filter(next_at__lte=now).order_by("next_at")[:AT_ONCE]:
            if OutsideReading.objects.filter(pk=reading.pk, next_at=reading.next_at).update(next_at=now + LEASE):
                hand_over(reading.pk)


@shared_task(name="read_channel")
def read_channel(*, channel_id: str, **_: Any) -> None:
    with scopes_disabled():
        reading = OutsideReading.objects.select_related("channel__organisation").filter(pk=channel_id).first()
    if reading:
        with scope(organisation=reading.channel.organisation):
            reading_of.read(reading=reading, now=timezone.now())


@shared_task(name="forget_outside")
def forget_outside(**_: Any) -> None:
    """What is older than it may be kept is gone."""
    with scopes_disabled():
        outside.sweep(now=timezone.now())


def begin(*, now: Any) -> None:
    """A channel that was connected is read soon; one that was disconnected not any more."""
    wanted = Channel.objects.filter(network__in=pace.free_networks(), state__in=pace.READ_IN)
    known = OutsideReading.objects.values("channel")
    fresh = [OutsideReading(channel=channel, next_at=now + pace.SOON) for channel in wanted.exclude(pk__in=known)[:AT_ONCE]]
    OutsideReading.objects.bulk_create(fresh, ignore_conflicts=True)
    OutsideReading.objects.filter(channel__state=Channel.State.DISCONNECTED).delete()


def hand_over(channel_id: UUID) -> None:
    """Without a broker it waits for its next turn: nobody misses a post by that."""
    try:
        read_channel.apply_async(kwargs={"channel_id": str(channel_id)}, retry=False)
    except (OperationalError, OSError) as error:
        log.warning("outside.without_a_worker", cause=type(error).__name__)
