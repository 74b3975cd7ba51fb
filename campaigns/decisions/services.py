"""Decide: the one place that knows posts, money and approvals at once."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from accounts.notify import live
from accounts.notify.services import tell
from accounts.orgs.models import Membership
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import rules, selectors
from campaigns.approvals import services as approvals
from campaigns.approvals.crew import practice_of
from campaigns.approvals.models import Approval
from campaigns.budget import services as budget
from campaigns.budget.models import Request
from campaigns.decisions.expiry import is_over
from campaigns.posts import services as posts
from campaigns.posts.content import first_line
from campaigns.posts.fingerprint import fingerprint
from campaigns.posts.hurry import window_of
from campaigns.posts.models import Post
from campaigns.proof import via as came_by
from campaigns.proof.via import Via


@transaction.atomic
def decide(
    *,
    approval: Approval,
    by: User,
    membership: Membership,
    verdict: str,
    comment: str,
    seen: str,
    via: Via | None = None,
    now: datetime,
) -> Approval:
    """The decision is recorded and its subject follows. Raises Refusal; then nothing has changed.

    `seen`: the fingerprint the person's screen showed; `via`: where it came from. An approved post goes out by
    itself; an approved request commits its line.
    """
    before = step_of(approval)
    if approval.subject_kind == posts.KIND:
        post = posts.taken(Post(pk=approval.subject_id))
        if verdict == rules.APPROVE:
            refuse_what_is_too_late(post, approval, now=now)
        current = fingerprint(post)
        approval = approvals.decide(approval=approval, by=by, verdict=verdict, comment=comment, seen=seen, fingerprint=current, now=now)
        came_by.keep(approval=approval, by=by, via=via)
        posts.on_decision(post=post, approval=approval, by=by, comment=comment, now=now)
    else:
        request = budget.taken(Request(pk=approval.subject_id))
        if verdict == rules.APPROVE:
            refuse_what_waited_too_long(request, now=now)
        current = budget.fingerprint(request)
        approval = approvals.decide(approval=approval, by=by, verdict=verdict, comment=comment, seen=seen, fingerprint=current, now=now)
        came_by.keep(approval=approval, by=by, via=via)
        if approval.state != Approval.State.OPEN:
            budget.on_decision(request=request, verdict=verdict, by=by, comment=comment, now=now)
    if approval.state == Approval.State.OPEN and step_of(approval) != before:
        tell_the_next(approval, now=now)
    live.publish(organisation_id=approval.organisation_id, kind="decision", id=str(approval.pk))
    return approval


def step_of(approval: Approval) -> int | None:
    """Return the position of the step it waits at, as the database has it."""
    current = rules.current(*selectors.steps_and_said(Approval.objects.get(pk=approval.pk)))
    return current.position if current else None


def tell_the_next(approval: Approval, *, now: datetime) -> None:
    """Whoever the next step asks knows that it is their turn."""
    fresh = selectors.with_decisions().get(pk=approval.pk)
    is_post = fresh.subject_kind == posts.KIND
    title = first_line(posts.taken(Post(pk=fresh.subject_id))) if is_post else budget.taken(Request(pk=fresh.subject_id)).title
    tell(
        organisation=fresh.organisation,
        users=selectors.deciders(fresh, now=now),
        code="post-waits" if is_post else "request-waits",
        params={"title": title, "by": str(fresh.asked_by or "")},
        path=f"/decisions?show={fresh.pk}",
        cause=f"step:{fresh.pk}:{step_of(fresh)}",
        by_email=True,
        now=now,
    )


def refuse_what_waited_too_long(request: Request, *, now: datetime) -> None:
    """A request that is over by now has expired, whether anybody has written that down yet or not."""
    days = practice_of(request.organisation).request_days
    if request.state == Request.State.OPEN and is_over(request, organisation=request.organisation, days=days, now=now):
        raise Refusal("approval-expired", status=409)


def refuse_what_is_too_late(post: Post, approval: Approval, *, now: datetime) -> None:
    """A yes after the time has passed (by more than the grace), or after the window of a hurry, would never be sent: say so."""
    window = window_of(approval.terms)
    if window and now >= window[1]:
        raise Refusal("riposte-window-over", status=409)
    open_ = [p for p in post.placements.all() if p.planned_at and not p.claimed_at]
    if open_ and all(p.planned_at < now - timedelta(seconds=settings.GRACE_S) for p in open_ if p.planned_at):
        raise Refusal("too-late-to-approve", status=409)
