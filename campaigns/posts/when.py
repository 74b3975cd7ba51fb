"""Local times and UTC. A plan keeps the time that was meant and its zone; both change nights are told apart. Pure."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from accounts.problems import Refusal

YEARS = range(1900, 2200)  # what people plan and look at; near the ends of a calendar nothing can be reckoned any more


def zone_of(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refusal("zone-unknown", fields={"zone": "zone-unknown"}, zone=name[:64]) from None


def parsed(local_time: str) -> datetime:
    """Return "2026-11-24T09:00" as a time without a zone. Raises Refusal."""
    try:
        found = datetime.strptime(local_time[:16], "%Y-%m-%dT%H:%M")  # noqa: DTZ007 - whoever asked puts the zone on
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        raise Refusal("time-not-understood", fields={"local_time": "time-not-understood"}, time=local_time[:32])
    return found


def shifted(local_time: str, *, days: int = 0, hours: int = 0) -> str:
    """Return the clock time so much later, as people count on a calendar: a change night between changes nothing. Raises Refusal."""
    try:
        return f"{parsed(local_time) + timedelta(days=days, hours=hours):%Y-%m-%dT%H:%M}"
    except OverflowError:
        raise Refusal("time-not-understood", fields={"days": "time-not-understood"}, time=str(days)) from None


def to_utc(local_time: str, zone: str) -> datetime:
    """Return the instant of "2026-11-24T09:00" in that zone. Of a repeated hour the first is meant; a skipped one raises Refusal."""
    naive = parsed(local_time)
    instant = naive.replace(tzinfo=zone_of(zone)).astimezone(UTC)
    if instant.astimezone(zone_of(zone)).replace(tzinfo=None) != naive:
        raise Refusal("time-skipped", fields={"local_time": "time-skipped"}, time=f"{naive:%H:%M}", date=f"{naive:%Y-%m-%d}")
    return instant


def to_local(instant: datetime, zone: str) -> str:
    """Return the wall-clock time of that instant in that zone, to the minute."""
    return f"{instant.astimezone(zone_of(zone)):%Y-%m-%dT%H:%M}"
