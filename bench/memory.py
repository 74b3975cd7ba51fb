"""How much memory each part holds: at rest, and at the height of a burst."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bench import network as networks
from bench.installation import Installation, installed
from bench.machine import Use, free_port, use_of
from bench.plan import at_once
from bench.report import Figure
from bench.run import publish

POSTS = 2_000


def memory() -> list[Figure]:
    """Each part alone on PostgreSQL, with one publisher; and the whole of `manage.py up` on SQLite at rest."""
    with networks.running() as network, installed(network, database="postgresql") as installation:
        installation.env["PORT"] = str(free_port())
        installation.start("web")
        installation.start("beat")
        installation.start_publishing(workers=1)
        resting = held(installation)
        with watched(installation) as highest:
            publish(installation, at_once(POSTS), at_most_s=180)
    return [*(of_part(name, rest, highest[name]) for name, rest in resting.items()), whole()]


def of_part(name: str, rest: Use, highest: Use) -> Figure:
    note = f"PSS {rest.pss_mb:.0f} MB; under a burst of {POSTS}: RSS {highest.rss_mb:.0f}, PSS {highest.pss_mb:.0f} MB"
    more = {"pss_mb": rest.pss_mb, "burst_rss_mb": highest.rss_mb, "burst_pss_mb": highest.pss_mb}
    return Figure(f"memory-{name}", rest.rss_mb, "MB", note=f"RSS at rest; {note}", more=more)


def whole() -> Figure:
    with networks.running() as network, installed(network, database="sqlite") as installation:
        installation.env["PORT"] = str(free_port())
        installation.start_all()
        time.sleep(15)
        use = use_of(installation.pids["all"])
        broker = use_of(installation.pids["broker"])
    note = "PSS of manage.py up at rest, its broker included: what parts share is counted once"
    return Figure("memory-whole", use.pss_mb + broker.pss_mb, "MB", note=note, more={"rss_mb": use.rss_mb + broker.rss_mb})


def held(installation: Installation) -> dict[str, Use]:
    return {name: use_of(pid) for name, pid in installation.pids.items()}


@contextmanager
def watched(installation: Installation) -> Iterator[dict[str, Use]]:
    """Yield the most that each part has held so far, looked at twice a second."""
    highest, over = held(installation), threading.Event()

    def watch() -> None:
        while not over.wait(0.5):
            for name, use in held(installation).items():
                highest[name] = max(highest[name], use, key=lambda one: one.rss_mb)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield highest
    finally:
        over.set()
        watcher.join()
