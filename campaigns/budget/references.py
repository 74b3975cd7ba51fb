"""Published figures to compare with, each with its source and whether it was checked: references.json, read once.

To amend one, edit that file.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "references.json"
VERIFIED, AS_GIVEN = "verified", "as-given"
STATUSES = (VERIFIED, AS_GIVEN)
UNITS = ("permille", "cents", "posts-a-week")


@dataclass(frozen=True)
class Reference:
    id: str
    what: Mapping[str, str] = field(hash=False)  # language → words
    period: str
    unit: str
    value: int
    status: str
    source: str
    source_url: str = ""
    most: int | None = None  # the upper end, where the source gives a range
    currency: str = ""
    note: Mapping[str, str] = field(default_factory=dict, hash=False)
    checked_on: date | None = None

    @staticmethod
    def said(words: Mapping[str, str], language: str) -> str:
        return words.get(language, words.get("en", ""))


class BadReference(ValueError):
    """The file says something that cannot be shown; the message names the figure."""


@cache
def references() -> tuple[Reference, ...]:
    """Return every figure, in the order of the file. Raises BadReference."""
    return tuple(_reference(raw) for raw in json.loads(FILE.read_text("utf-8"))["figures"])


def _reference(raw: dict[str, object]) -> Reference:
    day = raw.get("checked_on")
    try:
        figure = Reference(**{**raw, "checked_on": date.fromisoformat(str(day)) if day else None})  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise BadReference(f"{raw.get('id', '?')}: {error}") from error
    if figure.status not in STATUSES or figure.unit not in UNITS or "en" not in figure.what:
        raise BadReference(f"{figure.id}: status is one of {STATUSES}, unit one of {UNITS}; it needs English words")
    return figure
