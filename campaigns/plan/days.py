"""Which day it is where the organisation is, and whether it is day there."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from accounts.orgs.models import Organisation


def today(organisation: Organisation, *, now: datetime) -> date:
    """Return the day it is where the organisation is: money is dated there, not in UTC."""
    return now.astimezone(ZoneInfo(organisation.time_zone)).date()


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
