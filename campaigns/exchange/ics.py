"""Cards as a calendar that other programs read (RFC 5545). Pure; times are instants, so that every change of time is right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event, vUri

LASTS = timedelta(minutes=15)
AGAIN = timedelta(minutes=30)  # how often programs are asked to look
OFF = {"cancelled", "taken_down", "missed", "failed", "rejected"}


@dataclass(frozen=True)
class Entry:
    id: UUID
    at: datetime
    channel: str
    network: str
    words: str
    text: str
    state: str
    state_words: str
    path: str
    is_approved: bool
    revision: int
    changed_at: datetime


def calendar(name: str, entries: Iterable[Entry], *, site: str, zone: str) -> bytes:
    """Return the calendar. The same entries give the same bytes."""
    made = Calendar()
    made.add("prodid", "-//Carillon//Calendar//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("x-wr-timezone", zone)
    made.add("refresh-interval", AGAIN, {"value": "DURATION"})
    made.add("x-published-ttl", AGAIN)
    for entry in entries:
        made.add_component(_event(entry, site=site))
    return bytes(made.to_ical())


def _event(entry: Entry, *, site: str) -> Event:
    event = Event()
    address = f"{site}{entry.path}"
    event.add("uid", f"{entry.id}@carillon")
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.revision)
    event.add("dtstart", entry.at)
    event.add("dtend", entry.at + LASTS)
    event.add("summary", f"{entry.network} · {entry.words}" if entry.words else entry.network)
    event.add("description", "\n\n".join(part for part in (f"{entry.channel} · {entry.state_words}", entry.text, address) if part))
    event.add("url", vUri(address))
    event.add("categories", [entry.network, entry.state_words])
    event.add("status", "CANCELLED" if entry.state in OFF else "CONFIRMED" if entry.is_approved else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event
