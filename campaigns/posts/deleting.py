"""Posts are gone from every list, one or thousands by the same path: a statement for each table, whatever their number."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Prefetch

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import services as approvals
from campaigns.posts.models import Placement, Post

KIND = "post"
ENDED = frozenset({Placement.Outcome.FAILED, Placement.Outcome.MISSED, Placement.Outcome.CANCELLED})


@transaction.atomic
def delete_all(*, organisation: Organisation, posts: Iterable[UUID], by: User, now: datetime) -> list[UUID]:
    """Those that are still there will not go out; `restore` brings each back as a draft. Return them.

    Raises Refusal("published-stays") when one of them has left, and then all stay.
    """
    wanted = sorted(set(posts))
    list(Placement.objects.select_for_update().filter(post__in=wanted).order_by("pk").values_list("pk"))  # as services.taken does
    found = Post.objects.select_for_update().filter(pk__in=wanted, deleted_at=None).order_by("pk")
    there = list(found.prefetch_related(Prefetch("placements", Placement.objects.all())))
    if any(has_left(post) for post in there):
        raise Refusal("published-stays", status=409)
    ids = [post.pk for post in there]
    approvals.void_all(subject_kind=KIND, subject_ids=ids, now=now)
    Post.objects.filter(pk__in=ids).update(deleted_at=now, state=Post.State.DRAFT, revision=F("revision") + 1, updated_at=now)
    if ids:
        acts = [audit.Act(act="post.deleted", subject_kind=KIND, subject_id=str(pk)) for pk in ids]
        audit.record_all(organisation=organisation, actor=by, acts=acts, now=now)
        live.publish(organisation_id=organisation.pk, kind="post", id=ids[0] if len(ids) == 1 else live.MANY)
    return ids


def has_left(post: Post) -> bool:
    """Return whether something of it is online, or on its way."""
    return any(place.claimed_at and not stayed_here(place) for place in post.placements.all())


def stayed_here(placement: Placement) -> bool:
    """Return whether it has come to an end with nothing of it online."""
    return placement.outcome in ENDED and not placement.permalink
