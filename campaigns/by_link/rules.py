"""Whether a link still opens its decision. Pure. See docs/algorithms/approval.md, "By link"."""

OPEN = "open"
SIGN_IN_FIRST = "link-sign-in-first"


def refusal(
    *, is_revoked: bool, is_used: bool, is_over: bool, is_theirs: bool, reader: str, owner: str, state: str, same: bool
) -> str | None:
    """Return the code of why nobody decides by this link now, or None.

    `reader`: who is signed in where it was opened, "" for nobody. `owner`: whose link it is. `is_theirs`: they may still decide here.
    `state`: the approval's. `same`: its subject is still what the letter showed.
    """
    if is_revoked or not is_theirs:
        return "link-taken-back"
    if reader and reader != owner:
        return "link-of-another"
    if is_used:
        return "link-used"
    if state in {"void", "expired"} or (state == OPEN and not same):
        return "link-changed"
    if state != OPEN:
        return "already-decided"
    if is_over:
        return "link-over"
    return None


def needs_sign_in(*, cents: int, limit_cents: int, reader: str) -> bool:
    """Return whether the link alone is not enough for this sum."""
    return cents > limit_cents and not reader
