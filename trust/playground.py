"""The sandbox as a process of this run: the networks, and the ledger that is the judge."""

import http.client
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trust.ground import ROOT


@dataclass
class Playground:
    home: Path
    port: int
    smtp_port: int
    process: subprocess.Popen[bytes]

    @classmethod
    def start(cls, home: Path, *, port: int, smtp_port: int) -> "Playground":
        """It answers."""
        home.mkdir(parents=True, exist_ok=True)
        environment = {
            **os.environ,
            "SANDBOX_HOME": str(home),
            "SANDBOX_PORT": str(port),
            "SANDBOX_SMTP_PORT": str(smtp_port),
            "SANDBOX_URL": f"http://localhost:{port}",
            "SANDBOX_HOST": "127.0.0.1",
        }
        with (home / "sandbox.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "sandbox"], cwd=ROOT, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        made = cls(home=home, port=port, smtp_port=smtp_port, process=process)
        ends = time.monotonic() + 20
        while True:
            try:
                made.control("settings")
            except OSError:
                if time.monotonic() > ends or process.poll() is not None:
                    raise RuntimeError((home / "sandbox.log").read_text()) from None
                time.sleep(0.05)
            else:
                return made

    def control(self, path: str, body: Any = None, *, method: str = "") -> Any:
        """Call /control/{path}: POST with a body, GET without. Raises ValueError on a refusal."""
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            said = None if body is None else json.dumps(body)
            asking.request(method or ("GET" if body is None else "POST"), f"/control/{path}", said, {"Content-Type": "application/json"})
            answer = asking.getresponse()
            read = json.loads(answer.read())
        finally:
            asking.close()
        if answer.status >= 400:
            raise ValueError(f"{path}: {read}")
        return read

    def accounts(self, network: str, count: int) -> list[dict[str, str]]:
        """Make so many accounts; return each with a token."""
        made = self.control("accounts", [{"network": network, "name": f"{network} {n}", "handle": f"trust{n:04d}"} for n in range(count)])
        return [{"network": network, "id": one["id"], "handle": one["handle"], "token": self.grant(network, one["id"])} for one in made]

    def grant(self, network: str, account: str) -> str:
        return str(self.control("grant", {"network": network, "account": account})["access_token"])

    def ledger(self) -> list[dict[str, Any]]:
        """Return what the networks accepted as visible, oldest first."""
        rows: list[dict[str, Any]] = self.control("ledger?operation=create")
        return rows

    def faults(self) -> int:
        """Return how many calls met a trouble."""
        return sum(row["n"] for row in self.control("tally") if row["fault"])

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
