from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When

from accounts.people.models import User
from campaigns.approvals import rules
from campaigns.approvals.crew import Crew, crew_of
from campaigns.approvals.guests.models import GuestDecision, Seat
from campaigns.approvals.models import Approval, Decision, Hold, Step, StoodIn

# The one in force before all that are over: one that stands again after an undo is older than the one that was void for it.
FIRST = (Case(When(state__in=(Approval.State.OPEN, Approval.State.APPROVED), then=Value(0)), default=Value(1)), "-asked_at")


def latest(*, subject_kind: str, subject_id: UUID) -> Approval | None:
    """Return the request for a yes on this subject that is in force, else the newest, void ones included."""
    found: Approval | None = Approval.objects.filter(subject_kind=subject_kind, subject_id=subject_id).order_by(*FIRST).first()
    return found


def given(*, subject_kind: str, subject_ids: Iterable[UUID]) -> dict[UUID, Approval]:
    """Return for each subject the approval that is in force. There is at most one: asking anew ends the one before."""
    found = in_force(subject_kind=subject_kind, subject_ids=subject_ids)
    return {approval.subject_id: approval for approval in found.annotate(was_asked=has_steps())}


def prints_given(*, subject_kind: str, subject_ids: Iterable[UUID], unasked: Q) -> dict[UUID, str]:
    """Return the fingerprint that the approval in force is of, for each subject that has one.

    `unasked`: where a yes that nobody was asked for is one.
    """
    found = in_force(subject_kind=subject_kind, subject_ids=subject_ids)
    return dict(found.filter(unasked | Q(has_steps())).values_list("subject_id", "fingerprint"))


def in_force(*, subject_kind: str, subject_ids: Iterable[UUID]) -> QuerySet[Approval]:
    """Return the approvals that are given and earned: each step has its people's yes, and each guest gave theirs, to this very fingerprint.

    Decisions never change, nor does what was asked, so that an approval somebody wrote past them, or laid on other content, is none.
    """
    yes = Q(decisions__verdict=Decision.Verdict.APPROVE, decisions__fingerprint=F("approval__fingerprint"))
    unmet = Step.objects.filter(approval=OuterRef("pk")).annotate(given=Count("decisions", filter=yes)).filter(given__lt=F("needed"))
    welcome = GuestDecision.objects.filter(
        approval=OuterRef("approval"),
        guest=OuterRef("guest"),
        verdict=Decision.Verdict.APPROVE,
        fingerprint=OuterRef("approval__fingerprint"),
    )
    unheard = Seat.objects.filter(~Exists(welcome), approval=OuterRef("pk"))
    found: QuerySet[Approval] = Approval.objects.filter(
        ~Exists(unmet), ~Exists(unheard), subject_kind=subject_kind, subject_id__in=list(subject_ids), state=Approval.State.APPROVED
    )
    return found


def has_steps() -> Exists:
    return Exists(Step.objects.filter(approval=OuterRef("pk")))


def was_asked(approval: Approval) -> bool:
    """Return whether anybody had to say yes; without steps it was given by itself."""
    known: bool | None = getattr(approval, "was_asked", None)
    return approval.steps.exists() if known is None else known


def was_ever_asked(*, subject_kind: str, subject_id: UUID) -> bool:
    """Return whether anybody, a member or a guest, ever had to say yes to this subject."""
    about: QuerySet[Approval] = Approval.objects.filter(subject_kind=subject_kind, subject_id=subject_id)
    return about.filter(Q(has_steps()) | Q(seats__isnull=False)).exists()


def steps_and_said(approval: Approval) -> tuple[list[rules.Step], list[rules.Said]]:
    """Return the approval as rules.py reckons with it."""
    rows = {row.pk: row for row in approval.steps.all()}
    steps = [
        rules.Step(
            position=row.position,
            verb=row.verb,
            needed=row.needed,
            is_all=row.is_all,
            roles=frozenset(row.roles),
            people=frozenset(row.people),
        )
        for row in rows.values()
    ]
    said = [
        rules.Said(position=rows[d.step_id].position, by=str(d.by_id), verdict=d.verdict, of=stood_in_for(d))
        for d in approval.decisions.all()
    ]
    return steps, said


