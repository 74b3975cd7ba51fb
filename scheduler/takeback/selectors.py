"""Reading what is being taken back, and what could be, for people."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

import networks
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Membership
from accounts.orgs.rights import Verb
from accounts.people.models import User
from accounts.words import word
from campaigns.posts import filling
from campaigns.posts import selectors as posts
from campaigns.posts.content import first_line
from campaigns.posts.models import Post
from scheduler.delivery.models import Delivery
from scheduler.takeback.models import TakeBack, TakeBackOf
from scheduler.takeback.online import OPEN, can, deliveries_of, parts_of, rest_of, text_of
from scheduler.takeback.services import corrections_need_a_yes, may_ask

Kind, State = TakeBack.Kind, TakeBackOf.State
ACTIONABLE = (State.WAITING, State.REFUSED, State.BY_HAND)


def with_channels() -> QuerySet[TakeBack]:
    found: QuerySet[TakeBack] = TakeBack.objects.select_related("organisation", "by", "approved_by").prefetch_related(
        "channels__delivery__channel", "channels__delivery__placement", "channels__assigned", "channels__ended_by"
    )
    return found.order_by("-asked_at")


def of_post(post_id: UUID) -> QuerySet[TakeBack]:
    return with_channels().filter(post=post_id)


def left_to_do() -> QuerySet[TakeBack]:
    """Return what wants a person: a yes, a hand, or patience with a channel that cannot be spoken for."""
    open_ = Q(channels__state__in=(State.ASKED, State.REFUSED, State.BY_HAND)) | Q(channels__state=State.WAITING, channels__is_told=True)
    return with_channels().filter(open_, settled_at=None).distinct()


def of_channels() -> QuerySet[TakeBackOf]:
    found: QuerySet[TakeBackOf] = TakeBackOf.objects.select_related(
        "take_back__organisation", "take_back__by", "delivery__channel", "delivery__placement", "assigned", "ended_by"
    )
    return found


def shown_all(found: Iterable[TakeBack], *, membership: Membership) -> list[dict[str, Any]]:
    take_backs = list(found)
    about = {post.pk: post for post in posts.with_content().filter(pk__in={t.post_id for t in take_backs})}
    filling.name_all(about.values())
    return [shown(t, post=about[t.post_id], membership=membership) for t in take_backs]


def shown(take_back: TakeBack, *, post: Post, membership: Membership) -> dict[str, Any]:
    needs_yes = take_back.approved_at is None and take_back.declined_at is None
    may_decide = needs_yes and membership.may(Verb.DECIDE_POSTS) and take_back.by_id != membership.user_id
    rows = sorted(take_back.channels.all(), key=lambda of: (of.delivery.channel.network, of.delivery.channel.name))
    return {
        "id": take_back.pk,
        "post": take_back.post_id,
        "first_line": first_line(post),
        "kind": take_back.kind,
        "reason": take_back.reason,
        "by": str(take_back.by or ""),
        "asked_at": take_back.asked_at,
        "approved_by": str(take_back.approved_by or ""),
        "approved_at": take_back.approved_at,
        "declined_at": take_back.declined_at,
        "settled_at": take_back.settled_at,
        "needs_yes": needs_yes,
        "may_decide": may_decide,
        "channels": [channel_shown(of, take_back=take_back, post=post, membership=membership) for of in rows],
    }


def channel_shown(of: TakeBackOf, *, take_back: TakeBack, post: Post, membership: Membership) -> dict[str, Any]:
    channel = of.delivery.channel
    is_mine = of.assigned_id == membership.user_id
    may_act = of.state in ACTIONABLE and (is_mine or may_ask(take_back.kind, membership=membership, post=post))
    return {
        "id": of.pk,
        "delivery": of.delivery_id,
        "placement": of.delivery.placement_id,
        "channel": channel.pk,
        "channel_name": channel.name,
        "network": channel.network,
        "permalink": of.delivery.permalink,
        "state": of.state,
        "before": text_of(of.delivery) if take_back.kind == Kind.CORRECT and of.state in OPEN else "",
        "text": of.text,
        "message": message(of, take_back),
        "is_told": of.is_told,
        "assigned": of.assigned_id,
        "assigned_name": str(of.assigned or ""),
        "is_mine": is_mine,
        "parts": len(parts_of(of.delivery)),
        "parts_done": len(of.parts_done),
        "may_act": may_act,
        "may_try_again": may_act and of.state != State.WAITING and can(take_back.kind, of.delivery),
        "ended_at": of.ended_at,
        "ended_by": str(of.ended_by or ""),
    }


def message(of: TakeBackOf, take_back: TakeBack) -> str:
    """Return what happened and what to do, in the reader's language; "" while all goes well."""
    channel = of.delivery.channel
    if of.problem and of.state in OPEN:
        return word(of.problem["code"], {"channel": channel.name, **of.problem.get("params", {})})
    if of.state == State.BY_HAND:
        return why_by_hand(take_back.kind, of.delivery)
    return ""


def why_by_hand(kind: str, delivery: Delivery) -> str:
    code = "no-call-to-take-down" if kind == Kind.DOWN else "no-call-to-correct"
    return word(code, {"network": networks.get(delivery.channel.network).label})


def possible(post: Post, *, membership: Membership, now: datetime) -> dict[str, Any]:
    """Return where the post is online, what can be done about it there and by whom, and where it has yet to go out."""
    online = deliveries_of(post)
    open_ = {of.delivery_id: of for of in TakeBackOf.objects.select_related("take_back").filter(delivery__in=online, state__in=OPEN)}
    people = [m.user for m in orgs.members(organisation=post.organisation) if m.user.is_active]
    known = {p.pk for p in people}
    return {
        "post": post.pk,
        "first_line": first_line(post),
        "needs_yes": corrections_need_a_yes(post),
        "may_take_down": may_ask(Kind.DOWN, membership=membership, post=post),
        "may_correct": may_ask(Kind.CORRECT, membership=membership, post=post),
        "people": [{"id": p.pk, "name": str(p)} for p in people],
        "rest": rest_of(post, now=now),
        "channels": [choice(d, open_.get(d.pk), known=known, me=membership.user) for d in online],
    }


def choice(delivery: Delivery, of: TakeBackOf | None, *, known: set[UUID], me: User) -> dict[str, Any]:
    channel = delivery.channel
    can_take_down, can_correct = can(Kind.DOWN, delivery), can(Kind.CORRECT, delivery)
    return {
        "delivery": delivery.pk,
        "placement": delivery.placement_id,
        "channel": channel.pk,
        "channel_name": channel.name,
        "network": channel.network,
        "permalink": delivery.permalink,
        "languages": delivery.placement.languages,
        "published_at": delivery.published_at,
        "text": text_of(delivery),
        "text_max": networks.get(channel.network).spec.text_max,
        "parts": len(parts_of(delivery)),
        "can_take_down": can_take_down,
        "can_correct": can_correct,
        "why_not_down": "" if can_take_down else why_by_hand(Kind.DOWN, delivery),
        "why_not_correct": "" if can_correct else why_by_hand(Kind.CORRECT, delivery),
        "assigned": channel.connected_by_id if channel.connected_by_id in known else me.pk,
        "under_way": of.take_back.kind if of else "",
        "under_way_state": of.state if of else "",
    }
