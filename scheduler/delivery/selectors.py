"""Reading deliveries for people."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.words import word
from campaigns.posts import selectors as posts
from campaigns.posts.content import first_line
from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.states import State

WRONG = (State.FAILED, State.NEEDS_LOOK, State.MISSED)


def with_all() -> QuerySet[Delivery]:
    found: QuerySet[Delivery] = Delivery.objects.select_related("channel", "placement", "organisation")
    return found


def of_post(post_id: UUID) -> QuerySet[Delivery]:
    return with_all().filter(placement__post=post_id).order_by("planned_at")


def went_wrong(*, now: datetime, within: timedelta = timedelta(days=14)) -> QuerySet[Delivery]:
    """Return what needs a person, newest first."""
    return with_all().filter(state__in=WRONG, planned_at__gt=now - within, placement__post__deleted_at=None).order_by("-planned_at")


def shown(delivery: Delivery, *, attempts: bool = False) -> dict[str, Any]:
    """Return what a person is shown of it: in plain words, with the network's own words kept apart."""
    problem = delivery.problem or {}
    found = Attempt.objects.filter(delivery=delivery).order_by("intent_at") if attempts else Attempt.objects.none()
    post = posts.whole(delivery.placement.post_id)
    return {
        "id": delivery.pk,
        "post": delivery.placement.post_id,
        "placement": delivery.placement_id,
        "first_line": first_line(post, (delivery.placement.languages or [""])[0]),
        "channel": delivery.channel_id,
        "channel_name": delivery.channel.name,
        "network": delivery.channel.network,
        "state": delivery.state,
        "planned_at": delivery.planned_at,
        "published_at": delivery.published_at,
        "permalink": delivery.permalink,
        "problem": problem.get("code", ""),
        "message": word(problem["code"], {"channel": delivery.channel.name, **problem.get("params", {})}) if problem else "",
        "may_retry": delivery.state in WRONG,
        "sent": delivery.content.get("segments", []),
        "attempts": [
            {
                "step": a.step,
                "is_look": a.is_look,
                "intent_at": a.intent_at,
                "answered_at": a.answered_at,
                "outcome": a.outcome,
                "code": a.code,
                "detail": a.detail,
            }
            for a in found
        ],
    }
