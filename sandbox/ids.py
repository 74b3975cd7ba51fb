"""Identifiers that look like each network's own and never repeat."""

import base64
import hashlib
import secrets
import time

X_EPOCH_MS = 1288834974657  # docs.x.com/fundamentals/x-ids: an id holds its time of birth
_last = 0


def _tick() -> int:
    """Return a number of microseconds that grows strictly within and across runs."""
    global _last
    _last = max(_last + 1, time.time_ns() // 1000)
    return _last


def graph() -> str:
    """Return a fresh numeric id as Graph nodes have."""
    return f"12{_tick()}"


def instagram() -> str:
    """Return a fresh 18 digit Instagram id."""
    return f"18{_tick()}"


def snowflake(at_ms: int) -> str:
    """Return an X id born at `at_ms`."""
    return str(((at_ms - X_EPOCH_MS) << 22) | (_tick() & 0x3FFFFF))


def shortcode(media_id: str) -> str:
    """Return the short code of an Instagram media id: its number in the URL-safe base 64 alphabet."""
    return base64.urlsafe_b64encode(int(media_id).to_bytes(8, "big")).rstrip(b"=").decode()


def short_link() -> str:
    """Return a fresh t.co path of ten characters."""
    return secrets.token_urlsafe(16).replace("-", "a").replace("_", "b")[:10]


def trace() -> str:
    """Return an fbtrace_id."""
    return "A" + secrets.token_urlsafe(16)[:22]


def token(prefix: str) -> str:
    """Return an opaque token that nobody guesses."""
    return prefix + secrets.token_urlsafe(60).replace("-", "x").replace("_", "y")


def account(network: str, handle: str) -> str:
    """Return the id a fictional account gets when none was chosen: the same for the same handle."""
    number = int(hashlib.sha256(f"{network}:{handle.lower()}".encode()).hexdigest()[:12], 16)
    return {"facebook": "1000", "instagram": "1784", "twitter": "17"}[network] + f"{number % 10**13:013d}"
