"""The dispatcher: claims what is due within two seconds, keeps it on a heap, and hands it to a worker at its second.

Any number of copies may run; the database decides who has claimed what. When the broker is away it delivers by itself.
"""

import heapq
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone
from django_scopes import scopes_disabled
from kombu.exceptions import OperationalError as BrokerAway

from scheduler import tasks
from scheduler.delivery import claim, reconcile, run, sweep
from scheduler.delivery.sweep import Work

log = structlog.get_logger()
TICK_S = 0.25
MISSED_EVERY_S = 30.0
OWN_THREADS = 8
BROKER_AGAIN_S = 5.0  # a broker that does not answer would hold up every bell in turn


class Dispatcher:
    def __init__(self) -> None:
        self.heap: list[tuple[float, str, int]] = []
        self.stopped = threading.Event()
        self.own = ThreadPoolExecutor(OWN_THREADS, thread_name_prefix="deliver")
        self.missed_at = 0.0
        self.broker_away_until = 0.0
        self.broken: dict[UUID, datetime] = {}  # placements that could not be claimed, and until when they are passed over

    def run(self) -> None:
        """Work until `stop`. A database that goes away is waited for, never a reason to exit."""
        while not self.stopped.is_set():
            started = time.monotonic()
            try:
                self.tick(started)
            except (OperationalError, InterfaceError) as error:
                log.warning("dispatch.database_away", error=type(error).__name__)
                self.stopped.wait(1)
            finally:
                close_old_connections()
            self.sleep(started)
        self.own.shutdown(wait=True)

    def stop(self) -> None:
        self.stopped.set()

    def tick(self, clock: float) -> None:
        now = timezone.now()
        for delivery in claim.claim_due(now=now, ahead=timedelta(seconds=settings.CLAIM_AHEAD_S), broken=self.broken):
            heapq.heappush(self.heap, (delivery.planned_at.timestamp(), str(delivery.pk), delivery.fence))
            self.ring()  # claiming many takes longer than a bell may wait
        for work in sweep.wake(now=now):
            self.hand_over(work)
        if clock - self.missed_at > MISSED_EVERY_S:
            self.missed_at = clock
            claim.mark_missed(now=now, broken=self.broken)
        self.ring()

    def ring(self) -> None:
        """Hand over everything whose second has come."""
        while self.heap and self.heap[0][0] <= time.time():
            _, delivery_id, fence = heapq.heappop(self.heap)
            self.hand_over(Work("deliver", delivery_id, fence))

    def sleep(self, started: float) -> None:
        """Sleep to the next tick, waking for each bell in between."""
        until = started + TICK_S
        while (left := until - time.monotonic()) > 0 and not self.stopped.is_set():
            bell = self.heap[0][0] - time.time() if self.heap else left
            self.stopped.wait(max(0.0, min(left, bell)))
            self.ring()

    def hand_over(self, work: Work) -> None:
        """A worker hears of it; without a broker one of our own threads does it."""
        task = tasks.deliver if work.verb == "deliver" else tasks.look
        if time.monotonic() >= self.broker_away_until:
            try:
                task.apply_async(kwargs={"delivery_id": work.delivery_id, "fence": work.fence}, retry=False)
            except (BrokerAway, ConnectionError, OSError) as error:
                log.warning("dispatch.broker_away", error=type(error).__name__)
                self.broker_away_until = time.monotonic() + BROKER_AGAIN_S
            else:
                return
        self.own.submit(by_ourselves, work)


def by_ourselves(work: Work) -> None:
    try:
        with scopes_disabled():
            (run.run if work.verb == "deliver" else reconcile.look)(delivery_id=work.delivery_id, fence=work.fence)
    except Exception:  # a thread's edge; the lease brings the delivery back
        log.exception("dispatch.own_delivery_failed", delivery=work.delivery_id)
    finally:
        close_old_connections()
