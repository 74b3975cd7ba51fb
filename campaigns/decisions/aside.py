"""Put a post or a request on hold, and release it: the subject follows, and who asked hears of it."""

from datetime import datetime

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.notify.services import tell
from accounts.orgs.models import Membership
from accounts.people.models import User
from accounts.problems import NotAllowed, Refusal
from campaigns.approvals import aside
from campaigns.approvals.crew import crew_of
from campaigns.approvals.models import Approval
from campaigns.budget import services as budget
from campaigns.budget.models import Request
from campaigns.decisions.ways import may_put_aside
from campaigns.posts import services as posts
from campaigns.posts.content import first_line
from campaigns.posts.models import Post


@transaction.atomic
def hold(*, approval: Approval, by: User, membership: Membership, reason: str, now: datetime) -> Approval:
    """Nobody decides on it and nothing of it goes out until it is released. Raises Refusal; then nothing has changed."""
    subject = taken(approval)
    approval = allowed(approval, membership=membership, now=now)
    if isinstance(subject, Post):
        posts.refuse_while_going_out(subject)
        if not any(not p.claimed_at for p in subject.placements.all()):
            raise Refusal("cannot-be-held", status=409)
    aside.hold(approval=approval, by=by, reason=reason, now=now)
    if isinstance(subject, Post):
        posts.put_aside(subject)
    said(approval, subject, "held", by=by, reason=reason.strip(), now=now)
    return approval


@transaction.atomic
def release(*, approval: Approval, by: User, membership: Membership, now: datetime) -> Approval:
    """It stands as it did before: waiting, or approved and on its way again if it still is what was approved. Raises Refusal."""
    subject = taken(approval)
    approval = aside.release(approval=allowed(approval, membership=membership, now=now), by=by, now=now)
    if isinstance(subject, Post):
        posts.take_up(subject, approval, by=by, now=now)
    said(approval, subject, "released", by=by, reason="", now=now)
    return approval


def taken(approval: Approval) -> Post | Request:
    """Return the subject, ours until this transaction ends."""
    if approval.subject_kind == posts.KIND:
        return posts.taken(Post(pk=approval.subject_id))
    return budget.taken(Request(pk=approval.subject_id))


def allowed(approval: Approval, *, membership: Membership, now: datetime) -> Approval:
    """Return the approval afresh. Raises Refusal unless this person may put it aside."""
    fresh: Approval = Approval.objects.select_related("organisation").get(pk=approval.pk)
    crew = crew_of(fresh.organisation, now=now)
    if fresh.state not in {Approval.State.OPEN, Approval.State.APPROVED}:
        raise Refusal("cannot-be-held", status=409)
    if not may_put_aside(fresh, by=str(membership.user_id), crew=crew):
        raise NotAllowed
    return fresh


def said(approval: Approval, subject: Post | Request, what: str, *, by: User, reason: str, now: datetime) -> None:
    is_post = isinstance(subject, Post)
    author = subject.author if isinstance(subject, Post) else subject.asked_by
    people = {p.pk: p for p in (author, approval.asked_by) if p and p.pk != by.pk}
    tell(
        organisation=approval.organisation,
        users=list(people.values()),
        code=f"{'post' if is_post else 'request'}-{what}",
        params={"title": first_line(subject) if isinstance(subject, Post) else subject.title, "by": str(by), "reason": reason},
        path=f"/posts/{subject.pk}" if is_post else f"/budget?request={subject.pk}",
        by_email=what == "held",
        now=now,
    )
    audit.record(
        organisation=approval.organisation, actor=by, act=f"{approval.subject_kind}.{what}", subject_kind=approval.subject_kind,
        subject_id=subject.pk, data={"reason": reason, "fingerprint": approval.fingerprint}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=approval.organisation_id, kind="decision", id=str(approval.pk))
