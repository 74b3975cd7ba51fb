"""What changes elsewhere and is seen in posts takes the approval of those that show it.

The part of a picture, the mark in a link, what a channel fills in, who is named. Whoever wrote or submitted them hears of it.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.dispatch import receiver

from accounts.channels.models import Channel
from accounts.channels.signals import refilled
from accounts.notify import services as notify
from accounts.orgs.models import Organisation
from accounts.people.models import User
from campaigns.approvals import selectors as approved
from campaigns.media.models import Asset
from campaigns.media.signals import reframed
from campaigns.phrases.signals import renamed
from campaigns.plan.models import Campaign
from campaigns.plan.signals import retagged
from campaigns.posts import filling, fills, services
from campaigns.posts.content import first_line
from campaigns.posts.models import Placement, Post

TO_COME = ("", Placement.Outcome.LOOKING)


@receiver(reframed, dispatch_uid="posts-lose-approval")
def hear_of_picture(sender: Any, *, asset: Asset, by: User | None, now: datetime, **_: Any) -> None:
    lose_approvals(Post.objects.filter(versions__version_pictures__asset=asset), by=by, now=now)


@receiver(retagged, dispatch_uid="posts-lose-approval-by-mark")
def hear_of_mark(sender: Any, *, campaign: Campaign, by: User | None, now: datetime, **_: Any) -> None:
    lose_approvals(Post.objects.filter(campaign=campaign), by=by, now=now)


@receiver(refilled, dispatch_uid="posts-lose-approval-by-fill")
def hear_of_fill(sender: Any, *, channel: Channel, keys: Collection[str], by: User, now: datetime, **_: Any) -> None:
    lose_approvals(open_for(Post.objects.filter(placements__channel=channel), keys), by=by, now=now)


@receiver(renamed, dispatch_uid="posts-lose-approval-by-name")
def hear_of_name(sender: Any, *, organisation: Organisation, keys: Collection[str], by: User, now: datetime, **_: Any) -> None:
    lose_approvals(open_for(Post.objects.filter(organisation=organisation), {f"@{key}" for key in keys}), by=by, now=now)


def asked(about: QuerySet[Post]) -> QuerySet[Post]:
    """Return those of them that wait for a yes, or have one, and still have something to come."""
    return about.filter(state__in=services.ASKED, placements__outcome__in=TO_COME, deleted_at=None).distinct()


def open_for(about: QuerySet[Post], keys: Collection[str]) -> QuerySet[Post]:
    """Return the asked ones whose texts leave one of these open."""
    left = {
        post.pk: fills.keys(filling.bodies_of(post.versions.all(), post.placements.all()))
        for post in asked(about).prefetch_related("versions", "placements")
    }
    return about.filter(pk__in=[pk for pk, found in left.items() if not set(keys).isdisjoint(found)])


def lose_approvals(about: QuerySet[Post], *, by: User | None, now: datetime) -> None:
    """The asked ones that are not what was approved any more are drafts again. Raises Refusal while one goes out."""
    lost = []
    for found in asked(about).order_by("pk"):
        post = services.taken(found)
        if services.lose_approval(post, by=by, now=now):
            services.announce(post)
            lost.append(post)
    if lost and by:
        tell(lost, by=by, now=now)


def tell(lost: Sequence[Post], *, by: User, now: datetime) -> None:
    """Whoever wrote or submitted them, and whoever made the change, knows that they have to be submitted again."""
    theirs: dict[User, list[Post]] = defaultdict(list)
    for post in lost:
        approval = approved.latest(subject_kind=services.KIND, subject_id=post.pk)
        for person in {by, post.author, approval and approval.asked_by}:
            if person:
                theirs[person].append(post)
    for person, posts in theirs.items():
        titles = [first_line(post) for post in posts]
        several = {"count": len(posts), "titles": titles} if len(posts) > 1 else {}
        notify.tell(
            organisation=posts[0].organisation,
            users=[person],
            code="posts-outrun",
            params={"title": titles[0], "by": str(by)} | several,
            path="/calendar?state=draft" if several else f"/posts/{posts[0].pk}",
            by_email=True,
            now=now,
        )
