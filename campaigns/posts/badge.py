"""The one word people see for a placement, computed from the plan's state and from what became of it. Pure."""

from datetime import datetime

WORDS = (
    "draft",
    "in_review",
    "changes_asked",
    "rejected",
    "expired",
    "scheduled",
    "sending",
    "looking",
    "needs_look",
    "published",
    "corrected",
    "taken_down",
    "failed",
    "missed",
    "held",
    "cancelled",
)


def badge(
    *,
    state: str,
    planned_at: datetime | None,
    claimed_at: datetime | None,
    outcome: str,
    now: datetime,
    taken_down_at: datetime | None = None,
    corrected_at: datetime | None = None,
) -> str:
    """Return one of WORDS. What happened outweighs what was planned, and what happened last what happened before."""
    if taken_down_at:
        return "taken_down"
    if corrected_at and outcome == "published":
        return "corrected"
    if outcome:
        return outcome
    if claimed_at:
        return "sending"
    if state == "approved":
        return "scheduled" if planned_at else "draft"
    if state == "in_review" and planned_at and planned_at < now:
        return "expired"
    return state
