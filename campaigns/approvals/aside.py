"""Put an approval aside, take it up again, let it expire. The subject is the caller's to see to, in the same transaction."""

from datetime import datetime

from django.db import transaction

from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals.models import Approval, Hold
from campaigns.approvals.selectors import hold_on


@transaction.atomic
def hold(*, approval: Approval, by: User, reason: str, now: datetime) -> Hold:
    """Nobody decides on it and nothing of it goes out until somebody releases it. Raises Refusal."""
    if not reason.strip():
        raise Refusal("hold-needs-reason", fields={"reason": "hold-needs-reason"})
    approval = Approval.objects.select_for_update().get(pk=approval.pk)
    if approval.state not in {Approval.State.OPEN, Approval.State.APPROVED} or hold_on(approval):
        raise Refusal("cannot-be-held", status=409)
    made: Hold = Hold.objects.create(organisation_id=approval.organisation_id, approval=approval, by=by, reason=reason.strip(), at=now)
    return made


@transaction.atomic
def release(*, approval: Approval, by: User, now: datetime) -> Approval:
    """It stands as it stood before. Raises Refusal when it is not on hold."""
    approval = Approval.objects.select_for_update().get(pk=approval.pk)
    live = approval.state in {Approval.State.OPEN, Approval.State.APPROVED}
    if not live or not Hold.objects.filter(approval=approval, released_at=None).update(released_at=now, released_by=by):
        raise Refusal("not-on-hold", status=409)
    return approval


@transaction.atomic
def expire(*, approval: Approval, now: datetime) -> bool:
    """It is over: nobody said yes in time, or it was on hold too long. Return whether it was live until now."""
    live = Approval.objects.filter(pk=approval.pk, state__in=(Approval.State.OPEN, Approval.State.APPROVED))
    return bool(live.update(state=Approval.State.EXPIRED, decided_at=now))
