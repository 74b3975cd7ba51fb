"""The promise of the README: clone, `make run`, and it is there; Ctrl-C, and it is gone."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIRST_START_S = 600
WARM_START_S = 60

pytestmark = pytest.mark.fresh


def free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def environment(ports: list[int]) -> dict[str, str]:
    """Return what a newcomer's terminal has, without what these tests have set for themselves."""
    ours = ("CARILLON_", "DJANGO_", "DATABASE_", "REDIS_")
    knobs = dict(zip(("PORT", "SANDBOX_PORT", "SANDBOX_SMTP_PORT"), map(str, ports), strict=True))
    return {**{name: value for name, value in os.environ.items() if not name.startswith(ours)}, **knobs}


class Started:
    """`make run` in the clone, in a session of its own, as in a terminal."""

    def __init__(self, clone: Path, ports: list[int]) -> None:
        self.port, self.said = ports[0], clone.parent / "said"
        self._file = self.said.open("ab")
        second = subprocess.run(["make", "run"], cwd=clone, env=environment(ports), capture_output=True, text=True, check=False)

    assert second.returncode != 0
    assert "already running" in second.stderr

    os.kill(running.processes()["c-publisher"], signal.SIGKILL)
    until = time.monotonic() + 30
    while "publisher has ended (killed by SIGKILL)" not in running.said.read_text() and time.monotonic() < until:
        time.sleep(0.1)
    running.wait_until_green(WARM_START_S)
    assert "publisher has ended (killed by SIGKILL)" in running.said.read_text()

    asked = time.monotonic()
    running.ctrl_c()
    assert time.monotonic() - asked < 15
    assert running.processes() == {}

    running = start(ports)
    warm_s = running.wait_until_green(WARM_START_S)
    assert running.process.poll() is None
    running.ctrl_c()
    assert running.processes() == {}
    with capsys.disabled():
        print(f"\nfresh clone to green: {first_s:.1f} s; warm start to green: {warm_s:.1f} s")
