"""How often X may be asked, and what its headers tell of it. Source: docs.x.com/x-api/fundamentals/rate-limits.

The windows of a day are told in x-user-limit-24hour-* and x-app-limit-24hour-* (github.com/plhery/node-twitter-api-v2/issues/495).
"""

from sandbox.rates import Count
from sandbox.twitter import errors
from sandbox.world import World

QUARTER_MS = 15 * 60_000
DAY_MS = 24 * 3_600_000


def count(world: World, *, account: str, name: str, limit: int) -> dict[str, str]:
    """Count one call and return what its answer tells. Raises 429 when any allowance was used up before it."""
    if not world.settings["rate_limits"]:
        return {}
    windows: list[tuple[str, tuple[str, ...], int, int]] = [("x-rate-limit", (account, name), limit, QUARTER_MS)]
    if name == "create":
        windows.append(("x-user-limit-24hour", (account, name, "day"), world.settings["x_posts_per_day"], DAY_MS))
        windows.append(("x-app-limit-24hour", ("app", name, "day"), world.settings["x_app_posts_per_day"], DAY_MS))
    headers: dict[str, str] = {}
    is_over = False
    for header, key, most, length_ms in windows:
        if most:
            counted = world.windows.count(("twitter", *key), limit=most, length_ms=length_ms, now_ms=world.now_ms())
            headers |= _told(header, counted)
            is_over = is_over or counted.is_over
    if is_over:
        raise errors.throttled(headers)
    return headers


def _told(header: str, counted: Count) -> dict[str, str]:
    return {
        f"{header}-limit": str(counted.limit),
        f"{header}-remaining": str(counted.remaining),
        f"{header}-reset": str(-(-counted.reset_ms // 1000)),
    }
