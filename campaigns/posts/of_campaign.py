"""How a campaign's posts stand: by state, and in which languages they are complete. The database adds up."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.db.models import Count, ExpressionWrapper, F, Q
from django.db.models.fields import BooleanField

from campaigns.plan.models import Campaign
from campaigns.posts.badge import badge
from campaigns.posts.models import Placement, Post, Version


def standing_of(campaign: Campaign, *, now: datetime) -> dict[str, Any]:
    """Return the number of posts, of those without a time, of placements by state, and of posts that lack each language."""
    posts = Post.objects.filter(campaign=campaign, deleted_at=None)
    total = posts.count()
    dated = posts.filter(placements__planned_at__isnull=False).distinct().count()
    spoken = dict(
        Version.objects.filter(post__campaign=campaign, post__deleted_at=None)
        .order_by()
        .values_list("language")
        .annotate(n=Count("post", distinct=True))
    )
    wanted = campaign.languages or campaign.organisation.languages
    return {
        "posts": total,
        "undated": total - dated,
        "states": [{"state": state, "count": number} for state, number in sorted(states_of(campaign, now=now).items())],
        "languages": [{"language": code, "posts": spoken.get(code, 0), "missing": total - spoken.get(code, 0)} for code in wanted],
    }


def states_of(campaign: Campaign, *, now: datetime) -> Counter[str]:
    """Return how many placements people see in each state: grouped by what the badge is made of, one row for each kind."""
    found = Placement.objects.filter(post__campaign=campaign, post__deleted_at=None).order_by()
    kinds = found.annotate(
        is_planned=is_so(Q(planned_at__isnull=False)),
        is_past=is_so(Q(planned_at__isnull=False, planned_at__lt=now)),
        is_claimed=is_so(Q(claimed_at__isnull=False)),
        is_down=is_so(Q(taken_down_at__isnull=False)),
        is_corrected=is_so(Q(corrected_at__isnull=False)),
        of_post=F("post__state"),
    ).values_list("of_post", "outcome", "is_planned", "is_past", "is_claimed", "is_down", "is_corrected")
    states: Counter[str] = Counter()
    for state, outcome, is_planned, is_past, is_claimed, is_down, is_corrected, number in kinds.annotate(n=Count("pk")):
        word = badge(
            state=state,
            planned_at=datetime.min.replace(tzinfo=now.tzinfo) if is_past else now if is_planned else None,
            claimed_at=now if is_claimed else None,
            outcome=outcome,
            now=now,
            taken_down_at=now if is_down else None,
            corrected_at=now if is_corrected else None,
        )
        states[word] += number
    return states


def is_so(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())
