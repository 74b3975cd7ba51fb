"""What was posted outside Carillon, as the calendar shows it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from campaigns.outside.models import OutsidePost

MOST = 2_000  # in one view


def in_calendar(*, start: datetime, end: datetime, zone: ZoneInfo, channels: Iterable[UUID] = (), words: str = "") -> list[dict[str, Any]]:
    """Return the posts made in [start, end), in order, with their time on the organisation's clock; at most MOST."""
    found: QuerySet[OutsidePost] = OutsidePost.objects.select_related("channel").filter(posted_at__gte=start, posted_at__lt=end)
    if channels := list(channels):
        found = found.filter(channel__in=channels)
    if words.strip():
        found = found.filter(text__icontains=words.strip())
    return [shown(post, zone=zone) for post in found.order_by("posted_at", "pk")[:MOST]]


def shown(post: OutsidePost, *, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "id": post.pk,
        "channel": post.channel_id,
        "network": post.channel.network,
        "posted_at": post.posted_at,
        "local_time": post.posted_at.astimezone(zone).strftime("%Y-%m-%dT%H:%M"),
        "text": post.text,
        "permalink": post.permalink,
        "pictures": post.pictures,
        "is_edited": post.edited_at is not None,
        "gone_at": post.gone_at,
    }
