"""The calendar's cards. A month may hold thousands, so they are read as plain values: a few statements, no rows built."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.channels.models import Channel
from campaigns.phrases import selectors as phrases
from campaigns.posts import filling, fills, staleness
from campaigns.posts.badge import badge
from campaigns.posts.content import first_line_of, shortened
from campaigns.posts.models import Placement, Version, VersionPicture
from campaigns.posts.notes import selectors as notes

SHOWN = (
    "id", "post_id", "channel_id", "channel__network", "languages", "own_segments", "planned_at", "local_time", "zone", "claimed_at",
    "outcome", "taken_down_at", "corrected_at", "permalink", "post__state", "post__title", "post__campaign_id", "post__author_id",
    "post__revision", "organisation_id",
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
    lines = lines_of(rows, texts)
    cards = (card(row, line=lines[row.id], behind=behind, pictures=pictures, open_notes=open_notes, now=now) for row in rows)
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


def lines_of(rows: Sequence[Any], texts: Texts) -> dict[UUID, str]:
    """Return the first line of each card as its channel will say it: two more statements where one leaves something open, else none."""
    lines = {row.id: written(row, texts) for row in rows}
    open_ = {row.id: row for row in rows if not row.post__title and "{" in lines[row.id]}
    if open_:
        values = dict(Channel.objects.filter(pk__in={row.channel_id for row in open_.values()}).values_list("pk", "placeholders"))
        keys = filling.wanted(lines[pk] for pk in open_)
        contacts = filling.by_key(phrases.contacts_of({row.organisation_id for row in open_.values()}, keys))
        for pk, row in open_.items():
            puts = filling.puts_of(row.channel__network, values=values[row.channel_id], contacts=contacts)
            lines[pk] = fills.readable(lines[pk], puts)
    return {pk: shortened(line) for pk, line in lines.items()}


def written(row: Any, texts: Texts) -> str:
    if row.post__title:
        return str(row.post__title)
    own = (row.own_segments or [""])[0].strip()
    return own.splitlines()[0] if own else first_line_of(texts.get(row.post_id, ()), row.languages[0] if row.languages else "")


def card(row: Any, *, line: str, behind: Behind, pictures: Pictures, open_notes: Mapping[UUID, int], now: datetime) -> dict[str, Any]:
    language = row.languages[0] if row.languages else ""
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
        "first_line": line,
        "asset": asset and str(asset),
        "campaign": row.post__campaign_id and str(row.post__campaign_id),
        "author": row.post__author_id and str(row.post__author_id),
        "permalink": row.permalink,
        "revision": row.post__revision,
        "out_of_date": [] if row.own_segments else [each for each in behind.get(row.post_id, ()) if each in row.languages],
        "notes": open_notes.get(row.post_id, 0),
    }
