"""The same act on many posts: each is done whole, or stays as it was for a reason that is told."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from accounts.orgs.models import Membership
from accounts.problems import NotAllowed, Refusal
from campaigns.approvals.models import Approval
from campaigns.approvals.services import LIVE
from campaigns.posts import services as posts
from campaigns.posts.bulk.before import Before, before_of
from campaigns.posts.bulk.tell import tell_deciders
from campaigns.posts.models import Placement, Post
from campaigns.posts.rights import may_edit
from campaigns.posts.selectors import with_content

Act = Callable[[Post], Post]


@dataclass(frozen=True)
class Row:
    """What became of one post: `done` is it as the act left it (of a duplicate: the copy), or `refusal` says why it stayed."""

    post: UUID
    done: Post | None = None
    before: Before | None = None
    refusal: Refusal | None = None
    is_asked_about: bool = False  # deciders were asked by this act, for the first time or anew


@transaction.atomic
def each(
    *, ids: Iterable[UUID], act: Act, membership: Membership, now: datetime, deleted: bool = False, anybodys: bool = False
) -> list[Row]:
    """The act is done in a savepoint for each post, whole and as `posts.taken` gives it.

    All are locked first and in order: two such requests never wait crosswise.

    `deleted`: on posts that are in nobody's list any more. `anybodys`: also on posts this member may not change.
    """
    wanted = sorted(set(ids))
    list(Placement.objects.select_for_update().filter(post__in=wanted).order_by("pk").values_list("pk"))  # as posts.taken does
    list(Post.objects.select_for_update().filter(pk__in=wanted).order_by("pk").values_list("pk"))
    found = {post.pk: post for post in with_content().filter(pk__in=wanted, deleted_at__isnull=not deleted)}
    live = {
        approval.subject_id: approval
        for approval in Approval.objects.filter(subject_kind=posts.KIND, subject_id__in=wanted, state__in=LIVE)
    }
    rows = []
    for pk in wanted:
        post = found.get(pk)
        if post is None:
            rows.append(Row(pk, refusal=Refusal("not-found", status=404)))
        elif not anybodys and not may_edit(post, membership):
            rows.append(Row(pk, refusal=NotAllowed("not-your-post")))
        else:
            rows.append(one(post, act=act, approval=live[pk].pk if pk in live else None))
    rows = asked_about(rows, live={approval.pk for approval in live.values()})
    tell_deciders(asked=[row.post for row in rows if row.is_asked_about], membership=membership, now=now)
    return rows


def one(post: Post, *, act: Act, approval: UUID | None) -> Row:
    before = before_of(post, approval=approval)
    try:
        with transaction.atomic():
            return Row(post.pk, done=act(post), before=before)
    except Refusal as no:
        return Row(post.pk, refusal=no)


def asked_about(rows: Sequence[Row], *, live: Collection[UUID]) -> list[Row]:
    """Return the rows, marked where people are asked by another request than those that were live before."""
    waiting = [row.done.pk for row in rows if row.done and row.done.state == Post.State.IN_REVIEW]
    open_ = Approval.objects.filter(subject_kind=posts.KIND, subject_id__in=waiting, state=Approval.State.OPEN).exclude(pk__in=live)
    asked = set(open_.values_list("subject_id", flat=True))
    return [replace(row, is_asked_about=row.post in asked) for row in rows]
