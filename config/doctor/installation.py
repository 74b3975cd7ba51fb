"""The installation itself: its settings, its folder, its web app, the world's time zones."""

import shutil
import zoneinfo
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core import checks

from config.doctor.finding import Finding, note, well, wrong

LEAST_FREE, TIGHT_FREE = 200_000_000, 1_000_000_000
A_ZONE = "Europe/Brussels"


def startup_checks(*, now: datetime) -> Iterator[Finding]:
    """What every start looks at (config/checks.py)."""
    found = checks.run_checks(tags=["carillon"], databases=["default"])
    for message in found:
        make = wrong if message.is_serious() else note
        yield make(f"{message.msg} ({message.id})", message.hint or "")
    if not any(message.is_serious() for message in found):
        yield well("the settings are complete" if not found else "nothing in the settings keeps Carillon from starting")


def disk(*, now: datetime) -> Iterator[Finding]:
    folder = _existing(settings.HOME)
    usage = shutil.disk_usage(folder)
    free = f"{usage.free / 1e9:.1f} GB of {usage.total / 1e9:.0f} GB free where CARILLON_HOME is ({settings.HOME})"
    if usage.free < LEAST_FREE:
        yield wrong(f"The disk is full: {free}.", "Make room: without it nothing can be saved, and what cannot be saved is not sent.")
    elif usage.free < TIGHT_FREE:
        yield note(f"The disk is getting full: {free}.", "Make room before it is full; pictures and the database grow.")
    else:
        yield well(free)


def web_app(*, now: datetime) -> Iterator[Finding]:
    if (settings.WEB_APP / "index.html").is_file():
        yield well("the web app is built")
    else:
        yield wrong("The web app is not built: visitors see a blank page.", "Run `make build`.")


def time_zones(*, now: datetime) -> Iterator[Finding]:
    try:
        zoneinfo.ZoneInfo(A_ZONE)
    except zoneinfo.ZoneInfoNotFoundError:
        yield wrong(
            "This machine does not know the world's time zones: no local time can be turned into a moment.",
            "Install the package tzdata (apt-get install tzdata).",
        )
    else:
        yield well(f"time zones are known; {A_ZONE} is {now.astimezone(zoneinfo.ZoneInfo(A_ZONE)):%H:%M} now")


def _existing(folder: Path) -> Path:
    return folder if folder.exists() or folder == folder.parent else _existing(folder.parent)
