"""Which weeks fall short on which channel, and where there is room."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from campaigns.posts.cadence import counts
from campaigns.posts.cadence.gaps import Rhythm, short, slots_by_day
from campaigns.posts.cadence.guidance import of_network
from campaigns.posts.cadence.weeks import monday_of, mondays_between


def gaps(*, first: date, last: date, zone_name: str, now: datetime, campaign: UUID | None = None) -> list[dict[str, Any]]:
    """Return channel, day, how many are missing there and at what times they could go, for the weeks that [first, last] touches.

    `week_missing` is what the week lacks: more than its proposals when too little of it is left.
    """
    zone = ZoneInfo(zone_name)
    weeks = list(mondays_between(first, last))
    sunday = weeks[-1] + timedelta(days=6)
    days = counts.by_day(first=weeks[0], last=sunday, zone=zone, campaign=campaign)
    times = counts.times_of(first=weeks[0], last=sunday, zone=zone)
    here = now.astimezone(zone).replace(tzinfo=None)
    found: list[dict[str, Any]] = []
    for channel in counts.channels(campaign=campaign):
        pk = channel["channel"]
        rhythm = Rhythm(target=channel["target"], slots=slots_by_day(channel["slots"]), hours=of_network(channel["network"]).hours)
        for monday in weeks:
            done = sum(t.planned + t.outside for (whose, day), t in days.items() if whose == pk and monday_of(day) == monday)
            lacking = short(monday=monday, done=done, taken=times.get(pk, ()), rhythm=rhythm, now=here, zone=zone_name)
            if lacking:
                found += [
                    {
                        "channel": pk,
                        "day": gap.day,
                        "week": monday,
                        "week_missing": lacking.missing,
                        "missing": len(gap.times),
                        "proposals": list(gap.times),
                    }
                    for gap in lacking.gaps
                    if first <= gap.day <= last
                ]
    return sorted(found, key=lambda gap: (gap["day"], gap["proposals"]))
