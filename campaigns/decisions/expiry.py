"""What nobody said yes to in time expires: it is never sent, and who asked hears of it and can ask again."""

from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django_scopes import scope, scopes_disabled

from accounts.audit import services as audit
from accounts.notify import live
from accounts.notify.services import tell
from accounts.orgs.models import Organisation
from campaigns.approvals import aside
from campaigns.approvals import selectors as approvals
from campaigns.approvals.crew import practice_of
from campaigns.approvals.models import Approval
from campaigns.approvals.services import LIVE
from campaigns.budget import services as budget
from campaigns.budget.models import Request
from campaigns.plan.days import today
from campaigns.posts import services as posts
from campaigns.posts.content import first_line
from campaigns.posts.models import Placement, Post

log = structlog.get_logger()
WAITING = (Post.State.IN_REVIEW, Post.State.HELD)


def expire_all(*, now: datetime) -> int:
    """Whatever is over by now has expired; return how many were looked at. Running it twice changes nothing."""
    with scopes_disabled():
        late = [(post.organisation, post.pk, expire_post) for post in late_posts(now=now)]
        old = [(request.organisation, request.pk, expire_request) for request in late_requests(now=now)]
    for organisation, pk, expire in [*late, *old]:
        try:
            with scope(organisation=organisation):
                expire(pk, now=now)
        except Exception:  # the edge between one and the next: one that is broken must not keep the others waiting
            log.exception("approval.not_expired", subject=str(pk))
    return len(late) + len(old)


def late_posts(*, now: datetime) -> list[Post]:
    """Return the posts that wait and of which a yes would send nothing any more."""
    still = Placement.objects.filter(post=OuterRef("pk"), claimed_at=None, outcome="")
    in_time = still.filter(Q(planned_at=None) | Q(planned_at__gte=last_moment(now)))
    waiting = Post.objects.filter(state__in=WAITING, deleted_at=None).filter(Exists(still), ~Exists(in_time))
    return list(waiting.select_related("organisation").order_by("pk"))


def last_moment(now: datetime) -> datetime:
    """Return the earliest planned time that could still be sent: the same grace as that of the dispatcher."""
    return now - timedelta(seconds=settings.GRACE_S)


@transaction.atomic
def expire_post(pk: UUID, *, now: datetime) -> None:
    post = posts.taken(Post(pk=pk))
    left = [p for p in post.placements.all() if not p.claimed_at and not p.outcome]
    is_late = bool(left) and all(p.planned_at and p.planned_at < last_moment(now) for p in left)
    approval = approvals.latest(subject_kind=posts.KIND, subject_id=pk)
    if post.state not in WAITING or not is_late or approval is None or approval.state not in LIVE:
        return
    was_held = post.state == Post.State.HELD
    aside.expire(approval=approval, now=now)
    posts.let_expire(post)
    listeners = {p.pk: p for p in (post.author, approval.asked_by) if p}
    tell(
        organisation=post.organisation,
        users=list(listeners.values()),
        code="post-expired-held" if was_held else "post-expired",
        params={"title": first_line(post)},
        path=f"/posts/{post.pk}",
        by_email=True,
        now=now,
    )
    audit.record(organisation=post.organisation, actor=None, act="post.expired", subject_kind=posts.KIND, subject_id=str(pk), now=now)
    live.publish(organisation_id=post.organisation_id, kind="decision", id=str(approval.pk))


def late_requests(*, now: datetime) -> list[Request]:
    waiting = Request.objects.filter(state=Request.State.OPEN).select_related("organisation").order_by("pk")
    days: dict[UUID, int] = {}
    found = []
    for request in waiting:
        if request.organisation_id not in days:
            days[request.organisation_id] = practice_of(request.organisation).request_days
        if is_over(request, organisation=request.organisation, days=days[request.organisation_id], now=now):
            found.append(request)
    return found


def is_over(request: Request, *, organisation: Organisation, days: int, now: datetime) -> bool:
    """Return whether the day it was needed on has passed while it waited, or its time for waiting."""
    asked_at = approvals_asked_at(request) or request.asked_at
    day = today(organisation, now=now)
    needed = request.needed_on
    was_to_come = needed is not None and needed >= today(organisation, now=asked_at)
    return (was_to_come and needed is not None and needed < day) or asked_at < now - timedelta(days=days)


def approvals_asked_at(request: Request) -> datetime | None:
    """Return when it was last put to decision: a changed request waits anew."""
    approval = approvals.latest(subject_kind=budget.KIND, subject_id=request.pk)
    return approval.asked_at if approval else None


@transaction.atomic
def expire_request(pk: UUID, *, now: datetime) -> None:
    request = budget.taken(Request(pk=pk))
    approval = approvals.latest(subject_kind=budget.KIND, subject_id=pk)
    days = practice_of(request.organisation).request_days
    over = is_over(request, organisation=request.organisation, days=days, now=now)
    if request.state != Request.State.OPEN or not over or approval is None or approval.state != Approval.State.OPEN:
        return
    aside.expire(approval=approval, now=now)
    budget.let_expire(request, now=now)
