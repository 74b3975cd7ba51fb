"""The threads of a process that wait for networks. Whoever brings work waits until there is room, so that messages stay with the broker."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import structlog
from django.conf import settings
from django.db import connection
from django_scopes import scopes_disabled

from scheduler.delivery import owners, scribe

log = structlog.get_logger()


class Sender:
    def __init__(self, threads: int) -> None:
        self.pid, self.threads = os.getpid(), threads
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="send")
        self._free = threads
        self._room = threading.Condition()

    @contextmanager
    def room(self, wanted: int) -> Iterator["Room"]:
        """Wait for so many free threads; those that are not used are given back."""
        with self._room:
            self._room.wait_for(lambda: self._free >= min(wanted, self.threads))
            self._free -= wanted
        room = Room(self, wanted)
        try:
            yield room
        finally:
            self.give_back(room.left)

    def give_back(self, count: int) -> None:
        with self._room:
            self._free += count
            self._room.notify_all()

    def run(self, work: Callable[[], None]) -> None:
        self._pool.submit(self._carry_out, work)

    def _carry_out(self, work: Callable[[], None]) -> None:
        try:
            with scopes_disabled():
                work()
        except Exception:  # a thread's edge; the lease brings the delivery back
            log.exception("delivery.broken_off")
        finally:
            if connection.connection is not None:
                connection.close()
            self.give_back(1)

    def close(self) -> None:
        """What is on its way has arrived and is saved."""
        self._pool.shutdown(wait=True)


class Room:
    def __init__(self, sender: Sender, left: int) -> None:
        self._sender, self.left = sender, left

    def run(self, work: Callable[[], None]) -> None:
        self.left -= 1
        self._sender.run(work)


_mine: Sender | None = None
_making = threading.Lock()


def mine() -> Sender:
    """Return this process's threads; a fork gets its own."""
    global _mine
    with _making:
        if _mine is None or _mine.pid != os.getpid():
            _mine = Sender(settings.SEND_THREADS)
        return _mine


def close() -> None:
    """This process has nothing on its way any more, and all of it is saved. Call it before the process ends."""
    global _mine
    with _making:
        if _mine is not None and _mine.pid == os.getpid():
            _mine.close()
        _mine = None
    scribe.close()
    owners.close()
