"""Run the bare loop on the same posts, and say how fast it was and what it cost."""

import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from celery import Celery

from bench import broker as brokers
from bench.call import text
from bench.machine import process, use_of, wait_for
from bench.network import Network
from bench.pace import Pace, pace_of

THREADS = 100
WARM = 100
SLOWEST = 300.0  # posts/s: below it the machine or the responder is too slow to compare anything on


@dataclass(frozen=True)
class Yardstick:
    """`pace` from the first message to the last arrival. CPU seconds of workers, responder and broker, and of who sent the messages."""

    pace: Pace
    workers_cpu_s: float
    responder_cpu_s: float
    broker_cpu_s: float
    sender_cpu_s: float

    @property
    def is_void(self) -> bool:
        return self.pace.posts_per_s < SLOWEST

    @property
    def cpu_ms(self) -> dict[str, float]:
        """Return CPU milliseconds a post, by part."""
        parts = {"workers": self.workers_cpu_s, "broker": self.broker_cpu_s, "sender": self.sender_cpu_s, "responder": self.responder_cpu_s}
        return {part: used / self.pace.posts * 1_000 for part, used in parts.items()}

    @property
    def cpu_ms_a_post(self) -> float:
        """Return what all of the loop used for one post; the stand-in for the networks is not the loop's."""
        return sum(used for part, used in self.cpu_ms.items() if part != "responder")


def measure(network: Network, *, posts: int, accounts: int, workers: int = 2, threads: int = THREADS) -> Yardstick:
    """Return what a bare loop does with that many posts on that many accounts, half on each network."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name, ExitStack() as stack:
        folder = Path(name)
        broker = stack.enter_context(brokers.running(folder))
        env = {"BENCH_NETWORK_URL": network.url, "BENCH_BROKER_URL": broker.celery_url, "BENCH_THREADS": str(threads)}
        command = [sys.executable, "-m", "bench.bare_loop"]
        started = [stack.enter_context(process(command, env=env, log=folder / "worker.log")) for _ in range(workers)]
        loop = Celery(broker=broker.celery_url)
        network.forget()
        enqueue(loop, posts=WARM, accounts=accounts)
        wait_for(lambda: network.count() >= WARM, at_most_s=60, what="the bare loop's first posts")
        time.sleep(1.0)
        network.forget()
        before = [use_of(pid).cpu_s for pid in (*(w.pid for w in started), network.pid, broker.pid)]
        began, sending = time.time(), time.process_time()
        enqueue(loop, posts=posts, accounts=accounts)
        sent = time.process_time() - sending
        wait_for(lambda: network.count() >= posts, at_most_s=300, what="the bare loop", every_s=0.5)
        used = [use_of(pid).cpu_s for pid in (*(w.pid for w in started), network.pid, broker.pid)]
        spent = [after - earlier for after, earlier in zip(used, before, strict=True)]
        return Yardstick(
            pace=pace_of(network.posts(), since=began),
            workers_cpu_s=sum(spent[:workers]),
            responder_cpu_s=spent[-2],
            broker_cpu_s=spent[-1],
            sender_cpu_s=sent,
        )


def enqueue(loop: Celery, *, posts: int, accounts: int) -> None:
    """The messages are with the broker, on one connection."""
    with loop.producer_pool.acquire() as producer:
        for number in range(posts):
            account = number % accounts
            arguments = ("twitter" if account % 2 else "facebook", str(10_000 + account), text(number))
            loop.send_task("post", args=arguments, producer=producer)
