"""Reading ripostes: one whole, those that run, those that are past with their figures."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from campaigns.approvals.models import Approval
from campaigns.posts import services as posts
from campaigns.posts.hurry import window_of
from campaigns.posts.models import Placement, Post
from campaigns.riposte.models import Riposte
from campaigns.riposte.stopwatch import Placed, Watch, live_by_language

RUNS_FOR = timedelta(hours=24)  # then it is past, whatever became of it
PAST_MOST = 100
ONLINE = Placement.Outcome.PUBLISHED
ENDED = frozenset({Placement.Outcome.PUBLISHED, Placement.Outcome.CANCELLED})


def with_posts() -> QuerySet[Riposte]:
    """Return ripostes (of the organisation in scope) whose posts are not deleted, with what their stopwatch reads."""
    found = Riposte.objects.select_related("organisation", "started_by", "post__author").filter(post__deleted_at=None)
    whole: QuerySet[Riposte] = found.prefetch_related("post__placements__channel", "post__versions").order_by("-started_at")
    return whole


def lately() -> list[Riposte]:
    """Return the newest ripostes, running and past."""
    return list(with_posts()[:PAST_MOST])


def by_post(ids: Iterable[UUID]) -> dict[UUID, Riposte]:
    """Return the ripostes among these posts."""
    return {riposte.post_id: riposte for riposte in Riposte.objects.filter(post__in=list(ids))}


def approvals_of(ripostes: Iterable[Riposte]) -> dict[UUID, list[Approval]]:
    """Return what was asked about each post, oldest first."""
    found: dict[UUID, list[Approval]] = {}
    ids = [r.post_id for r in ripostes]
    asked = Approval.objects.filter(subject_kind=posts.KIND, subject_id__in=ids).select_related("asked_by")
    for approval in asked.prefetch_related("decisions__by").order_by("asked_at"):
        found.setdefault(approval.subject_id, []).append(approval)
    return found


def watch(riposte: Riposte, asked: list[Approval]) -> Watch:
    """Return its stopwatch: asked for the first time, approved for the last."""
    given = [a.decided_at for a in asked if a.state == Approval.State.APPROVED]
    placed = [
        Placed(languages=p.languages, live_at=p.outcome_at if p.outcome == ONLINE else None)
        for p in riposte.post.placements.all()
        if p.outcome != Placement.Outcome.CANCELLED
    ]
    return Watch(
        news=riposte.news_at,
        started=riposte.started_at,
        asked=asked[0].asked_at if asked else None,
        approved=given[-1] if given else None,
        live=live_by_language(placed),
    )


def is_running(riposte: Riposte, *, now: datetime) -> bool:
    """Return whether people still wait for it: not called off, not a day old, not at its end everywhere."""
    if riposte.closed_at or now - riposte.started_at > RUNS_FOR:
        return False
    placements = list(riposte.post.placements.all())
    return not placements or any(p.outcome not in ENDED for p in placements)


def stage(riposte: Riposte, asked: list[Approval], *, now: datetime) -> str:
    """Return in one word how far it is: draft, asked, unanswered, changes_asked, rejected, going, live, trouble or called_off."""
    outcomes = {p.outcome for p in riposte.post.placements.all() if p.outcome != Placement.Outcome.CANCELLED}
    if outcomes == {ONLINE}:
        return "live"
    if riposte.closed_at:
        return "called_off"
    if outcomes - {"", ONLINE}:
        return "trouble"
    if riposte.post.state == Post.State.APPROVED:
        return "going"
    if riposte.post.state == Post.State.IN_REVIEW:
        window = window_of(asked[-1].terms) if asked else None
        return "unanswered" if window and now >= window[1] else "asked"
    return str(riposte.post.state)
