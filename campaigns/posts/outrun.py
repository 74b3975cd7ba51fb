"""What changes elsewhere and is seen in posts, the part of a picture or the mark in a link, takes the approval of those that show it."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.dispatch import receiver

from accounts.people.models import User
from campaigns.media.models import Asset
from campaigns.media.signals import reframed
from campaigns.plan.models import Campaign
from campaigns.plan.signals import retagged
from campaigns.posts import services
from campaigns.posts.models import Placement, Post

TO_COME = ("", Placement.Outcome.LOOKING)


@receiver(reframed, dispatch_uid="posts-lose-approval")
def hear_of_picture(sender: Any, *, asset: Asset, by: User | None, now: datetime, **_: Any) -> None:
    lose_approvals(Post.objects.filter(versions__version_pictures__asset=asset), by=by, now=now)


@receiver(retagged, dispatch_uid="posts-lose-approval-by-mark")
def hear_of_mark(sender: Any, *, campaign: Campaign, by: User | None, now: datetime, **_: Any) -> None:
    lose_approvals(Post.objects.filter(campaign=campaign), by=by, now=now)


def lose_approvals(about: QuerySet[Post], *, by: User | None, now: datetime) -> None:
    """Those that wait for a yes, or have one, and still have something to come are drafts again. Raises Refusal while one goes out."""
    asked = about.filter(state__in=services.ASKED, placements__outcome__in=TO_COME, deleted_at=None)
    for post in asked.distinct().order_by("pk"):
        if services.lose_approval(services.taken(post), by=by, now=now):
            services.announce(post)
