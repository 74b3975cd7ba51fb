"""What each of our own parts runs: forked by the supervisor, or alone with `manage.py part NAME`."""

from collections.abc import Callable

from django.conf import settings
from django.core.management import call_command

# Queues and threads. Slow work (pictures, housekeeping) has a process of its own, so that it never takes a post's turn.
WORKERS = {"publisher": (("publish", "look"), 50), "assistant": (("media", "default"), 4)}


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
    call_command("dispatch")


def worker(name: str) -> None:
    from config.celery import app

    queues, threads = WORKERS[name]
    pool = settings.DATABASES["default"].get("OPTIONS", {}).get("pool")
    if pool:
        pool["max_size"] = threads + 4  # each thread may hold a connection of its own
    work = ["--pool", "threads", "--concurrency", str(threads), "--queues", ",".join(queues), "--hostname", f"{name}@%h"]
    app.worker_main(["worker", *work, "--without-gossip", "--without-mingle", "--without-heartbeat"])


def beat() -> None:
    from config.celery import app

    app.start(["beat", "--schedule", str(settings.HOME / "beat-schedule"), "--pidfile="])


PROGRAMS: dict[str, Callable[[], None]] = {
    "web": web,
    "dispatcher": dispatcher,
    "publisher": lambda: worker("publisher"),
    "assistant": lambda: worker("assistant"),
    "beat": beat,
}