def stood_in_for(decision: Decision) -> str:
    """Return the id of whose place it was taken in, or nothing."""
    row: StoodIn | None = getattr(decision, "stood_in", None)
    return str(row.of_id or "") if row else ""


def hold_on(approval: Approval) -> Hold | None:
    """Return what keeps it aside, if anything does."""
    return next((hold for hold in approval.holds.all() if hold.released_at is None), None)


def deciders(approval: Approval, *, crew: Crew | None = None, now: datetime) -> list[User]:
    """Return who may decide on it now: those whose step it is, and who stands in for them."""
    steps, said = steps_and_said(approval)
    step = rules.current(steps, said)
    if step is None:
        return []
    crew = crew or crew_of(approval.organisation, now=now)
    may = rules.standing(step, said, members=crew.members, barred=crew.barred_from(approval)).may
    return [crew.people[pk] for pk in sorted(may)]


def given_last_at(*, subject_kind: str, subject_id: UUID) -> datetime | None:
    """Return when people last said yes to this subject at every step, void since or not. What gave itself is no yes."""
    for approval in with_decisions().filter(subject_kind=subject_kind, subject_id=subject_id).order_by("-asked_at"):
        steps, said = steps_and_said(approval)
        if said and rules.outcome(steps, said) == rules.APPROVED:
            return max(d.at for d in approval.decisions.all())
    return None


def with_decisions() -> QuerySet[Approval]:
    """Return approvals (of the organisation in scope) with their steps and all that was said."""
    found: QuerySet[Approval] = Approval.objects.select_related("asked_by", "organisation").prefetch_related(
        "steps", "holds__by", "decisions__by", "decisions__stood_in__of"
    )
    return found


@dataclass(frozen=True)
class Before:
    """What an approval is compared with: what was `approved` earlier, else `decided` on, else only `asked` about, and when."""

    approval: Approval
    what: str
    at: datetime


def before(found: Iterable[Approval]) -> dict[UUID, Before]:
    """Return for each of these approvals that is in force, by its id, what people saw of its subject earlier: "what changed since"."""
    live = [approval for approval in found if approval.state in {Approval.State.OPEN, Approval.State.APPROVED}]
    asked: dict[tuple[str, UUID], list[Approval]] = {}
    rows = Approval.objects.filter(subject_id__in={approval.subject_id for approval in live}).order_by("asked_at")
    for row in rows.prefetch_related("decisions", "guest_decisions"):
        asked.setdefault((row.subject_kind, row.subject_id), []).append(row)
    earlier = {a.pk: [row for row in asked[a.subject_kind, a.subject_id] if row.asked_at < a.asked_at and row.pk != a.pk] for a in live}
    return {pk: compared(rows) for pk, rows in earlier.items() if rows}


def compared(earlier: Sequence[Approval]) -> Before:
    """Return the one of these, oldest first, to compare with: the last that was approved, even if a change has voided it since.

    Else the last that anybody decided on; else the first that was asked about, so that several changes in a row are seen together.
    """
    said: dict[UUID, list[Decision | GuestDecision]] = {row.pk: [*row.decisions.all(), *row.guest_decisions.all()] for row in earlier}
    ended = {Approval.State.OPEN, Approval.State.REJECTED, Approval.State.CHANGES_ASKED}
    for row in reversed(earlier):
        if row.state not in ended and (yes := [one.at for one in said[row.pk] if one.verdict == Decision.Verdict.APPROVE]):
            return Before(row, "approved", max(yes))
    for row in reversed(earlier):
        if said[row.pk]:
            return Before(row, "decided", max(one.at for one in said[row.pk]))
    return Before(earlier[0], "asked", earlier[0].asked_at)


def waiting() -> QuerySet[Approval]:
    """Return what waits for a decision in the organisation in scope, oldest first."""
    return with_decisions().filter(state=Approval.State.OPEN).order_by("asked_at")
