from collections.abc import Iterable
from typing import Any
from uuid import UUID

from campaigns.approvals.guests.models import GuestDecision, Seat


def shown(approvals: Iterable[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    """Return for each approval its guests, by name, with what they have said; verdict "" while they have not."""
    ids = list(approvals)
    said = {(d.approval_id, d.guest_id): d for d in GuestDecision.objects.filter(approval__in=ids)}
    found: dict[UUID, list[dict[str, Any]]] = {}
    for seat in Seat.objects.filter(approval__in=ids).select_related("guest").order_by("guest__name"):
        decision = said.get((seat.approval_id, seat.guest_id))
        found.setdefault(seat.approval_id, []).append(
            {
                "name": seat.guest.name,
                "capacity": seat.guest.capacity,
                "verdict": decision.verdict if decision else "",
                "comment": decision.comment if decision else "",
                "at": decision.at if decision else None,
                "fingerprint": decision.fingerprint if decision else "",
            }
        )
    return found
