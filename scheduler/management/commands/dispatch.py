"""Claim what is due and hand it to workers at its second. Any number of copies may run."""

import signal
from typing import Any

from django.core.management.base import BaseCommand

from scheduler.dispatcher import Dispatcher


class Command(BaseCommand):
    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        dispatcher = Dispatcher()
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, lambda *_: dispatcher.stop())
        dispatcher.run()
