"""Beat looks every five minutes for what waits too long."""

from typing import Any

from celery import shared_task
from django.utils import timezone

from campaigns.reminders import services


@shared_task(name="remind_of_decisions")
def remind_of_decisions(**_: Any) -> None:
    services.remind_all(now=timezone.now())
