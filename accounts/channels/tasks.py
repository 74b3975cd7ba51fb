"""Housekeeping of channels, called by beat."""

from celery import shared_task
from django.utils import timezone

from accounts.channels import avatars


@shared_task(name="refresh_avatars")
def refresh_avatars(**_: object) -> None:
    avatars.refresh_due(now=timezone.now())
