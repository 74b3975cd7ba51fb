"""Housekeeping, called by beat: nothing here is on the way of a post."""

from datetime import timedelta

from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from accounts.orgs.models import IdempotentAnswer

ANSWERS_KEPT = timedelta(days=1)


@shared_task
def forget_the_expired(**_: object) -> None:
    """Sessions that ended and answers nobody will ask for again are gone."""
    call_command("clearsessions")
    IdempotentAnswer.objects.filter(created_at__lt=timezone.now() - ANSWERS_KEPT).delete()
