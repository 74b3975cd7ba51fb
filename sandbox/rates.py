"""Fixed windows of calls, counted in memory: who called what how often since the window began."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Count:
    """One window after a call. `reset_ms` is when it starts anew; a call is over the limit when used > limit."""

    limit: int
    used: int
    reset_ms: int

    @property
    def remaining(self) -> int:
        return max(0, self.limit - self.used)

    @property
    def is_over(self) -> bool:
        return self.used > self.limit


class Windows:
    """Counters by key. A window opens with its first call."""

    def __init__(self) -> None:
        self._windows: dict[tuple[str, ...], tuple[int, int]] = {}

    def count(self, key: tuple[str, ...], *, limit: int, length_ms: int, now_ms: int) -> Count:
        """Count one call and return the window after it."""
        began, used = self._windows.get(key, (now_ms, 0))
        if not began <= now_ms < began + length_ms:
            began, used = now_ms, 0
        used = min(used + 1, limit + 1)
        self._windows[key] = (began, used)
        return Count(limit=limit, used=used, reset_ms=began + length_ms)

    def forget(self) -> None:
        """Empty every window."""
        self._windows.clear()
