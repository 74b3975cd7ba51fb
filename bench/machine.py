"""What the benchmarks ask of the machine: free ports, processes with a log, what a process has used."""

import os
import platform
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """Return a port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def process(command: list[str], *, env: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The command runs, in a session of its own, until the block ends."""
    with log.open("ab") as out:
        started = subprocess.Popen(command, cwd=ROOT, env=dict(env), stdout=out, stderr=out, start_new_session=True)
    try:
        yield started
    finally:
        end(started)


def end(started: "subprocess.Popen[bytes]", *, patience_s: float = 8.0) -> None:
    """The process and what it started are gone."""
    started.send_signal(signal.SIGTERM)
    try:
        started.wait(patience_s)
    except subprocess.TimeoutExpired:
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()


def wait_for(done: Callable[[], bool], *, at_most_s: float, what: str, every_s: float = 0.2) -> None:
    """It is done. Raises TimeoutError that says what was waited for."""
    ends = time.monotonic() + at_most_s
    while not done():
        if time.monotonic() > ends:
            raise TimeoutError(f"{what}: not within {at_most_s:.0f} s")
        time.sleep(every_s)


@dataclass(frozen=True)
class Use:
    """What a process has used: CPU seconds since its start, and memory now, its own and its share of what is shared."""

    cpu_s: float
    rss_mb: float
    pss_mb: float


def use_of(pid: int) -> Use:
    """Return what the process and all below it have used so far."""
    cpu = rss = pss = 0.0
    for one in (pid, *below(pid)):
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            memory = Path(f"/proc/{one}/smaps_rollup").read_text()
        except (OSError, IndexError):
            continue
        cpu += (int(fields[11]) + int(fields[12])) / TICKS
        rss += _kilobytes(memory, "Rss:") / 1024
        pss += _kilobytes(memory, "Pss:") / 1024
    return Use(cpu_s=cpu, rss_mb=rss, pss_mb=pss)


def below(pid: int) -> list[int]:
    """Return the children of a process, and theirs."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            mine = [int(child) for child in task.read_text().split()]
        except OSError:
            continue
        for child in mine:
            found += [child, *below(child)]
    return found


def _kilobytes(text: str, name: str) -> int:
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith(name)), 0)


def described() -> dict[str, str | int]:
    """Return what a reader of the figures must know of this machine."""
    model = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), platform.processor()
    )
    memory = _kilobytes("\n".join(_lines("/proc/meminfo")), "MemTotal:") // 1024
    return {
        "cores": len(os.sched_getaffinity(0)),
        "cpu": model,
        "memory_mb": memory,
        "kernel": platform.release(),
        "python": platform.python_version(),
    }


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []
