"""Campaigns with what belongs to them, counted."""

from typing import Any

from django.apps import apps
from django.db.models import Case, Count, IntegerField, OuterRef, Prefetch, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from campaigns.plan.models import CadenceTarget, Campaign

HORIZONS = [horizon.value for horizon in Campaign.Horizon]


def campaigns() -> QuerySet[Campaign]:
    """Return the campaigns of the organisation in scope, short horizon first, with how many placements and posts each has.

    `planned`: have a time and no outcome yet; `published`; `drafts`: posts on which somebody is still at work.
    """
    # By name, since posts are a room above this one. Counted apart: one statement over posts and placements multiplies them.
    posts = apps.get_model("campaigns", "Post").objects.filter(campaign=OuterRef("pk"), deleted_at=None)
    placements = apps.get_model("campaigns", "Placement").objects.filter(post__campaign=OuterRef("pk"), post__deleted_at=None)
    found: QuerySet[Campaign] = Campaign.objects.select_related("objective").prefetch_related(
        Prefetch("targets", CadenceTarget.objects.order_by("channel__network", "channel__name")),
    )
    found = found.annotate(
        posts_count=counted(posts, "campaign"),
        drafts=counted(posts.filter(state__in=["draft", "changes_asked"]), "campaign"),
        planned=counted(placements.filter(planned_at__isnull=False, outcome=""), "post__campaign"),
        published=counted(placements.filter(outcome="published", taken_down_at=None), "post__campaign"),
        horizon_order=Case(
            *(When(horizon=horizon, then=Value(place)) for place, horizon in enumerate(HORIZONS)),
            default=Value(9),
            output_field=IntegerField(),
        ),
    )
    return found.order_by("horizon_order", "starts_on", "name", "id")


def counted(rows: QuerySet[Any], by: str) -> Coalesce:
    number = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)
