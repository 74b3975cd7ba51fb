"""The instants of a process: before and after each effect it has on the world. Effects are commits and bytes on the wire."""

import os
import threading
from typing import Any

KILLED = 9
_lock = threading.Lock()
_count = 0
_dies_at = 0  # 0: never


def arm(dies_at: int) -> None:
    """Count from here; the process ends at that instant, without a word."""
    global _count, _dies_at
    _count, _dies_at = 0, dies_at


def counted() -> int:
    return _count


def instant() -> None:
    global _count
    with _lock:
        _count += 1
        if _count == _dies_at:
            os._exit(KILLED)


def watch() -> None:
    """Every commit, every statement outside of a transaction that writes, and every byte to a network is an effect from now on."""
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.utils import CursorWrapper

    from networks.wire.connection import _Careful

    commit, execute, send, answer = BaseDatabaseWrapper._commit, CursorWrapper.execute, _Careful.send, _Careful.getresponse  # type: ignore[attr-defined]

    def watched_commit(self: Any) -> Any:
        instant()
        done = commit(self)
        instant()
        return done

    def watched_execute(self: Any, sql: Any, params: Any = None) -> Any:
        writes = not self.db.in_atomic_block and str(sql).lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE")
        if writes:
            instant()
        done = execute(self, sql, params)
        if writes:
            instant()
        return done

    def watched_send(self: Any, data: Any) -> None:
        instant()
        send(self, data)
        instant()

    def watched_answer(self: Any) -> Any:
        heard = answer(self)
        instant()
        return heard

    BaseDatabaseWrapper._commit = watched_commit  # type: ignore[attr-defined]
    CursorWrapper.execute = watched_execute  # type: ignore[method-assign]
    _Careful.send = watched_send  # type: ignore[method-assign]
    _Careful.getresponse = watched_answer  # type: ignore[method-assign]
