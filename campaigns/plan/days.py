"""Which day it is where the organisation is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from accounts.orgs.models import Organisation


def today(organisation: Organisation, *, now: datetime) -> date:
    """Return the day it is where the organisation is: money is dated there, not in UTC."""
    return now.astimezone(ZoneInfo(organisation.time_zone)).date()
