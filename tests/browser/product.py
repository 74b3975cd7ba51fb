"""The whole product for a browser: `manage.py up` with its demo, on free ports, in a folder that is thrown away."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

from tests.sandbox_server import ROOT, free_port

PASSWORD = "carillon-demo"
READY_S = 120.0
NOT_OURS = ("DATABASE_POOL", "DATABASE_URL", "REDIS_URL", "SITE_URL", "BIND")


@dataclass
class Product:
    """A running Carillon. `sandbox` is the address of the networks' stand-in."""

    home: Path
    port: int
    sandbox_port: int
    process: subprocess.Popen[bytes]
    _states: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def start(cls, home: Path) -> "Product":
        """Return it when every part is ready and the demo's organisations are there."""
        port, sandbox_port, smtp_port = free_port(), free_port(), free_port()
        environment = {name: value for name, value in os.environ.items() if name not in NOT_OURS} | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "CARILLON_ENV_FILE": "",
            "CARILLON_DEMO": "1",
            "CARILLON_HOME": str(home),
            "PORT": str(port),
            "SANDBOX_PORT": str(sandbox_port),
            "SANDBOX_SMTP_PORT": str(smtp_port),
        }
        home.mkdir(parents=True, exist_ok=True)
        with (home / "up.log").open("wb") as log:
            process = subprocess.Popen([sys.executable, "manage.py", "up"], cwd=ROOT, env=environment, stdout=log, stderr=log)
        product = cls(home=home, port=port, sandbox_port=sandbox_port, process=process)
        product._wait()
        return product

    def _wait(self) -> None:
        ends = time.monotonic() + READY_S
        while time.monotonic() < ends and self.process.poll() is None:
            if "Carillon is ready" in self.said():
                return
            time.sleep(0.1)
        said = self.said()
        self.stop()
        raise RuntimeError(f"Carillon did not start:\n{said}")

    def said(self) -> str:
        return (self.home / "up.log").read_text(errors="replace")

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def sandbox(self) -> str:
        return f"http://localhost:{self.sandbox_port}"

    def signed_in(self, email: str) -> Any:
        """Return what a browser of this person holds (cookies), signed in. They read Carillon in English: stories are told in it."""
        if email not in self._states:
            with requests.Session() as session:
                session.get(f"{self.url}/_allauth/browser/v1/auth/session", timeout=10)
                self._send(session, "POST", "/_allauth/browser/v1/auth/login", {"email": email, "password": PASSWORD})
                self._send(session, "PATCH", "/api/me/", {"language": "en"})
                cookies = [
                    {"name": cookie.name, "value": cookie.value, "domain": "localhost", "path": "/", "sameSite": "Lax"}
                    for cookie in session.cookies
                ]
            self._states[email] = {"cookies": cookies, "origins": []}
        return self._states[email]

    def _send(self, session: requests.Session, method: str, path: str, body: dict[str, Any]) -> None:
        headers = {"X-CSRFToken": session.cookies.get("csrftoken", ""), "Origin": self.url}
        answer = session.request(method, self.url + path, json=body, headers=headers, timeout=10)
        assert answer.ok, f"{path}: {answer.status_code} {answer.text}"

    def stop(self) -> None:
        """End every part."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(5)
