"""When another part of a picture is shown from now on, the posts that show it are not what was approved."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from accounts.people.models import User
from campaigns.media.models import Asset
from campaigns.media.signals import reframed
from campaigns.posts import services
from campaigns.posts.models import Placement, Post

TO_COME = ("", Placement.Outcome.LOOKING)


@receiver(reframed, dispatch_uid="posts-lose-approval")
def lose_approvals(sender: Any, *, asset: Asset, by: User | None, now: datetime, **_: Any) -> None:
    """Those that wait for a yes, or have one, and still have something to come are drafts again. Raises Refusal while one goes out."""
    asked = Post.objects.filter(
        versions__version_pictures__asset=asset,
        state__in=services.ASKED,
        placements__outcome__in=TO_COME,
        deleted_at=None,
    )
    for post in asked.distinct().order_by("pk"):
        if services.lose_approval(services.taken(post), by=by, now=now):
            services.announce(post)
