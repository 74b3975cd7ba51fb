"""What workers are asked to do for ripostes. Beat wakes one every 20 seconds: the next is asked to the half minute."""

from typing import Any

from celery import shared_task
from django.utils import timezone

from campaigns.riposte import asking


@shared_task(name="ask_next_about_ripostes")
def ask_next_about_ripostes(**_: Any) -> None:
    asking.ask_next_all(now=timezone.now())
