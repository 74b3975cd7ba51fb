"""What workers are asked to do for decisions. Beat wakes one every minute."""

from typing import Any

from celery import shared_task
from django.utils import timezone

from campaigns.decisions import expiry


@shared_task(name="expire_approvals")
def expire_approvals(**_: Any) -> None:
    expiry.expire_all(now=timezone.now())
