"""All examinations, in the order in which one would make them."""

from collections.abc import Callable, Iterator
from datetime import datetime

from config.doctor import channels, installation, outside, publishing, stores
from config.doctor.finding import Finding, note, wrong
from config.doctor.stores import DatabaseAway

Examination = Callable[..., Iterator[Finding]]

BY_ITSELF: dict[str, Examination] = {
    "settings": installation.startup_checks,
    "disk": installation.disk,
    "web app": installation.web_app,
    "time zones": installation.time_zones,
    "broker": stores.broker,
}
IN_THE_DATABASE: dict[str, Examination] = {
    "clocks": stores.clocks,
    "parts": publishing.parts,
    "hold": publishing.hold,
    "on time": publishing.on_time,
    "waiting": publishing.waiting,
    "locks": publishing.old_locks,
    "vault": channels.vault,
    "channels": channels.sign_ins,
    "limits": channels.throttled,
}
OUTSIDE: dict[str, Examination] = {"address": outside.site_url, "mail": outside.mail, "networks": outside.the_networks}


def everything(*, now: datetime) -> Iterator[tuple[str, Finding]]:
    """Yield each finding with what was looked at."""
    yield from _each(BY_ITSELF, now=now)
    try:
        for finding in stores.database(now=now):
            yield "database", finding
    except DatabaseAway:
        yield "database", note(f"Not looked at without it: {', '.join(IN_THE_DATABASE)}.")
    else:
        yield from _each(IN_THE_DATABASE, now=now)
    yield from _each(OUTSIDE, now=now)


def _each(examinations: dict[str, Examination], *, now: datetime) -> Iterator[tuple[str, Finding]]:
    for name, examination in examinations.items():
        try:
            for finding in examination(now=now):
                yield name, finding
        except Exception as error:  # noqa: BLE001  the edge between one examination and the next
            yield (
                name,
                wrong(f"This could not be looked at ({type(error).__name__}).", "It may be a defect of Carillon: please report it."),
            )
