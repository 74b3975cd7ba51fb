"""Does what is due go out?"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django_scopes import scopes_disabled

from accounts.orgs.models import Organisation
from config.celery import QUEUES
from config.doctor.finding import Finding, note, well, wrong
from scheduler.delivery.standing import UNBOOKED, standing, waiting_longest
from scheduler.health import selectors as health
from scheduler.hold.models import Publishing

SILENCE_S = 20.0
LATE_S = 60.0
LONG = timedelta(minutes=30)
STARTED_BY = {"dispatcher": "manage.py part dispatcher", "publish": "manage.py part publisher"}


def parts(*, now: datetime) -> Iterator[Finding]:
    """Each part that works out of sight has given a sign of life."""
    beats = health.seconds_since_beat(now=now)
    wanted = ["dispatcher", *(f"worker.{queue}" for queue in QUEUES)]
    for part in wanted:
        age_s = beats.get(part)
        if age_s is not None and age_s <= SILENCE_S:
            continue
        since = "ever" if age_s is None else f"for {_span(age_s)}"
        start = STARTED_BY.get(part.removeprefix("worker."), "manage.py part assistant")
        yield wrong(
            f"No sign of life from {part} {since}: {_without(part)}.", f"Start it (`manage.py up`, or `{start}` alone); see its log."
        )
    if all(beats.get(part, SILENCE_S + 1) <= SILENCE_S for part in wanted):
        yield well("dispatcher and workers are alive")


def hold(*, now: datetime) -> Iterator[Finding]:
    """Whether somebody has stopped publishing, and what waits for a look first."""
    row = Publishing.objects.first()
    if row and row.held_at:
        why = f": {row.reason}" if row.reason else ""
        yield note(f"Publishing is held since {row.held_at:%d %b %H:%M} UTC{why}. Nothing goes out.", "`manage.py release` lets it go on.")
    else:
        yield well("publishing is not held")
    with scopes_disabled():
        for name, since in Organisation.objects.exclude(stopped_at=None).values_list("name", "stopped_at"):
            yield note(f"{name} has stopped its own publishing since {since:%d %b %H:%M} UTC.", "Its people can let it go on.")


def on_time(*, now: datetime) -> Iterator[Finding]:
    """Nothing that is due waits, nothing that was begun is forgotten, everything that ended is on record."""
    oldest_s, stands = health.oldest_due_s(now=now), standing(now=now)
    is_well = True
    if oldest_s > LATE_S:
        is_well = False
        yield wrong(
            f"{stands.due} posts are due and nobody has taken them, the oldest for {_span(oldest_s)}.",
            "The dispatcher is not running, or cannot claim: see dispatcher.log for `placement.not_claimed`.",
        )
    if stands.overslept:
        is_well = False
        yield wrong(
            f"{stands.overslept} deliveries should have been woken, the first {_span(stands.oldest_alarm_s)} ago.",
            "No dispatcher is ringing their alarms: start one (`manage.py part dispatcher`), or see its log.",
        )
    if stands.oldest_unbooked_s > UNBOOKED.total_seconds():
        is_well = False
        yield wrong(
            f"{stands.unbooked} deliveries have ended without anybody having been told, the first {_span(stands.oldest_unbooked_s)} ago.",
            "The worker for the queue `default` books them: start `manage.py part assistant`, or see its log.",
        )
    if is_well:
        yield well("what is due goes out, and is on record")
    if number := stands.states.get("needs_look", 0):
        yield note(
            f"{number} posts wait for a person to look whether they are online.", "Their people find them under Today, “went wrong”."
        )


def waiting(*, now: datetime) -> Iterator[Finding]:
    """Deliveries that are open long after their time, each with its reason."""
    found = waiting_longest(now=now, than=LONG)
    for delivery in found:
        code = (delivery.problem or {}).get("code", "no reason on record")
        yield note(
            f"A post for {delivery.channel} of {delivery.organisation.name} has been {delivery.state} since "
            f"{delivery.planned_at:%d %b %H:%M} UTC ({code}).",
            f"It is given up at {delivery.not_after:%H:%M} UTC at the latest. Delivery {delivery.pk}.",
        )
    if not found:
        yield well(f"nothing is open longer than {LONG.total_seconds() / 60:.0f} minutes after its time")


def old_locks(*, now: datetime) -> Iterator[Finding]:
    """Lock files that owners left behind. They harm nobody; many say that processes end badly."""
    files = list((settings.HOME / "owners").glob("*.lock"))
    old = [file for file in files if now.timestamp() - file.stat().st_mtime > timedelta(days=1).total_seconds()]
    if len(old) > 50:
        yield note(
            f"{len(old)} lock files of processes lie in {settings.HOME / 'owners'} for more than a day.",
            "The sweeper takes away free ones.",
        )
    else:
        yield well(f"{len(files)} owners' lock files, none left lying" if files else "no owner's lock file is left lying")


def _without(part: str) -> str:
    return {
        "dispatcher": "nothing goes out",
        "worker.publish": "posts go out late, from the dispatcher",
        "worker.look": "nobody looks whether posts are online whose answer was lost",
        "worker.media": "pictures are not prepared ahead",
        "worker.default": "nobody is told how posts ended",
    }.get(part, "its work is not done")


def _span(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} minutes" if seconds < 7200 else f"{seconds / 3600:.0f} hours"
