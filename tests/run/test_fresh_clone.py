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
        env = environment(ports)
        self.process = subprocess.Popen(["make", "run"], cwd=clone, env=env, stdout=self._file, stderr=self._file, start_new_session=True)

    def healthz(self) -> tuple[int, dict[str, Any]]:
        try:
            with urllib.request.urlopen(f"http://localhost:{self.port}/healthz", timeout=5) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)
        except OSError:
            return 0, {}

    def wait_until_green(self, patience_s: float) -> float:
        """Return how long it took."""
        began = time.monotonic()
        while (last := self.healthz())[0] != 200:
            assert self.process.poll() is None, f"make run has ended:\n{self.said.read_text()}"
            assert time.monotonic() - began < patience_s, f"not green: {last}\n{self.said.read_text()}"
            time.sleep(0.1)
        return time.monotonic() - began

    def processes(self) -> dict[str, int]:
        """Return the parts that run, by name: each is named c-PART by the supervisor."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                name, environment = (folder / "comm").read_text().strip(), (folder / "environ").read_bytes()
            except OSError:
                continue
            if f"PORT={self.port}\0".encode() in b"\0" + environment:
                found[name] = int(folder.name)
        return found

    def ctrl_c(self) -> None:
        """The terminal sends it to all of its foreground group; make, the supervisor."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(30)

    def close(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self._file.close()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    folder = tmp_path / "carillon"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    return folder


@pytest.fixture
def start(clone: Path) -> Iterator[Any]:
    all_started: list[Started] = []

    def begin(ports: list[int]) -> Started:
        all_started.append(Started(clone, ports))
        return all_started[-1]

    yield begin
    for one in all_started:
        one.close()


def test_a_fresh_clone_runs_heals_and_ends(start, clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ports = free_ports(3)
    running = start(ports)
    first_s = running.wait_until_green(FIRST_START_S)

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
