"""A riposte as the API shows it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from accounts.channels.models import Channel
from accounts.orgs.models import Membership, Organisation
from campaigns.approvals.models import Approval
from campaigns.posts import selectors as posts
from campaigns.posts.hurry import window_of
from campaigns.posts.models import Placement, Post
from campaigns.posts.rights import may_edit
from campaigns.posts.services import authors
from campaigns.posts.show import whole as post_whole
from campaigns.riposte import calling, room, selectors
from campaigns.riposte.filling import bare_placement, needs_picture, takes_part
from campaigns.riposte.models import Displaced, Lane, Riposte
from campaigns.riposte.stopwatch import marks, seconds

ASKABLE = frozenset({"draft", "changes_asked", "rejected", "unanswered"})
SET_BY_ASKING = frozenset({"no-time", "time-passed"})


def brief(riposte: Riposte, asked: list[Approval], *, now: datetime) -> dict[str, Any]:
    watch = selectors.watch(riposte, asked)
    return {
        "id": riposte.pk,
        "post": riposte.post_id,
        "headline": riposte.headline,
        "link": riposte.link,
        "site": (urlsplit(riposte.link).hostname or "").removeprefix("www."),
        "template_name": riposte.template_name,
        "started_by": str(riposte.started_by or ""),
        "stage": selectors.stage(riposte, asked, now=now),
        "is_running": selectors.is_running(riposte, now=now),
        "news_at": riposte.news_at,
        "delay_min": riposte.delay_min,
        "marks": marks(watch),
        "live_after_s": seconds(watch.news, watch.live_in_all),
        "networks": sorted({p.channel.network for p in riposte.post.placements.all()}),
    }


def whole(riposte: Riposte, *, member: Membership, now: datetime) -> dict[str, Any]:
    """Return everything its screen shows. Until somebody is asked, problems are those of a post that goes out as soon as it can."""
    asked = selectors.approvals_of([riposte]).get(riposte.post_id, [])
    post = posts.whole(riposte.post_id)
    if post.state not in {Post.State.IN_REVIEW, Post.State.APPROVED}:
        for placement in post.placements.all():
            placement.planned_at = placement.planned_at or room.goes_at(riposte, now=now)
    may = may_edit(post, member)
    approval = asked[-1] if asked else None
    shown = post_whole(post, may_edit=may, now=now, approval=approval)
    if post.state not in {Post.State.IN_REVIEW, Post.State.APPROVED}:
        shown["problems"] = [p for p in shown["problems"] if p["code"] not in SET_BY_ASKING]
    short = brief(riposte, asked, now=now)
    lane = calling.lane_of(riposte.organisation)
    return short | {
        "content": shown,
        "may_edit": may,
        "may_ask": may and short["stage"] in ASKABLE and not any(p["blocks"] for p in shown["problems"]),
        "needs_approval": riposte.organisation.posts_need_approval,
        "is_stopped": riposte.organisation.stopped_at is not None,
        "stop_reason": riposte.organisation.stop_reason,
        "target_min": lane.target_min,
        "window_min": lane.window_min,
        **call(riposte, approval, member=member, now=now),
        **in_the_way(riposte, window=timedelta(minutes=lane.window_min), member=member, now=now),
    }


def call(riposte: Riposte, approval: Approval | None, *, member: Membership, now: datetime) -> dict[str, Any]:
    """Return who is asked, or who would be; until when; and when the next is asked too."""
    people = calling.able(riposte.organisation)
    is_open = approval is not None and approval.state == Approval.State.OPEN
    window = window_of(approval.terms) if approval and is_open else None
    barred = [str(p.pk) for p in authors(riposte.post, by=member.user)]
    planned = calling.rounds(riposte.organisation, barred=barred, now=now)
    called = [people[pk] for pk in approval.asked if pk in people] if approval and is_open else (planned[0] if planned else [])
    return {
        "approval": approval.pk if approval and is_open else None,
        "called": [str(p) for p in called],
        "until": window[1] if window else None,
        "next_ask_at": riposte.next_ask_at if window and riposte.next_ask_at != window[1] else None,
    }


def in_the_way(riposte: Riposte, *, window: timedelta, member: Membership, now: datetime) -> dict[str, Any]:
    at = room.goes_at(riposte, now=now)
    zone = ZoneInfo(riposte.organisation.time_zone)
    start = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    day = (start, (start + timedelta(days=1)).replace(hour=0))

    def row(placement: Any) -> dict[str, Any]:
        return room.shown(placement, at=at, may=may_edit(placement.post, member), now=now)

    moved = Displaced.objects.filter(riposte=riposte, undone_at=None, placement__post__deleted_at=None).select_related("moved_by")
    near = {p.pk: p for p in room.with_texts(Placement.objects.filter(pk__in=[m.placement_id for m in moved]))}
    return {
        "in_the_way": [row(p) for p in room.around(riposte, window=window, now=now)],
        "moved": [row(near[m.placement_id]) | moved_row(m) for m in moved if m.placement_id in near],
        "light": [row(p) | {"why": why} for p, why in room.light_today(riposte, day=day, now=now)],
    }


def moved_row(moved: Displaced) -> dict[str, Any]:
    return {"id": moved.pk, "from_local": moved.from_local, "moved_by": str(moved.moved_by or "")}


def people(found: Sequence[Any]) -> list[dict[str, Any]]:
    return [{"id": p.pk, "name": str(p)} for p in found]


def lane_channels(organisation: Organisation, lane: Lane) -> list[dict[str, Any]]:
    """Return the channels of the organisation in scope, with whether a riposte goes there when nobody says otherwise."""
    return [
        {
            "id": channel.pk,
            "name": channel.name,
            "network": channel.network,
            "languages": channel.languages,
            "needs_picture": needs_picture(channel),
            "is_left_out": str(channel.pk) in lane.left_out,
            "is_on": takes_part(channel, left_out=lane.left_out),
        }
        for channel in Channel.objects.exclude(state=Channel.State.DISCONNECTED).order_by("network", "name")
        if bare_placement(channel, organisation.languages)
    ]
