"""A person has a channel read now; where the network bills each post, they were told the most it can cost."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Max, Sum

import networks
from accounts.audit import services as audit
from accounts.channels import services as channels
from accounts.channels.models import Channel
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.outside.models import OutsideReading, PaidReading
from networks.contract import CanTell, NetworkError
from scheduler.outside import pace, read

BACK = timedelta(days=31)
LEAST, MOST = 5, 100  # posts; X gives no fewer than five


def ask(*, channel: Channel, limit: int, by: User, now: datetime) -> dict[str, int]:
    """Return how many posts were new, edited, gone, and what the network bills. Raises Refusal. Call it outside a transaction."""
    network = networks.get(channel.network)
    if not isinstance(network, CanTell):
        raise Refusal("cannot-read-outside", status=409, channel=channel.name)
    channel = channels.freshened(channel=channel, now=now)
    if channel.state in {Channel.State.SIGN_IN_LOST, Channel.State.DISCONNECTED}:
        raise Refusal("look-needs-sign-in", status=409, channel=channel.name)
    try:
        timeline, _ = read.ask(channel, since=now - BACK, limit=limit, now=now)
    except NetworkError as error:
        raise Refusal("look-not-answered", status=409, channel=channel.name, why=error.code) from error
    cost = len(timeline.posts) * network.spec.read_cost_usd_micros
    if cost:
        book(channel, posts=len(timeline.posts), cost=cost, by=by, now=now)
    change, _ = read.keep(channel, timeline, now=now)
    return {"read": len(timeline.posts), "new": change.new, "edited": change.edited, "gone": change.gone, "cost_usd_micros": cost}


def book(channel: Channel, *, posts: int, cost: int, by: User, now: datetime) -> None:
    """The bill is on record before anything is made of what it bought."""
    PaidReading.objects.create(organisation=channel.organisation, channel=channel, by=by, at=now, posts=posts, cost_usd_micros=cost)
    facts = {"network": channel.network, "name": channel.name, "posts": posts, "cost_usd_micros": cost}
    audit.record(
        organisation=channel.organisation,
        actor=by,
        act="channel.read-for-money",
        subject_kind="channel",
        subject_id=channel.pk,
        data=facts,
        now=now,
    )


def standing(*, zone: ZoneInfo, now: datetime) -> list[dict[str, Any]]:
    """Return for each channel that can be read: when that was, whether it is read by itself, and what it has cost this month."""
    readings = {reading.channel_id: reading for reading in OutsideReading.objects.filter(channel__in=Channel.objects.all())}
    month = now.astimezone(zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    spent = dict(PaidReading.objects.filter(at__gte=month).values_list("channel").annotate(sum=Sum("cost_usd_micros")))
    paid = dict(PaidReading.objects.values_list("channel").annotate(last=Max("at")))
    readable = {slug: network for slug, network in networks.all().items() if isinstance(network, CanTell)}
    found = Channel.objects.filter(network__in=readable).exclude(state=Channel.State.DISCONNECTED).order_by("network", "name")
    return [
        {
            "channel": channel.pk,
            "name": channel.name,
            "network": channel.network,
            "is_regular": pace.is_free(readable[channel.network]),
            "read_at": reading.read_at if (reading := readings.get(channel.pk)) else paid.get(channel.pk),
            "problem": reading.problem if reading else None,
            "read_cost_usd_micros": readable[channel.network].spec.read_cost_usd_micros,
            "spent_usd_micros": spent.get(channel.pk, 0),
        }
        for channel in found
    ]
