"""When a reminder goes out and how it begins: each begins otherwise, since equal texts within a day would be refused. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

NB = "\u00a0"


@dataclass(frozen=True)
class Reminder:
    """`is_before`: counted back from the event; else onwards from the post."""

    by: timedelta
    is_before: bool
    lead: Mapping[str, str]


REMINDERS: dict[str, Reminder] = {
    "week-before": Reminder(
        timedelta(days=7),
        True,
        {"en": "One week to go: ", "fr": f"Plus qu’une semaine{NB}: ", "nl": "Nog één week: ", "de": "Noch eine Woche: "},
    ),
    "day-before": Reminder(
        timedelta(days=1), True, {"en": "Tomorrow: ", "fr": f"C’est demain{NB}: ", "nl": "Morgen is het zover: ", "de": "Morgen: "}
    ),
    "hours-before": Reminder(
        timedelta(hours=3),
        True,
        {"en": "In three hours: ", "fr": f"Dans trois heures{NB}: ", "nl": "Over drie uur: ", "de": "In drei Stunden: "},
    ),
    "days-after": Reminder(
        timedelta(days=3),
        False,
        {
            "en": "In case you missed it: ",
            "fr": f"Si cela vous a échappé{NB}: ",
            "nl": "Voor wie het gemist heeft: ",
            "de": "Falls Sie es verpasst haben: ",
        },
    ),
    "weeks-after": Reminder(
        timedelta(weeks=2), False, {"en": "Once more: ", "fr": f"Nous le redisons{NB}: ", "nl": "Nog eens: ", "de": "Noch einmal: "}
    ),
}


def time_of(reminder: Reminder, *, event: datetime | None, planned: datetime) -> datetime | None:
    """Return the local time it goes out, or None when it counts from an event nobody has given."""
    if not reminder.is_before:
        return planned + reminder.by
    return event - reminder.by if event else None


def begun(text: str, *, reminder: Reminder, language: str) -> str:
    """Return the text with its lead, in its language; English where we have no words for it."""
    return reminder.lead.get(language, reminder.lead["en"]) + text.lstrip()
