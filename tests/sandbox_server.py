"""The real sandbox in a process of its own, for any suite: `SandboxServer.start(home)`."""

import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).resolve().parent.parent
APP_ID, APP_SECRET = "sandbox-app", "sandbox-secret"


def free_port() -> int:
    """Return a port that was free a moment ago."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@dataclass
class SandboxServer:
    """One running sandbox."""

    home: Path
    port: int
    smtp_port: int
    process: subprocess.Popen[bytes]
    environment: dict[str, str]

    @classmethod
    def start(cls, home: Path, *, port: int = 0, smtp_port: int = 0, **environment: str) -> "SandboxServer":
        """Start on free ports and return when it answers. More variables of its environment may be given by name."""
        port, smtp_port = port or free_port(), smtp_port or free_port()
        home.mkdir(parents=True, exist_ok=True)
        whole = {
            **os.environ,
            "SANDBOX_HOME": str(home),
            "SANDBOX_PORT": str(port),
            "SANDBOX_SMTP_PORT": str(smtp_port),
            "SANDBOX_URL": f"http://localhost:{port}",
            "SANDBOX_APP_ID": APP_ID,
            "SANDBOX_APP_SECRET": APP_SECRET,
            **environment,
        }
        with (home / "sandbox.log").open("ab") as log:
            process = subprocess.Popen([sys.executable, "-m", "sandbox"], cwd=ROOT, env=whole, stdout=log, stderr=log)
        server = cls(home=home, port=port, smtp_port=smtp_port, process=process, environment=environment)
        server._wait()
        return server

    def _wait(self) -> None:
        ends = time.monotonic() + 15
        while time.monotonic() < ends:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.02)
        log = (self.home / "sandbox.log").read_text()
        self.stop()
        raise RuntimeError(f"the sandbox did not start:\n{log}")

    @property
    def base(self) -> str:
        return f"http://localhost:{self.port}"

    def url(self, slug: str) -> str:
        """Return the base address of one network: facebook, instagram or twitter."""
        return f"{self.base}/{slug}"

    def control(self, path: str, json: Any = None, *, method: str = "") -> Any:
        """Call /control/{path}: POST with a body, GET without. Raises on a refusal."""
        answer = requests.request(
            method or ("GET" if json is None else "POST"), f"{self.base}/control/{path.lstrip('/')}", json=json, timeout=10
        )
        if answer.status_code >= 400:
            raise ValueError(f"{path}: {answer.text}")
        return answer.json()

    def account(self, network: str, name: str, handle: str) -> dict[str, Any]:
        """Make a fictional account."""
        made: dict[str, Any] = self.control("accounts", [{"network": network, "name": name, "handle": handle}])[0]
        return made

    def grant(self, network: str, account: str, scopes: list[str] | None = None) -> dict[str, Any]:
        """Return the network's own token answer for an account."""
        body = {"network": network, "account": account} | ({"scopes": scopes} if scopes is not None else {})
        answer: dict[str, Any] = self.control("grant", body)
        return answer

    def fault(self, network: str, operation: str, kind: str, times: int = 1, seconds: float | None = None, account: str = "") -> None:
        """Order a fault."""
        order = {"network": network, "operation": operation, "kind": kind, "times": times, "seconds": seconds, "account": account}
        self.control("faults", order)

    def settings(self, **values: Any) -> dict[str, Any]:
        """Change settings; return all of them."""
        answer: dict[str, Any] = self.control("settings", values)
        return answer

    def ledger(self, network: str = "", account: str = "", operation: str = "create") -> list[dict[str, Any]]:
        """Return what was accepted as visible, oldest first."""
        rows: list[dict[str, Any]] = self.control(f"ledger?network={network}&account={account}&operation={operation}")
        return rows

    def calls(self, network: str = "", operation: str = "", account: str = "") -> list[dict[str, Any]]:
        """Return the calls that reached a network, oldest first."""
        rows: list[dict[str, Any]] = self.control(f"calls?network={network}&operation={operation}&account={account}")
        return rows

    def mail(self, to: str = "") -> list[dict[str, Any]]:
        """Return the mails received, newest first."""
        rows: list[dict[str, Any]] = self.control(f"mail?to={to}")
        return rows

    def reset(self) -> None:
        """Forget everything."""
        self.control("reset", {})

    def stop(self) -> None:
        """End the process."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(5)

    def kill(self) -> None:
        """End the process as a power cut would."""
        self.process.kill()
        self.process.wait(5)

    def restart(self) -> "SandboxServer":
        """Start again on the same ports with the same home."""
        self.stop()
        return SandboxServer.start(self.home, port=self.port, smtp_port=self.smtp_port, **self.environment)
