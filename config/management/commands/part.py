"""`manage.py part NAME`: one part of Carillon alone, for machines with a supervisor of their own (containers, systemd)."""

import os
from typing import Any

from django.core.management import BaseCommand, CommandParser

from config.supervise.programs import PROGRAMS


class Command(BaseCommand):
    help = "Run one part of Carillon: " + ", ".join(PROGRAMS) + "."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", choices=list(PROGRAMS))

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        os.umask(0o077)
        PROGRAMS[name]()
