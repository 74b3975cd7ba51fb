from uuid import UUID

from django.db.models import QuerySet

from campaigns.approvals.models import Approval


def latest(*, subject_kind: str, subject_id: UUID) -> Approval | None:
    """Return the newest request for a yes on this subject, void ones included."""
    found: Approval | None = Approval.objects.filter(subject_kind=subject_kind, subject_id=subject_id).order_by("-asked_at").first()
    return found


def last_approved(*, subject_kind: str, subject_id: UUID) -> Approval | None:
    """Return the newest approval that was ever given, even if a later change has voided it: "what changed since"."""
    given = Approval.objects.filter(subject_kind=subject_kind, subject_id=subject_id, decisions__verdict="approve")
    found: Approval | None = given.exclude(state__in=("open", "rejected", "changes_asked")).order_by("-asked_at").first()
    return found


def waiting() -> QuerySet[Approval]:
    """Return what waits for a decision in the organisation in scope, oldest first."""
    found: QuerySet[Approval] = (
        Approval.objects.filter(state=Approval.State.OPEN).order_by("asked_at").prefetch_related("steps", "decisions__by")
    )
    return found
