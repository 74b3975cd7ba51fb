"""Who may decide, and what the decisions taken so far amount to. Pure. See docs/algorithms/approval.md."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

APPROVE, ASK_CHANGES, REJECT = "approve", "ask_changes", "reject"
OPEN, APPROVED, CHANGES_ASKED, REJECTED = "open", "approved", "changes_asked", "rejected"


@dataclass(frozen=True)
class Step:
    """`needed` different people who hold `verb` must say yes before the next step begins."""

    position: int
    verb: str
    needed: int = 1


@dataclass(frozen=True)
class Said:
    position: int
    by: str
    verdict: str


def current(steps: Sequence[Step], said: Sequence[Said]) -> Step | None:
    """Return the first step that still lacks a yes; None when all have theirs."""
    for step in sorted(steps, key=lambda s: s.position):
        yes = {s.by for s in said if s.position == step.position and s.verdict == APPROVE}
        if len(yes) < step.needed:
            return step
    return None


def outcome(steps: Sequence[Step], said: Sequence[Said]) -> str:
    """Return open, approved, changes_asked or rejected. One no at any step ends it; no steps at all is a yes."""
    verdicts = {s.verdict for s in said}
    if REJECT in verdicts:
        return REJECTED
    if ASK_CHANGES in verdicts:
        return CHANGES_ASKED
    return OPEN if current(steps, said) else APPROVED


def refusal(
    *,
    step: Step | None,
    said: Sequence[Said],
    by: str,
    verbs: Collection[str],
    barred: Collection[str],
    verdict: str,
    comment: str,
    same: bool,
) -> str | None:
    """Return the code of why this person may not say this now, or None. `same`: the subject is still what they saw."""
    if step is None:
        return "already-decided"
    if by in barred:
        return "own-work"
    if step.verb not in verbs:
        return "not-allowed"
    if any(s.by == by for s in said):
        return "already-said"  # one person is one pair of eyes, whatever the number of steps
    if not same:
        return "changed-since-shown"
    if verdict in {ASK_CHANGES, REJECT} and not comment.strip():
        return "comment-needed"
    return None


def times_hold(approved: Mapping[str, str], now_planned: Mapping[str, str], *, tolerance: timedelta) -> bool:
    """Return whether every planned time (ISO 8601) is within the tolerance of the time that was approved."""
    if approved.keys() != now_planned.keys():
        return False
    return all(abs(_time(now_planned[key]) - _time(when)) <= tolerance for key, when in approved.items())


def _time(value: str) -> datetime:
    return datetime.fromisoformat(value)
