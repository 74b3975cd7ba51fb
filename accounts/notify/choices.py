"""When a person is mailed of something: at once, in the letter of the day, or not at all."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from accounts.notify.models import NoticeChoice
from accounts.notify.urgent import is_urgent

if TYPE_CHECKING:
    from accounts.people.models import User

Mail = NoticeChoice.Mail


def of_all(users: Iterable["User"]) -> dict[UUID, NoticeChoice]:
    """Return the choices of those who made one."""
    return {choice.user_id: choice for choice in NoticeChoice.objects.filter(user__in=list(users))}


def mailing(
    *, choice: NoticeChoice | None, zone: str, code: str, at_once: datetime, now: datetime
) -> tuple[datetime | None, datetime | None]:
    """Return from when on it is mailed alone, and when the letter of the day tells of it. Pure."""
    if choice is None or choice.mail == Mail.AT_ONCE or (choice.mail == Mail.DAILY and is_urgent(code)):
        return at_once, None
    if choice.mail == Mail.NONE:
        return None, None
    return None, next_letter(choice.daily_hour, zone=zone, now=now)


def next_letter(hour: int, *, zone: str, now: datetime) -> datetime:
    """Return when that hour of the person's clock comes next. An hour that a day does not have comes when the clock has passed it. Pure."""
    try:
        clock = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        clock = ZoneInfo("UTC")
    day = now.astimezone(clock).date()
    for _ in range(3):
        at = datetime(day.year, day.month, day.day, hour, tzinfo=clock).astimezone(UTC)
        if at > now:
            return at
        day += timedelta(days=1)
    raise AssertionError("an hour comes within two days")
