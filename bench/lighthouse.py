"""What Lighthouse says of the three screens people open most on a phone: the built web app with the demo's content, signed in."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median_low
from typing import Any

import requests

from bench.machine import ROOT, free_port, process, use_of, wait_for
from bench.postgres import NotHere
from bench.report import Figure
from bootstrap import shell, stamps
from bootstrap.web_app import NODE

WEB = ROOT / "bench" / "web"
REPORTS = WEB / "reports"
PASSWORD, ORGANISATION, DOMAIN = "carillon-demo", "demain-morgen", "demain-morgen.example"
ROUNDS, GOAL = 5, 95
AT_REST_CPU_S, WATCHED_S = 0.5, 5.0


def lighthouse() -> list[Figure]:
    """Calendar, an existing draft and Decisions reach 95 on a phone, for speed and for access: the median of five runs each."""
    chromium = shutil.which("chromium")
    if not chromium or not (ROOT / "frontend" / "dist" / "index.html").is_file():
        raise NotHere("it wants chromium, and the web app built: make build")
    install()
    with demo() as url:
        planner, approver = Person(url, "planner"), Person(url, "approver")
        found = [
            *measured(chromium, planner, {"calendar": "calendar", "composer": f"posts/{planner.draft_with_picture()}"}),
            *measured(chromium, approver, {"decisions": "decisions"}),
        ]
    return [figure for screen in found for figure in figures(screen)]


def install() -> None:
    """Lighthouse is there, as the lock file says."""
    stamp, wanted = WEB / "node_modules" / "carillon.stamp", stamps.fingerprint(WEB / "package-lock.json")
    if stamps.is_fresh(stamp, wanted):
        return
    log = Path(tempfile.gettempdir()) / "carillon-bench-npm.log"
    shell.quiet(["npm", "ci", "--no-audit", "--no-fund"], what="Installing Lighthouse", cwd=WEB, log=log, env=NODE)
    stamps.write(stamp, wanted)


@contextmanager
def demo() -> Iterator[str]:
    """A Carillon with its demo runs; its address."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        port, log = free_port(), Path(folder) / "all.log"
        knobs = {"CARILLON_DEMO": "1", "CARILLON_ENV_FILE": "", "CARILLON_HOME": f"{folder}/home", "PORT": str(port)}
        ports = {"SANDBOX_PORT": str(free_port()), "SANDBOX_SMTP_PORT": str(free_port())}
        with process([sys.executable, "manage.py", "up"], env={**os.environ, **knobs, **ports}, log=log) as demo:
            wait_for(lambda: "Carillon is ready" in log.read_text(errors="replace"), at_most_s=180, what="the demo")
            wait_for(lambda: is_at_rest(demo.pid), at_most_s=900, what="the demo at rest")
            yield f"http://localhost:{port}"


def is_at_rest(pid: int) -> bool:
    """Return whether it does next to nothing. In its first minutes a demo publishes what is due and prepares pictures."""
    before = use_of(pid).cpu_s
    time.sleep(WATCHED_S)
    return use_of(pid).cpu_s - before < AT_REST_CPU_S


class Person:
    """Somebody of the demo, signed in as a browser would be."""

    def __init__(self, url: str, name: str) -> None:
        self.url, self.session = url, requests.Session()
        self.session.get(f"{url}/_allauth/browser/v1/auth/session", timeout=10)
        answer = self.session.post(
            f"{url}/_allauth/browser/v1/auth/login",
            json={"email": f"{name}@{DOMAIN}", "password": PASSWORD},
            headers={"X-CSRFToken": self.session.cookies["csrftoken"], "Origin": url},
            timeout=10,
        )
        answer.raise_for_status()

    def cookies(self) -> list[dict[str, str]]:
        return [{"name": one.name, "value": one.value or "", "domain": "localhost", "path": "/"} for one in self.session.cookies]

    def ask(self, path: str) -> Any:
        answer = self.session.get(f"{self.url}/api/{path}", headers={"X-Organisation": ORGANISATION}, timeout=10)
        answer.raise_for_status()
        return answer.json()

    def draft_with_picture(self) -> str:
        """Return the id of the first draft of the demo that has one."""
        drafts = (self.ask(f"posts/{one['id']}/") for one in self.ask("posts/?state=draft")["results"])
        return next(str(post["id"]) for post in drafts if any(version["pictures"] for version in post["versions"]))


@dataclass(frozen=True)
class Screen:
    name: str
    runs: list[dict[str, Any]]

    def median(self, of: str) -> float:
        return float(median_low(run[of] for run in self.runs))


def measured(chromium: str, person: Person, paths: Mapping[str, str]) -> list[Screen]:
    """Return what Lighthouse says of these screens. Raises RuntimeError with its own words."""
    pages = [{"name": name, "url": f"{person.url}/{ORGANISATION}/{path}"} for name, path in paths.items()]
    asked = {"chromium": chromium, "cookies": person.cookies(), "pages": pages, "rounds": ROUNDS, "reports": str(REPORTS)}
    ran = subprocess.run(
        ["node", "measure.mjs"], cwd=WEB, env={**os.environ, **NODE}, input=json.dumps(asked), capture_output=True, text=True
    )
    if ran.returncode:
        raise RuntimeError(ran.stderr[-3_000:])
    return [Screen(**screen) for screen in json.loads(ran.stdout)]


def figures(screen: Screen) -> list[Figure]:
    times = ", ".join(f"{what.removesuffix('_ms')} {screen.median(what):.0f} ms" for what in ("fcp_ms", "lcp_ms", "tbt_ms", "si_ms"))
    told = f"{times}, shift {screen.median('shift'):.3f}"
    missed = ", ".join(sorted({audit for run in screen.runs for audit in run["failed"]}))
    return [
        Figure(f"{screen.name}-performance", screen.median("performance"), "points", yardstick=GOAL, at_least=1.0, note=told),
        Figure(f"{screen.name}-accessibility", screen.median("accessibility"), "points", yardstick=GOAL, at_least=1.0, note=missed),
    ]
