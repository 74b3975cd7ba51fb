"""Who gave a sign of life, and how late the work is."""

from datetime import datetime

from django.db.models import Min
from django_scopes import scopes_disabled

from campaigns.posts.models import Placement, Post
from scheduler.health.models import Heartbeat


def seconds_since_beat(*, now: datetime) -> dict[str, float]:
    """Return how long ago each part was alive, in seconds."""
    return {part: max(0.0, (now - at).total_seconds()) for part, at in Heartbeat.objects.values_list("part", "at")}


@scopes_disabled()
def oldest_due_s(*, now: datetime) -> float:
    """Return how many seconds ago the oldest approved placement was due that nobody has claimed; 0 when there is none."""
    due = Placement.objects.filter(claimed_at=None, outcome="", planned_at__lte=now, post__state=Post.State.APPROVED, post__deleted_at=None)
    oldest = due.aggregate(oldest=Min("planned_at"))["oldest"]
    return (now - oldest).total_seconds() if oldest else 0.0
