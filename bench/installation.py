"""A Carillon of the benchmark's own: production settings, its own database, broker and folder, and its real parts as processes."""

import base64
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench import broker as brokers
from bench import postgres
from bench.machine import ROOT, process, use_of, wait_for
from bench.network import Network
from bench.plan import Plan, at_once

HOST = "carillon.example.org"
WARM = 200
KNOBS = ("DATABASE_POOL", "LOG_LEVEL", "LOG_FORMAT", "SEND_THREADS")  # may be tried from outside
WARM_MARK = 90_000_000


@dataclass
class Installation:
    """`parts` are the processes by name: dispatcher, publisher-1 … and, beside them, database (PostgreSQL only) and broker."""

    home: Path
    env: dict[str, str]
    network: Network
    about: str
    pids: dict[str, int] = field(default_factory=dict)
    stack: ExitStack = field(default_factory=ExitStack)

    def manage(self, *arguments: str, stdin: str = "") -> str:
        return self.python("manage.py", *arguments, stdin=stdin)

    def python(self, *arguments: str, stdin: str = "") -> str:
        """Return what the program printed last. Raises RuntimeError with its own words."""
        ran = subprocess.run([sys.executable, *arguments], cwd=ROOT, env=self.env, input=stdin, capture_output=True, text=True)
        if ran.returncode:
            raise RuntimeError(f"{' '.join(arguments)}: {ran.stderr[-3_000:]}")
        return ran.stdout.strip().splitlines()[-1] if ran.stdout.strip() else ""

    def stage(self, plan: Plan) -> float:
        """The plan's posts are there; return the moment they count from, at least three seconds from now."""
        due_at = float(self.python("-m", "bench.stage", stdin=plan.as_json()))
        if time.time() > due_at - 3:
            raise RuntimeError("staging took longer than foreseen: the posts were due before the run could begin")
        return due_at

    def start(self, part: str, *, number: int = 0) -> None:
        """The part runs until the installation ends."""
        name = f"{part}-{number}" if number else part
        command = [sys.executable, "manage.py", "part", part]
        self.pids[name] = self.stack.enter_context(process(command, env=self.env, log=self.home / f"{name}.log")).pid

    def start_all(self) -> None:
        """Every part runs below one supervisor."""
        self.pids["all"] = self.stack.enter_context(
            process([sys.executable, "manage.py", "up"], env=self.env, log=self.home / "all.log")
        ).pid

    def start_publishing(self, *, workers: int) -> None:
        """Dispatcher and workers run, and have published a few posts already."""
        self.start("dispatcher")
        self.start("assistant")
        for number in range(1, workers + 1):
            self.start("publisher", number=number)
        self.network.forget()
        self.stage(at_once(WARM, first_mark=WARM_MARK, lead_s=6.0))
        wait_for(lambda: self.network.count() >= WARM, at_most_s=90, what="the first posts")
        time.sleep(4)
        self.network.forget()

    def cpu_s(self) -> dict[str, float]:
        """Return the CPU seconds each part has used since it began, the responder's among them."""
        return {name: use_of(pid).cpu_s for name, pid in {**self.pids, "responder": self.network.pid}.items()}


@contextmanager
def installed(network: Network, *, database: str) -> Iterator[Installation]:
    """An empty installation on "postgresql" or "sqlite", its tables made; what runs in it ends with the block."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True)))
        broker = stack.enter_context(brokers.running(home))
        pids, url, about = {"broker": broker.pid}, "", f"SQLite, {broker.about}"
        if database == "postgresql":
            cluster = stack.enter_context(postgres.running())
            pids["database"], url, about = cluster.pid, cluster.url, f"PostgreSQL {cluster.version}, {broker.about}"
        parts = stack.enter_context(ExitStack())
        made = Installation(
            home=home, env=environment(home, url, broker.url, network), network=network, about=about, pids=pids, stack=parts
        )
        made.manage("migrate", "-v", "0")
        yield made


def environment(home: Path, database_url: str, redis_url: str, network: Network) -> dict[str, str]:
    """Return the knobs of a production installation whose networks are the responder."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "HOME", "VIRTUAL_ENV"} or name in KNOBS}
    sites = {
        f"NETWORK_{slug}_{what}": value
        for slug in ("FACEBOOK", "INSTAGRAM", "TWITTER")
        for what, value in (("ID", "bench-app"), ("SECRET", "bench-secret"), ("URL", network.url))
    }
    return {
        **kept,
        **sites,
        "CARILLON_ENV_FILE": "",
        "CARILLON_HOME": str(home),
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "SITE_URL": f"https://{HOST}",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "CARILLON_VAULT_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
    }
