"""A process that takes in a spreadsheet of 2 000 rows and takes it back, then makes some of the same drafts one by one.

`python -m bench.stage_importing` prints, as JSON, the seconds each took and how many statements the whole import was.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402
from django_scopes import scope, scopes_disabled  # noqa: E402

from accounts.channels.models import Channel  # noqa: E402
from accounts.orgs.models import Membership, Organisation  # noqa: E402
from accounts.people.models import User  # noqa: E402
from bench.call import text  # noqa: E402
from campaigns.exchange import imports  # noqa: E402
from campaigns.exchange.models import Import  # noqa: E402
from campaigns.exchange.reading import Row  # noqa: E402
from campaigns.posts import services as posts  # noqa: E402

ROWS, ONES = 2_000, 200
HEADER = ["Date", "Time", "Channel", "Text FR", "Tekst NL", "Link"]
PLAN = imports.Plan(columns=["date", "time", "channel", "text_fr", "text_nl", "link"])
NAMES = ["Page", "Profile", "Account"]


def stage() -> tuple[Organisation, User]:
    organisation = Organisation.objects.create(slug="sheet", name="Sheet", languages=["fr", "nl"])
    person = User.objects.create_user("planner@example.org", name="Planner")
    Membership.objects.create(organisation=organisation, user=person, roles=["planner"])
    for network, name in zip(("facebook", "instagram", "twitter"), NAMES, strict=True):
        Channel.objects.create(organisation=organisation, network=network, remote_id=network, name=name, languages=["fr", "nl"])
    return organisation, person


def row(number: int) -> Row:
    day = timezone.now() + timedelta(days=2 + number // 12)
    at = f"{7 + number % 12}:{number % 60:02}"
    words = [text(number), text(number + ROWS), f"https://example.org/{number}"]
    return Row(number + 2, [f"{day:%Y-%m-%d}", at, ", ".join(NAMES[: 1 + number % 3]), *words])


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def measured() -> dict[str, float]:
    organisation, person = stage()
    rows = [row(number) for number in range(ROWS)]
    about: dict[str, Any] = {"organisation": organisation, "by": person, "header": HEADER, "plan": PLAN, "now": timezone.now()}
    with scope(organisation=organisation):
        made: list[Import] = []
        with CaptureQueriesContext(connection) as asked:
            make_s = timed(lambda: made.append(imports.take_in(rows=rows, file_name="plan.csv", sha256="0" * 64, **about)))
        undo_s = timed(lambda: imports.undo(made=made[0], by=person, now=timezone.now()))
        drafts = [one.draft for one in imports.check(organisation=organisation, rows=rows[:ONES], plan=PLAN, now=timezone.now())]
        one_s = timed(lambda: [posts.create(organisation=organisation, by=person, draft=d, now=timezone.now()) for d in drafts if d])
    return {"rows": ROWS, "make_s": make_s, "undo_s": undo_s, "queries": len(asked), "ones": ONES, "one_s": one_s}


if __name__ == "__main__":
    with scopes_disabled():
        json.dump(measured(), sys.stdout)
