"""The card of an address that a person typed: read through the guarded door, remembered for an hour."""

import base64
import hashlib
from dataclasses import asdict
from typing import Any

import requests
import structlog
import urllib3
from django.core.cache import cache

from accounts.channels.pictures import NotAPicture, redrawn
from campaigns.posts.links import page
from networks.wire import guard

log = structlog.get_logger(__name__)
KEPT_S, KEPT_WHEN_AWAY_S = 3_600, 60
PAGE_MOST_BYTES, IMAGE_MOST_BYTES = 1_000_000, 5_000_000
IMAGE_PX = (640, 640)
AWAY = (guard.NotAllowed, requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError)


def preview(url: str) -> dict[str, Any]:
    """Return what networks would show: `state` is shown, plain (a page that says nothing of itself) or away (nothing could be read)."""
    key = f"link-card:{hashlib.sha256(url.encode()).hexdigest()}"
    known: dict[str, Any] | None = cache.get(key)
    if known is None:
        known = looked_up(url)
        cache.set(key, known, KEPT_WHEN_AWAY_S if known["state"] == "away" else KEPT_S)
    return known


def looked_up(url: str) -> dict[str, Any]:
    try:
        found = guard.follow(url, kinds=("text/html", "application/xhtml"), max_bytes=PAGE_MOST_BYTES)
    except AWAY as error:
        log.info("link.away", cause=type(error).__name__)
        return {"state": "away", "url": url, "image": "", "title": "", "description": "", "site": "", "language": ""}
    card = page.read(found.body, url=found.url, charset=found.charset)
    state = "shown" if card.title else "plain"
    return {**asdict(card), "state": state, "url": found.url, "image": drawn(card.image) if card.image else ""}


def drawn(address: str) -> str:
    """Return the picture, drawn anew and small, as an address a browser shows without asking anybody; "" when it cannot be had."""
    try:
        found = guard.follow(address, kinds=("image/",), max_bytes=IMAGE_MOST_BYTES)
        return f"data:image/webp;base64,{base64.b64encode(redrawn(found.body, size=IMAGE_PX)).decode()}"
    except (*AWAY, NotAPicture):
        return ""
