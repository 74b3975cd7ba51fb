"""The crisis stop of an organisation as the engine sees it: what is on its way is held; what passes its time meanwhile is missed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import QuerySet

from accounts.orgs import stop as orgs
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.posts import selectors as posts
from campaigns.posts.models import Placement
from scheduler.delivery import claim, services
from scheduler.delivery.models import Delivery
from scheduler.delivery.shift import Change, shift_all
from scheduler.delivery.states import Event

log = structlog.get_logger()
LOOK_BACK = timedelta(days=30)


@dataclass(frozen=True)
class Waiting:
    """What a stop keeps back: posts whose time has passed, and how many are still to come."""

    passed: list[Placement]
    ahead: int
    held: int


def stop(*, organisation: Organisation, by: User, reason: str, now: datetime) -> int:
    """Nothing of the organisation goes out any more; return how many were on their way and are held. Pressing twice is harmless."""
    if not reason.strip():
        raise Refusal("stop-needs-reason", fields={"reason": "stop-needs-reason"})
    orgs.stop(organisation=organisation, by=by, reason=reason, now=now)
    # After the flag stands for everybody: nothing can be claimed between the two.
    return services.hold_all(organisation=organisation, by=by, now=now)


def lift(*, organisation: Organisation, by: User, now: datetime) -> int:
    """Posts go out again from now on; return how many have missed their time. Those are not sent by themselves: a person decides.

    One transaction: no dispatcher sees the organisation running before what has passed is marked.
    """
    with transaction.atomic():
        if not orgs.lift(organisation=organisation, by=by, now=now):
            raise Refusal("not-stopped", status=409)
        missed = miss_passed(now=now)
    services.release_all(organisation=organisation, by=by, now=now)
    orgs.say_lifted(organisation=organisation, by=by, missed=missed, now=now)
    log.info("organisation.goes_on", organisation=str(organisation.pk), missed=missed)
    return missed


def miss_passed(*, now: datetime) -> int:
    """Whatever of the organisation in scope has passed its time and is not online is missed; return how many."""
    why = {"problem": {"code": "missed", "params": {}}}
    late = [Change(d, Event.MISS, fields=dict(why)) for d in held().filter(planned_at__lte=now, remote_id=None)]
    born = claim.claim(list(passed(now=now).values_list("pk", flat=True)), now=now)
    claim.miss(born, now=now)
    return len(born) + sum(shift_all(late, now=now))


def waiting(*, now: datetime) -> Waiting:
    """Return what the stop of the organisation in scope keeps back."""
    late = [*Placement.objects.filter(pk__in=held().values("placement")).select_related("channel", "post"), *passed(now=now)]
    return Waiting(
        passed=sorted(late, key=lambda p: p.planned_at or now, reverse=True),
        ahead=posts.due(before=now + timedelta(days=3650), after=now).count(),
        held=held().count(),
    )


def held() -> QuerySet[Delivery]:
    found: QuerySet[Delivery] = Delivery.objects.select_related("channel", "organisation", "placement").filter(state=Delivery.State.HELD)
    return found


def passed(*, now: datetime) -> QuerySet[Placement]:
    return posts.due(before=now, after=now - LOOK_BACK).select_related("channel", "post")
