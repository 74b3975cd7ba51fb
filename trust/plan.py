"""What was planned, as the judge knows it: each visible part of each post carries a mark that says which it is."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

MARK = re.compile(r"\[(\d{6})/(\d)\]")


@dataclass(frozen=True)
class Planned:
    """One placement; `parts` is how many posts it becomes (a thread has more than one)."""

    number: int
    placement: str  # hex
    network: str
    account: str
    parts: int
    at: float  # epoch seconds


def mark(number: int, part: int) -> str:
    return f"[{number:06d}/{part}]"


def marked(text: str) -> tuple[int, int] | None:
    """Return the number and part a text carries, None for a text that is not ours."""
    found = MARK.findall(text)
    return (int(found[-1][0]), int(found[-1][1])) if found else None


def read(path: Path) -> list[Planned]:
    return [Planned(**one) for one in json.loads(path.read_text())]
