"""Who gave a sign of life, and how late the work is."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Min
from django_scopes import scopes_disabled

from accounts.channels.models import Channel
from campaigns.posts import selectors as posts
from scheduler.health.models import Heartbeat


def seconds_since_beat(*, now: datetime) -> dict[str, float]:
    """Return how long ago each part was alive, in seconds."""
    return {part: max(0.0, (now - at).total_seconds()) for part, at in Heartbeat.objects.values_list("part", "at")}


@scopes_disabled()
def oldest_due_s(*, now: datetime) -> float:
    """Return how many seconds ago the oldest placement was due that a dispatcher should have claimed; 0 when there is none.

    What waits for its channel is not late: a paused channel is a person's wish, a lost sign-in is told to people.
    """
    late = posts.due(before=now, after=now - timedelta(seconds=settings.GRACE_S)).filter(channel__state=Channel.State.CONNECTED)
    oldest = late.aggregate(oldest=Min("planned_at"))["oldest"]
    return (now - oldest).total_seconds() if oldest else 0.0


def last_beat(part: str) -> datetime | None:
    """Return when this part last gave a sign of life; None when it never did."""
    return Heartbeat.objects.filter(part=part).values_list("at", flat=True).first()
