"""The crisis stop: nothing of an organisation goes out until a person lifts it. What the dispatcher does about it is decided above."""

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.notify import services as notify
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User


@transaction.atomic
def stop(*, organisation: Organisation, by: User, reason: str, now: datetime) -> bool:
    """The organisation stands stopped, and whoever may repair knows. Return False when it stood so already: the first reason stays."""
    running = Organisation.objects.filter(pk=organisation.pk, stopped_at=None)
    if not running.update(stopped_at=now, stopped_by=by, stop_reason=reason.strip()[:300]):
        return False
    organisation.refresh_from_db()
    _say(organisation, code="organisation-stopped", params={"by": str(by), "reason": organisation.stop_reason}, now=now)
    _record(organisation, act="organisation.stopped", by=by, data={"reason": organisation.stop_reason}, now=now)
    return True


@transaction.atomic
def lift(*, organisation: Organisation, by: User, now: datetime) -> bool:
    """The stop is over. Return False when there was none. Whoever tells people calls `say_lifted` afterwards."""
    stopped = Organisation.objects.filter(pk=organisation.pk, stopped_at__isnull=False)
    if not stopped.update(stopped_at=None, stopped_by=None, stop_reason=""):
        return False
    organisation.refresh_from_db()
    return True


@transaction.atomic
def say_lifted(*, organisation: Organisation, by: User, missed: int, now: datetime) -> None:
    """Whoever may repair knows that posts go out again, and how many have missed their time."""
    _say(organisation, code="organisation-goes-on", params={"by": str(by)} | ({"missed": missed} if missed else {}), now=now)
    _record(organisation, act="organisation.goes-on", by=by, data={"missed": missed}, now=now)


def _say(organisation: Organisation, *, code: str, params: dict[str, Any], now: datetime) -> None:
    people = orgs.holders(organisation=organisation, verb=Verb.REPAIR)
    notify.tell(organisation=organisation, users=people, code=code, params=params, path="/today", by_email=True, now=now)


def _record(organisation: Organisation, *, act: str, by: User, data: dict[str, Any], now: datetime) -> None:
    live.publish(organisation_id=organisation.pk, kind="organisation", id=organisation.pk)
    audit.record(organisation=organisation, actor=by, act=act, subject_kind="organisation", subject_id=organisation.pk, data=data, now=now)
