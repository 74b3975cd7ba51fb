"""One started part: its process, its log, and what of it is shown.

Parts are forked, not started afresh: loading Django takes longer than everything else, and what is loaded once is shared in memory.
"""

import contextlib
import ctypes
import gc
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from config.supervise.logs import Log
from config.supervise.part import Part

STEADY_S = 60.0  # whoever lived this long starts again without waiting
SPARED = 5  # so many falls in a row cost no pause when the process had been ready: it was killed, it does not fail at its start
LONGEST_PAUSE_S = 30.0
LONGEST_WHEN_READY_S = 2.0
OURS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG, PR_SET_NAME = 1, 15
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


class Child:
    """A part and the process that is it at the moment, if any."""

    def __init__(self, part: Part, *, log: Log, note: Path) -> None:
        self.part, self.log = part, log
        self.note = note  # the file that says which process it is, for whoever wants to signal it
        self.pid = 0  # 0: no process
        self.pipe = -1  # what it writes; -1: closed
        self.code: int | None = None  # how the last process ended
        self.is_ready = False
        self.was_ever_ready = False
        self.falls = 0  # deaths in a row, each before it was steady
        self.start_at = 0.0  # monotonic, when there is no process
        self._started_at = 0.0

    def start(self, *, let_go: Callable[[], None]) -> None:
        """A process runs the part. `let_go` closes there what belongs to the supervisor alone."""
        self.pipe, writing = os.pipe()
        os.set_blocking(self.pipe, False)
        sys.stdout.flush()
        sys.stderr.flush()
        gc.freeze()  # the collector would write into every page that is shared
        supervisor = os.getpid()
        signal.pthread_sigmask(signal.SIG_BLOCK, OURS)
        self.pid = os.fork()
        if self.pid == 0:
            _become(self.part, writing, supervisor, let_go)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, OURS)
        os.close(writing)
        self._started_at, self.is_ready, self.code = time.monotonic(), False, None
        self.note.write_text(f"{self.pid}\n", encoding="ascii")

    def is_running(self) -> bool:
        if self.pid and self.code is None:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self.code = os.waitstatus_to_exitcode(status)
        return bool(self.pid) and self.code is None

    def fall(self) -> str:
        """The process that ended is forgotten and the next start is set. Return what to say about it."""
        is_steady = time.monotonic() - self._started_at > STEADY_S
        self.falls = 1 if is_steady else self.falls + 1
        waits = self.falls - (SPARED if self.is_ready else 1)
        longest = LONGEST_WHEN_READY_S if self.is_ready else LONGEST_PAUSE_S
        pause = 0.0 if waits <= 0 else min(longest, 2.0 ** (waits - 1))
        self.start_at = time.monotonic() + pause
        self.forget()
        self.is_ready = False
        assert self.code is not None
        cause = f"killed by {signal.Signals(-self.code).name}" if self.code < 0 else f"exit code {self.code}"
        return f"{self.part.name} has ended ({cause}); it starts again {f'in {pause:.0f} s' if pause else 'now'}"

    def forget(self) -> None:
        """The process that was this part is gone, and its number may soon be another's."""
        self.note.unlink(missing_ok=True)
        self.pid = 0

    def send(self, number: int) -> None:
        """The process gets the signal, if it runs."""
        if self.is_running():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def read(self) -> list[str]:
        """Return the lines to show of what the process has written since; all of it is in its log."""
        shown: list[str] = []
        with contextlib.suppress(BlockingIOError):
            while chunk := os.read(self.pipe, 65536):
                shown += self.log.take(chunk)
        return shown


def _become(part: Part, writing: int, supervisor: int, let_go: Callable[[], None]) -> None:
    """This forked process is the part, and ends when the part does."""
    code = 1
    try:
        os.setpgid(0, 0)  # Ctrl-C in the terminal is for the supervisor alone, which ends the others in order
        for number in OURS:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, OURS)
        let_go()
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        os.close(writing)
        sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
        if LIBC:  # the kernel is asked to kill us when the supervisor goes, however it goes
            LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            LIBC.prctl(PR_SET_NAME, f"c-{part.name}".encode())
        if os.getppid() == supervisor:
            part.run()
            code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001  nothing may escape into the supervisor's own frames
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
