"""What each of our own parts runs: forked by the supervisor, or alone with `manage.py part NAME`."""

import os
import sys
from collections.abc import Callable
from importlib import import_module

from django.conf import settings
from django.core.management import call_command

# Queues and threads. Slow work (looks, pictures, housekeeping) has a process of its own, so that it never takes a post's turn. The
# publisher's threads only take messages up: the calls are made by SEND_THREADS of its own (scheduler/delivery/sender.py).
# Celery's command line is passed over: it loads a whole interactive shell.
WORKERS = {"publisher": (("publish",), 4), "assistant": (("look", "media", "default"), 16)}
QUIET = {"without_gossip": True, "without_mingle": True, "without_heartbeat": True}


def web() -> None:
    import uvicorn

    uvicorn.run(
        "config.asgi:application",
        host=settings.BIND,
        port=settings.PORT,
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=3,  # open streams of live updates would hold the end up for ever
    )


def dispatcher() -> None:
    get_ready_to_send()  # without a broker it sends by itself
    call_command("dispatch")


def worker(name: str) -> None:
    from config.celery import app

    queues, threads = WORKERS[name]
    pool = settings.DATABASES["default"].get("OPTIONS", {}).get("pool")
    if pool:
        pool["max_size"] = threads + 24  # each thread may hold a connection, and some of the senders'
    _spare_the_checks()
    app.loader.import_default_modules()
    get_ready_to_send()
    working = app.Worker(pool="threads", concurrency=threads, queues=queues, hostname=f"{name}@%h", **QUIET)
    working.start()
    sys.exit(working.exitcode)


def get_ready_to_send() -> None:
    """Everything is loaded before the first message comes: a post must not wait for it, nor miss its deadline by it."""
    import networks
    from config import memory

    import_module("scheduler.dispatcher")
    networks.warm_up()
    memory.settle()


def beat() -> None:
    from config.celery import app

    _spare_the_checks()
    app.Beat(schedule=str(settings.HOME / "beat-schedule")).run()


def preload() -> None:
    """What the parts behind the web have in common is in memory, so that they share it."""
    for module in ("celery.apps.beat", "celery.apps.worker", "celery.worker.consumer", "kombu.transport.redis"):
        import_module(module)
    from config.celery import app

    _spare_the_checks()
    app.loader.import_default_modules()


def _spare_the_checks() -> None:
    """Celery would run all of Django's checks, which load every view of the web: two seconds and 30 MB in each of its processes."""
    os.environ["CELERY_SKIP_CHECKS"] = "1"


PROGRAMS: dict[str, Callable[[], None]] = {
    "web": web,
    "dispatcher": dispatcher,
    "publisher": lambda: worker("publisher"),
    "assistant": lambda: worker("assistant"),
    "beat": beat,
}
