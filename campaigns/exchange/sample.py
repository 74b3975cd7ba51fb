"""A small file to fill in, with the reader's words at its head and the organisation's own channels in it."""

from datetime import datetime, time, timedelta

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from campaigns.exchange.columns import head
from campaigns.exchange.writing import Cell, as_csv
from campaigns.posts.when import zone_of

NAMES = {"en": "carillon-sample", "fr": "carillon-exemple", "nl": "carillon-voorbeeld", "de": "carillon-beispiel"}
TEXTS = {
    "fr": "Se loger dignement est un droit. On vous attend samedi !",
    "nl": "Waardig wonen is een recht. Tot zaterdag!",
    "de": "Würdig wohnen ist ein Recht. Bis Samstag!",
    "en": "A decent home is a right. See you on Saturday!",
}
LINK = "https://www.example.org/"


def file(organisation: Organisation, *, reader: str, now: datetime) -> tuple[str, bytes]:
    """Return its name and content: one line for each of the first three channels, on the days to come."""
    languages = organisation.languages
    fields = ["date", "time", "channel", "campaign", "title", *(f"text_{code}" for code in languages), "link", "picture"]
    fields += [f"alt_{code}" for code in languages]
    first = now.astimezone(zone_of(organisation.time_zone)).date()
    names = [c.name for c in Channel.objects.exclude(state=Channel.State.DISCONNECTED).order_by("network", "name")[:3]] or ["Facebook"]
    rows: list[list[Cell]] = []
    for number, name in enumerate(names):
        day = f"{first + timedelta(days=7 + number):%Y-%m-%d}"
        row: list[Cell] = [day, time(9 + 3 * number, 30), name, "", "", *(TEXTS[code] for code in languages), LINK, ""]
        rows.append([*row, *("" for _ in languages)])
    return f"{NAMES.get(reader[:2], NAMES['en'])}.csv", as_csv([head(field, reader) for field in fields], rows)
