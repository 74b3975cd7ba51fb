"""When a decision that waits is reminded of, and when it is passed on to others. Pure. See docs/algorithms/approval.md."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

REMIND, ESCALATE = "remind", "escalate"
# What goes out soon does not wait for the organisation's hours. People still have this long before the first word.
PRESSING = {REMIND: timedelta(hours=4), ESCALATE: timedelta(hours=2)}
BREATH = {REMIND: timedelta(minutes=30), ESCALATE: timedelta(minutes=60)}


@dataclass(frozen=True)
class Hours:
    remind_after: timedelta
    escalate_after: timedelta


@dataclass(frozen=True)
class Day:
    """When people are written to: from one full hour to another of this zone's clock."""

    zone: ZoneInfo
    starts: int = 7
    ends: int = 22

    def next(self, at: datetime) -> datetime:
        """Return that time if it is by day, else the morning that comes next."""
        local = at.astimezone(self.zone)
        if self.starts <= local.hour < self.ends:
            return at
        day = local.date() + timedelta(days=0 if local.hour < self.starts else 1)
        return datetime(day.year, day.month, day.day, self.starts, tzinfo=self.zone).astimezone(UTC)


def due(*, since: datetime, first_at: datetime | None, hours: Hours, day: Day, now: datetime) -> str | None:
    """Return what this step has come to by now, or None. `since`: when the step began; `first_at`: when the first of it would go out.

    At night it waits for the morning, unless that is too late: the first of it is gone by then, or in its first half hour. What is over
    its time is left alone: it expires, and its author hears of that.
    """
    if first_at is not None and now >= first_at:
        return None
    for kind, after in ((ESCALATE, hours.escalate_after), (REMIND, hours.remind_after)):
        at = since + after
        if first_at is not None:
            at = min(at, max(first_at - PRESSING[kind], since + BREATH[kind]))
        if now >= at:
            morning = day.next(now)
            is_too_late = first_at is not None and first_at <= morning + BREATH[REMIND]
            return kind if morning == now or is_too_late else None
    return None
