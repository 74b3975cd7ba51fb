"""Part C: real Celery workers, dispatchers, broker, database and networks over HTTP, under blows that a seed has chosen."""

import heapq
import itertools
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trust import scale
from trust.judge import Verdict, judge
from trust.place import DATABASE_AWAY, Place, Process
from trust.say import line
from trust.sizes import Chaos
from trust.stage import Order

PARTS = ("dispatcher", "dispatcher", "publisher", "publisher", "assistant", "web")
LEAD_S = 6.0  # from the start of the parts to the first post: they are ready by then
PATIENCE_S = 240.0
STOPPED_S = scale.LEASE_S * 1.6


@dataclass(frozen=True, order=True)
class Blow:
    """`at_s` after the first post is due. `lasts_s`: until the victim is back."""

    at_s: float
    kind: str
    lasts_s: float
    choice: float  # 0..1: which of the victims there are


@dataclass
class Result:
    verdict: Verdict
    counts: Counter[str]  # blows that struck, by kind
    faults: int
    drain_s: float
    took_s: float
    seed: int
    sizes: Chaos
    database: str
    fell: int  # processes that ended by themselves

    @property
    def is_clean(self) -> bool:
        return self.verdict.is_clean


def schedule(sizes: Chaos, *, seed: int) -> list[Blow]:
    """Return every blow in order of time. The same seed gives the same."""
    dice = random.Random(seed)

    def spread(kind: str, count: int, lasts: Callable[[], float]) -> Iterator[Blow]:
        for number in range(count):
            at = (number + dice.random()) / count * sizes.span_s
            yield Blow(at, kind, lasts(), dice.random())

    return sorted(
        itertools.chain(
            spread("kill", sizes.kills, lambda: dice.uniform(0, 1.5)),
            spread("kill_dispatcher", sizes.kills // 10, lambda: dice.uniform(0, 1.5)),
            spread("kill_assistant", sizes.kills // 20, lambda: dice.uniform(0, 1.5)),
            spread("wipe", sizes.wipes, lambda: dice.choice((0.0, dice.uniform(0.2, 1.5)))),
            spread("db_crash", sizes.db_crashes, lambda: dice.uniform(0.2, 1.5)),
            spread("stop", sizes.stops, lambda: STOPPED_S),
            spread("duplicate", -(-sizes.duplicates // 30), lambda: 0.0),
        )
    )


def run(folder: Path, *, sizes: Chaos, seed: int, database: str, part: int, without: str = "", patience_s: float = PATIENCE_S) -> Result:
    """Return what became of it."""
    began = time.monotonic()
    with Place.open(folder, part=part, database=database, without=without) as place:
        order = Order(seed=seed, posts=sizes.posts, first_at=0, span_s=sizes.span_s, accounts=place.accounts(sizes.channels))
        # Filling takes a while; the posts are due when everything runs.
        guess_s = 8 + sizes.posts / 700
        first_at = time.time() + guess_s + LEAD_S
        planned = place.fill(Order(**{**order.__dict__, "first_at": first_at}))
        place.prepare()
        place.playground.control("settings", {"chance_rate": sizes.fault_rate, "chance_seed": seed})
        storm = Storm(place, sizes=sizes, seed=seed, first_at=first_at)
        storm.rage()
        place.playground.control("settings", {"chance_rate": 0.0})
        last = time.monotonic()
        drained = storm.wait_until_drained(patience_s)
        drain_s = (drained or time.monotonic()) - last
        verdict = judge(planned, place.playground.ledger(), place.shown())
        return Result(
            verdict=verdict,
            counts=storm.counts,
            faults=place.playground.faults(),
            drain_s=drain_s,
            took_s=time.monotonic() - began,
            seed=seed,
            sizes=sizes,
            database=database,
            fell=storm.fell,
        )


@dataclass
class Storm:
    place: Place
    sizes: Chaos
    seed: int
    first_at: float
    counts: Counter[str] = field(default_factory=Counter)
    fell: int = 0
    running: list[Process] = field(default_factory=list)
    stopped: set[int] = field(default_factory=set)
    later: list[tuple[float, int, Callable[[], object]]] = field(default_factory=list)
    number: Iterator[int] = field(default_factory=itertools.count)
    sent: list[Path] = field(default_factory=list)
    told_at: float = 0.0

    def rage(self) -> None:
        """Every blow has struck and everything that was struck runs again."""
        for part in PARTS:
            self.start(part)
        for blow in schedule(self.sizes, seed=self.seed):
            self.at(self.first_at + blow.at_s, lambda blow=blow: self.strike(blow))  # type: ignore[misc]
        self.at(self.first_at + self.sizes.span_s, lambda: None)
        while self.later:
            while self.later and self.later[0][0] <= time.time():
                heapq.heappop(self.later)[2]()
            self.look_after()
            time.sleep(max(0.0, min(0.1, self.later[0][0] - time.time())) if self.later else 0)
        self.counts["duplicate"] = sum(int(file.read_text()) for file in self.sent if file.exists())

    def at(self, when: float, what: Callable[[], object]) -> None:
        heapq.heappush(self.later, (when, next(self.number), what))

    def start(self, part: str) -> None:
        self.running.append(self.place.start(part))

    def look_after(self) -> None:
        """What ended by itself is started again, as a supervisor would."""
        for process in [one for one in self.running if not one.is_alive()]:
            self.running.remove(process)
            self.fell += 1
            self.start(process.part)
        if time.time() - self.told_at > 15:
            self.told_at = time.time()
            with suppress(*DATABASE_AWAY):
                states = dict(self.place.rows("SELECT state, count(*) FROM scheduler_delivery GROUP BY state"))
                what = ", ".join(f"{n} {state}" for state, n in sorted(states.items()))
                line(f"    {time.time() - self.first_at:5.0f} s  {what}  blows {dict(self.counts)}")

    def victims(self, part: str) -> list[Process]:
        return [one for one in self.running if one.part == part and one.pid not in self.stopped and one.is_alive()]

    def strike(self, blow: Blow) -> None:
        """The blow strikes; when there is nobody to strike, a moment later."""
        match blow.kind:
            case "kill" | "kill_dispatcher" | "kill_assistant":
                part = {"kill": "publisher"}.get(blow.kind, blow.kind.removeprefix("kill_"))
                if not (alive := self.victims(part)):
                    self.at(time.time() + 0.2, lambda: self.strike(blow))
                    return
                victim = alive[int(blow.choice * len(alive))]
                self.running.remove(victim)
                victim.send(signal.SIGKILL)
                self.at(time.time() + blow.lasts_s, lambda: self.start(part))
            case "stop":
                if not (alive := self.victims("publisher")):
                    self.at(time.time() + 0.2, lambda: self.strike(blow))
                    return
                victim = alive[int(blow.choice * len(alive))]
                self.stopped.add(victim.pid)
                victim.send(signal.SIGSTOP)
                self.at(time.time() + blow.lasts_s, lambda: self.go_on(victim))
            case "wipe":
                if blow.lasts_s and self.place.broker.process:
                    self.place.broker.lose()
                    self.at(time.time() + blow.lasts_s, self.place.broker.start)
                elif self.place.broker.process:
                    self.place.broker.flush()
                else:
                    self.at(time.time() + 0.2, lambda: self.strike(blow))
                    return
            case "db_crash":
                cluster = self.place.cluster
                assert cluster
                cluster.crash()
                self.at(time.time() + blow.lasts_s, cluster.start)
            case "duplicate":
                self.sent.append(self.place.duplicate(30, seed=self.seed * 100_000 + len(self.sent)))
                return  # counted by what was sent
        self.counts[blow.kind] += 1

    def go_on(self, victim: Process) -> None:
        victim.send(signal.SIGCONT)
        self.stopped.discard(victim.pid)

    def wait_until_drained(self, patience_s: float) -> float | None:
        ends = time.monotonic() + patience_s
        while time.monotonic() < ends:
            self.look_after()
            with suppress(*DATABASE_AWAY):
                if self.place.left() == 0:
                    return time.monotonic()
            time.sleep(0.3)
        return None


def told(result: Result) -> dict[str, Any]:
    """Return a result for the report."""
    verdict = result.verdict
    return {
        "ok": result.is_clean,
        "database": result.database,
        "seed": result.seed,
        "sizes": result.sizes.__dict__,
        "kills": result.counts["kill"],
        "wipes": result.counts["wipe"],
        "db_crashes": result.counts["db_crash"],
        "blows": dict(result.counts),
        "faults": result.faults,
        "fell": result.fell,
        "drain_s": round(result.drain_s, 1),
        "took_s": round(result.took_s, 1),
        **{name: value if not isinstance(value, float) else round(value, 2) for name, value in verdict.__dict__.items()},
    }
