"""Save answers in groups: many threads wait for networks, one writes what they heard. A commit for each would cost more than the call.

Nothing is said to be saved before its transaction has committed. A database that is away is waited for: an answer that is not
saved costs a look at the network, and a person's patience.
"""

import os
import queue
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from scheduler.delivery import rows
from scheduler.delivery.models import Attempt
from scheduler.delivery.shift import Change, shift_all

log = structlog.get_logger()
AT_ONCE = 200
PATIENCE_S = 60.0


@dataclass
class Entry:
    """One answer: the attempt it belongs to, the change it means, and the intent of the call that follows, if any."""

    attempt: Attempt
    change: Change
    intent: Attempt | None = None
    saved: "Future[bool]" = field(default_factory=Future)


class Scribe:
    def __init__(self) -> None:
        self.pid = os.getpid()
        self._waiting: queue.SimpleQueue[Entry | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write_on, name="scribe", daemon=True)
        self._thread.start()

    def write(self, entry: Entry) -> "Future[bool]":
        """Return the promise of whether the change was made; False means that somebody else has the delivery."""
        self._waiting.put(entry)
        return entry.saved

    def close(self) -> None:
        """Everything handed in before is saved."""
        self._waiting.put(None)
        self._thread.join()

    def _write_on(self) -> None:
        ended = False
        while not ended:
            entries = [self._waiting.get()]
            while len(entries) < AT_ONCE and not self._waiting.empty():
                entries.append(self._waiting.get())
            ended = None in entries
            self._save([entry for entry in entries if entry is not None])
            if self._waiting.empty():
                connection.close()

    def _save(self, entries: Sequence[Entry]) -> None:
        ends = time.monotonic() + PATIENCE_S
        while entries:
            try:
                saved = save(entries, now=timezone.now())
            except (OperationalError, InterfaceError) as error:
                connection.close()
                if time.monotonic() > ends:
                    return _failed(entries, error)
                log.warning("answers.database_away", error=type(error).__name__)
                time.sleep(0.3)
            except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to one of them: which?
                connection.close()
                if len(entries) == 1:
                    return _failed(entries, error)
                for entry in entries:
                    self._save([entry])
                return None
            else:
                for entry, was_made in zip(entries, saved, strict=True):
                    entry.saved.set_result(was_made)
                return None
        return None


def save(entries: Sequence[Entry], *, now: datetime) -> list[bool]:
    """Return for each whether its change was made; what was answered is on record in any case."""
    with scopes_disabled(), transaction.atomic():
        rows.swap(
            Attempt,
            known=(),
            new=("answered_at", "written_at", "outcome", "code", "detail"),
            rows=[(a.pk, a.answered_at, a.written_at, a.outcome, a.code, a.detail) for a in (entry.attempt for entry in entries)],
        )
        made = shift_all([entry.change for entry in entries], now=now)
        Attempt.objects.bulk_create(
            [entry.intent for entry, was_made in zip(entries, made, strict=True) if was_made and entry.intent is not None]
        )
    return made


def _failed(entries: Sequence[Entry], error: Exception) -> None:
    log.error("answers.not_saved", deliveries=[str(entry.change.delivery.pk) for entry in entries], error=type(error).__name__)
    for entry in entries:
        entry.saved.set_exception(error)


_mine: Scribe | None = None
_making = threading.Lock()


def mine() -> Scribe:
    """Return this process's scribe; a fork gets its own."""
    global _mine
    with _making:
        if _mine is None or _mine.pid != os.getpid():
            _mine = Scribe()
        return _mine


def close() -> None:
    """Everything this process was told is saved."""
    global _mine
    with _making:
        if _mine is not None and _mine.pid == os.getpid():
            _mine.close()
        _mine = None
