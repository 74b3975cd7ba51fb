"""The one inbox: what waits for whom, posts and money alike, each as a card that shows what a yes would mean."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from accounts.orgs.models import Membership
from campaigns.approvals import rules
from campaigns.approvals import selectors as approvals
from campaigns.approvals.crew import Crew, crew_of
from campaigns.approvals.guests import selectors as guests
from campaigns.approvals.models import Approval
from campaigns.approvals.services import LIVE
from campaigns.budget.cards import request_cards
from campaigns.decisions.since import line_name, since
from campaigns.decisions.ways import may_put_aside, steps_shown
from campaigns.plan.models import Campaign
from campaigns.posts import filling
from campaigns.posts import selectors as posts
from campaigns.posts.content import first_line
from campaigns.posts.hurry import window_of
from campaigns.posts.notes import selectors as notes
from campaigns.posts.ready import near_to
from campaigns.posts.show import sources_of, whole
from campaigns.proof import selectors as proof
from campaigns.riposte import selectors as ripostes
from campaigns.riposte.models import Riposte


def inbox(*, membership: Membership, now: datetime) -> list[dict[str, Any]]:
    """Return a card for everything that waits in this organisation and that the person may decide on or at least see."""
    found = cards(list(approvals.waiting()), membership=membership, now=now)
    return sorted(found, key=lambda c: (not c["may_decide"], c["riposte"] is None, c["first_at"] or c["asked_at"]))


def waiting_for(*, membership: Membership, now: datetime) -> int:
    """Return how many open approvals wait for this person: the count in the rail."""
    crew = crew_of(membership.organisation, now=now)
    return sum(waits_for(approval, by=str(membership.user_id), crew=crew) for approval in approvals.waiting())


def waits_for(approval: Approval, *, by: str, crew: Crew) -> bool:
    """Return whether this person is called upon and may decide."""
    is_called = not approval.asked or by in approval.asked
    return is_called and why_not(approval, by=by, crew=crew) is None


def history(*, most: int = 50) -> list[Approval]:
    """Return what was decided lately, newest first."""
    said = Q(decisions__isnull=False) | Q(guest_decisions__isnull=False)
    decided = approvals.with_decisions().filter(said).distinct().order_by("-decided_at", "-asked_at")
    return list(decided[:most])


def why_not(approval: Approval, *, by: str, crew: Crew) -> str | None:
    """Return the code of why this person may not decide on it, or None."""
    steps, said = approvals.steps_and_said(approval)
    step = rules.current(steps, said)
    if step is None and approval.state == Approval.State.OPEN:
        return "waits-for-guest"
    return rules.refusal(
        step=step,
        said=said,
        by=by,
        members=crew.members,
        barred=crew.barred_from(approval),
        verdict=rules.APPROVE,
        comment="",
        same=True,
        is_held=approvals.hold_on(approval) is not None,
    )


def cards(found: Sequence[Approval], *, membership: Membership, now: datetime, whole_posts: bool = True) -> list[dict[str, Any]]:
    """Return the cards of these approvals, without those whose subject is gone. A row of the history needs no `whole_posts`.

    What they need is read for all of them at once: as many queries for many cards as for two.
    """
    ids = [approval.subject_id for approval in found if approval.subject_kind == "post"]
    subjects = {post.pk: post for post in posts.with_content().filter(pk__in=ids, deleted_at=None)}
    filling.name_all(subjects.values())
    near = near_to(p for post in subjects.values() for p in post.placements.all()) if whole_posts else []
    changed = since(found, posts=subjects) if whole_posts else {}
    sources = sources_of(subjects.values()) if whole_posts else {}
    money = request_cards(a.subject_id for a in found if a.subject_kind != "post")
    goals = goals_of(
        [*(post.campaign_id for post in subjects.values()), *(row["campaign"] and row["campaign"]["id"] for row in money.values())]
    )
    hurried = ripostes.by_post(subjects)
    noted = notes.open_count(subjects) if whole_posts else {}
    crew = crew_of(membership.organisation, now=now)
    seated = guests.shown(approval.pk for approval in found)
    hows = proof.hows(d.pk for approval in found for d in approval.decisions.all())
    shown = []
    more: dict[str, Any]
    for approval in found:
        if approval.subject_kind != "post":
            if row := money.get(approval.subject_id):
                row["line"]["name"] = line_name(row["line"])
                more = {"money": row, "title": row["title"], "serves": goals.get(row["campaign"] and row["campaign"]["id"])}
                more |= changed.get(approval.pk, {})
                shown.append(card(approval, membership=membership, crew=crew, hows=hows, seated=seated, **more))
        elif post := subjects.get(approval.subject_id):
            more = {
                "title": first_line(post),
                "riposte": riposte_of(approval, hurried.get(post.pk)),
                "serves": goals.get(post.campaign_id),
            }
            if whole_posts:
                times = [p.planned_at for p in post.placements.all() if p.planned_at and not p.claimed_at]
                newest = approval if approval.state in LIVE else None
                more["post"] = whole(
                    post,
                    may_edit=False,
                    now=now,
                    near=near,
                    approval=newest,
                    open_notes=noted.get(post.pk, 0),
                    seated=seated if newest else None,
                    sources=sources,
                )
                more["first_at"] = min(times) if times else None
                more |= changed.get(approval.pk, {})
            shown.append(card(approval, membership=membership, crew=crew, hows=hows, seated=seated, **more))
    return shown


def card(
    approval: Approval, *, membership: Membership, crew: Crew, hows: Mapping[UUID, str], seated: Mapping[UUID, Any], **shown: Any
) -> dict[str, Any]:
    me = str(membership.user_id)
    no = why_not(approval, by=me, crew=crew)
    hold = approvals.hold_on(approval)
    nothing: dict[str, Any] = {
        "post": None,
        "money": None,
        "changes": [],
        "compared_with": None,
        "compared_at": None,
        "serves": None,
        "first_at": None,
        "title": "",
        "riposte": None,
    }
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
        "steps": steps_shown(approval, crew=crew),
        "guests": seated.get(approval.pk, []),
        "hold": {"by": str(hold.by or ""), "reason": hold.reason, "at": hold.at} if hold else None,
        "may_hold": hold is None and may_put_aside(approval, by=me, crew=crew),
        "may_release": hold is not None and may_put_aside(approval, by=me, crew=crew),
        "decisions": [
            {
                "by": str(d.by or ""),
                "verdict": d.verdict,
                "comment": d.comment,
                "at": d.at,
                "fingerprint": d.fingerprint,
                "how": hows.get(d.pk, ""),
                "in_place_of": str(d.stood_in.of or "") if approvals.stood_in_for(d) else "",
            }
            for d in approval.decisions.all()
        ],
        **nothing,
        **shown,
    }


def riposte_of(approval: Approval, riposte: Riposte | None) -> dict[str, Any] | None:
    """Return what makes this card urgent: the news, since when, and until when a yes still sends it."""
    window = window_of(approval.terms)
    if riposte is None or window is None:
        return None
    return {"id": riposte.pk, "headline": riposte.headline, "news_at": riposte.news_at, "earliest": window[0], "until": window[1]}


def goals_of(ids: Iterable[UUID | None]) -> dict[UUID | None, dict[str, Any]]:
    """Return what these campaigns are for: each with its own goal, and with the objective that it leads to, if it leads to one."""
    found = Campaign.objects.select_related("objective").filter(pk__in={pk for pk in ids if pk})
    return {
        campaign.pk: {
            "id": campaign.pk,
            "name": campaign.name,
            "colour": campaign.colour,
            "goal": campaign.goal,
            "horizon": campaign.horizon,
            "objective": {"name": objective.name, "horizon": objective.horizon} if (objective := campaign.objective) else None,
        }
        for campaign in found
    }
