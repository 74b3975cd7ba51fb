"""Times as Graph writes them."""

from datetime import UTC, datetime

from sandbox.graph.errors import bad_parameter


def stamp(ms: int) -> str:
    """Return 2026-11-24T08:00:00+0000."""
    return datetime.fromtimestamp(ms // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")


def read(text: str, name: str) -> int | None:
    """Return milliseconds for a Unix time or an ISO date; None when empty. Raises error 100."""
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return int(text[:12]) * 1000
    try:
        parsed = datetime.fromisoformat(text.replace("+0000", "+00:00"))
    except ValueError:
        raise bad_parameter(f"Param {name} must be a valid time") from None
    return int((parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).timestamp() * 1000)
