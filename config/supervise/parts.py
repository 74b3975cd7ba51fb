"""The parts of Carillon on one machine: what each runs, and how one knows that it is ready."""

import http.client
import json
import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError

from config import env
from config.supervise import database, valkey
from config.supervise.part import Part
from config.supervise.programs import PROGRAMS, WORKERS
from scheduler.health.models import Heartbeat


def broker() -> list[Part]:
    """Return the embedded Valkey, or nothing when REDIS_URL names a server."""
    if env.text("REDIS_URL"):
        return []
    server, socket = valkey.find(), valkey.socket_of(settings.REDIS_URL)
    command = valkey.command(server, socket=socket, folder=settings.HOME / "broker" / server.kind)
    return [Part("broker", _program(command), partial(valkey.answers, socket), about=server.about, others_need=True)]


def sandbox() -> list[Part]:
    """Return the stand-in for the networks, which the demo alone has."""
    if not settings.DEMO:
        return []
    knobs = {
        "SANDBOX_HOME": str(settings.HOME / "sandbox"),
        "SANDBOX_PORT": str(settings.SANDBOX_PORT),
        "SANDBOX_SMTP_PORT": str(settings.SANDBOX_SMTP_PORT),
        "SANDBOX_REDIRECTS": ",".join(f"{settings.SITE_URL}/connect/{slug}/callback" for slug in settings.NETWORK_SITES),
    }
    run = _program((sys.executable, "-m", "sandbox"), knobs)

    def is_ready() -> bool:
        return _get("127.0.0.1", settings.SANDBOX_PORT, "/") is not None

    return [Part("sandbox", run, is_ready, about=f"http://localhost:{settings.SANDBOX_PORT}", others_need=True)]


def web() -> list[Part]:
    return [Part("web", PROGRAMS["web"], lambda: health() is not None, about=settings.SITE_URL)]


def behind(*, since: datetime) -> list[Part]:
    """Return the parts that work out of sight. They are ready at their first sign of life after that time."""

    def has_beaten(*names: str) -> Callable[[], bool]:
        return partial(_has_beaten, names, since)

    workers = [
        Part(name, PROGRAMS[name], has_beaten(*(f"worker.{queue}" for queue in queues)), about=f"worker: {', '.join(queues)}")
        for name, (queues, _) in WORKERS.items()
    ]
    dispatcher = Part("dispatcher", PROGRAMS["dispatcher"], has_beaten("dispatcher"))
    return [dispatcher, *workers, Part("beat", PROGRAMS["beat"], lambda: True, about="housekeeping")]


def _program(command: tuple[str, ...], knobs: Mapping[str, str] | None = None) -> Callable[[], None]:
    """Return what makes this process become another program."""
    return lambda: os.execve(command[0], command, {**os.environ, "PYTHONUNBUFFERED": "1", **(knobs or {})})


def health() -> dict[str, Any] | None:
    """Return what /healthz answers, or None while the web does not answer."""
    address = "127.0.0.1" if settings.BIND in ("0.0.0.0", "::", "localhost") else settings.BIND
    answer = _get(address, settings.PORT, "/healthz")
    return json.loads(answer) if answer else None


def _get(address: str, port: int, path: str) -> bytes | None:
    connecting = http.client.HTTPConnection(address, port, timeout=2)
    try:
        connecting.request("GET", path, headers={"Host": urlsplit(settings.SITE_URL).netloc})
        return connecting.getresponse().read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connecting.close()


def _has_beaten(names: tuple[str, ...], since: datetime) -> bool:
    """Return True when each of these has given a sign of life since then."""
    try:
        return Heartbeat.objects.filter(part__in=names, at__gte=since).count() == len(names)
    except DatabaseError:  # it restarts: the supervisor waits, it does not end
        return False
    finally:
        database.close()
