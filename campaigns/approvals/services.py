"""Ask for a yes, take it back, decide. One transaction each; the caller opens it when it writes more in the same breath."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import routes, rules, selectors
from campaigns.approvals.crew import crew_of
from campaigns.approvals.guests import services as guests
from campaigns.approvals.models import Approval, Decision, Step, StoodIn
from campaigns.approvals.routing import Subject

LIVE = (Approval.State.OPEN, Approval.State.APPROVED)
STATUS = {"not-allowed": 403, "own-work": 403, "not-this-step": 403, "comment-needed": 400}


@transaction.atomic
def ask(
    *,
    organisation: Organisation,
    subject: Subject,
    subject_id: UUID,
    fingerprint: str,
    terms: Mapping[str, Any],
    shown: Mapping[str, Any],
    asked_by: User | None,
    barred: Iterable[User | None],
    asked: Iterable[User] = (),
    note: str = "",
    now: datetime,
) -> Approval:
    """A new approval of this very content is open (or, without steps, given at once); an earlier live one is void. Raises Refusal.

    Its steps are those of the route that fits the subject today, and stay whatever becomes of that. Guests have a seat beside them.
    `asked`: who is called upon. Everybody who may decide still may; it just does not wait for them.
    """
    void(subject_kind=subject.kind, subject_id=subject_id, now=now)
    kept_out = [str(person.pk) for person in barred if person]
    _, wanted = routes.steps_about(organisation=organisation, subject=subject, barred=kept_out, now=now)
    approval: Approval = Approval.objects.create(
        organisation=organisation,
        subject_kind=subject.kind,
        subject_id=subject_id,
        fingerprint=fingerprint,
        terms=dict(terms),
        shown=dict(shown),
        asked_by=asked_by,
        barred=kept_out,
        asked=[str(person.pk) for person in asked],
        note=note,
        asked_at=now,
        state=Approval.State.OPEN if wanted else Approval.State.APPROVED,
        decided_at=None if wanted else now,
    )
    Step.objects.bulk_create(
        Step(
            approval=approval,
            position=step.position,
            verb=step.verb,
            needed=step.needed,
            is_all=step.is_all,
            roles=sorted(step.roles),
            people=sorted(step.people),
        )
        for step in wanted
    )
    if guests.seat(approval, campaign=subject.campaign, now=now) and not wanted:
        approval.state, approval.decided_at = Approval.State.OPEN, None
        approval.save(update_fields=["state", "decided_at"])
    return approval


def call_upon(*, approval: Approval, people: Iterable[User]) -> None:
    """These people are called upon too."""
    approval.asked = [*approval.asked, *(str(p.pk) for p in people if str(p.pk) not in approval.asked)]
    approval.save(update_fields=["asked"])


@transaction.atomic
def revive(*, approval: Approval, campaign: str, now: datetime) -> Approval:
    """A void approval stands again as it stood, given or open, and none else of its subject. The caller knows that it covers it again.

    Guests who have been invited meanwhile, about its subject or the `campaign` that is in, have a seat: it waits for them too.
    """
    void(subject_kind=approval.subject_kind, subject_id=approval.subject_id, now=now)
    guests.seat(approval, campaign=campaign, now=now)
    steps, said = selectors.steps_and_said(approval)
    given = sorted(approval.decisions.all(), key=lambda said: said.at)
    approval.state = guests.state_of(approval, rules.outcome(steps, said))
    approval.decided_at = None if approval.state == Approval.State.OPEN else given[-1].at if given else approval.asked_at
    approval.save(update_fields=["state", "decided_at"])
    return approval


def void(*, subject_kind: str, subject_id: UUID, now: datetime) -> bool:
    """No approval of this subject is live any more. Return whether one was."""
    return bool(void_all(subject_kind=subject_kind, subject_ids=[subject_id], now=now))


def void_all(*, subject_kind: str, subject_ids: Iterable[UUID], now: datetime) -> int:
    """No approval of these subjects is live any more. Return how many were."""
    live = Approval.objects.filter(subject_kind=subject_kind, subject_id__in=list(subject_ids), state__in=LIVE)
    ended: int = live.update(state=Approval.State.VOID, decided_at=now)
    return ended


@transaction.atomic
def decide(*, approval: Approval, by: User, verdict: str, comment: str, seen: str, fingerprint: str, now: datetime) -> Approval:
    """The decision is stored with what was seen, and in whose place; the approval's state follows from all decisions.

    `seen` is the fingerprint the person's screen showed, `fingerprint` that of the subject now. What the person may do is read here, so
    that nobody decides by a right they have lost meanwhile. Raises Refusal.
    """
    approval = Approval.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=approval.pk)
    if approval.state == Approval.State.EXPIRED:
        raise Refusal("approval-expired", status=409)
    if approval.state != Approval.State.OPEN:
        raise Refusal("already-decided", status=409)
    steps, said = selectors.steps_and_said(approval)
    crew = crew_of(approval.organisation, now=now)
    step, barred, me = rules.current(steps, said), crew.barred_from(approval), str(by.pk)
    no = rules.refusal(
        step=step,
        said=said,
        by=me,
        members=crew.members,
        barred=barred,
        verdict=verdict,
        comment=comment,
        same=seen == fingerprint == approval.fingerprint,
        is_held=selectors.hold_on(approval) is not None,
    )
    if no or step is None:
        code = no or "already-decided"
        raise Refusal(code, status=STATUS.get(code, 409))
    of = rules.standing(step, said, members=crew.members, barred=barred).in_place.get(me, "")
    decision = Decision.objects.create(
        approval=approval,
        step=next(row for row in approval.steps.all() if row.position == step.position),
        by=by,
        verdict=verdict,
        comment=comment.strip(),
        fingerprint=fingerprint,
        at=now,
    )
    if of:
        StoodIn.objects.create(decision=decision, of=crew.people[of])
    of_steps = rules.outcome(steps, [*said, rules.Said(position=step.position, by=me, verdict=verdict, of=of)])
    approval.state = guests.state_of(approval, of_steps)
    if approval.state != Approval.State.OPEN:
        approval.decided_at = now
    approval.save(update_fields=["state", "decided_at"])
    return approval
