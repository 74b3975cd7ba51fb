"""What Graph's headers say of how much may still be asked. Pure. Source: docs/graph-api/overview/rate-limiting (v25.0).

X-App-Usage, X-Page-Usage and X-Business-Use-Case-Usage hold percentages of a rolling hour or day; the last one also the minutes
to wait. Graph says that calling while throttled prolongs the block, so one stops a little before.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from networks.contract import Limit

WAIT_UNSAID = timedelta(minutes=15)
WAIT_AT_MOST = timedelta(hours=25)
USED_UP_PERCENT = 95
COUNTED = ("call_count", "total_cputime", "total_time")


def limits(headers: Mapping[str, str], now: datetime) -> tuple[Limit, ...]:
    """Return every allowance the headers speak of. A percentage frees itself bit by bit, so one that is used up is waited for a while."""
    return tuple(
        _limit(used, what=what, whole_app=whole_app, now=now) for what, whole_app, used in _usages(headers) if isinstance(used, dict)
    )


def until(headers: Mapping[str, str], now: datetime, at_least: timedelta = timedelta()) -> datetime:
    """Return when one may call again after a refusal for the rate."""
    waits = [limit.until for limit in limits(headers, now) if limit.until > now]
    return max([*waits, now + at_least] if waits or at_least else [now + WAIT_UNSAID])


def _usages(headers: Mapping[str, str]) -> Iterator[tuple[str, bool, Any]]:
    """Yield name, whether it is the whole application's, and the usage of every allowance."""
    for header, what, whole_app in (("X-App-Usage", "app-usage", True), ("X-Page-Usage", "page-usage", False)):
        if used := _read(headers.get(header)):
            yield what, whole_app, used
    for of_one in _read(headers.get("X-Business-Use-Case-Usage")).values():
        for used in of_one if isinstance(of_one, list) else ():
            yield "business-usage", False, used


def _read(header: str | None) -> dict[str, Any]:
    try:
        read = json.loads(header or "{}")
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _limit(used: dict[str, Any], *, what: str, whole_app: bool, now: datetime) -> Limit:
    percent, minutes = max(_number(used.get(name)) for name in COUNTED), _number(used.get("estimated_time_to_regain_access"))
    wait = timedelta(minutes=minutes) if minutes else WAIT_UNSAID if percent >= USED_UP_PERCENT else timedelta()
    return Limit(
        until=now + min(wait, WAIT_AT_MOST), share_used=1.0 if minutes else min(percent / 100, 1.0), what=what, whole_app=whole_app
    )


def _number(value: object) -> float:
    return max(0.0, min(float(value), 1e6)) if isinstance(value, int | float) and not isinstance(value, bool) else 0.0
