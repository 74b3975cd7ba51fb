"""Ask for a yes, take it back, decide. One transaction each; the caller opens it when it writes more in the same breath."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from accounts.orgs.models import Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import rules
from campaigns.approvals.models import Approval, Decision, Step

LIVE = (Approval.State.OPEN, Approval.State.APPROVED)


@transaction.atomic
def ask(
    *,
    organisation: Organisation,
    subject_kind: str,
    subject_id: UUID,
    fingerprint: str,
    terms: Mapping[str, Any],
    shown: Mapping[str, Any],
    asked_by: User | None,
    barred: Iterable[User | None],
    asked: Iterable[User] = (),
    steps: Iterable[tuple[Verb, int]],
    note: str = "",
    now: datetime,
) -> Approval:
    """A new approval of this very content is open (or, without steps, given at once); an earlier live one is void.

    `asked`: who is called upon. Everybody who may decide still may; it just does not wait for them.
    """
    void(subject_kind=subject_kind, subject_id=subject_id, now=now)
    wanted = list(steps)
    approval: Approval = Approval.objects.create(
        organisation=organisation,
        subject_kind=subject_kind,
        subject_id=subject_id,
        fingerprint=fingerprint,
        terms=dict(terms),
        shown=dict(shown),
        asked_by=asked_by,
        barred=[str(person.pk) for person in barred if person],
        asked=[str(person.pk) for person in asked],
        note=note,
        asked_at=now,
        state=Approval.State.OPEN if wanted else Approval.State.APPROVED,
        decided_at=None if wanted else now,
    )
    Step.objects.bulk_create(
        Step(approval=approval, position=i, verb=verb, needed=needed) for i, (verb, needed) in enumerate(wanted, start=1)
    )
    return approval


def call_upon(*, approval: Approval, people: Iterable[User]) -> None:
    """These people are called upon too."""
    approval.asked = [*approval.asked, *(str(p.pk) for p in people if str(p.pk) not in approval.asked)]
    approval.save(update_fields=["asked"])


@transaction.atomic
def revive(*, approval: Approval, now: datetime) -> Approval:
    """A void approval stands again as it stood, given or open, and none else of its subject. The caller knows that it covers it again."""
    void(subject_kind=approval.subject_kind, subject_id=approval.subject_id, now=now)
    steps = [rules.Step(position=s.position, verb=s.verb, needed=s.needed) for s in approval.steps.all()]
    given = list(Decision.objects.filter(approval=approval).select_related("step").order_by("at"))
    said = [rules.Said(position=d.step.position, by=str(d.by_id), verdict=d.verdict) for d in given]
    approval.state = rules.outcome(steps, said)
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
def decide(
    *, approval: Approval, by: User, verbs: Collection[str], verdict: str, comment: str, seen: str, fingerprint: str, now: datetime
) -> Approval:
    """The decision is stored with what was seen; the approval's state follows from all decisions.

    `seen` is the fingerprint the person's screen showed, `fingerprint` that of the subject now. Raises Refusal.
    """
    approval = Approval.objects.select_for_update().get(pk=approval.pk)
    if approval.state != Approval.State.OPEN:
        raise Refusal("already-decided", status=409)
    rows = list(approval.steps.all())
    steps = [rules.Step(position=row.position, verb=row.verb, needed=row.needed) for row in rows]
    said = [
        rules.Said(position=d.step.position, by=str(d.by_id), verdict=d.verdict)
        for d in Decision.objects.filter(approval=approval).select_related("step")
    ]
    step = rules.current(steps, said)
    no = rules.refusal(
        step=step,
        said=said,
        by=str(by.pk),
        verbs=verbs,
        barred=approval.barred,
        verdict=verdict,
        comment=comment,
        same=seen == fingerprint == approval.fingerprint,
    )
    if no or step is None:
        code = no or "already-decided"
        raise Refusal(code, status={"not-allowed": 403, "own-work": 403, "comment-needed": 400}.get(code, 409))
    Decision.objects.create(
        approval=approval,
        step=next(row for row in rows if row.position == step.position),
        by=by,
        verdict=verdict,
        comment=comment.strip(),
        fingerprint=fingerprint,
        at=now,
    )
    approval.state = rules.outcome(steps, [*said, rules.Said(position=step.position, by=str(by.pk), verdict=verdict)])
    if approval.state != Approval.State.OPEN:
        approval.decided_at = now
    approval.save(update_fields=["state", "decided_at"])
    return approval
