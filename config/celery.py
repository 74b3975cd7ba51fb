"""Celery: workers are woken by messages, the database is the truth. Queues keep slow work away from posts; beat only does housekeeping."""

import os
from typing import Any

from celery import Celery
from celery.signals import setup_logging, worker_ready, worker_shutdown
from kombu import Queue

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

QUEUES = ("publish", "look", "media", "default")

app = Celery("carillon")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    task_queues=[Queue(name) for name in QUEUES],
    task_default_queue="default",
    task_routes={
        "deliver": "publish",
        "look": "look",
        "prepare": "media",
        "draw_pictures": "media",
        "take_back": "look",
        "take_back_overdue": "look",
    },
    task_create_missing_queues=False,
    task_ignore_result=True,
    # A message is a wake-up. Acknowledged early: what a killed worker drops comes back by its lease in the database, and with late
    # acknowledgement both workers were seen to exit when Redis died.
    task_acks_late=False,
    worker_prefetch_multiplier=1,
    # Whoever enqueues hears at once that the broker is away, and does the work itself or leaves it to the lease.
    task_publish_retry=False,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    broker_transport_options={
        "visibility_timeout": 900,
        "unacked_restore_interval": 10,  # the default looks after 100 s
        "unacked_restore_throttle": 1,
        "socket_connect_timeout": 2,
        "socket_timeout": 5,
        "socket_keepalive": True,
        "retry_on_timeout": False,
        # kombu otherwise tries a broker that is away a hundred times before it says so: a post would wait for that
        "max_retries": 1,
        "interval_start": 0,
        "interval_step": 0,
        "interval_max": 0,
    },
    worker_enable_remote_control=False,
    worker_send_task_events=False,
    beat_schedule={
        "forget-the-expired": {"task": "config.tasks.forget_the_expired", "schedule": 3600.0},
        "refresh-tokens": {"task": "refresh_tokens", "schedule": 60.0},
        "refresh-avatars": {"task": "refresh_avatars", "schedule": 60.0},
        "tidy": {"task": "tidy", "schedule": 300.0},
        "mail-what-is-due": {"task": "mail_notices", "schedule": 10.0},
        "push-what-is-due": {"task": "push_notices", "schedule": 10.0},
        "mail-the-day": {"task": "mail_the_day", "schedule": 60.0},
        "draw-what-waits": {"task": "draw_pictures", "schedule": 15.0},
        "keep-library": {"task": "keep_library", "schedule": 3600.0},
        "watch-lateness": {"task": "watch_lateness", "schedule": 60.0},
        "ask-guests": {"task": "ask_guests", "schedule": 10.0},
        "ask-next-about-ripostes": {"task": "ask_next_about_ripostes", "schedule": 20.0},
        "expire-approvals": {"task": "expire_approvals", "schedule": 60.0},
        "remind-of-decisions": {"task": "remind_of_decisions", "schedule": 300.0},
        "remind-of-reviews": {"task": "remind_of_reviews", "schedule": 3600.0},
        "read-outside": {"task": "read_outside", "schedule": 60.0},
        "forget-outside": {"task": "forget_outside", "schedule": 3600.0},
        "take-back-overdue": {"task": "take_back_overdue", "schedule": 5.0},
    },
)
app.autodiscover_tasks()


@setup_logging.connect
def _keep_our_logging(**_: Any) -> None:
    """Celery leaves logging alone: Django has set it up (config/logging.py)."""


@worker_ready.connect
def _begin_heartbeat(sender: Any, **_: Any) -> None:
    """Each queue that this worker serves has a sign of life."""
    from scheduler.health import services as health

    health.keep_beating(parts=[f"worker.{queue.name}" for queue in sender.task_consumer.queues])


@worker_shutdown.connect
def _finish_what_is_on_its_way(**_: Any) -> None:
    """Calls that have begun get their answer, and the answers are saved."""
    from scheduler.delivery import sender

    sender.close()
