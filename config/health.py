"""GET /healthz: are all parts alive, and is the work on time? Answers within a second, even when a part hangs."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Any

import redis
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config.celery import QUEUES
from scheduler.health import selectors as health

PATIENCE_S = 0.8
SILENCE_S = 20.0  # heartbeats come every 5 s
LATE_S = 300.0


class Probe:
    """One question to one part, asked in a thread of its own: a part that hangs costs one thread, however often it is asked about."""

    def __init__(self, question: Callable[[], Any]) -> None:
        self._question = question
        self._lock = threading.Lock()
        self._answer: Future[Any] | None = None

    def ask(self) -> Future[Any]:
        """Return the answer to come: of the question still open, if there is one."""
        with self._lock:
            if self._answer is None or self._answer.done():
                self._answer = Future()
                threading.Thread(target=self._run, args=(self._answer,), daemon=True).start()
            return self._answer

    def _run(self, answer: Future[Any]) -> None:
        try:
            answer.set_result(self._question())
        except Exception as error:  # noqa: BLE001  whatever it is, it is the answer: this part is not well
            answer.set_exception(error)


def _ask_database() -> tuple[dict[str, float], float]:
    now = timezone.now()
    try:
        return health.seconds_since_beat(now=now), health.oldest_due_s(now=now)
    finally:
        connection.close()


def _ask_broker() -> None:
    client = redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=PATIENCE_S, socket_timeout=PATIENCE_S)
    try:
        client.ping()
    finally:
        client.close()


DATABASE, BROKER = Probe(_ask_database), Probe(_ask_broker)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    database, broker = DATABASE.ask(), BROKER.ask()
    until = time.monotonic() + PATIENCE_S
    parts = {"database": _part(database, until), "broker": _part(broker, until)}
    beats, oldest_due_s = database.result() if parts["database"]["status"] == "ok" else ({}, None)
    parts["dispatcher"] = _alive(beats, ["dispatcher"])
    parts["worker"] = _alive(beats, [f"worker.{queue}" for queue in QUEUES])
    if oldest_due_s is not None and oldest_due_s > LATE_S:
        parts["dispatcher"] = {"status": "late", "problem": f"a placement has been due for {oldest_due_s:.0f} s and nobody has claimed it"}
    is_well = all(part["status"] == "ok" for part in parts.values())
    answer = {"status": "ok" if is_well else "down", "parts": parts, "oldest_due_s": oldest_due_s and round(oldest_due_s, 1)}
    return JsonResponse(answer, status=200 if is_well else 503)


def _part(answer: Future[Any], until: float) -> dict[str, Any]:
    """Return how the part is, waiting for its answer no longer than that."""
    wait([answer], timeout=max(0.0, until - time.monotonic()))
    if not answer.done():
        return {"status": "down", "problem": f"no answer within {PATIENCE_S} s"}
    if error := answer.exception():
        return {"status": "down", "problem": type(error).__name__}
    return {"status": "ok"}


def _alive(beats: dict[str, float], names: list[str]) -> dict[str, Any]:
    """Return how the part is whose every name must have given a sign of life lately."""
    silent = [name for name in names if beats.get(name, SILENCE_S + 1) > SILENCE_S]
    if silent:
        return {"status": "down", "problem": f"no sign of life from {', '.join(silent)}"}
    return {"status": "ok", "seconds_ago": round(max(beats[name] for name in names), 1)}
