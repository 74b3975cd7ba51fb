"""Make several posts of one, as real drafts that remember what they were made from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from accounts.channels.models import Channel
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.posts import creating, selectors
from campaigns.posts.draft import Draft, DraftPlacement, DraftVersion
from campaigns.posts.models import Post
from campaigns.posts.multiply import proposals
from campaigns.posts.multiply.pieces import Unit, units_in

AT_ONCE = 30


def original(post: Post) -> proposals.Original:
    """Return the post (whole) as proposals read it."""
    return proposals.Original(
        versions=[DraftVersion(**fields) for fields in selectors.versions_of(post)],
        placements=[
            DraftPlacement(channel=p.channel_id, languages=p.languages, local_time=p.local_time, zone=p.zone, own_segments=p.own_segments)
            for p in post.placements.all()
        ],
        channels={c.pk: c.languages for c in Channel.objects.exclude(state=Channel.State.DISCONNECTED).order_by("network", "name")},
    )


def propose(*, post: Post, how: proposals.How, now: datetime, **chosen: Any) -> list[proposals.Proposal]:
    """Return what could be made of the post; nothing is written. Raises Refusal when there is nothing."""
    read = original(post)
    here = now.astimezone(ZoneInfo(post.organisation.time_zone)).replace(tzinfo=None)
    match how:
        case "channel":
            found = proposals.by_channel(read, channels=chosen["channels"] or [p.channel for p in read.placements], now=here)
        case "language":
            found = proposals.by_language(read, now=here)
        case "quote":
            found = proposals.by_quote(read, unit=chosen["unit"] or [*units(post), "sentence"][0], now=here)
        case "reminder":
            found = proposals.by_reminder(read, which=chosen["reminders"], event=chosen["event"], now=here)
    if not found:
        raise Refusal("nothing-to-multiply", status=409)
    return found[:AT_ONCE]


def units(post: Post) -> list[Unit]:
    """Return the ways in which some version of the post can be cut."""
    return list(dict.fromkeys(unit for version in post.versions.all() for unit in units_in(version.segments)))


@transaction.atomic
def make(*, post: Post, drafts: Sequence[Draft], by: User, now: datetime) -> list[UUID]:
    """Each of these is a draft made from the post, in its campaign unless the draft says another. Raises Refusal, and then none is made."""
    if len(drafts) > AT_ONCE:
        raise Refusal("too-many-at-once", most=AT_ONCE)
    ours = [draft if draft.has_campaign else replace(draft, campaign=post.campaign_id, has_campaign=True) for draft in drafts]
    return [one.pk for one in creating.create_all(organisation=post.organisation, by=by, drafts=ours, source=post, now=now)]
