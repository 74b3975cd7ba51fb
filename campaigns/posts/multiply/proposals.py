"""One message into several: what each would say, where and when. Pure: reads a post as `Original`, writes nothing.

A text that its channel has within a day of the original (`EQUAL_WITHIN`) is moved on by whole days until it has not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from campaigns.posts.draft import DraftPlacement, DraftVersion
from campaigns.posts.multiply.pieces import Unit, cut
from campaigns.posts.multiply.reminders import REMINDERS, begun, time_of

How = Literal["channel", "language", "quote", "reminder"]
EQUAL_WITHIN = timedelta(hours=24)
STEP = timedelta(days=1, hours=1)  # clear of EQUAL_WITHIN also when the clocks change
FORMAT = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True)
class Original:
    """The post that posts are made from. `channels`: the connected channels with the languages they speak."""

    versions: Sequence[DraftVersion]
    placements: Sequence[DraftPlacement]
    channels: dict[UUID, Sequence[str]]


@dataclass(frozen=True)
class Proposal:
    """`label` says what it is (a channel, a language, a number, a reminder); `notes`: "moved-on" or "past"."""

    label: str
    versions: Sequence[DraftVersion]
    placements: Sequence[DraftPlacement]
    notes: Sequence[str] = field(default=())


def by_channel(post: Original, *, channels: Iterable[UUID], now: datetime) -> list[Proposal]:
    """One post for each channel, in the languages it speaks (else in those there are)."""
    found = []
    for channel in channels:
        there = next((p for p in post.placements if p.channel == channel), None)
        spoken = [v for v in post.versions if v.language in (there.languages if there else post.channels.get(channel, ()))]
        versions = spoken or list(post.versions[:1])
        if there and there.own_segments and versions:
            versions = [replace(versions[0], segments=list(there.own_segments))]
        placement = DraftPlacement(
            channel=channel, languages=[v.language for v in versions], local_time=start_of(post, there), zone=zone_of(post)
        )
        found.append(timed(Proposal(str(channel), versions, [placement]), post=post, now=now))
    return found


def by_language(post: Original, *, now: datetime) -> list[Proposal]:
    """One post for each language, on the channels that carry it there or speak it."""
    found = []
    for version in post.versions:
        channels = dict.fromkeys(
            [p.channel for p in post.placements if version.language in p.languages]
            or [channel for channel, languages in post.channels.items() if version.language in languages]
        )
        placements = [
            DraftPlacement(channel=c, languages=[version.language], local_time=start_of(post, None), zone=zone_of(post)) for c in channels
        ]
        found.append(timed(Proposal(version.language, [version], placements), post=post, now=now))
    return found


def by_quote(post: Original, *, unit: Unit, now: datetime) -> list[Proposal]:
    """One post for each piece, a day after another. Versions cut into as many pieces stay together; else each language is by itself."""
    pieces = {v.language: cut(v.segments, unit) for v in post.versions}
    counts = {len(found) for found in pieces.values() if found}
    if len(counts) == 1:
        numbers = range(next(iter(counts)))
        sets = [[replace(v, segments=[pieces[v.language][n]], pictures=()) for v in post.versions if pieces[v.language]] for n in numbers]
    else:
        sets = [[replace(v, segments=[piece], pictures=())] for v in post.versions for piece in pieces[v.language]]
    found = []
    for number, versions in enumerate(sets, start=1):
        placements = carried(post, [v.language for v in versions], by=timedelta(days=number))
        found.append(timed(Proposal(str(number), versions, placements), post=post, now=now))
    return found


def by_reminder(post: Original, *, which: Iterable[str], event: datetime | None, now: datetime) -> list[Proposal]:
    """One post for each reminder, with a beginning of its own; one whose time has passed comes without a time."""
    found = []
    for name in which:
        reminder = REMINDERS[name]
        planned = moment(start_of(post, None)) or now
        at = time_of(reminder, event=event, planned=planned)
        versions = [
            replace(v, segments=[begun(v.segments[0] if v.segments else "", reminder=reminder, language=v.language), *v.segments[1:]])
            for v in post.versions
        ]
        placements = [replace(p, own_segments=None, local_time=f"{at:{FORMAT}}" if at else "") for p in post.placements]
        found.append(timed(Proposal(name, versions, placements), post=post, now=now))
    return found


def carried(post: Original, languages: Sequence[str], *, by: timedelta) -> list[DraftPlacement]:
    """Return the original's placements that carry any of these languages, so much later and with those languages only."""
    found = []
    for placement in post.placements:
        spoken = [language for language in placement.languages if language in languages]
        at = moment(placement.local_time)
        if spoken:
            found.append(replace(placement, languages=spoken, own_segments=None, local_time=f"{at + by:{FORMAT}}" if at else ""))
    return found


def timed(proposal: Proposal, *, post: Original, now: datetime) -> Proposal:
    """Return the proposal with times that can be: none in the past, none within a day of the same text on the same channel."""
    notes: dict[str, None] = {}
    placements = []
    for placement in proposal.placements:
        at = moment(placement.local_time)
        if at and at <= now:
            notes["past"] = None
            at = None
        while at and says_the_same(proposal, placement, post=post, at=at):
            notes["moved-on"] = None
            at += STEP
        placements.append(replace(placement, local_time=f"{at:{FORMAT}}" if at else ""))
    return replace(proposal, placements=placements, notes=tuple(notes))


def says_the_same(proposal: Proposal, placement: DraftPlacement, *, post: Original, at: datetime) -> bool:
    said = {v.language: list(v.segments) for v in proposal.versions}
    original = {v.language: list(v.segments) for v in post.versions}
    for other in post.placements:
        there = moment(other.local_time)
        if other.channel != placement.channel or there is None or abs(there - at) > EQUAL_WITHIN:
            continue
        theirs = list(other.own_segments) if other.own_segments else original.get(next(iter(other.languages), ""), [])
        if theirs[:1] == said.get(next(iter(placement.languages), ""), [])[:1] and len(other.languages) == len(placement.languages):
            return True
    return False


def start_of(post: Original, there: DraftPlacement | None) -> str:
    """Return the time of that placement, else the earliest of the post."""
    if there and there.local_time:
        return there.local_time
    return min((p.local_time for p in post.placements if p.local_time), default="")


def zone_of(post: Original) -> str:
    return next((p.zone for p in post.placements if p.zone), "")


def moment(local_time: str) -> datetime | None:
    return datetime.fromisoformat(local_time) if local_time else None
