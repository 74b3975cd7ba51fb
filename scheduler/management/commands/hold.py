"""Nothing goes out on this installation until `manage.py release`. Before a backup is restored, or when something is badly wrong."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from scheduler.hold import services


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reason", default="", help="what people read on every screen")

    def handle(self, *args: Any, **options: Any) -> None:
        services.hold(reason=options["reason"], now=timezone.now())
        print("Nothing goes out now. What was on its way in this second may still arrive. `manage.py release` lets posts go out again.")
