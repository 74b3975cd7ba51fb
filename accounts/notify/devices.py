"""The devices on which a person wants to see notices, and what is to be shown there."""

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext

from accounts.keys import services as keys
from accounts.notify import mail, push
from accounts.notify.models import Device, Notice
from accounts.notify.urgent import is_urgent
from accounts.words import gist, word

if TYPE_CHECKING:
    from accounts.people.models import User

MOST = 20  # devices of one person
AT_ONCE = 100
AGAIN_AFTER, TRIED_FOR = timedelta(minutes=2), timedelta(hours=1)
BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"))
SYSTEMS = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux"))


@transaction.atomic
def add(*, user: "User", endpoint: str, p256dh: str, auth: str, agent: str, now: datetime) -> Device:
    """This device shows the person's notices, and nobody else's any more. The caller has judged address and keys (push.is_fit)."""
    public, _key = keys.pusher(now=now)
    known = {
        "user": user,
        "endpoint": endpoint,
        "p256dh": p256dh.rstrip("="),
        "auth": auth.rstrip("="),
        "spoken_for_by": public,
        "name": name_of(agent),
        "made_at": now,
    }
    device, _ = Device.objects.update_or_create(endpoint_sha256=digest(endpoint), defaults=known)
    for old in Device.objects.filter(user=user).order_by("-made_at")[MOST:]:
        old.delete()
    return device


def digest(endpoint: str) -> str:
    return hashlib.sha256(endpoint.encode()).hexdigest()


def name_of(agent: str) -> str:
    """Return what a person calls the browser: "Firefox on Android"."""
    browser = next((name for sign, name in BROWSERS if sign in agent), "Safari" if "Safari" in agent else "")
    system = next((name for sign, name in SYSTEMS if re.search(rf"\b{sign}\b", agent)), "")
    return " · ".join(filter(None, [browser, system]))[:120]


def try_out(*, device: Device, slug: str, now: datetime) -> push.Outcome:
    """That device is shown a notice that says it works. One that is gone is forgotten."""
    body = gettext("It works: you will see here what needs you.")
    return _show(device, {"title": "Carillon", "body": body, "path": f"/{slug}/today", "tag": "try"}, is_urgent=True, now=now)


def show_due(*, only: Sequence[str] | None = None, now: datetime) -> int:
    """What is due is shown on its readers' devices, once, whoever else asks at the same moment; return how many devices took it.

    Call it outside a transaction. What no device's service took is due again in two minutes, for an hour.
    """
    due = Notice.objects.filter(push_at__lte=now).select_related("user").order_by("push_at")
    found = list(due.filter(pk__in=only) if only is not None else due[:AT_ONCE])
    mine = [notice for notice in found if Notice.objects.filter(pk=notice.pk, push_at=notice.push_at).update(push_at=None)]
    senders = apps.get_model("accounts", "Organisation").objects.in_bulk({notice.organisation_id for notice in mine})
    taken = 0
    for notice in mine:
        said = said_of(notice, sender=senders[notice.organisation_id])
        urgent = is_urgent(notice.code) or notice.code.endswith(("-waits", "-wait"))
        outcomes = [_show(device, said, is_urgent=urgent, now=now) for device in notice.user.devices.all()]
        taken += outcomes.count(push.Outcome.TAKEN)
        if push.Outcome.LATER in outcomes and push.Outcome.TAKEN not in outcomes and now - notice.created_at < TRIED_FOR:
            Notice.objects.filter(pk=notice.pk).update(push_at=now + AGAIN_AFTER)
    return taken


def said_of(notice: Notice, *, sender: Any) -> dict[str, str]:
    """Return what the device shows: who, what, and where a tap leads. `tag`: a later one of the same cause takes its place."""
    with mail.speaking(notice.user.language):
        what, whole = gist(notice.code, notice.params), word(notice.code, notice.params)
    rest = whole.removeprefix(what).lstrip(". ")
    body = what if not rest else f"{what}. {rest}"
    path = notice.path
    if match := re.search(r"[?&]show=([0-9a-f-]{36})", path):
        path += f"&pushed={match[1]}"
    return {
        "title": sender.name,
        "body": body if len(body) <= push.BODY_MOST else body[: push.BODY_MOST - 1].rstrip() + "…",
        "path": f"/{sender.slug}{path or '/today'}",
        "tag": notice.cause or str(notice.pk),
    }


def _show(device: Device, said: dict[str, str], *, is_urgent: bool, now: datetime) -> push.Outcome:
    outcome = push.send(endpoint=device.endpoint, p256dh=device.p256dh, auth=device.auth, said=said, is_urgent=is_urgent, now=now)
    if outcome == push.Outcome.REFUSED and device.spoken_for_by != keys.pusher(now=now)[0]:
        outcome = push.Outcome.GONE  # its service takes nothing that is signed with our key of today
    if outcome == push.Outcome.GONE:
        Device.objects.filter(pk=device.pk).delete()
    elif outcome == push.Outcome.TAKEN:
        Device.objects.filter(pk=device.pk).update(shown_at=now)
    return outcome
