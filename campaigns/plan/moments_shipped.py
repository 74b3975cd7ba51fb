"""Days that Carillon knows by itself: world days, community days, elections. Pure; the days are in data/moments.json."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "moments.json"


@dataclass(frozen=True)
class Shipped:
    """`on` is "03-08" for every year, or "2029-06-10" for one. `country` is empty for days that are everybody's."""

    key: str
    on: str
    scope: str
    names: dict[str, str]
    country: str = ""
    is_election: bool = False
    is_day_off: bool = False  # a public holiday as well, in many countries

    @property
    def kind(self) -> str:
        return "election" if self.is_election else "day_off" if self.is_day_off else self.scope

    def name(self, language: str) -> str:
        return self.names.get(language[:2], self.names["en"])

    def days(self, start: date, end: date) -> Iterator[date]:
        """Yield its days in [start, end)."""
        if len(self.on) == 10:
            days = [date.fromisoformat(self.on)]
        else:
            days = [date.fromisoformat(f"{year}-{self.on}") for year in range(start.year, end.year + 1)]
        yield from (day for day in days if start <= day < end)


@cache
def shipped() -> tuple[Shipped, ...]:
    known: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(Shipped(**row) for row in known["moments"])


def for_country(country: str) -> list[Shipped]:
    """Return the days that mean something in that country."""
    return [moment for moment in shipped() if moment.country in {"", country}]
