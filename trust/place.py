"""One installation with its own folder, ports, database, broker and networks: started, filled, killed piece by piece, looked at."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from trust import ground, plan, scale
from trust.broker import Broker
from trust.judge import Shown
from trust.plan import Planned
from trust.playground import Playground
from trust.postgres import Cluster
from trust.stage import Order

FROM_OUTSIDE = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "REDIS_URL", "SITE_URL", "BIND", "PORT")
AT_REST = "('published','failed','missed','needs_look','cancelled','held')"
DATABASE_AWAY = (psycopg.OperationalError, sqlite3.OperationalError)


@dataclass
class Process:
    """One part that the nursery forked."""

    part: str
    pid: int

    def is_alive(self) -> bool:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def send(self, number: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)


@dataclass
class Place:
    home: Path
    environment: dict[str, str]
    playground: Playground
    broker: Broker
    cluster: Cluster | None
    nursery: subprocess.Popen[str] | None = field(default=None, repr=False)

    # ── Beginning and end ────────────────────────────────────────────────────────────────────────────────────────
    @classmethod
    @contextmanager
    def open(cls, folder: Path, *, part: int, database: str, without: str = "") -> Iterator["Place"]:
        """An installation with empty tables, nothing of ours running yet. `without`: a guard that is switched off."""
        networks_port, mail_port, web_port = ground.ports(part)
        folder.mkdir(parents=True)
        cluster = Cluster.make(folder / "pg") if database == "postgresql" else None
        broker = Broker(folder / "broker").start()
        playground = Playground.start(folder / "networks", port=networks_port, smtp_port=mail_port)
        home = folder / "home"
        home.mkdir()
        environment = {
            **{name: value for name, value in os.environ.items() if name not in FROM_OUTSIDE},
            **scale.ENVIRONMENT,
            "CARILLON_DEMO": "1",
            "CARILLON_HOME": str(home),
            "CARILLON_ENV_FILE": "",
            "REDIS_URL": broker.url,
            "SANDBOX_PORT": str(networks_port),
            "SANDBOX_SMTP_PORT": str(mail_port),
            "PORT": str(web_port),
            "LOG_FORMAT": "json",
            "PYTHONPATH": str(ground.ROOT),
            **({"DATABASE_URL": cluster.url} if cluster else {}),
            **({"TRUST_WITHOUT": without} if without else {}),
        }
        place = cls(home=home, environment=environment, playground=playground, broker=broker, cluster=cluster)
        try:
            place.manage("migrate", "-v", "0")
            playground.control(
                "settings",
                {
                    "rate_limits": False,
                    "instagram_processing_seconds": 0.1,
                    "visibility_delay_seconds": scale.VISIBLE_AFTER_S,
                    "chance_seconds": scale.SILENT_S,
                },
            )
            yield place
        finally:
            place.close()

    def close(self) -> None:
        if self.nursery:
            self.nursery.kill()  # its children die with it
            self.nursery.wait()
        self.playground.stop()
        self.broker.stop()
        if self.cluster:
            self.cluster.stop()

    # ── What is in it ────────────────────────────────────────────────────────────────────────────────────────────
    def manage(self, *words: str) -> None:
        command = [sys.executable, "manage.py", *words]
        with (self.home / "manage.log").open("ab") as log:
            subprocess.run(command, cwd=ground.ROOT, env=self.environment, check=True, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def fill(self, order: Order, *, name: str = "plan") -> list[Planned]:
        """The posts are planned and approved; return them."""
        asked, answer = self.home / f"{name}.order.json", self.home / f"{name}.json"
        asked.write_text(json.dumps(asdict(order)))
        command = [sys.executable, "-m", "trust.stage", str(asked), str(answer)]
        subprocess.run(command, cwd=ground.ROOT, env=self.environment, check=True, stdin=subprocess.DEVNULL)
        return plan.read(answer)

    def accounts(self, channels: int) -> list[dict[str, str]]:
        """Return so many accounts with tokens: as many Pages as X accounts, a fifth on Instagram."""
        fifth = max(1, channels // 5)
        shares = {"facebook": (channels - fifth) // 2, "twitter": (channels - fifth) // 2, "instagram": fifth}
        return [one for network, count in shares.items() for one in self.playground.accounts(network, max(1, count))]

    # ── What runs in it ──────────────────────────────────────────────────────────────────────────────────────────
    def prepare(self) -> None:
        """Parts can be started at once."""
        self.nursery = subprocess.Popen(
            [sys.executable, "-m", "trust.nursery"],
            cwd=ground.ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=(self.home / "nursery.log").open("ab"),
            text=True,
        )
        self._answer()

    def start(self, part: str) -> Process:
        """The part is a process. Two of a kind write into one log."""
        return Process(part, int(self._ask(f"start {part} {self.home / f'{part}.log'}")))

    def duplicate(self, count: int, *, seed: int) -> Path:
        """So many messages are on their way again; the file will say how many were sent."""
        file = self.home / f"duplicates-{seed}"
        self._ask(f"duplicate {count} {seed} {file}")
        return file

    def _ask(self, line: str) -> str:
        assert self.nursery and self.nursery.stdin
        self.nursery.stdin.write(line + "\n")
        self.nursery.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        assert self.nursery and self.nursery.stdout
        answer = self.nursery.stdout.readline().strip()
        if not answer:
            raise RuntimeError((self.home / "nursery.log").read_text()[-3000:])
        return answer

    # ── How it stands ────────────────────────────────────────────────────────────────────────────────────────────
    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Return what the database says. Raises DATABASE_AWAY."""
        if self.cluster:
            with psycopg.connect(self.cluster.connection, autocommit=True) as connection:
                return connection.execute(sql).fetchall()
        with sqlite3.connect(f"file:{self.home}/carillon.sqlite3?mode=ro", uri=True, timeout=20) as database:
            return database.execute(sql).fetchall()

    def left(self) -> int:
        """Return how many placements are not at rest: never begun, on their way, or ended without anybody having been told yet."""
        ((count,),) = self.rows(
            "SELECT count(*) FROM campaigns_placement p LEFT JOIN scheduler_delivery d ON d.placement_id = p.id "
            f"WHERE d.id IS NULL OR d.state NOT IN {AT_REST} OR (NOT d.is_booked AND d.state <> 'held')"
        )
        return int(count)

    def shown(self) -> dict[str, Shown]:
        """Return what is shown of each placement that was begun."""
        rows = self.rows("SELECT placement_id, state, is_booked, problem, tries, looks, resends, fence FROM scheduler_delivery")
        return {
            str(pk).replace("-", ""): Shown(state, bool(booked), f"{problem} tries={tries} looks={looks} resends={resends} fence={fence}")
            for pk, state, booked, problem, tries, looks, resends, fence in rows
        }

    def wait_until_drained(self, patience_s: float) -> float | None:
        """Return the moment when everything was at rest (monotonic), None when it was not in time."""
        ends = time.monotonic() + patience_s
        while time.monotonic() < ends:
            with suppress(*DATABASE_AWAY):
                if self.left() == 0:
                    return time.monotonic()
            time.sleep(0.3)
        return None
