"""Rate headers of Graph. Source: docs/graph-api/overview/rate-limiting (v25.0): percentages, and minutes to wait."""

import json

from sandbox.rates import Count
from sandbox.world import World

DAY_MS = 86_400_000


def headers(count: Count, *, object_id: str, kind: str, wait_minutes: int = 0) -> dict[str, str]:
    """Return X-App-Usage and X-Business-Use-Case-Usage for this window."""
    percent = min(100, count.used * 100 // max(1, count.limit))
    app = {"call_count": percent, "total_cputime": percent // 2, "total_time": percent // 2}
    return {
        "X-App-Usage": json.dumps(app),
        "X-Business-Use-Case-Usage": json.dumps({object_id: [{"type": kind, **app, "estimated_time_to_regain_access": wait_minutes}]}),
        "facebook-api-version": "v25.0",
    }


def exhausted(*, object_id: str, kind: str, seconds: float) -> dict[str, str]:
    """Return the headers of a caller who must wait; Graph counts that in whole minutes."""
    return headers(Count(limit=1, used=1, reset_ms=0), object_id=object_id, kind=kind, wait_minutes=max(1, -(-int(seconds) // 60)))


def count(world: World, *, network: str, account: str) -> Count:
    """Count one call of this account's day."""
    return world.windows.count((network, account), limit=world.settings["facebook_calls_per_day"], length_ms=DAY_MS, now_ms=world.now_ms())
