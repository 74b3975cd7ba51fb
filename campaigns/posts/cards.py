"""The calendar's cards. A month may hold thousands, so they are read as plain values: three statements, no rows built."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from campaigns.posts.badge import badge
from campaigns.posts.content import first_line_of
from campaigns.posts.models import Placement, Version, VersionPicture

SHOWN = (
    "id", "post_id", "channel_id", "channel__network", "languages", "own_segments", "planned_at", "local_time", "zone", "claimed_at",
    "outcome", "taken_down_at", "corrected_at", "permalink", "post__state", "post__title", "post__campaign_id", "post__author_id",
    "post__revision",
)  # fmt: skip

Texts = Mapping[UUID, list[tuple[str, list[str]]]]
Pictures = Mapping[tuple[UUID, str], UUID]


def in_calendar(
    *,
    start: datetime,
    end: datetime,
    now: datetime,
    campaigns: Iterable[UUID] = (),
    channels: Iterable[UUID] = (),
    authors: Iterable[UUID] = (),
    states: Iterable[str] = (),
    language: str = "",
    words: str = "",
) -> list[dict[str, Any]]:
    """Return what cards show of the placements planned in [start, end), in the order of their times."""
    found: QuerySet[Placement] = Placement.objects.filter(planned_at__gte=start, planned_at__lt=end, post__deleted_at=None)
    if campaigns := list(campaigns):
        found = found.filter(post__campaign__in=campaigns)
    if channels := list(channels):
        found = found.filter(channel__in=channels)
    if authors := list(authors):
        found = found.filter(post__author__in=authors)
    if language:
        found = found.filter(Q(spoken=language) | Q(spoken__startswith=f"{language}+") | Q(spoken__contains=f"+{language}"))
    if words.strip():
        found = found.filter(post__search__contains=words.strip().lower())
    rows = list(found.order_by("planned_at", "pk").values_list(*SHOWN, named=True))
    posts = {row.post_id for row in rows}
    texts, pictures = texts_of(posts), pictures_of(posts)
    wanted = set(states)
    cards = (card(row, texts=texts, pictures=pictures, now=now) for row in rows)
    return [one for one in cards if not wanted or one["state"] in wanted]


def texts_of(posts: Iterable[UUID]) -> Texts:
    """Return the texts of each post: languages with their segments."""
    texts: dict[UUID, list[tuple[str, list[str]]]] = {}
    for post, language, segments in Version.objects.filter(post__in=posts).values_list("post_id", "language", "segments"):
        texts.setdefault(post, []).append((language, segments))
    return texts


def pictures_of(posts: Iterable[UUID]) -> Pictures:
    """Return the first picture of each post and language."""
    first: dict[tuple[UUID, str], UUID] = {}
    uses = VersionPicture.objects.filter(version__post__in=posts).order_by("position")
    for post, language, asset in uses.values_list("version__post_id", "version__language", "asset_id"):
        first.setdefault((post, language), asset)
    return first


def card(row: Any, *, texts: Texts, pictures: Pictures, now: datetime) -> dict[str, Any]:
    language = row.languages[0] if row.languages else ""
    own = (row.own_segments or [""])[0].strip()
    asset = pictures.get((row.post_id, language))
    return {
        "id": str(row.id),  # as words: the encoder would ask for each of them by a call
        "post": str(row.post_id),
        "channel": str(row.channel_id),
        "network": row.channel__network,
        "languages": row.languages,
        "planned_at": row.planned_at,
        "local_time": row.local_time,
        "zone": row.zone,
        "state": badge(
            state=row.post__state,
            planned_at=row.planned_at,
            claimed_at=row.claimed_at,
            outcome=row.outcome,
            now=now,
            taken_down_at=row.taken_down_at,
            corrected_at=row.corrected_at,
        ),
        "first_line": row.post__title or (own.splitlines()[0][:140] if own else first_line_of(texts.get(row.post_id, ()), language)),
        "asset": asset and str(asset),
        "campaign": row.post__campaign_id and str(row.post__campaign_id),
        "author": row.post__author_id and str(row.post__author_id),
        "permalink": row.permalink,
        "revision": row.post__revision,
    }
