from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from campaigns.plan.models import Campaign

HORIZONS = [horizon.value for horizon in Campaign.Horizon]


def campaigns() -> QuerySet[Campaign]:
    """Return the campaigns of the organisation in scope, short horizon first, with how many placements and posts each has.

    `planned`: have a time and no outcome yet; `published`; `drafts`: posts on which somebody is still at work.
    """
    live = Q(posts__deleted_at=None)
    count = {"distinct": True}
    found: QuerySet[Campaign] = Campaign.objects.annotate(
        posts_count=Count("posts", filter=live, **count),
        drafts=Count("posts", filter=live & Q(posts__state__in=["draft", "changes_asked"]), **count),
        planned=Count(
            "posts__placements", filter=live & Q(posts__placements__planned_at__isnull=False, posts__placements__outcome=""), **count
        ),
        published=Count(
            "posts__placements", filter=live & Q(posts__placements__outcome="published", posts__placements__taken_down_at=None), **count
        ),
        horizon_order=Case(
            *(When(horizon=horizon, then=Value(place)) for place, horizon in enumerate(HORIZONS)),
            default=Value(9),
            output_field=IntegerField(),
        ),
    )
    return found.order_by("horizon_order", "starts_on", "name", "id")  # type: ignore[misc]  # annotated above
