"""What an examination found."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    WELL = "well"
    NOTE = "note"  # worth knowing; nothing has to be done at once
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """`mend` says what to do about it, where there is something to do."""

    level: Level
    says: str
    mend: str = ""


def well(says: str) -> Finding:
    return Finding(Level.WELL, says)


def note(says: str, mend: str = "") -> Finding:
    return Finding(Level.NOTE, says, mend)


def wrong(says: str, mend: str) -> Finding:
    return Finding(Level.WRONG, says, mend)
