"""The ceilings of the law: templates.json, read once. An amount may hang on the number of voters. Pure but for that file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from campaigns.budget.money import divided

FILE = Path(__file__).parent / "templates.json"


@dataclass(frozen=True)
class Slice:
    """Each voter up to that number counts so many thousandths of a cent."""

    up_to: int | None
    thousandths: int


@dataclass(frozen=True)
class Template:
    id: str
    country: str
    name: Mapping[str, str] = field(hash=False)
    starts_on: date
    ends_on: date
    base_cents: int
    source: str
    source_url: str
    status: str = "in-force"
    per_voter: tuple[Slice, ...] = ()
    online_permille: int | None = None  # at most so much of it for paid reach online

    @property
    def needs_voters(self) -> bool:
        return bool(self.per_voter)

    def cap(self, voters: int = 0) -> int:
        """Return the ceiling in cents for so many registered voters: the base, and each slice of them at its own rate."""
        thousandths, counted = 0, 0
        for each in self.per_voter:
            until = voters if each.up_to is None else min(voters, each.up_to)
            thousandths += max(0, until - counted) * each.thousandths
            counted = max(counted, until)
        return self.base_cents + divided(thousandths, 1000)


@cache
def templates() -> tuple[Template, ...]:
    return tuple(_template(raw) for raw in _read()["ceilings"])


def instead_of(template: str) -> tuple[str, ...]:
    """Return which ceilings stand in the list in the place of this one: it was for several regions, whose limits are not the same."""
    return tuple(_read()["divided"].get(template, ()))


@cache
def _read() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return read


def _template(raw: dict[str, Any]) -> Template:
    days = {name: date.fromisoformat(raw[name]) for name in ("starts_on", "ends_on")}
    return Template(**{**raw, **days, "per_voter": tuple(Slice(**each) for each in raw.get("per_voter", ()))})
