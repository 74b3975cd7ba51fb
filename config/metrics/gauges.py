"""How things stand at this moment, as families of gauges. Each part of it is asked anew at every scrape."""

from collections.abc import Iterator
from datetime import datetime

import redis
from django.conf import settings
from django.db.models import Count
from prometheus_client.core import GaugeMetricFamily

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from config.celery import QUEUES
from scheduler.delivery.standing import standing
from scheduler.health import selectors as health
from scheduler.hold.models import Publishing

PATIENCE_S = 1.0


def of_publishing(*, now: datetime) -> Iterator[GaugeMetricFamily]:
    stands = standing(now=now)
    states = GaugeMetricFamily("carillon_deliveries_open", "Deliveries that have not ended, by state.", labels=["state"])
    for state, number in sorted(stands.states.items()):
        states.add_metric([state], number)
    yield states
    yield _one("carillon_due", "Approved placements whose time has come and that nobody has claimed.", stands.due)
    yield _one("carillon_oldest_due_seconds", "Age of the oldest of those.", health.oldest_due_s(now=now))
    yield _one("carillon_oldest_alarm_seconds", "How long ago the oldest alarm rang that nobody has heard.", stands.oldest_alarm_s)
    yield _one("carillon_unbooked", "Deliveries that have ended and are not on record yet.", stands.unbooked)
    yield _one("carillon_oldest_unbooked_seconds", "How long ago the oldest of those ended.", stands.oldest_unbooked_s)
    yield _one("carillon_held", "1 while publishing is held on the whole installation.", Publishing.objects.exclude(held_at=None).count())
    stopped = Organisation.objects.exclude(stopped_at=None).count()
    yield _one("carillon_organisations_stopped", "Organisations that have stopped their own publishing.", stopped)


def of_parts(*, now: datetime) -> Iterator[GaugeMetricFamily]:
    beats = GaugeMetricFamily("carillon_heartbeat_age_seconds", "How long ago each part gave its last sign of life.", labels=["part"])
    for part, age_s in sorted(health.seconds_since_beat(now=now).items()):
        beats.add_metric([part], age_s)
    yield beats


def of_channels(*, now: datetime) -> Iterator[GaugeMetricFamily]:
    channels = GaugeMetricFamily("carillon_channels", "Connected pages and profiles, by state.", labels=["network", "state"])
    for network, state, number in Channel.objects.values_list("network", "state").annotate(n=Count("pk")).order_by("network", "state"):
        channels.add_metric([network, state], number)
    yield channels
    throttled = GaugeMetricFamily("carillon_channels_throttled", "Channels that wait because their network said so.", labels=["network"])
    found = Channel.objects.filter(throttled_until__gt=now).values_list("network").annotate(n=Count("pk")).order_by("network")
    for network, number in found:
        throttled.add_metric([network], number)
    yield throttled


def of_broker() -> Iterator[GaugeMetricFamily]:
    """The queues' lengths, when the broker answers."""
    client = redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=PATIENCE_S, socket_timeout=PATIENCE_S)
    lengths: list[int] = []
    try:
        with client.pipeline(transaction=False) as asking:
            for queue in QUEUES:
                asking.llen(queue)
            lengths = asking.execute()
    except redis.RedisError:
        pass
    finally:
        client.close()
    yield _one("carillon_broker_up", "1 when the broker answers.", bool(lengths))
    waiting = GaugeMetricFamily("carillon_queue_length", "Messages that no worker has taken yet.", labels=["queue"])
    for queue, length in zip(QUEUES, lengths, strict=False):
        waiting.add_metric([queue], length)
    yield waiting


def _one(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, about, value=value)
