"""How often each channel is heard. The database adds up; a placement counts on the day that its own clock shows.

What counts: all that is planned, except what failed, was missed, was taken off or was taken down again. docs/algorithms/cadence.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Substr, TruncDate

from accounts.channels.models import Channel
from campaigns.outside.models import OutsidePost
from campaigns.plan.models import CadenceTarget, DailyLimit
from campaigns.posts.cadence.guidance import of_network
from campaigns.posts.cadence.weeks import days_within, midnight, monday_of
from campaigns.posts.models import Placement, Post

GONE = [Placement.Outcome.CANCELLED, Placement.Outcome.FAILED, Placement.Outcome.MISSED]


@dataclass
class Tally:
    planned: int = 0
    scheduled: int = 0
    published: int = 0
    outside: int = 0

    def shown(self) -> dict[str, int]:
        return {"planned": self.planned, "scheduled": self.scheduled, "published": self.published, "outside": self.outside}


Days = Mapping[tuple[UUID, date], Tally]


def counting(start: datetime, end: datetime, *, campaign: UUID | None = None) -> QuerySet[Placement]:
    """Return the placements of [start, end) that count."""
    found: QuerySet[Placement] = Placement.objects.filter(
        planned_at__gte=start, planned_at__lt=end, post__deleted_at=None, taken_down_at=None
    ).exclude(outcome__in=GONE)
    return found.filter(post__campaign=campaign) if campaign else found


def by_day(*, first: date, last: date, zone: ZoneInfo, campaign: UUID | None = None) -> Days:
    """Return what each channel has on each of these days. What was posted outside belongs to no campaign."""
    day_before, day_after = midnight(first - timedelta(days=1), zone), midnight(last + timedelta(days=2), zone)
    tallies: dict[tuple[UUID, date], Tally] = defaultdict(Tally)
    rows = counting(day_before, day_after, campaign=campaign).order_by().annotate(day=Substr("local_time", 1, 10))
    for channel, said, outcome, state, number in rows.values_list("channel", "day", "outcome", "post__state").annotate(n=Count("pk")):
        day = date.fromisoformat(said)
        if not first <= day <= last:
            continue
        tally = tallies[channel, day]
        tally.planned += number
        tally.scheduled += number if not outcome and state == Post.State.APPROVED else 0
        tally.published += number if outcome == Placement.Outcome.PUBLISHED else 0
    if campaign is None:
        for channel, day, number in outside_by_day(midnight(first, zone), midnight(last + timedelta(days=1), zone), zone):
            tallies[channel, day].outside += number
    return tallies


def outside_by_day(start: datetime, end: datetime, zone: ZoneInfo) -> Iterable[tuple[UUID, date, int]]:
    """Return channel, day and number of posts made outside Carillon, that are still there."""
    found = OutsidePost.objects.filter(posted_at__gte=start, posted_at__lt=end, gone_at=None).order_by()
    rows: Iterable[tuple[UUID, date, int]] = (
        found.annotate(day=TruncDate("posted_at", tzinfo=zone)).values_list("channel", "day").annotate(n=Count("pk"))
    )
    return rows


def times_of(*, first: date, last: date, zone: ZoneInfo) -> dict[UUID, list[str]]:
    """Return the local times at which each channel has something on these days."""
    day_before, day_after = midnight(first - timedelta(days=1), zone), midnight(last + timedelta(days=2), zone)
    times: dict[UUID, list[str]] = defaultdict(list)
    for channel, local_time in counting(day_before, day_after).order_by().values_list("channel", "local_time"):
        times[channel].append(local_time)
    return times


def channels(*, campaign: UUID | None = None) -> list[dict[str, Any]]:
    """Return the connected channels with their targets (the campaign's, if one is given) and limits of a day."""
    limits = dict(DailyLimit.objects.values_list("channel", "most"))
    found: Any = Channel.objects.exclude(state=Channel.State.DISCONNECTED).order_by("network", "name")
    targets: dict[UUID, int] = {}
    if campaign:
        targets = dict(CadenceTarget.objects.filter(campaign=campaign).values_list("channel", "weekly"))
        found = found.filter(Q(pk__in=list(targets)) | Q(pk__in=Placement.objects.filter(post__campaign=campaign).values("channel")))
    return [
        {
            "channel": c.pk,
            "network": c.network,
            "name": c.name,
            "handle": c.handle,
            "slots": c.slots,
            "target": targets.get(c.pk, 0) if campaign else c.weekly_target,
            "daily_most": limits.get(c.pk, of_network(c.network).daily_most),
            "is_own_limit": c.pk in limits,
        }
        for c in found
    ]


def cadence(*, start: datetime, end: datetime, zone: ZoneInfo, campaign: UUID | None = None) -> list[dict[str, Any]]:
    """Return for each connected channel what [start, end) holds, its target and the days on which it has too much."""
    first, last = days_within(start, end, zone)
    days = by_day(first=first, last=last, zone=zone, campaign=campaign)
    return [
        {**channel, **summed(days, channel["channel"]).shown(), "overloads": overloads(days, channel)}
        for channel in channels(campaign=campaign)
    ]


def weekly(*, mondays: list[date], zone: ZoneInfo, campaign: UUID | None = None) -> list[dict[str, Any]]:
    """Return for each channel its tallies in each of these weeks."""
    days = by_day(first=mondays[0], last=mondays[-1] + timedelta(days=6), zone=zone, campaign=campaign)
    weeks: dict[tuple[UUID, date], Tally] = defaultdict(Tally)
    for (channel, day), tally in days.items():
        add(weeks[channel, monday_of(day)], tally)
    return [
        {
            **channel,
            "weeks": [weeks[channel["channel"], monday].shown() for monday in mondays],
            "overloads": overloads(days, channel),
        }
        for channel in channels(campaign=campaign)
    ]


def summed(days: Days, channel: UUID) -> Tally:
    total = Tally()
    for (whose, _), tally in days.items():
        if whose == channel:
            add(total, tally)
    return total


def overloads(days: Days, channel: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the days on which the channel has more than its limit, in order."""
    found = [
        {"day": day, "count": tally.planned + tally.outside, "most": channel["daily_most"]}
        for (whose, day), tally in days.items()
        if whose == channel["channel"] and tally.planned + tally.outside > channel["daily_most"]
    ]
    return sorted(found, key=lambda each: each["day"])


def add(to: Tally, more: Tally) -> None:
    to.planned += more.planned
    to.scheduled += more.scheduled
    to.published += more.published
    to.outside += more.outside
