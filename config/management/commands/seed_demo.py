"""`manage.py seed_demo`: two invented organisations with a year behind them. `manage.py up` calls it on a first start."""

import sys
from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from bootstrap.say import Trouble, trouble


class Command(BaseCommand):
    help = "Fill an empty Carillon with the demo's organisations. The sandbox has to be running."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        from demo.seed.fill import fill  # nothing of the demo is loaded anywhere else

        try:
            fill(now=timezone.now())
        except Trouble as what:
            sys.exit(trouble(what))
