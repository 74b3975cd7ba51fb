"""What can be done with many posts at once, each by the verb it would be done with alone."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from accounts.audit import services as audit
from accounts.orgs.models import Membership
from accounts.problems import Refusal
from campaigns.plan.models import Campaign
from campaigns.posts import services as posts
from campaigns.posts.bulk.each import Row, each
from campaigns.posts.draft import Draft
from campaigns.posts.models import Placement, Post
from campaigns.posts.ready import near_to
from campaigns.posts.when import shifted

ASKED = {Post.State.IN_REVIEW, Post.State.APPROVED}


def shift(*, ids: Iterable[UUID], days: int, hours: int, membership: Membership, now: datetime) -> list[Row]:
    """What has not left of each post stands so much later or earlier; an approval that no longer covers it is asked for anew."""

    def act(post: Post) -> Post:
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


@transaction.atomic
def submit(*, ids: Sequence[UUID], note: str, membership: Membership, now: datetime) -> list[Row]:
    """Each post that is ready waits for a decision. What else is planned near them is read once, and they go on record together."""
    near = near_to(Placement.objects.filter(post__in=ids))

    def act(post: Post) -> Post:
        posts.refuse_unready(post, near=near, now=now)
        return posts.ask(post, by=membership.user, note=note, acts=(), is_told=False, now=now)

    rows = each(ids=ids, act=act, membership=membership, now=now)
    acts = [audit.Act(act="post.submitted", subject_kind=posts.KIND, subject_id=str(row.post)) for row in rows if row.done]
    audit.record_all(organisation=membership.organisation, actor=membership.user, acts=acts, now=now)
    return rows


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
