"""What can be done with many posts at once, each by the verb it would be done with alone."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from accounts.orgs.models import Membership
from accounts.problems import Refusal
from campaigns.plan.models import Campaign
from campaigns.posts import services as posts
from campaigns.posts.bulk.each import Row, each
from campaigns.posts.draft import Draft
from campaigns.posts.models import Post
from campaigns.posts.when import shifted

ASKED = {Post.State.IN_REVIEW, Post.State.APPROVED}


def shift(*, ids: Iterable[UUID], days: int, hours: int, membership: Membership, now: datetime) -> list[Row]:
    """What has not left of each post stands so much later or earlier; an approval that no longer covers it is asked for anew."""

    def act(post: Post) -> Post:
        post = posts.taken(post)
        moving = [p for p in post.placements.all() if p.local_time and not p.claimed_at]
        if not moving and not any(p.claimed_at for p in post.placements.all()):
            raise Refusal("no-time-to-shift", status=409)
        times = {p.pk: (shifted(p.local_time, days=days, hours=hours), p.zone) for p in moving}
        return posts.keep_asking(posts.put_at(post, times, now=now), by=membership.user, now=now, is_told=False)

    return each(ids=ids, act=act, membership=membership, now=now)


def recampaign(*, ids: Iterable[UUID], campaign: UUID | None, membership: Membership, now: datetime) -> list[Row]:
    """Each post serves that campaign, or none. It is in the links, so what was approved is asked about anew."""
    if campaign and not Campaign.objects.filter(pk=campaign).exists():
        raise Refusal("not-valid", fields={"campaign": "not-found"})

    def act(post: Post) -> Post:
        return into_campaign(post, campaign, membership=membership, now=now)

    return each(ids=ids, act=act, membership=membership, now=now)


def into_campaign(post: Post, campaign: UUID | None, *, membership: Membership, now: datetime) -> Post:
    was = post.state
    draft = Draft(campaign=campaign, has_campaign=True)
    post = posts.save(post=post, by=membership.user, draft=draft, revision=None, now=now)
    if was in ASKED and post.state not in ASKED:
        return posts.ask(post, by=membership.user, note="", now=now, is_told=False)
    return post


def submit(*, ids: Iterable[UUID], note: str, membership: Membership, now: datetime) -> list[Row]:
    """Each post that is ready waits for a decision."""

    def act(post: Post) -> Post:
        return posts.submit(post=post, by=membership.user, note=note, is_told=False, now=now)

    return each(ids=ids, act=act, membership=membership, now=now)


def duplicate(*, ids: Iterable[UUID], days: int | None, membership: Membership, now: datetime) -> list[Row]:
    """Each post has a copy, a draft of this member's, so many days later or without times."""

    def act(post: Post) -> Post:
        return posts.duplicate(post=post, by=membership.user, days=days, now=now)

    return each(ids=ids, act=act, membership=membership, now=now, anybodys=True)


def delete(*, ids: Iterable[UUID], membership: Membership, now: datetime) -> list[Row]:
    """Each post is gone from every list."""

    def act(post: Post) -> Post:
        return posts.delete(post=post, by=membership.user, now=now)

    return each(ids=ids, act=act, membership=membership, now=now)
