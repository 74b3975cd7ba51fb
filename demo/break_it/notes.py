"""What has to be remembered of the running experiment, in a file: which run it is, and what was done to it."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

KEPT = 200  # events
_lock = threading.Lock()


@dataclass
class Blow:
    """A trouble that struck, and what was under way at that moment (ids of deliveries)."""

    kind: str
    at: str
    hands: list[str] = field(default_factory=list)
    is_back: bool = False  # the worker is
    is_settled: bool = False  # everything that was under way has come to an end


@dataclass
class Notes:
    """`seq`: the sandbox's newest entry before the run. `looked`: deliveries whose answer was lost at some time."""

    run: int = 0
    seq: int = 0
    planned: int = 0
    begins_at: str = ""
    ends_at: str = ""
    blows: list[Blow] = field(default_factory=list)
    looked: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    out_of: list[str] = field(default_factory=list)  # channels whose sign-in is lost
    is_over_told: bool = False
    events: list[dict[str, Any]] = field(default_factory=list)

    def tell(self, code: str, *, at: datetime, **params: int | str | float) -> None:
        """An event is on the list. `code` is put into words by the web app."""
        number = self.events[-1]["number"] + 1 if self.events else 1
        self.events = [*self.events, {"number": number, "at": at.isoformat(), "code": code, "params": params}][-KEPT:]


@contextmanager
def changing() -> Iterator[Notes]:
    """Yield the notes, alone with them; what has changed is kept when nothing was raised."""
    with _lock:
        notes = _read()
        before = asdict(notes)
        yield notes
        if asdict(notes) != before:
            _write(notes)


def _file() -> Path:
    path: Path = settings.HOME / "break-it.json"
    return path


def _read() -> Notes:
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
        return Notes(**{**kept, "blows": [Blow(**blow) for blow in kept["blows"]]})
    except (OSError, ValueError, TypeError, KeyError):
        return Notes()


def _write(notes: Notes) -> None:
    fresh = _file().with_suffix(".new")
    fresh.write_text(json.dumps(asdict(notes)), encoding="utf-8")
    fresh.replace(_file())
