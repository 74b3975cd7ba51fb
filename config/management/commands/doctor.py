"""`manage.py doctor`: is everything well, and if not, what is to be done? Exit code 1 when something is wrong."""

import json
import logging
import sys
from dataclasses import asdict
from typing import Any

from django.core.management import BaseCommand, CommandParser
from django.utils import timezone

from config.doctor.examine import everything
from config.doctor.finding import Finding, Level

MARKS = {Level.WELL: "  ok  ", Level.NOTE: " note ", Level.WRONG: "WRONG "}


class Command(BaseCommand):
    help = "Look at everything an operator would look at; say what is wrong and what to do. Exit code 1 when something is."
    requires_system_checks = ()  # they are among what is looked at

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="for machines: one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        logging.disable(logging.WARNING)  # what goes wrong is said here, once
        found: list[tuple[str, Finding]] = []
        for name, finding in everything(now=timezone.now()):
            found.append((name, finding))
            if not options["json"]:
                self._say(name, finding)
        wrong = sum(finding.level is Level.WRONG for _, finding in found)
        if options["json"]:
            rows = [{"about": name, **asdict(finding)} for name, finding in found]
            self.stdout.write(json.dumps({"well": not wrong, "findings": rows}, ensure_ascii=False))
        else:
            closing = f"{wrong} thing{'s are' if wrong > 1 else ' is'} wrong." if wrong else "Nothing is wrong."
            self.stdout.write(f"\n{closing}")
        sys.exit(1 if wrong else 0)

    def _say(self, name: str, finding: Finding) -> None:
        self.stdout.write(f"{MARKS[finding.level]} {name:<11} {finding.says}")
        if finding.mend and finding.level is not Level.WELL:
            self.stdout.write(f"{'':<19} → {finding.mend}")
