"""What a campaign and a post cost."""

from typing import Any

from django.db.models import OuterRef, Q, Subquery, Sum

from campaigns.budget.ledger import Balance, Posting, balance
from campaigns.budget.models import Entry
from campaigns.budget.money import cost
from campaigns.budget.selectors import basis
from campaigns.costs.models import PostCost
from campaigns.costs.reckoning import gained, per_post, per_result
from campaigns.plan.models import Campaign, Kpi, Reading
from campaigns.posts.models import Placement, Post


def of_campaign(campaign: Campaign) -> dict[str, Any]:
    """Return its costs in the organisation's currency, per published post, and per result of the objective it serves."""
    organisation = campaign.organisation
    recovers, currency = organisation.recovers_vat, organisation.currency
    stands = _balance(Q(campaign=campaign), currency=currency, recovers=recovers)
    out = Placement.objects.filter(post__campaign=campaign, post__deleted_at=None, outcome=Placement.Outcome.PUBLISHED)
    posts = set(out.values_list("post", flat=True))
    paid = set(PostCost.objects.filter(post__in=posts, request__line__period__currency=currency).values_list("post", flat=True))
    return {
        "currency": currency,
        "vat": basis(recovers),
        "spent_cents": stands.spent,
        "committed_cents": stands.committed,
        "posts": len(posts),
        "placements": out.count(),
        "posts_with_cost": len(paid),
        "per_post_cents": per_post(stands.spent, len(posts)),
        "results": _results(campaign, currency=currency, recovers=recovers),
    }


def _results(campaign: Campaign, *, currency: str, recovers: bool) -> list[dict[str, Any]]:
    """Return each figure of the objective with what one unit of it cost all campaigns of that objective."""
    if campaign.objective_id is None:
        return []
    spent = _balance(Q(campaign__objective=campaign.objective_id), currency=currency, recovers=recovers).spent
    latest = Reading.objects.filter(kpi=OuterRef("pk")).order_by("-day").values("value")[:1]
    found = Kpi.objects.filter(objective=campaign.objective_id).annotate(latest=Subquery(latest))
    results = []
    for kpi in found:
        so_far = gained(kpi.baseline, kpi.latest, is_up=kpi.direction == Kpi.Direction.UP)
        results.append(
            {
                "id": kpi.pk,
                "name": kpi.name,
                "unit": kpi.unit,
                "gained": so_far,
                "spent_cents": spent,
                "each_cents": per_result(spent, so_far),
            }
        )
    return results


def of_post(post: Post) -> dict[str, Any]:
    """Return what was asked, promised and spent for the post itself, and the average of its campaign."""
    organisation = post.organisation
    recovers, currency = organisation.recovers_vat, organisation.currency
    ties = PostCost.objects.filter(post=post).select_related("request__line__period").order_by("request__asked_at")
    stands = _balance(Q(request__of_post__post=post), currency=currency, recovers=recovers)
    campaign = of_campaign(post.campaign) if post.campaign else None
    return {
        "currency": currency,
        "vat": basis(recovers),
        "spent_cents": stands.spent,
        "committed_cents": stands.committed,
        "requests": [
            {
                "id": tie.request_id,
                "title": tie.request.title,
                "state": tie.request.state,
                "cost_cents": cost(tie.request.net_cents, tie.request.vat_cents, recovers),
                "currency": tie.request.line.period.currency,
            }
            for tie in ties
        ],
        "campaign_per_post_cents": campaign["per_post_cents"] if campaign else None,
    }


def _balance(which: Q, *, currency: str, recovers: bool) -> Balance:
    sums = Entry.objects.filter(which, line__period__currency=currency).order_by().values_list("kind")
    found = sums.annotate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    return balance((Posting(kind, net, vat) for kind, net, vat in found), recovers=recovers)
