"""Who may have a call on its way: each process that sends holds a lock for as long as it lives, and only a free lock says that it is gone.

Time alone cannot say so: a process that was frozen for a minute goes on where it stood. On PostgreSQL the lock is a session's
advisory lock on a connection of its own; on SQLite an flock on a file that was opened after the fork (lockf would vanish as soon as
the process closes any other descriptor of that file). Who loses the lock sends nothing more.
"""

import fcntl
import os
import threading
import uuid
from pathlib import Path
from typing import Any

import psycopg
import structlog
from django.conf import settings
from django.db import OperationalError, connection, transaction

from networks.wire.deadline import clock

log = structlog.get_logger()
CHECK_S = 1.0
SURE_S = 4.0  # so long after the last sign that the lock is held, nothing is sent; well below any lease


class Owner:
    """This process's lock. `holds` is asked directly before the bytes of a call (networks/wire/deadline.py)."""

    def __init__(self) -> None:
        self.id = uuid.uuid4().hex
        self.pid = os.getpid()
        self._lock = _PostgresLock(self.id) if connection.vendor == "postgresql" else _FileLock(self.id)
        self._is_lost = False
        self._ended = threading.Event()
        self._seen_at = clock()
        threading.Thread(target=self._watch, name="owner", daemon=True).start()

    def holds(self) -> bool:
        return not self._is_lost and clock() - self._seen_at < SURE_S

    def is_lost(self) -> bool:
        return self._is_lost

    def let_go(self) -> None:
        """This process sends nothing more under this name; whatever is not saved is looked for."""
        self._is_lost = True
        self._ended.set()
        self._lock.let_go()

    def _watch(self) -> None:
        while not self._ended.wait(CHECK_S):
            asked_at = clock()
            if not self._lock.is_held():
                self._is_lost = True
                log.warning("owner.lock_lost", owner=self.id)
                return
            self._seen_at = asked_at


class _FileLock:
    def __init__(self, owner: str) -> None:
        path = _file(owner)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_suffix(".new")
        self._file = fresh.open("w")
        fcntl.flock(self._file, fcntl.LOCK_EX)
        fresh.rename(path)  # it never stands there unlocked

    def is_held(self) -> bool:
        return True  # the kernel takes it away with the process, not before

    def let_go(self) -> None:
        self._file.close()


class _PostgresLock:
    def __init__(self, owner: str) -> None:
        try:
            self._connection = psycopg.connect(**_params(), autocommit=True)
            self._connection.execute("SELECT pg_advisory_lock(%s)", [_key(owner)])
        except psycopg.Error as error:
            raise OperationalError(*error.args) from error

    def is_held(self) -> bool:
        try:
            self._connection.execute("SELECT 1")
        except psycopg.Error:
            return False
        return True

    def let_go(self) -> None:
        self._connection.close()


_mine: Owner | None = None
_making = threading.Lock()


def mine() -> Owner:
    """Return this process's owner; a new one after a fork, or when the lock was lost with the database. Raises OperationalError."""
    global _mine
    with _making:
        if _mine is None or _mine.is_lost() or _mine.pid != os.getpid():
            _mine = Owner()
        return _mine


def close() -> None:
    """This process has nothing on its way any more."""
    global _mine
    with _making:
        if _mine is not None and _mine.pid == os.getpid():
            _mine.let_go()
        _mine = None


def is_gone(owner: str) -> bool:
    """Return whether the process that called itself so has surely ended (or, on PostgreSQL, lost its connection and with it its leave)."""
    if not owner:
        return True
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_key(owner)])
            return bool(cursor.fetchone()[0])
    return _is_free(_file(owner))


def sweep_files() -> None:
    """Lock files of processes that have ended are gone."""
    for path in (settings.HOME / "owners").glob("*.lock"):
        if _is_free(path):
            path.unlink(missing_ok=True)


def _is_free(path: Path) -> bool:
    try:
        with path.open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return True
    except BlockingIOError:
        return False
    return True


def _file(owner: str) -> Path:
    folder: Path = settings.HOME / "owners"
    return folder / f"{owner}.lock"


def _key(owner: str) -> int:
    """Return the owner as the signed 64 bits that PostgreSQL's locks are named by."""
    return int.from_bytes(bytes.fromhex(owner[:16]), signed=True)


def _params() -> dict[str, Any]:
    """Return how to connect outside of Django's pool: a pooled connection may be closed, or handed to another thread, at any time."""
    params: dict[str, Any] = connection.get_connection_params()
    ours = {"host", "port", "user", "password", "dbname", "connect_timeout"}
    return {name: value for name, value in params.items() if name in ours or name.startswith("ssl")}
