"""Say for which post a request pays."""

from datetime import datetime

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.budget.models import Request
from campaigns.costs.models import PostCost
from campaigns.posts.models import Post


@transaction.atomic
def tie(*, request: Request, post: Post | None, by: User | None, now: datetime) -> None:
    """The request's money is for this post, or for none in particular. What is promised or spent stays as it is. Raises Refusal."""
    if post is not None and post.organisation_id != request.organisation_id:
        raise Refusal("not-found", status=404)
    PostCost.objects.filter(request=request).delete()
    if post is not None:
        PostCost.objects.create(organisation=request.organisation, request=request, post=post)
    audit.record(
        organisation=request.organisation, actor=by, act="request.post-set", subject_kind="request", subject_id=request.pk,
        data={"post": str(post.pk) if post else None}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=request.organisation_id, kind="request", id=request.pk)
