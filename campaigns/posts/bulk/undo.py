"""Take back what was done with many posts: times, campaigns, submissions, copies, deletions, and the approvals these cost."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from accounts.audit import services as audit
from accounts.orgs.models import Membership
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import services as approvals
from campaigns.approvals.models import Approval
from campaigns.posts import services as posts
from campaigns.posts.bulk.before import Before, Left, opened
from campaigns.posts.bulk.each import Row, each
from campaigns.posts.draft import Draft
from campaigns.posts.models import Post


def undo(*, token: str, membership: Membership, now: datetime) -> list[Row]:
    """Each post that nobody has changed since is as it was before the act. Raises Refusal when the token is not ours or too old."""
    action, left = opened(token, membership=membership)
    known = {UUID(one.post): one for one in left}
    back = BACK[action]

    def act(post: Post) -> Post:
        return back(unchanged(post, known[post.pk]), known[post.pk].before, membership.user, now)

    return each(ids=known, act=act, membership=membership, now=now, deleted=action == "delete")


def unchanged(post: Post, left: Left) -> Post:
    post = posts.taken(post)
    if post.revision != left.revision:
        raise Refusal("changed-since-done", status=409)
    return post


def times_back(post: Post, before: Before, by: User, now: datetime) -> Post:
    times = {UUID(pk): (local_time, zone) for pk, (local_time, zone) in before.times.items()}
    return approval_back(posts.put_at(post, times, now=now), before, by, now)


def campaign_back(post: Post, before: Before, by: User, now: datetime) -> Post:
    draft = Draft(campaign=UUID(before.campaign) if before.campaign else None, has_campaign=True)
    return approval_back(posts.save(post=post, by=by, draft=draft, revision=None, now=now), before, by, now)


def submission_back(post: Post, before: Before, by: User, now: datetime) -> Post:
    posts.refuse_while_going_out(post)
    post = posts.withdraw(post=post, by=by, now=now)
    post.state = before.state  # changes may have been asked for: the list says so still
    post.save(update_fields=["state"])
    return post


def copy_back(post: Post, before: Before, by: User, now: datetime) -> Post:
    return posts.delete(post=post, by=by, now=now)


def deletion_back(post: Post, before: Before, by: User, now: datetime) -> Post:
    return approval_back(posts.restore(post=post, by=by, now=now), before, by, now)


def approval_back(post: Post, before: Before, by: User, now: datetime) -> Post:
    """The approval that was live before the act is so again, provided that the post is exactly what it is of and its times are to come.

    It waits for guests who have been invited since.
    """
    if not before.approval:
        return posts.keep_asking(post, by=by, now=now, is_told=False)
    approval = Approval.objects.select_for_update().filter(pk=before.approval, subject_kind=posts.KIND, subject_id=post.pk).first()
    if approval is None or approval.state in approvals.LIVE or not posts.covers(approval, post) or is_late(post, now=now):
        return posts.keep_asking(post, by=by, now=now, is_told=False)
    approval = approvals.revive(approval=approval, campaign=str(post.campaign_id or ""), now=now)
    post.state = posts.state_by(approval)
    post.revision += 1
    post.save(update_fields=["state", "revision"])
    audit.record(
        organisation=post.organisation, actor=by, act="post.approval_restored", subject_kind=posts.KIND, subject_id=str(post.pk), now=now
    )
    posts.announce(post)
    return post


def is_late(post: Post, *, now: datetime) -> bool:
    return any(p.planned_at and not p.claimed_at and p.planned_at <= now for p in post.placements.all())


BACK: dict[str, Callable[[Post, Before, User, datetime], Post]] = {
    "shift": times_back,
    "campaign": campaign_back,
    "submit": submission_back,
    "duplicate": copy_back,
    "delete": deletion_back,
}
