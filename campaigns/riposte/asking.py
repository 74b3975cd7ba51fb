"""Ask for a yes in a hurry: whoever is on call alone, after a while the next too, and nobody for ever."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from django.db import transaction
from django_scopes import scope, scopes_disabled

from accounts.notify import services as notify
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import selectors as approvals
from campaigns.approvals import services as approval_services
from campaigns.approvals.models import Approval
from campaigns.posts import services as posts
from campaigns.posts.hurry import Hurry, window_of
from campaigns.posts.models import Post
from campaigns.riposte import calling, rota
from campaigns.riposte.models import Riposte
from campaigns.riposte.services import note

log = structlog.get_logger()


@transaction.atomic
def ask(*, riposte: Riposte, by: User, now: datetime) -> Riposte:
    """Whoever is on call is asked, alone and at once. A yes sends it the same moment, or when its minutes are over.

    Asking again after the window has ended, or after a change, begins a new window. Raises Refusal.
    """
    if riposte.closed_at:
        raise Refusal("riposte-closed", status=409)
    organisation, lane = riposte.organisation, calling.lane_of(riposte.organisation)
    before = approvals.latest(subject_kind=posts.KIND, subject_id=riposte.post_id)
    if before and before.state == Approval.State.OPEN and is_over(before, now=now):
        posts.withdraw(post=riposte.post, by=by, now=now)
    planned = calling.rounds(organisation, barred=[str(p.pk) for p in posts.authors(riposte.post, by=by)], now=now)
    if organisation.posts_need_approval and not planned:
        raise Refusal("nobody-to-ask", status=409)
    earliest = now + timedelta(minutes=riposte.delay_min)
    hurry = Hurry(earliest=earliest, until=earliest + timedelta(minutes=lane.expires_min), asked=planned[0] if planned else ())
    post = posts.submit(post=riposte.post, by=by, hurry=hurry, now=now)
    riposte.next_ask_at = None
    if post.state == Post.State.IN_REVIEW:
        approval = approvals.latest(subject_kind=posts.KIND, subject_id=post.pk)
        assert approval is not None
        riposte.next_ask_at = rota.next_look(now=now, patience=calling.patience(lane), until=hurry.until, is_last=len(planned) == 1)
        calling.tell(riposte, post, approval, people=planned[0], until=hurry.until, now=now)
    riposte.save(update_fields=["next_ask_at"])
    note(riposte, "riposte.asked", by=by, people=list(hurry.asked), now=now)
    return riposte


def ask_next_all(*, now: datetime) -> int:
    """Where nobody has answered for long enough, the next is asked too; return how many ripostes were looked at."""
    with scopes_disabled():
        due = list(Riposte.objects.select_related("organisation").filter(next_ask_at__lte=now).order_by("next_ask_at"))
    for riposte in due:
        try:
            with scope(organisation=riposte.organisation):
                ask_next(riposte=riposte, now=now)
        except Exception:  # the edge between one riposte and the next: one that is broken must not keep the others waiting
            log.exception("riposte.not_asked", riposte=str(riposte.pk))
    return len(due)


@transaction.atomic
def ask_next(*, riposte: Riposte, now: datetime) -> Riposte:
    """The next is asked too; when the window has ended its starter hears that nothing goes out. Running it twice changes nothing."""
    riposte = Riposte.objects.select_for_update(of=("self",)).select_related("organisation", "started_by").get(pk=riposte.pk)
    if riposte.next_ask_at is None or riposte.next_ask_at > now:
        return riposte
    post = posts.taken(riposte.post)
    approval = approvals.latest(subject_kind=posts.KIND, subject_id=post.pk)
    window = window_of(approval.terms) if approval else None
    if approval is None or window is None or approval.state != Approval.State.OPEN or riposte.closed_at:
        riposte.next_ask_at = None
        riposte.save(update_fields=["next_ask_at"])
        return riposte
    if now >= window[1]:
        return give_up(riposte, now=now)
    people, is_last = calling.next_people(approval, now=now)
    lane = calling.lane_of(riposte.organisation)
    riposte.next_ask_at = rota.next_look(now=now, patience=calling.patience(lane), until=window[1], is_last=is_last)
    riposte.save(update_fields=["next_ask_at"])
    if people:
        approval_services.call_upon(approval=approval, people=people)
        calling.tell(riposte, post, approval, people=people, until=window[1], now=now)
        note(riposte, "riposte.next_asked", by=None, people=people, now=now)
    return riposte


def give_up(riposte: Riposte, *, now: datetime) -> Riposte:
    """Nobody answered in time: nothing goes out by itself, and its starter is asked what to do."""
    riposte.next_ask_at = None
    riposte.save(update_fields=["next_ask_at"])
    until = now.astimezone(ZoneInfo(riposte.organisation.time_zone))
    notify.tell(
        organisation=riposte.organisation,
        users=[p for p in (riposte.started_by,) if p],
        code="riposte-unanswered",
        params={"title": riposte.headline, "time": f"{until:%H:%M}"},
        path=f"/riposte/{riposte.pk}",
        by_email=True,
        now=now,
    )
    note(riposte, "riposte.unanswered", by=None, now=now)
    return riposte


def is_over(approval: Approval, *, now: datetime) -> bool:
    """Return whether its window has ended without an answer."""
    window = window_of(approval.terms)
    return window is not None and now >= window[1]
