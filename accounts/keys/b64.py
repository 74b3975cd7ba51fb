"""Bytes as base64url without padding, as keys and signatures are written. Pure."""

import base64


def text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def raw(written: str) -> bytes:
    """Return the bytes. Raises ValueError, also for another way of writing the same bytes."""
    found = base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True)
    if text(found) != written:
        raise ValueError("not written as it should be")
    return found
