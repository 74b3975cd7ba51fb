"""When a decision that waits is reminded of, and when it is passed on to others. Pure. See docs/algorithms/approval.md."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from campaigns.plan.days import Day

REMIND, ESCALATE = "remind", "escalate"
# What goes out soon does not wait for the organisation's hours. People still have this long before the first word.
PRESSING = {REMIND: timedelta(hours=4), ESCALATE: timedelta(hours=2)}
BREATH = {REMIND: timedelta(minutes=30), ESCALATE: timedelta(minutes=60)}


@dataclass(frozen=True)
class Hours:
    remind_after: timedelta
    escalate_after: timedelta


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
