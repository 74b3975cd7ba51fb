"""Every problem of every channel at once, before anything is submitted. Network limits come from each network's own Spec."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

import networks
from accounts.channels.models import Channel
from campaigns.media import fitting
from campaigns.media.models import Asset
from campaigns.posts import compose, filling, pictures
from campaigns.posts.content import message_of, out_of_date, texts_of
from campaigns.posts.models import Placement, Post
from networks import limits
from networks.contract import Content, Problem
from networks.wire import text

OURS = frozenset({"alt-text-missing"})  # a network takes a picture without words; the organisation may not (pictures.py)
EQUAL_TEXT_WITHIN = timedelta(hours=24)  # so that looking for a lost answer finds one match at most


@dataclass(frozen=True)
class Found:
    """One problem and where it is: a placement, a language, or the post as a whole (both empty)."""

    problem: Problem
    placement: str = ""
    channel: str = ""
    network: str = ""
    language: str = ""
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Frame:
    """What a placement's network gets of a picture: `part` of it (None: all), cut to the ratio or set on ground of that ratio."""

    asset: str
    part: dict[str, int] | None
    fit: str  # keep | crop | pad
    ratio: float  # width ÷ height


@dataclass(frozen=True)
class Measured:
    """How long a placement's texts are as its network counts, and where readers meet "see more"."""

    placement: str
    counts: tuple[int, ...]
    most: int
    fold_at: int
    first_comment: str
    texts: tuple[str, ...]
    cost_usd_micros: int
    frames: tuple[Frame, ...] = ()


def examine(post: Post, *, now: datetime, near: Sequence[Placement] | None = None) -> tuple[list[Found], list[Measured]]:
    """Return all problems of the post (those that block first) and the measures of each placement.

    `near`: what near_to says of its placements, where it was asked about several posts at once.
    """
    near = near_to(post.placements.all()) if near is None else near
    texts = texts_of(post)
    assets = {str(use.asset_id): use.asset for v in post.versions.all() for use in v.version_pictures.all()}
    behind = out_of_date(post)
    found: list[Found] = []
    measures: list[Measured] = []
    if not post.placements.all():
        found.append(Found(Problem("no-channel")))
    for placement in post.placements.all():
        if placement.claimed_at:
            continue
        network = networks.get(placement.channel.network)
        content = content_for(placement, post=post, texts=texts, assets=assets)
        where: dict[str, Any] = {"placement": str(placement.pk), "channel": placement.channel.name, "network": network.slug}
        found += [
            Found(problem, language=placement.spoken, **where) for problem in limits.problems(network, content) if problem.code not in OURS
        ]
        found += [Found(problem, language=language, **where) for language, problem in picture_problems(placement, post, texts, assets)]
        found += [Found(problem, language=placement.spoken, **where) for problem in filling.problems(placement, post)]
        found += [
            Found(problem, **where) for problem in plan_problems(placement, texts=texts, content=content, near=near, now=now, behind=behind)
        ]
        shown = text.shown(network.spec, content)
        measures.append(
            Measured(
                placement=str(placement.pk),
                counts=tuple(network.spec.count(part) for part in shown),
                most=network.spec.text_max,
                fold_at=network.spec.fold_at,
                first_comment=content.first_comment.strip() if text.has_comment(network.spec, content) else "",
                texts=shown,
                cost_usd_micros=limits.cost_usd_micros(network.spec, content),
                frames=frames_for(placement, post=post, texts=texts, assets=assets),
            )
        )
    return sorted(found, key=lambda f: not f.problem.blocks), measures


def content_for(placement: Placement, *, post: Post, texts: dict[str, compose.Text], assets: dict[str, Asset]) -> Content:
    """Return the content as the network would get it, pictures as their renditions will be."""
    message = message_of(placement, post=post, texts=texts)
    spec = networks.get(placement.channel.network).spec.pictures
    prints = tuple(
        fitting.foreseen(asset=assets[use.asset], spec=spec, alt=use.alt, crop=use.crop) for use in message.pictures if use.asset in assets
    )
    return Content(segments=message.segments, pictures=prints, link=message.link, first_comment=message.first_comment)


