"""Messages to workers. Each is a wake-up: it may be lost, doubled or late. While the broker does not answer, its caller works by itself."""

import time
from collections.abc import Sequence
from typing import Any

import redis
import structlog
from django.conf import settings
from django_scopes import scopes_disabled
from kombu.exceptions import OperationalError as BrokerAway
from redis.backoff import NoBackoff
from redis.retry import Retry

from scheduler import tasks
from scheduler.delivery.models import Delivery
from scheduler.delivery.states import ENDS

log = structlog.get_logger()
AGAIN_S = 5.0  # a broker that does not answer would hold up every bell in turn
WAITING_MOST = 15  # messages in the queue: what is due next must not stand behind a thousand
LOOKS_MOST = 100  # messages to look: what is handed out must be taken up before its lease is over
OWN_LOOKS_MOST = 4
COUNT_EVERY_S = 0.05
BOOK_EVERY_S = 1.0
PATIENCE_S = 1.0


class PostOffice:
    def __init__(self) -> None:
        self._away_until = 0.0
        self._counted_at = self._booked_at = 0.0
        self._sent_since = 0
        self._waiting = 0
        self._redis = redis.Redis.from_url(
            settings.REDIS_URL, socket_timeout=PATIENCE_S, socket_connect_timeout=PATIENCE_S, retry=Retry(NoBackoff(), 0)
        )

    def is_away(self) -> bool:
        return time.monotonic() < self._away_until

    def has_room(self) -> bool:
        """Return whether workers keep up: few messages wait. Without a broker there is always room; threads of our own are the limit."""
        if self.is_away():
            return True
        if self._waiting + self._sent_since < WAITING_MOST:
            return True
        if time.monotonic() - self._counted_at < COUNT_EVERY_S:
            return False
        try:
            self._waiting, self._sent_since, self._counted_at = int(self._redis.llen("publish")), 0, time.monotonic()
        except (redis.RedisError, OSError) as error:
            self._note_away(error)
            return True
        return self._waiting < WAITING_MOST

    def room_for_looks(self) -> int:
        """Return how many looks may be handed out now. Without a broker they are made here, a few at a time."""
        if self.is_away():
            return OWN_LOOKS_MOST
        try:
            return max(0, LOOKS_MOST - int(self._redis.llen("look")))
        except (redis.RedisError, OSError) as error:
            self._note_away(error)
            return OWN_LOOKS_MOST

    def ask_to_deliver(self, pairs: Sequence[tuple[str, int]]) -> bool:
        """Return whether a worker will hear of it."""
        self._sent_since += 1
        return self._send(tasks.deliver, deliveries=[list(pair) for pair in pairs])

    def ask_to_look(self, delivery_id: str, fence: int) -> bool:
        return self._send(tasks.look, delivery_id=delivery_id, fence=fence)

    def ask_to_prepare(self, placement_id: str) -> bool:
        return self._send(tasks.prepare, placement_id=placement_id)

    def ask_to_book(self) -> None:
        """Somebody books what has ended, if anything has; by ourselves when there is no broker."""
        if time.monotonic() - self._booked_at < BOOK_EVERY_S:
            return
        self._booked_at = time.monotonic()
        with scopes_disabled():
            has_ended = Delivery.objects.filter(is_booked=False, wake_at=None, state__in=ENDS).exists()
        if has_ended and not self._send(tasks.book):
            tasks.book()

    def _send(self, task: Any, **what: Any) -> bool:
        if self.is_away():
            return False
        try:
            task.apply_async(kwargs=what, retry=False)
        except (BrokerAway, ConnectionError, OSError, redis.RedisError) as error:
            self._note_away(error)
            return False
        return True

    def _note_away(self, error: Exception) -> None:
        log.warning("dispatch.broker_away", error=type(error).__name__)
        self._away_until = time.monotonic() + AGAIN_S
