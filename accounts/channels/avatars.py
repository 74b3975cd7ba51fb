"""A channel's own picture: fetched by the server, drawn anew, so that a browser asks no network for it."""

from datetime import datetime, timedelta

import requests
import structlog
import urllib3
from django.conf import settings
from django.db.models import F, Q
from django_scopes import scope, scopes_disabled

from accounts.channels.models import Avatar, Channel
from accounts.channels.pictures import NotAPicture, redrawn
from accounts.notify import live
from networks.wire import guard
from networks.wire.http import origin

log = structlog.get_logger(__name__)
SIDE_PX, MOST_BYTES = 192, 3_000_000
AGAIN_AFTER = timedelta(days=1)
AT_ONCE = 20


def refresh_due(*, now: datetime) -> int:
    """Pictures that were never looked at, moved, or are a day old are fetched again; return how many were looked at.

    One that cannot be had stays as it was.
    """
    with scopes_disabled():
        wanted = Channel.objects.exclude(avatar_url="").exclude(state=Channel.State.DISCONNECTED)
        due = list(
            wanted.filter(Q(avatar=None) | Q(avatar__looked_at__lt=now - AGAIN_AFTER) | ~Q(avatar__url=F("avatar_url"))).select_related(
                "organisation"
            )[:AT_ONCE]
        )
    for channel in due:
        refresh(channel, now=now)
    return len(due)


def refresh(channel: Channel, *, now: datetime) -> None:
    """The channel's picture is that of its address, or as it was where that cannot be had."""
    image: bytes | None = None
    try:
        image = redrawn(fetched(channel.avatar_url), size=(SIDE_PX, SIDE_PX), is_square=True)
    except (guard.NotAllowed, NotAPicture, requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        log.info("avatar.away", channel=str(channel.pk), cause=type(error).__name__)
    with scope(organisation=channel.organisation):
        row, is_new = Avatar.objects.get_or_create(
            channel=channel, defaults={"image": image or b"", "url": channel.avatar_url, "looked_at": now}
        )
        changed = image is not None and (is_new or bytes(row.image) != image)
        row.image, row.url, row.looked_at = (row.image if image is None else image), channel.avatar_url, now
        row.save()
    if changed:
        live.publish(organisation_id=channel.organisation_id, kind="channel", id=channel.pk)


def fetched(url: str) -> bytes:
    """Return what is there. A network that whoever runs Carillon has put elsewhere (NETWORK_…_URL) may be on this very machine."""
    if origin(url) in {origin(site.base_url) for site in settings.NETWORK_SITES.values() if site.base_url}:
        with requests.get(url, timeout=5, allow_redirects=False, stream=True) as answer:
            answer.raise_for_status()
            return answer.raw.read(MOST_BYTES, decode_content=True) or b""
    return guard.follow(url, kinds=("image/",), max_bytes=MOST_BYTES).body
