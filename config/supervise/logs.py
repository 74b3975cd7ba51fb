"""Each part's own log file, and which of its lines are shown on the terminal: warnings, errors, and what an exception says last."""

import re
import time
from pathlib import Path

LARGEST = 5_000_000
# Lines of ours ("[warning ] delivery.refused"), of JSON logs, of servers that do not use our logging.
PROBLEM = re.compile(
    r"^\d{4}-\d\d-\d\dT\S+ \[(warning|error|critical) *\]|\"level\": ?\"(warning|error|critical)\"|^(WARNING|ERROR|CRITICAL)\b"
)
SHOWN_AT_MOST, WITHIN_S = 12, 10.0


class Log:
    """A file that begins anew when it has become large; the one before is kept as NAME.1."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_name(f"{path.name}.1"))
        self._file = path.open("ab")
        self._rest = b""
        self._in_traceback = False
        self._shown = 0
        self._since = 0.0

    def take(self, chunk: bytes) -> list[str]:
        """The output is in the file. Return those of its lines that a person should see now."""
        self._file.write(chunk)
        self._file.flush()
        if self._file.tell() > LARGEST:
            self._begin_anew()
        *lines, self._rest = (self._rest + chunk).split(b"\n")
        return self._within_reason([text for line in lines if self._is_problem(text := line.decode(errors="replace").rstrip())])

    def last_lines(self, count: int = 12) -> list[str]:
        return self.path.read_text(encoding="utf-8", errors="replace").splitlines()[-count:]

    def close(self) -> None:
        self._file.close()

    def _begin_anew(self) -> None:
        self._file.close()
        self.path.replace(self.path.with_name(f"{self.path.name}.1"))
        self._file = self.path.open("ab")

    def _is_problem(self, line: str) -> bool:
        if line.startswith("Traceback (most recent call last)"):
            self._in_traceback = True
            return False
        if self._in_traceback:
            # The frames are indented; the first line that is not says what was raised.
            self._in_traceback = not line or line[0] in " +|"
            return not self._in_traceback
        return bool(PROBLEM.search(line))

    def _within_reason(self, lines: list[str]) -> list[str]:
        """A part in trouble may repeat itself thousands of times: show the first, and say where the others are."""
        if not lines:
            return []
        if time.monotonic() - self._since > WITHIN_S:
            self._since, self._shown = time.monotonic(), 0
        room = max(0, SHOWN_AT_MOST - self._shown)
        more = [f"and more: see {self.path}"] if len(lines) > room > 0 or (room and room == len(lines)) else []
        self._shown += len(lines)
        return [line[:400] for line in lines[:room]] + more
