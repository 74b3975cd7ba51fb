"""The supervisor's own worker processes, and signals to them. No other process is ever touched."""

import os
import signal
import subprocess
import threading
from pathlib import Path

from django.conf import settings

from accounts.problems import Refusal

PART = "publisher"


def all_of_them() -> list[int]:
    """Return the processes that send posts: noted by the supervisor that started us too, and its children like us."""
    notes = sorted((settings.HOME / "run").glob(f"{PART}*.pid"))
    return [pid for note in notes if (pid := _noted(note)) and is_ours(pid)]


def is_ours(pid: int) -> bool:
    """Return whether this is a worker that our own supervisor has forked. A number read from a file may be another's by now."""
    proc = Path(f"/proc/{pid}")
    if proc.parent.exists():
        try:
            name, rest = proc.joinpath("stat").read_text(encoding="utf-8", errors="replace").split("(", 1)[1].rsplit(")", 1)
        except (OSError, IndexError, ValueError):
            return False
        return name.startswith(f"c-{PART}") and int(rest.split()[1]) == os.getppid()
    told = subprocess.run(["ps", "-o", "ppid=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout.strip()
    return told.isdigit() and int(told) == os.getppid()


def kill() -> None:
    """The first worker is dead, in the middle of whatever it was doing. Raises Refusal when there is none at this moment."""
    _signal(_one(), signal.SIGKILL)


def freeze(*, seconds: float) -> None:
    """The first worker stands still for so long, and then goes on where it stood."""
    pid = _one()
    _signal(pid, signal.SIGSTOP)
    waking = threading.Timer(seconds, _signal, (pid, signal.SIGCONT))
    waking.daemon = True
    waking.start()


def _one() -> int:
    found = all_of_them()
    if not found:
        raise Refusal("break-it-no-worker", status=409)
    return found[0]


def _signal(pid: int, number: int) -> None:
    if is_ours(pid):
        os.kill(pid, number)


def _noted(note: Path) -> int:
    try:
        return int(note.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0
