"""Say yes to several at once: each is decided by itself, as if alone, or stays as it was for a reason that is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from accounts.orgs.models import Membership
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.approvals import rules
from campaigns.approvals import selectors as approvals
from campaigns.approvals.models import Approval
from campaigns.decisions.services import decide
from campaigns.proof.via import Via


@dataclass(frozen=True)
class Asked:
    """One of them, and the fingerprint the person's screen showed."""

    approval: UUID
    seen: str


@dataclass(frozen=True)
class Row:
    """What became of one: `done` is the approval after the yes, or `refusal` says why it stays."""

    approval: UUID
    done: Approval | None = None
    refusal: Refusal | None = None


def approve(*, asked: Sequence[Asked], by: User, membership: Membership, sees_money: bool, via: Via | None, now: datetime) -> list[Row]:
    """Return what became of each, in the order asked. Posts and money alike; what this person cannot see is not found."""
    found = {approval.pk: approval for approval in approvals.with_decisions().filter(pk__in=[one.approval for one in asked])}
    rows = []
    for one in asked:
        approval = found.get(one.approval)
        if approval is None or (approval.subject_kind != "post" and not sees_money):
            rows.append(Row(one.approval, refusal=Refusal("not-found", status=404)))
            continue
        try:
            with transaction.atomic():
                done = decide(
                    approval=approval,
                    by=by,
                    membership=membership,
                    verdict=rules.APPROVE,
                    comment="",
                    seen=one.seen,
                    via=via,
                    now=now,
                )
        except Refusal as no:
            rows.append(Row(one.approval, refusal=no))
        else:
            rows.append(Row(one.approval, done=done))
    return rows
