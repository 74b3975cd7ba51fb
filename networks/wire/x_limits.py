"""What X's headers say of how much may still be asked. Pure. Source: docs.x.com/x-api/fundamentals/rate-limits.

Seen besides the documented x-rate-limit-*: x-user-limit-24hour-* and x-app-limit-24hour-*, not on every answer
(github.com/plhery/node-twitter-api-v2/issues/495).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from networks.contract import Limit

WAIT_UNSAID = timedelta(minutes=15)  # the length of X's short windows
WAIT_AT_MOST = timedelta(hours=25)
# Whose each allowance is: this account's at this call, this account's of the day, the application's of the day.
KINDS = {"x-rate-limit": False, "x-user-limit-24hour": False, "x-app-limit-24hour": True}


def limits(headers: Mapping[str, str], now: datetime) -> tuple[Limit, ...]:
    """Return every allowance the headers speak of. One that is used up lasts until its window starts anew."""
    found = []
    for name, whole_app in KINDS.items():
        left, most = headers.get(f"{name}-remaining", ""), headers.get(f"{name}-limit", "")
        if left.isdecimal():
            share = max(0.0, 1 - int(left[:9]) / int(most[:9])) if most.isdecimal() and int(most[:9]) else 0.0
            used_up = int(left[:9]) == 0
            wait = (_wait(headers, f"{name}-reset", now) or WAIT_UNSAID) if used_up else timedelta()
            found.append(Limit(until=now + wait, share_used=1.0 if used_up else share, what=name, whole_app=whole_app))
    return tuple(found)


def until(headers: Mapping[str, str], now: datetime) -> datetime:
    """Return when one may call again after a 429: when all that is used up, or may be, starts anew; else in a quarter of an hour."""
    waits = [_wait(headers, f"{name}-reset", now) for name in KINDS if headers.get(f"{name}-remaining", "0") == "0"]
    return now + max((wait for wait in waits if wait), default=WAIT_UNSAID)


def _wait(headers: Mapping[str, str], name: str, now: datetime) -> timedelta:
    """Return how long until that reset, nothing when none is told. By X's own clock where it tells it: ours may be wrong by minutes."""
    reset = headers.get(name, "")
    if not reset.isdecimal():
        return timedelta()
    wait_s = int(reset[:12]) - _their_now(headers, now).timestamp()
    return timedelta(seconds=min(max(wait_s, 1.0), WAIT_AT_MOST.total_seconds()))


def _their_now(headers: Mapping[str, str], now: datetime) -> datetime:
    try:
        said = parsedate_to_datetime(headers.get("date", ""))
    except ValueError:
        return now
    return said if said.tzinfo else now
