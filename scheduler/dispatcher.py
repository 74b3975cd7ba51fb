"""The dispatcher: claims what is due within two seconds, keeps it on a heap, and hands it to workers at its second.

Any number of copies may run; the database decides who has claimed what. When the broker is away it delivers by itself.
"""

import heapq
import itertools
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone
from django_scopes import scopes_disabled

from scheduler import post_office
from scheduler.delivery import claim, prepare, reconcile, run, sender, sweep
from scheduler.delivery.models import Delivery
from scheduler.delivery.states import State
from scheduler.delivery.sweep import Work
from scheduler.hold import selectors as holding
from scheduler.hold import services as hold
from scheduler.watch import Watch

log = structlog.get_logger()
TICK_S = 0.25
MISSED_EVERY_S = 30.0
PREPARE_EVERY_S = 3.0
HAND_MOST = 1_500  # claimed and not handed over yet: more would outlive their lease before a worker has time for them
MESSAGE_MOST = 40  # deliveries in one message
OWN_THREADS = 32


class Dispatcher:
    def __init__(self) -> None:
        self.heap: list[tuple[float, int, str, int]] = []
        self.order = itertools.count()  # what is due in the same moment keeps the order it was claimed in: everybody in turn
        self.stopped = threading.Event()
        self.office = post_office.PostOffice()
        self.own: sender.Sender | None = None
        self.looking = ThreadPoolExecutor(4, thread_name_prefix="look")
        self.watch = Watch()
        self.doubted_before: datetime | None = None
        self.missed_at = self.prepared_at = 0.0
        self.broken: dict[UUID, datetime] = {}

    def run(self) -> None:
        """Work until `stop`. A database that goes away is waited for, never a reason to exit."""
        while not self.stopped.is_set():
            started = time.monotonic()
            try:
                self.tick(started)
                self.sleep(started)
            except (OperationalError, InterfaceError) as error:
                log.warning("dispatch.database_away", error=type(error).__name__)
                self.watch.distrust()
                close_old_connections()
                self.stopped.wait(0.5)
            finally:
                close_old_connections()
        self.finish()
        self.looking.shutdown(wait=True)
        if self.own:
            self.own.close()
        sender.close()

    def finish(self) -> None:
        """What was claimed rings at its second, so that a restart makes nothing late. Whatever is left then comes back by its lease."""
        ends = time.monotonic() + settings.CLAIM_AHEAD_S + 1
        try:
            while self.heap and time.monotonic() < ends:
                self.ring()
                time.sleep(0.02)
        except (OperationalError, InterfaceError) as error:
            log.warning("dispatch.database_away", error=type(error).__name__)

    def stop(self) -> None:
        self.stopped.set()

    def tick(self, clock: float) -> None:
        now = timezone.now()
        if gap := self.watch.gap(now=now):
            self.cast_doubt(before=gap, now=now)
            hold.look_first(before=gap)
        publishing = holding.publishing()
        before = publishing.look_first_before
        if before and before != self.doubted_before and not self.watch.was_kept_since(before):
            self.cast_doubt(before=before, now=now)
        self.watch.beat(now=now)
        if not publishing.held_at:
            self.claim(now=now, doubt_before=publishing.look_first_before)
            if clock - self.missed_at > MISSED_EVERY_S:
                self.missed_at = clock
                claim.mark_missed(now=now, doubt_before=publishing.look_first_before, broken=self.broken)
            if clock - self.prepared_at > PREPARE_EVERY_S:
                self.prepared_at = clock
                for placement in prepare.waiting(now=now):
                    self.office.ask_to_prepare(str(placement))
        for work in sweep.wake(now=now, looks_most=self.office.room_for_looks()):
            self.take_up(work)
        self.office.ask_to_book()
        self.ring()

    def cast_doubt(self, *, before: datetime, now: datetime) -> None:
        """What waited when nobody was watching is looked for first: once for each such time."""
        with scopes_disabled():
            count = sweep.doubt(born_before=before, now=now)
        self.doubted_before = before
        log.warning("dispatch.doubt", before=before.isoformat(), waiting=count)

    def claim(self, *, now: datetime, doubt_before: datetime | None) -> None:
        """As much as fits is claimed, everybody in turn; bells that ring meanwhile are heard between two parts."""
        if len(self.heap) >= HAND_MOST or self.stopped.is_set():
            return
        ahead, most = timedelta(seconds=settings.CLAIM_AHEAD_S), HAND_MOST - len(self.heap)
        due = claim.due_in_turn(now=now, ahead=ahead, most=most, broken=self.broken)
        for at in range(0, len(due), claim.AT_ONCE):
            part = due[at : at + claim.AT_ONCE]
            for delivery in claim.claim_all(part, now=timezone.now(), doubt_before=doubt_before, broken=self.broken):
                self.hang(delivery)
            self.ring()

    def hang(self, delivery: Delivery) -> None:
        """Its bell rings at its second."""
        if delivery.state == State.CLAIMED:
            heapq.heappush(self.heap, (delivery.planned_at.timestamp(), next(self.order), str(delivery.pk), delivery.fence))

    def take_up(self, work: Work) -> None:
        if work.verb == "deliver":
            heapq.heappush(self.heap, (0.0, next(self.order), work.delivery_id, work.fence))
        elif not self.office.ask_to_look(work.delivery_id, work.fence):
            self.looking.submit(look_by_ourselves, work)

    def ring(self) -> None:
        """Hand over everything whose second has come, as fast as workers take it."""
        while self.heap and self.heap[0][0] <= time.time() and self.office.has_room():
            pairs: list[tuple[str, int]] = []
            while self.heap and self.heap[0][0] <= time.time() and len(pairs) < MESSAGE_MOST:
                _, _, delivery_id, fence = heapq.heappop(self.heap)
                pairs.append((delivery_id, fence))
            if not self.office.ask_to_deliver(pairs):
                self.deliver_by_ourselves(pairs)

    def sleep(self, started: float) -> None:
        """Sleep to the next tick, waking for each bell in between."""
        until = started + TICK_S
        while (left := until - time.monotonic()) > 0 and not self.stopped.is_set():
            bell = max(self.heap[0][0] - time.time(), 0.02 if self.heap[0][0] <= time.time() else 0.0) if self.heap else left
            self.stopped.wait(max(0.0, min(left, bell)))
            self.ring()

    def deliver_by_ourselves(self, pairs: Sequence[tuple[str, int]]) -> None:
        """Without a broker posts go out all the same."""
        if self.own is None:
            self.own = sender.Sender(OWN_THREADS)
        try:
            run.deliver(pairs, by=self.own)
        except (OperationalError, InterfaceError):
            raise
        except Exception:  # the lease brings them back
            log.exception("dispatch.own_delivery_failed", deliveries=[pk for pk, _ in pairs])


def look_by_ourselves(work: Work) -> None:
    try:
        with scopes_disabled():
            reconcile.look(delivery_id=work.delivery_id, fence=work.fence)
    except Exception:  # a thread's edge; the lease brings the delivery back
        log.exception("dispatch.own_look_failed", delivery=work.delivery_id)
    finally:
        close_old_connections()
