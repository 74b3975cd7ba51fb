"""The usual times of channels (`Channel.slots`) at which nothing is planned yet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from accounts.channels.models import Channel
from accounts.problems import Refusal
from campaigns.posts.models import Placement
from campaigns.posts.when import to_utc, zone_of

NEAR = timedelta(minutes=30)  # a post this close to a slot has taken it
LEFT = (Placement.Outcome.CANCELLED, Placement.Outcome.FAILED, Placement.Outcome.MISSED)  # these gave their slot back
Slots = Sequence[dict[str, Any]]


def free(*, start: datetime, end: datetime, zone: str, now: datetime) -> list[dict[str, Any]]:
    """Return the slots in [start, end) that are to come and that nothing has taken, in the order of their times."""
    channels = [c for c in Channel.objects.filter(state=Channel.State.CONNECTED).only("pk", "slots").order_by("network", "name") if c.slots]
    taken: dict[UUID, list[datetime]] = defaultdict(list)
    near = Placement.objects.filter(channel__in=channels, planned_at__gte=start - NEAR, planned_at__lt=end + NEAR, post__deleted_at=None)
    for channel, at in near.exclude(outcome__in=LEFT).values_list("channel_id", "planned_at"):
        taken[channel].append(at)
    first, last = start.astimezone(zone_of(zone)).date(), end.astimezone(zone_of(zone)).date()
    found = [
        {"channel": channel.pk, "local_time": local, "at": at}
        for channel in channels
        for local, at in times(channel.slots, first=first, last=last, zone=zone)
        if max(start, now) <= at < end and not is_taken(at, taken[channel.pk])
    ]
    return sorted(found, key=lambda slot: slot["at"])


def times(slots: Slots, *, first: date, last: date, zone: str) -> Iterator[tuple[str, datetime]]:
    """Yield each slot of these days as local time and instant; one in the hour that a change night skips is left out."""
    for day in (first + timedelta(days=number) for number in range((last - first).days + 1)):
        for slot in slots:
            if slot["day"] != day.weekday():
                continue
            local = f"{day}T{slot['time']}"
            try:
                yield local, to_utc(local, zone)
            except Refusal:
                continue


def is_taken(at: datetime, by: Iterable[datetime]) -> bool:
    return any(abs(other - at) < NEAR for other in by)
