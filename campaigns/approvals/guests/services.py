"""Seat guests at an approval, and take down what they say."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from accounts.problems import Refusal
from campaigns.approvals import rules as members
from campaigns.approvals import selectors
from campaigns.approvals.guests import rules
from campaigns.approvals.guests.models import Guest, GuestDecision, GuestScope, Seat
from campaigns.approvals.models import Approval

POST = "post"


def seat(approval: Approval, *, campaign: str, now: datetime) -> bool:
    """Every guest who is asked about this post or its campaign has a seat at its approval. Return whether any has. Never at money."""
    if approval.subject_kind != POST:
        return False
    about = Q(kind=GuestScope.Kind.POST, subject_id=approval.subject_id)
    if campaign:
        about |= Q(kind=GuestScope.Kind.CAMPAIGN, subject_id=campaign)
    scopes = GuestScope.objects.filter(about, guest__revoked_at=None, guest__expires_at__gt=now)
    asked = set(scopes.values_list("guest", flat=True))
    Seat.objects.bulk_create(
        (Seat(organisation=approval.organisation, approval=approval, guest_id=guest) for guest in asked), ignore_conflicts=True
    )
    return bool(asked)


def state_of(approval: Approval, of_steps: str) -> str:
    """Return the approval's state, guests included, from what the members' decisions amount to."""
    seats = {str(pk) for pk in Seat.objects.filter(approval=approval).values_list("guest", flat=True)}
    said = {str(pk): verdict for pk, verdict in GuestDecision.objects.filter(approval=approval).values_list("guest", "verdict")}
    return rules.outcome(of_steps, seats=seats, said=said)


@transaction.atomic
def decide(
    *, approval: Approval, guest: Guest, verdict: str, comment: str, seen: str, fingerprint: str, address: str | None, agent: str,
    now: datetime,
) -> Approval:  # fmt: skip
    """What the guest says is stored with what they saw; the approval's state follows. Raises Refusal.

    `seen` is the fingerprint their page showed, `fingerprint` that of the subject now; the caller holds the subject.
    """
    approval = Approval.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=approval.pk)
    if approval.state == Approval.State.EXPIRED:
        raise Refusal("approval-expired", status=409)
    if approval.state != Approval.State.OPEN:
        raise Refusal("already-decided", status=409)
    no = rules.refusal(
        subject_kind=approval.subject_kind,
        is_seated=guest.revoked_at is None and guest.expires_at > now and Seat.objects.filter(approval=approval, guest=guest).exists(),
        has_said=GuestDecision.objects.filter(approval=approval, guest=guest).exists(),
        is_held=selectors.hold_on(approval) is not None,
        verdict=verdict,
        comment=comment,
        same=seen == fingerprint == approval.fingerprint,
    )
    if no:
        raise Refusal(no, status={"not-allowed": 403, "comment-needed": 400}.get(no, 409))
    GuestDecision.objects.create(
        organisation=approval.organisation,
        approval=approval,
        guest=guest,
        verdict=verdict,
        comment=comment.strip(),
        fingerprint=fingerprint,
        address=address,
        agent=agent,
        at=now,
    )
    approval.state = state_of(approval, members.outcome(*selectors.steps_and_said(approval)))
    if approval.state != Approval.State.OPEN:
        approval.decided_at = now
    approval.save(update_fields=["state", "decided_at"])
    return approval
