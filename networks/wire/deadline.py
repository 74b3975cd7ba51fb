"""Until when the first byte of a request may be written, and for how long the whole call may last."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime

from networks.contract import Limit, NotSent

# CLOCK_BOOTTIME goes on while the machine sleeps, which CLOCK_MONOTONIC does not on Linux: a laptop woken after an hour is late.
_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)

TOTAL_S = 25.0


def clock() -> float:
    """Return seconds on the clock that deadlines are set on."""
    return time.clock_gettime(_CLOCK)


def _always() -> bool:
    return True


@dataclass
class Window:
    """Leave to send. `written_at` is when the first byte of the latest request was handed to the kernel."""

    until: float | None = None
    allowed: Callable[[], bool] = _always
    total_s: float = TOTAL_S
    written_at: datetime | None = None
    _heard: dict[str, Limit] = field(default_factory=dict)

    @property
    def limits(self) -> tuple[Limit, ...]:
        """What the network said of its allowances on every answer since, also on refusals: of each kind the one that binds longest."""
        return tuple(self._heard.values())

    def learn(self, limits: Iterable[Limit]) -> None:
        """Keep what an answer said. Each endpoint has a window of its own, so the worst of several calls counts."""
        for limit in limits:
            known = self._heard.get(limit.what)
            if known is None or (limit.until, limit.share_used) > (known.until, known.share_used):
                self._heard[limit.what] = limit

    def check(self) -> None:
        """Stand directly before the bytes. Raises NotSent when the deadline is past or the leave was withdrawn."""
        if not self.allowed():
            raise NotSent("leave-withdrawn")
        if self.until is not None and clock() > self.until:
            raise NotSent("deadline-missed")
        self.written_at = datetime.now(UTC)


_window: ContextVar[Window | None] = ContextVar("window", default=None)


def current() -> Window:
    """Return the window of this thread, one without a deadline when nobody set any."""
    return _window.get() or Window()


@contextmanager
def sending(*, until: float | None, allowed: Callable[[], bool] = _always, total_s: float = TOTAL_S) -> Iterator[Window]:
    """Let the calls made inside write their first byte until then (on `clock()`), and only while `allowed()` says so.

    `allowed` is asked just before the deadline is looked at: the owner of a lock answers whether it still holds it.
    """
    window = Window(until=until, allowed=allowed, total_s=total_s)
    token = _window.set(window)
    try:
        yield window
    finally:
        _window.reset(token)
