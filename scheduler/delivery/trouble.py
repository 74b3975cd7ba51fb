"""What waits for a person, one line for each cause: its kind, its code and the channel it is about."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Min, Q, QuerySet, Value, Window
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce, RowNumber
from django.db.models.lookups import Exact

from accounts.channels.models import Channel
from campaigns.posts import selectors as posts
from campaigns.posts.models import Placement
from scheduler.delivery.models import Delivery

S = Delivery.State
WITHIN = timedelta(days=14)
SHOWN = 5  # posts named under each cause
SHUT = (Channel.State.SIGN_IN_LOST, Channel.State.OUT_OF_CREDIT)


class Kind(models.TextChoices):
    """In the order of their urgency: what may be online unseen comes first."""

    NEEDS_LOOK = S.NEEDS_LOOK.value
    WAITS = "waits"  # posts whose channel cannot publish: they are not late, they wait for a person
    FAILED = S.FAILED.value
    MISSED = S.MISSED.value
    HELD = S.HELD.value


@dataclass(frozen=True)
class Cause:
    """`kind` is one of Kind; `code` is the network's reason, "" where there is none."""

    kind: str
    code: str
    channel: UUID

    def __str__(self) -> str:
        return f"{self.kind}:{self.code}:{self.channel}"

    @classmethod
    def read(cls, text: str) -> "Cause":
        """Return the cause that was written so. Raises ValueError."""
        kind, code, channel = text.split(":")
        return cls(kind=kind, code=code, channel=UUID(channel))


@dataclass
class Trouble:
    """One cause, how many posts it stopped, and the newest of them. Those of a shut channel are placements nobody has sent yet."""

    cause: Cause
    count: int
    since: datetime
    channel: Channel
    deliveries: list[Delivery] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)


def wrong(*, now: datetime) -> QuerySet[Delivery]:
    """Return what did not end well in the last two weeks, and whatever is held."""
    recent = Q(state__in=(S.FAILED, S.NEEDS_LOOK, S.MISSED), planned_at__gt=now - WITHIN)
    found: QuerySet[Delivery] = Delivery.objects.filter(recent | Q(state=S.HELD), placement__post__deleted_at=None)
    return found.annotate(code=Coalesce(KT("problem__code"), Value(""), output_field=models.TextField()))


def of_cause(cause: Cause, *, now: datetime) -> QuerySet[Delivery]:
    """Return the deliveries of that cause, oldest first."""
    found = wrong(now=now).filter(Exact(F("code"), cause.code), state=cause.kind, channel=cause.channel)
    return found.select_related("channel", "placement", "organisation").order_by("planned_at", "pk")


def troubles(*, now: datetime) -> list[Trouble]:
    """Return what waits for a person in this organisation, what may be online unseen first. The number of queries is constant."""
    found = {**sorted_out(now=now), **waiting(now=now)}
    order = list(Kind)
    return sorted(found.values(), key=lambda t: (order.index(Kind(t.cause.kind)), -t.since.timestamp()))


def sorted_out(*, now: datetime) -> dict[Cause, Trouble]:
    rows: Any = wrong(now=now)
    counted = rows.values_list("state", "code", "channel").annotate(n=Count("pk"), since=Min("planned_at")).order_by()
    groups = {Cause(state, code, channel): (n, since) for state, code, channel, n, since in counted}
    channels = Channel.objects.in_bulk({cause.channel for cause in groups})
    found = {c: Trouble(cause=c, count=n, since=since, channel=channels[c.channel]) for c, (n, since) in groups.items()}
    for delivery in newest(now=now) if found else ():
        cause = Cause(delivery.state, delivery.code, delivery.channel_id)  # type: ignore[attr-defined]
        if cause in found:  # else it came up between the two questions
            found[cause].deliveries.append(delivery)
    return found


def newest(*, now: datetime) -> Iterator[Delivery]:
    place = Window(RowNumber(), partition_by=[F("state"), F("code"), F("channel")], order_by=F("planned_at").desc())
    ranked = wrong(now=now).annotate(place=place).filter(place__lte=SHOWN)
    yield from ranked.select_related("channel", "placement").order_by("-planned_at")


def waiting(*, now: datetime) -> dict[Cause, Trouble]:
    """Return the channels that wait for a sign-in or for credit while posts of theirs are due."""
    shut = {channel.pk: channel for channel in Channel.objects.filter(state__in=SHUT)}
    if not shut:
        return {}
    due = posts.due(before=now, after=now - timedelta(seconds=settings.GRACE_S)).filter(channel__in=shut)
    begun = Placement.objects.filter(pk__in=Delivery.objects.filter(state=S.DUE, channel__in=shut).values("placement"))
    found: dict[Cause, Trouble] = {}
    for placement in [*begun.select_related("channel"), *due.select_related("channel")]:
        channel = shut[placement.channel_id]
        cause = Cause(Kind.WAITS, (channel.problem or {}).get("code", ""), channel.pk)
        trouble = found.setdefault(cause, Trouble(cause=cause, count=0, since=placement.planned_at, channel=channel))
        trouble.count, trouble.since = trouble.count + 1, min(trouble.since, placement.planned_at)
        trouble.placements = [*trouble.placements, placement][:SHOWN]
    return found
