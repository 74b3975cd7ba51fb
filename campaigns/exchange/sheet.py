"""The calendar as a table: one line for each placement. What is written here is understood again by an import."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from accounts.channels.models import Channel
from campaigns.exchange.columns import head
from campaigns.exchange.writing import Cell
from campaigns.plan.models import Campaign
from campaigns.posts.models import Placement, Post, Version, VersionPicture

State = dict[str, str]


def header(languages: Sequence[str], *, reader: str) -> list[str]:
    fields = ["date", "time", "channel", "network", "campaign", "title", "state", *_by_language(languages), "picture", "online"]
    return [head(field, reader) for field in fields]


def _by_language(languages: Sequence[str]) -> list[str]:
    return [f"{name}_{language}" for language in languages for name in ("text", "link", "alt")]


def lines(cards: Iterable[dict[str, Any]], *, languages: Sequence[str], states: State) -> list[list[Cell]]:
    """Return the lines of these cards, in their order. `states`: each state in the reader's words."""
    cards = list(cards)
    posts = {UUID(card["post"]) for card in cards}
    titles = dict(Post.objects.filter(pk__in=posts).values_list("pk", "title"))
    channels = {str(channel.pk): channel for channel in Channel.objects.all()}
    campaigns = {str(pk): name for pk, name in Campaign.objects.values_list("pk", "name")}
    own = {str(pk): segments for pk, segments in Placement.objects.filter(post__in=posts).values_list("pk", "own_segments")}
    versions = {(v.post_id, v.language): v for v in Version.objects.filter(post__in=posts)}
    pictures = _pictures(posts)
    found: list[list[Cell]] = []
    for card in cards:
        post, channel = UUID(card["post"]), channels[card["channel"]]
        day, _, at = card["local_time"].partition("T")
        line: list[Cell] = [date.fromisoformat(day), time.fromisoformat(at), channel.name, channel.network_label]
        line += [campaigns.get(card["campaign"] or "", ""), titles.get(post, ""), states.get(card["state"], card["state"])]
        names: list[str] = []
        for language in languages:
            version = versions.get((post, language)) if language in card["languages"] else None
            shown = pictures.get(version.pk, []) if version else []
            names = names or [name for name, _ in shown]
            line += _version(version, own[card["id"]] if len(card["languages"]) == 1 else None, [alt for _, alt in shown])
        found.append([*line, ", ".join(names), card["permalink"]])
    return found


def _version(version: Version | None, own: list[str] | None, alts: list[str]) -> list[Cell]:
    if version is None:
        return ["", "", ""]
    return ["\n\n".join(own or version.segments), version.link, "\n".join(alts)]


def _pictures(posts: Iterable[UUID]) -> dict[UUID, list[tuple[str, str]]]:
    found: dict[UUID, list[tuple[str, str]]] = {}
    uses = VersionPicture.objects.filter(version__post__in=posts).order_by("position")
    for version, name, alt in uses.values_list("version_id", "asset__name", "alt"):
        found.setdefault(version, []).append((name, alt))
    return found


def file_name(organisation: str, start: datetime, end: datetime, extension: str) -> str:
    return f"{organisation}-{start:%Y-%m-%d}-{end:%Y-%m-%d}.{extension}"
