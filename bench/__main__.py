"""`make bench`, or `make bench ONLY=burst,steady`: measure, print a table and lines, write bench/results.json."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from bench import machine, report
from bench.burst import Void, burst, burst_embedded
from bench.calendar import calendar
from bench.dragging import dragging
from bench.importing import importing
from bench.library import library
from bench.lighthouse import lighthouse
from bench.memory import memory
from bench.postgres import NotHere
from bench.punctuality import on_time, steady
from bench.report import Figure
from bench.scale import scale

ALL: dict[str, Callable[[], list[Figure]]] = {
    "burst": burst,
    "burst-embedded": burst_embedded,
    "steady": steady,
    "on-time": on_time,
    "calendar": calendar,
    "dragging": dragging,
    "library": library,
    "lighthouse": lighthouse,
    "importing": importing,
    "memory": memory,
    "scale": scale,
}


def main(wanted: list[str]) -> int:
    """Return 0 when all that was wanted could be measured, whatever the figures say."""
    if unknown := set(wanted) - set(ALL):
        print(f"Not a benchmark: {', '.join(sorted(unknown))}. There are: {', '.join(ALL)}.")
        return 2
    about = {**machine.described(), "commit": commit(), "at": f"{datetime.now(UTC):%Y-%m-%dT%H:%MZ}"}
    print(", ".join(f"{name} {value}" for name, value in about.items()), flush=True)
    figures, failed = [], []
    for name in wanted or ALL:
        began = time.monotonic()
        try:
            measured = ALL[name]()
        except (Void, NotHere, TimeoutError, RuntimeError) as error:
            print(f"  {name:<16} could not be measured: {error}", flush=True)
            failed.append(name)
            continue
        figures += measured
        report.write(measured, about=about)
        print(f"  {name:<16} {time.monotonic() - began:5.0f} s", flush=True)
    print(f"\n{report.table(figures)}\n")
    for figure in figures:
        print(figure.line())
    return 1 if failed else 0


def commit() -> str:
    asked = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=machine.ROOT, capture_output=True, text=True)
    return asked.stdout.strip() or "unknown"


def give_up(*_: object) -> None:
    sys.exit("Stopped.")  # an exception: what was started is ended


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, give_up)
    sys.exit(main([name for words in sys.argv[1:] for name in words.split(",") if name]))
