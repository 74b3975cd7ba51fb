"""Posts that nobody takes up: the administrators hear of it, while there is still time to start what stands still."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.db.models import Count, Min
from django_scopes import scopes_disabled

from accounts.channels.models import Channel
from accounts.notify import services as notify
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Organisation
from accounts.orgs.rights import Verb
from campaigns.posts import selectors as posts
from scheduler.delivery.models import Delivery
from scheduler.hold.models import Publishing

log = structlog.get_logger()
LATE = timedelta(minutes=5)


@scopes_disabled()
def tell_of_lateness(*, now: datetime) -> int:
    """Where nobody has taken posts up for five minutes, administrators know it, once an hour; return of how many organisations.

    What a person stopped is not late: a crisis stop, a hold of the installation, a paused channel.
    """
    if Publishing.objects.filter(held_at__isnull=False).exists():
        return 0
    late, told = late_by_organisation(now=now), 0
    for organisation in Organisation.objects.filter(pk__in=late, stopped_at=None):
        count, oldest = late[organisation.pk]
        minutes = int((now - oldest).total_seconds() // 60)
        log.warning("publishing.late", organisation=str(organisation.pk), posts=count, minutes=minutes)
        told += 1
        notify.tell(
            organisation=organisation,
            users=orgs.holders(organisation=organisation, verb=Verb.MANAGE),
            code="publishing-late",
            params={"posts": count, "minutes": minutes},
            path="/today",
            cause="publishing-late",
            by_email=True,
            now=now,
        )
    return told


def late_by_organisation(*, now: datetime) -> dict[UUID, tuple[int, datetime]]:
    """Return for each organisation how many posts are late and since when: nobody claimed them, or nobody answered their alarm."""
    unclaimed = posts.due(before=now - LATE, after=now - timedelta(seconds=settings.GRACE_S)).filter(channel__state=Channel.State.CONNECTED)
    unanswered = Delivery.objects.filter(wake_at__lte=now - LATE)
    found: dict[UUID, tuple[int, datetime]] = {}
    sides: Any = ((unclaimed, "planned_at"), (unanswered, "wake_at"))
    for rows, column in sides:
        for pk, count, oldest in rows.order_by().values_list("organisation").annotate(n=Count("pk"), oldest=Min(column)):
            before = found.get(pk, (0, oldest))
            found[pk] = (before[0] + count, min(before[1], oldest))
    return found
