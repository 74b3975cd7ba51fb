"""From the cells of a row to a draft, with everything that is wrong, each with its column. Reads only what was handed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from accounts.problems import Refusal
from campaigns.exchange import dates
from campaigns.exchange.columns import LANGUAGE_OF, plain
from campaigns.exchange.known import Known, parts
from campaigns.posts.draft import Draft, DraftPicture, DraftPlacement, DraftVersion
from campaigns.posts.when import to_utc

TEXT_MOST, TITLE_MOST, ALT_MOST, PICTURES_MOST = 65_000, 200, 2000, 20
is_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class Wrong:
    """What is wrong in this cell. `column` is its number, or None for the row as a whole."""

    column: int | None
    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass
class Reading:
    """One row as it is understood. `draft` counts only when nothing is wrong."""

    number: int
    wrong: list[Wrong] = field(default_factory=list)
    local_time: str = ""
    channels: list[UUID] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    campaign: UUID | None = None
    first_line: str = ""
    draft: Draft | None = None


class Cells:
    """The cells of a row by field."""

    def __init__(self, columns: Sequence[str], cells: Sequence[str]) -> None:
        self.places = {name: place for place, name in enumerate(columns) if name}
        self.cells = cells

    def get(self, name: str) -> str:
        place = self.places.get(name)
        return self.cells[place].strip() if place is not None and place < len(self.cells) else ""

    def place(self, *names: str) -> int | None:
        """Return the column of the first of these fields that there is."""
        return next((self.places[name] for name in names if name in self.places), None)


def understood(number: int, cells: Sequence[str], *, columns: Sequence[str], order: str, known: Known, now: datetime) -> Reading:
    row, reading = Cells(columns, cells), Reading(number)
    texts = _texts(row, reading, known)
    _when(row, reading, order=order, zone=known.zone, now=now)
    _channels(row, reading, known, texts)
    if name := row.get("campaign"):
        reading.campaign = _one(name, known.campaigns, "campaign", row, reading)
    if len(row.get("title")) > TITLE_MOST:
        reading.wrong.append(Wrong(row.place("title"), "import-title-long", {"most": TITLE_MOST}))
    versions = _versions(row, reading, known, texts)
    reading.languages = [version.language for version in versions]
    reading.first_line = row.get("title") or next((line for text in texts.values() for line in text.splitlines() if line.strip()), "")[:140]
    if not reading.wrong:
        reading.draft = Draft(
            title=row.get("title"), campaign=reading.campaign, has_campaign=True, versions=versions, placements=_placements(reading, known)
        )
    return reading


def _texts(row: Cells, reading: Reading, known: Known) -> dict[str, str]:
    """Return the texts by language; one without a language is in the row's, else in its channel's, else in our first."""
    texts = {name[5:]: row.get(name) for name in row.places if name.startswith("text_") and row.get(name)}
    if plain_text := row.get("text"):
        texts.setdefault(_language(row, reading, known), plain_text)
    if not texts:
        reading.wrong.append(Wrong(row.place("text", *(f"text_{code}" for code in known.languages)), "import-no-text"))
    for language, text in texts.items():
        if len(text) > TEXT_MOST:
            reading.wrong.append(Wrong(row.place(f"text_{language}", "text"), "import-text-long", {"most": TEXT_MOST}))
    return texts


def _language(row: Cells, reading: Reading, known: Known) -> str:
    if said := row.get("language"):
        if language := LANGUAGE_OF.get(plain(said)):
            return language
        reading.wrong.append(Wrong(row.place("language"), "import-language-unknown", {"name": said[:60]}))
    found, _ = known.found_channels(row.get("channel"), row.get("network"), ())
    spoken = [language for one in found for language in known.channels[one].languages]
    return next(iter(spoken), known.languages[0])


def _when(row: Cells, reading: Reading, *, order: str, zone: str, now: datetime) -> None:
    day_cell, time_cell = row.get("date"), row.get("time")
    both, place = row.get("when"), row.place("date", "when")
    if both and not day_cell:
        day_cell, found = dates.parted(both)
        time_cell, place = time_cell or found, row.place("when")
    elif day_cell and not time_cell:
        day_cell, time_cell = dates.parted(day_cell)
    time_place = row.place("time", "when", "date")
    if not day_cell and not time_cell:
        return  # nobody has said when: it waits without a time
    day, at = dates.read_date(day_cell, order=order), dates.read_time(time_cell) if time_cell else None
    if isinstance(day, dates.Two):
        reading.wrong.append(Wrong(place, "import-date-two-ways", {"date": day_cell[:40]}))
    elif day is None:
        code = "import-date-unclear" if day_cell else "import-date-missing"
        reading.wrong.append(Wrong(place, code, {"date": day_cell[:40]}))
    if at is None:
        code = "import-time-unclear" if time_cell else "import-time-missing"
        reading.wrong.append(Wrong(time_place, code, {"time": time_cell[:40]}))
    if isinstance(day, date) and at is not None:
        _plan(reading, day, at, zone=zone, now=now, place=place, time_place=time_place)


def _plan(reading: Reading, day: date, at: time, *, zone: str, now: datetime, place: int | None, time_place: int | None) -> None:
    local = f"{day}T{at:%H:%M}"
    try:
        instant = to_utc(local, zone)
    except (Refusal, OverflowError):
        reading.wrong.append(Wrong(time_place, "import-time-skipped", {"time": f"{at:%H:%M}"}))
        return
    if instant < now:
        reading.wrong.append(Wrong(place, "import-time-passed", {"time": f"{at:%H:%M}"}))
    reading.local_time = local


def _channels(row: Cells, reading: Reading, known: Known, texts: Iterable[str]) -> None:
    cell, network = row.get("channel"), row.get("network")
    if not cell and not network:
        reading.wrong.append(Wrong(row.place("channel", "network"), "import-channel-missing"))
        return
    reading.channels, wrong = known.found_channels(cell, network, texts)
    for name, many in wrong:
        code = "import-channel-several" if many else "import-channel-unknown"
        reading.wrong.append(Wrong(row.place("channel", "network"), code, {"name": name[:80]}))


def _one(name: str, names: dict[str, list[UUID]], what: str, row: Cells, reading: Reading) -> UUID | None:
    found = names.get(plain(name), [])
    if len(found) == 1:
        return found[0]
    code = f"import-{what}-several" if found else f"import-{what}-unknown"
    reading.wrong.append(Wrong(row.place(what), code, {"name": name[:80]}))
    return None


def _versions(row: Cells, reading: Reading, known: Known, texts: dict[str, str]) -> list[DraftVersion]:
    pictures = [_one(name, known.pictures, "picture", row, reading) for name in parts(row.get("picture"))]
    if len(pictures) > PICTURES_MOST:
        reading.wrong.append(Wrong(row.place("picture"), "import-pictures-many", {"most": PICTURES_MOST}))
    found = []
    for language in sorted(texts, key=lambda code: (code not in known.languages, code != known.languages[0], code)):
        link = row.get(f"link_{language}") or row.get("link")
        place = row.place(f"link_{language}", "link")
        wrong = Wrong(place, "import-link-bad", {"link": link[:80]})
        if link and "://" not in link:
            link = f"https://{link}"
        if link and not _is_link(link) and wrong not in reading.wrong:  # one cell may be the link of several languages
            reading.wrong.append(wrong)
        alts = [line for line in (row.get(f"alt_{language}") or row.get("alt")).split("\n") if line.strip()]
        if any(len(alt) > ALT_MOST for alt in alts):
            reading.wrong.append(Wrong(row.place(f"alt_{language}", "alt"), "import-text-long", {"most": ALT_MOST}))
        # Several lines are one for each picture only when there are as many; else they are all about the first.
        told = alts if len(alts) == len(pictures) else ["\n".join(alts)]
        uses = [_use(asset, told[at] if at < len(told) else "", language, known) for at, asset in enumerate(pictures) if asset]
        found.append(DraftVersion(language=language, segments=[texts[language]], link=link, pictures=uses))
    return found


def _use(asset: UUID, told: str, language: str, known: Known) -> DraftPicture:
    """Return the picture with what the row says of it, else with what the library does."""
    return DraftPicture(asset, told or known.alts.get(asset, {}).get(language, ""))


def _is_link(link: str) -> bool:
    try:
        is_address(link)
    except ValidationError:
        return False
    return len(link) <= 2000


def _placements(reading: Reading, known: Known) -> list[DraftPlacement]:
    """Return each channel in the languages it speaks and the row has, else in the row's first."""
    found = []
    for pk in reading.channels:
        spoken = [code for code in known.channels[pk].languages if code in reading.languages] or reading.languages[:1]
        found.append(DraftPlacement(channel=pk, languages=spoken, local_time=reading.local_time, zone=known.zone))
    return found
