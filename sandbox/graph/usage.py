"""What Graph counts and tells in its headers. Source: docs/graph-api/overview/rate-limiting (v25.0): percentages, and minutes to wait.

X-App-Usage is the whole application's rolling hour, X-Business-Use-Case-Usage the account's own rolling day.
"""

import json

from sandbox.rates import Count
from sandbox.world import World

HOUR_MS = 3_600_000
DAY_MS = 86_400_000
NOTHING = Count(limit=1, used=0, reset_ms=0)
ALL = Count(limit=1, used=1, reset_ms=0)


def headers(*, account: Count, app: Count = NOTHING, object_id: str, kind: str, wait_s: float = 0) -> dict[str, str]:
    """Return X-App-Usage and X-Business-Use-Case-Usage. Graph counts a wait in whole minutes, and only while it refuses."""
    wait = {"estimated_time_to_regain_access": -(-int(wait_s) // 60)}
    return {
        "X-App-Usage": json.dumps(_percentages(app)),
        "X-Business-Use-Case-Usage": json.dumps({object_id: [{"type": kind, **_percentages(account), **wait}]}),
        "facebook-api-version": "v25.0",
    }


def _percentages(count: Count) -> dict[str, int]:
    percent = min(100, count.used * 100 // max(1, count.limit))
    return {"call_count": percent, "total_cputime": percent // 2, "total_time": percent // 2}


def of_account(world: World, *, network: str, account: str) -> Count:
    """Count one call of this account's day. Nothing is counted while limits are off."""
    return _count(world, (network, account), limit=world.settings["facebook_calls_per_day"], length_ms=DAY_MS)


def of_app(world: World, *, network: str) -> Count:
    """Count one call of the application's hour, whoever it is for."""
    return _count(world, (network, "app", "hour"), limit=world.settings["meta_app_calls_per_hour"], length_ms=HOUR_MS)


def _count(world: World, key: tuple[str, ...], *, limit: int, length_ms: int) -> Count:
    if not world.settings["rate_limits"]:
        return NOTHING
    return world.windows.count(key, limit=limit, length_ms=length_ms, now_ms=world.now_ms())
