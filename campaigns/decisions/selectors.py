"""The one inbox: what waits for whom, posts and money alike, each as a card that shows what a yes would mean."""

from datetime import datetime
from typing import Any

from accounts.orgs.models import Membership
from campaigns.approvals import rules
from campaigns.approvals import selectors as approvals
from campaigns.approvals.models import Approval
from campaigns.budget import selectors as budget
from campaigns.decisions.changes import changes, time_changes
from campaigns.posts import selectors as posts
from campaigns.posts.content import first_line
from campaigns.posts.fingerprint import content_of, times_of
from campaigns.posts.models import Post
from campaigns.posts.show import whole


def inbox(*, membership: Membership, now: datetime) -> list[dict[str, Any]]:
    """Return a card for everything that waits in this organisation and that the person may decide on or at least see."""
    cards = [card(approval, membership=membership, now=now) for approval in approvals.waiting()]
    return sorted((c for c in cards if c), key=lambda c: (not c["may_decide"], c["first_at"] or c["asked_at"]))


def waiting_for(*, membership: Membership) -> int:
    """Return how many open approvals this person may decide on: the count in the rail."""
    return sum(why_not(approval, membership=membership) is None for approval in approvals.waiting())


def history(*, most: int = 50) -> list[Approval]:
    """Return what was decided lately, newest first."""
    decided = Approval.objects.filter(decisions__isnull=False).distinct().order_by("-decided_at", "-asked_at")
    return list(decided.prefetch_related("decisions__by", "steps").select_related("asked_by")[:most])


def steps_and_said(approval: Approval) -> tuple[list[rules.Step], list[rules.Said]]:
    rows = {row.pk: row for row in approval.steps.all()}
    steps = [rules.Step(position=row.position, verb=row.verb, needed=row.needed) for row in rows.values()]
    said = [rules.Said(position=rows[d.step_id].position, by=str(d.by_id), verdict=d.verdict) for d in approval.decisions.all()]
    return steps, said


def why_not(approval: Approval, *, membership: Membership) -> str | None:
    """Return the code of why this person may not decide on it, or None."""
    steps, said = steps_and_said(approval)
    return rules.refusal(
        step=rules.current(steps, said),
        said=said,
        by=str(membership.user_id),
        verbs={str(verb) for verb in membership.verbs()},
        barred=approval.barred,
        verdict=rules.APPROVE,
        comment="",
        same=True,
    )


def card(approval: Approval, *, membership: Membership, now: datetime, whole_post: bool = True) -> dict[str, Any] | None:
    """Return the card of one approval, or None when its subject is gone. A row of the history needs no `whole_post`."""
    no = why_not(approval, membership=membership)
    shown: dict[str, Any] = {"post": None, "money": None, "changes": [], "approved_before_at": None, "first_at": None, "title": ""}
    if approval.subject_kind == "post":
        post = posts.with_content().filter(pk=approval.subject_id, deleted_at=None).first()
        if post is None:
            return None
        shown["title"] = first_line(post)
        if whole_post:
            times = [p.planned_at for p in post.placements.all() if p.planned_at and not p.claimed_at]
            shown["post"] = whole(post, may_edit=False, now=now)
            shown["first_at"] = min(times) if times else None
            shown |= since_last_yes(post, approval)
    else:
        money = budget.request_card(approval.subject_id)
        if money is None:
            return None
        shown["money"], shown["title"] = money, money["title"]
    return {
        "id": approval.pk,
        "kind": "post" if approval.subject_kind == "post" else "money",
        "state": approval.state,
        "fingerprint": approval.fingerprint,
        "asked_by": str(approval.asked_by or ""),
        "asked_at": approval.asked_at,
        "decided_at": approval.decided_at,
        "note": approval.note,
        "may_decide": no is None,
        "why_not": no or "",
        "decisions": [
            {"by": str(d.by or ""), "verdict": d.verdict, "comment": d.comment, "at": d.at, "fingerprint": d.fingerprint}
            for d in approval.decisions.all()
        ],
        **shown,
    }


def since_last_yes(post: Post, approval: Approval) -> dict[str, Any]:
    """Return when the post was approved before and what has changed since: content and times."""
    earlier = approvals.last_approved(subject_kind="post", subject_id=post.pk)
    if earlier is None or earlier.pk == approval.pk:
        return {}
    channels = {str(p.pk): str(p.channel_id) for p in post.placements.all()}
    moved = time_changes(earlier.terms.get("times", {}), times_of(post), channels=channels)
    given = [d.at for d in earlier.decisions.all() if d.verdict == rules.APPROVE]
    return {"approved_before_at": max(given) if given else None, "changes": changes(earlier.shown, content_of(post)) + moved}
