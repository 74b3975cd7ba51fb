"""Reading deliveries for people."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.words import word
from campaigns.posts import filling
from campaigns.posts import selectors as posts
from campaigns.posts.content import first_line
from campaigns.posts.models import Post
from scheduler.delivery import seen
from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.states import TABLE, Event, State

WRONG = (State.FAILED, State.NEEDS_LOOK, State.MISSED)


def with_all() -> QuerySet[Delivery]:
    found: QuerySet[Delivery] = Delivery.objects.select_related("channel", "placement", "organisation")
    return found


def of_post(post_id: UUID) -> QuerySet[Delivery]:
    return with_all().filter(placement__post=post_id).order_by("planned_at")


def went_wrong(*, now: datetime, within: timedelta = timedelta(days=14)) -> QuerySet[Delivery]:
    """Return what needs a person, newest first."""
    return with_all().filter(state__in=WRONG, planned_at__gt=now - within, placement__post__deleted_at=None).order_by("-planned_at")


def shown_all(found: Iterable[Delivery], *, attempts: bool = False) -> list[dict[str, Any]]:
    """Return what a person is shown of these deliveries; posts and attempts are read for all at once."""
    deliveries = list(found)
    about = {post.pk: post for post in posts.with_content().filter(pk__in={d.placement.post_id for d in deliveries})}
    filling.name_all(about.values())
    made: dict[UUID, list[Attempt]] = {}
    for attempt in Attempt.objects.filter(delivery__in=deliveries).order_by("intent_at") if attempts else ():
        made.setdefault(attempt.delivery_id, []).append(attempt)
    return [shown(d, post=about[d.placement.post_id], attempts=made.get(d.pk, [])) for d in deliveries]


def shown(delivery: Delivery, *, post: Post, attempts: Iterable[Attempt]) -> dict[str, Any]:
    """Return what a person is shown of it: in plain words, with the network's own words kept apart."""
    problem = delivery.problem or {}
    return {
        "id": delivery.pk,
        "post": delivery.placement.post_id,
        "placement": delivery.placement_id,
        "first_line": first_line(post, (delivery.placement.languages or [""])[0], placement=delivery.placement_id),
        "channel": delivery.channel_id,
        "channel_name": delivery.channel.name,
        "network": delivery.channel.network,
        "state": delivery.state,
        "planned_at": delivery.planned_at,
        "published_at": delivery.published_at,
        "permalink": delivery.permalink,
        "problem": problem.get("code", ""),
        "message": message_of(delivery),
        "may_retry": delivery.state in WRONG,
        "may_hold": (delivery.state, Event.HOLD) in TABLE,
        "sent": delivery.content.get("segments", []),
        "link": delivery.content.get("link", ""),
        "pictures": delivery.content.get("pictures", []),
        "remote_id": delivery.remote_id or "",
        "can_show": seen.can_show(delivery),
        "show_cost_usd_micros": seen.show_cost_usd_micros(delivery),
        "attempts": [
            {
                "step": a.step,
                "is_look": a.is_look,
                "intent_at": a.intent_at,
                "answered_at": a.answered_at,
                "outcome": a.outcome,
                "code": a.code,
                "message": word(a.code, {"channel": delivery.channel.name}) if a.code else "",
                "detail": a.detail,
            }
            for a in attempts
        ],
    }


def message_of(delivery: Delivery) -> str:
    """Return what happened and what to do, in the reader's language. What needs a look has been looked for by now."""
    if delivery.state == State.NEEDS_LOOK:
        return word("looked-in-vain", {})
    problem = delivery.problem or {}
    return word(problem["code"], {"channel": delivery.channel.name, **problem.get("params", {})}) if problem else ""