def frames_for(placement: Placement, *, post: Post, texts: dict[str, compose.Text], assets: dict[str, Asset]) -> tuple[Frame, ...]:
    """Return how the network gets each picture, in their order."""
    spec = networks.get(placement.channel.network).spec.pictures
    found = []
    for use in message_of(placement, post=post, texts=texts).pictures:
        if asset := assets.get(use.asset):
            recipe = fitting.recipe_of(asset, spec, use.crop)
            part = recipe.window.data() if recipe.window else None
            found.append(Frame(asset=use.asset, part=part, fit=recipe.fit, ratio=recipe.width / recipe.height))
    return tuple(found)


def picture_problems(
    placement: Placement, post: Post, texts: dict[str, compose.Text], assets: dict[str, Asset]
) -> Iterator[tuple[str, Problem]]:
    """Yield what is missing of the pictures' descriptions, by language, and whose rights end before the day."""
    shown = message_of(placement, post=post, texts=texts).pictures
    if not shown:
        return
    day = placement.planned_at.astimezone(ZoneInfo(placement.zone)).date() if placement.planned_at else None
    yield from pictures.undescribed(
        shown, languages=placement.languages, texts=texts, assets=assets, is_required=post.organisation.alt_required
    )
    yield from ((placement.spoken, problem) for problem in pictures.outdated(shown, assets=assets, day=day))


def plan_problems(
    placement: Placement,
    *,
    texts: dict[str, compose.Text],
    content: Content,
    near: Sequence[Placement],
    now: datetime,
    behind: Sequence[str] = (),
) -> Iterator[Problem]:
    """Yield what stands in the way apart from the network's limits."""
    for language in placement.languages:
        if placement.own_segments is None and not (language in texts and any(s.strip() for s in texts[language].segments)):
            yield Problem("version-missing", {"language": language})
        elif placement.own_segments is None and language in behind:
            yield Problem("translation-out-of-date", {"language": language}, blocks=False)
    comment = networks.get(placement.channel.network).spec.comment
    if comment and comment.scope and content.first_comment.strip() and comment.scope not in placement.channel.scopes:
        yield Problem("comment-sign-in-again")
    if not placement.planned_at:
        yield Problem("no-time")
    elif placement.planned_at < now - timedelta(minutes=1):
        yield Problem("time-passed", {"time": placement.local_time[11:16]})
    if placement.channel.state in {Channel.State.SIGN_IN_LOST, Channel.State.DISCONNECTED}:
        yield Problem("channel-not-connected")
    elif placement.channel.state == Channel.State.PAUSED:
        yield Problem("channel-paused", blocks=False)
    if placement.planned_at and (twin := equal_text(placement, content=content, near=near)):
        yield Problem("same-text-within-a-day", {"time": twin.local_time[11:16], "date": twin.local_time[:10]})


def near_to(placements: Iterable[Placement]) -> list[Placement]:
    """Return what is planned on the same channels within a day of any of these, with what is needed to read it. Four queries at most."""
    spans: list[tuple[UUID, datetime, datetime]] = []
    for at, channel in sorted(
        {(p.planned_at, p.channel_id) for p in placements if p.planned_at and not p.claimed_at}, key=lambda p: (p[1], p[0])
    ):
        if spans and spans[-1][0] == channel and at - EQUAL_TEXT_WITHIN <= spans[-1][2]:
            spans[-1] = (channel, spans[-1][1], at + EQUAL_TEXT_WITHIN)
        else:
            spans.append((channel, at - EQUAL_TEXT_WITHIN, at + EQUAL_TEXT_WITHIN))
    if not spans:
        return []
    windows = Q()
    for channel, start, end in spans:
        windows |= Q(channel_id=channel, planned_at__range=(start, end))
    found = Placement.objects.filter(windows, post__deleted_at=None, taken_down_at=None).exclude(outcome=Placement.Outcome.CANCELLED)
    near = list(found.select_related("channel", "post__campaign").prefetch_related("post__versions__version_pictures"))
    filling.name_said(near)
    return near


def equal_text(placement: Placement, *, content: Content, near: Sequence[Placement]) -> Placement | None:
    """Return a placement on the same channel within a day whose text is the same."""
    first = content.segments[0] if content.segments else ""
    if not first.strip() or not placement.planned_at:
        return None
    for other in near:
        if other.pk == placement.pk or other.channel_id != placement.channel_id or not other.planned_at:
            continue
        if abs(other.planned_at - placement.planned_at) > EQUAL_TEXT_WITHIN:
            continue
        theirs = message_of(other, post=other.post).segments
        if theirs and text.same_text(first, theirs[0]):
            return other
    return None
