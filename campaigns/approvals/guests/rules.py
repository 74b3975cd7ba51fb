"""What guests' words do to an approval. Pure. Their yes is needed beside the steps; their no ends it as any no does."""

from collections.abc import Collection, Mapping

from campaigns.approvals.rules import APPROVE, APPROVED, ASK_CHANGES, CHANGES_ASKED, OPEN, REJECT, REJECTED


def outcome(of_steps: str, *, seats: Collection[str], said: Mapping[str, str]) -> str:
    """Return the state of the approval. `of_steps`: what members' decisions amount to; `said`: each guest's verdict."""
    verdicts = set(said.values())
    if REJECTED in {of_steps} or REJECT in verdicts:
        return REJECTED
    if CHANGES_ASKED in {of_steps} or ASK_CHANGES in verdicts:
        return CHANGES_ASKED
    return OPEN if of_steps == APPROVED and lacking(seats=seats, said=said) else of_steps


def lacking(*, seats: Collection[str], said: Mapping[str, str]) -> set[str]:
    """Return the guests whose yes is still needed."""
    return {guest for guest in seats if said.get(guest) != APPROVE}


def refusal(*, subject_kind: str, is_seated: bool, has_said: bool, is_held: bool, verdict: str, comment: str, same: bool) -> str | None:
    """Return the code of why this guest may not say this now, or None. Guests never decide on money."""
    if subject_kind != "post" or not is_seated:
        return "not-allowed"
    if has_said:
        return "already-said"
    if is_held:
        return "on-hold"
    if not same:
        return "changed-since-shown"
    if verdict in {ASK_CHANGES, REJECT} and not comment.strip():
        return "comment-needed"
    return None
