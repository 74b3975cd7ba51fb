"""Posts go out again after `manage.py hold`. What was planned until now is looked for on its network before it is sent."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from scheduler.hold import services


class Command(BaseCommand):
    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        services.release(now=timezone.now())
        print("Posts go out again. Those whose time has passed are looked for first, so that none goes out twice.")
