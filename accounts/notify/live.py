"""Tell open web apps that something changed: its kind and id only; they fetch it again through the API, which checks rights."""

import functools
import json
import uuid

import redis
import structlog
from django.conf import settings
from django.db import transaction
from redis.backoff import NoBackoff
from redis.retry import Retry

log = structlog.get_logger(__name__)
MANY = ""  # instead of an id: several of that kind; web apps ask again for what they show, not for each of thousands
PATIENCE_S = 0.5  # what a change may wait for Redis: it is only a courtesy


def publish(*, organisation_id: uuid.UUID, kind: str, id: object) -> None:
    """Once the transaction has committed, the organisation's open web apps hear of it. Never raises."""
    transaction.on_commit(lambda: _send(topic(organisation_id), json.dumps({"kind": kind, "id": str(id)})), robust=True)


def topic(organisation_id: uuid.UUID) -> str:
    return f"carillon:live:{organisation_id}"


def _send(to: str, message: str) -> None:
    try:
        server().publish(to, message)
    except (redis.RedisError, OSError) as error:
        log.info("live.unheard", cause=type(error).__name__)  # web apps also ask by themselves now and then


@functools.cache
def server() -> redis.Redis:
    """One pool for the process; it opens new connections after a fork by itself."""
    return redis.Redis.from_url(
        settings.REDIS_URL, socket_timeout=PATIENCE_S, socket_connect_timeout=PATIENCE_S, retry=Retry(NoBackoff(), 0)
    )
