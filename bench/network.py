"""The responder as the benchmarks use it: started on a free port, asked what came, ended."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import requests

from bench.call import Call
from bench.machine import ROOT, free_port

LATENCY_MS = 200


@dataclass
class Network:
    """A running responder; `url` is the base of both networks."""

    url: str
    pid: int

    def ask(self, what: str) -> Any:
        return requests.get(f"{self.url}/_/{what}", timeout=60).json()

    def forget(self) -> None:
        self.ask("forget")

    def count(self) -> int:
        """Return how many visible posts have arrived."""
        return int(self.ask("count"))

    def calls(self) -> list[Call]:
        return [Call(**call) for call in self.ask("arrivals")]

    def posts(self) -> list[Call]:
        """Return the visible posts in the order they arrived."""
        return sorted(call for call in self.calls() if call.is_visible)

    def cpu_s(self) -> float:
        return float(self.ask("cost")["cpu_s"])


@contextmanager
def running(*, latency_ms: int = LATENCY_MS) -> Iterator[Network]:
    """Both networks answer on this machine until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "bench.responder", str(port), str(latency_ms)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    try:
        assert process.stdout
        process.stdout.readline()
        yield Network(url=f"http://127.0.0.1:{port}", pid=process.pid)
    finally:
        process.kill()
        process.wait()
