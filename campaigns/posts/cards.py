"""The calendar's cards. A month may hold thousands, so they are read as plain values: four statements, no rows built."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from campaigns.posts import staleness
from campaigns.posts.badge import badge
from campaigns.posts.content import first_line_of
from campaigns.posts.models import Placement, Version, VersionPicture
from campaigns.posts.notes import selectors as notes

SHOWN = (
    "id", "post_id", "channel_id", "channel__network", "languages", "own_segments", "planned_at", "local_time", "zone", "claimed_at",
    "outcome", "taken_down_at", "corrected_at", "permalink", "post__state", "post__title", "post__campaign_id", "post__author_id",
    "post__revision",
)  # fmt: skip

Texts = Mapping[UUID, list[tuple[str, list[str]]]]
Behind = Mapping[UUID, list[str]]
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
        among = Q(spoken__startswith=f"{language}+") | Q(spoken__endswith=f"+{language}") | Q(spoken__contains=f"+{language}+")
        found = found.filter(Q(spoken=language) | among)
    if words.strip():
        found = found.filter(post__search__contains=words.strip().lower())
    rows = list(found.order_by("planned_at", "pk").values_list(*SHOWN, named=True))
    posts = {row.post_id for row in rows}
    (texts, behind), pictures, open_notes = texts_of(posts), pictures_of(posts), notes.open_count(posts)
    wanted = set(states)
    cards = (card(row, texts=texts, behind=behind, pictures=pictures, open_notes=open_notes, now=now) for row in rows)
    return [one for one in cards if not wanted or one["state"] in wanted]


def texts_of(posts: Iterable[UUID]) -> tuple[Texts, Behind]:
    """Return the texts of each post, languages with their segments; and which of them are out of date."""
    texts: dict[UUID, list[tuple[str, list[str]]]] = {}
    translated: set[UUID] = set()
    origins: dict[UUID, dict[str, tuple[list[str], str, list[str] | None]]] = {}
    columns = ("post_id", "language", "segments", "source", "source_text")
    for post, language, segments, source, source_text in Version.objects.filter(post__in=posts).values_list(*columns):
        texts.setdefault(post, []).append((language, segments))
        origins.setdefault(post, {})[language] = (segments, source, source_text)
        if source:
            translated.add(post)
    return texts, {post: staleness.behind(origins[post]) for post in translated}


def pictures_of(posts: Iterable[UUID]) -> Pictures:
    """Return the first picture of each post and language."""
    first: dict[tuple[UUID, str], UUID] = {}
    uses = VersionPicture.objects.filter(version__post__in=posts).order_by("position")
    for post, language, asset in uses.values_list("version__post_id", "version__language", "asset_id"):
        first.setdefault((post, language), asset)
    return first


def card(row: Any, *, texts: Texts, behind: Behind, pictures: Pictures, open_notes: Mapping[UUID, int], now: datetime) -> dict[str, Any]:
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
        "out_of_date": [] if row.own_segments else [each for each in behind.get(row.post_id, ()) if each in row.languages],
        "notes": open_notes.get(row.post_id, 0),
    }
