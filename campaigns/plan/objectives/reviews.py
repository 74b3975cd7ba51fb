"""A review that is overdue: the objective's owner hears of it once."""

from datetime import datetime, timedelta

import structlog
from celery import shared_task
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from accounts.notify import services as notify
from accounts.orgs import selectors as orgs
from accounts.orgs.rights import Verb
from campaigns.plan.days import today
from campaigns.plan.models import Objective

log = structlog.get_logger()


@shared_task(name="remind_of_reviews")
def remind_of_reviews(**_: object) -> None:
    remind(now=timezone.now())


def remind(*, now: datetime) -> int:
    """Whoever answers for an objective whose review day has passed has been told so once; return of how many."""
    latest = (now + timedelta(days=1)).date()  # it may be tomorrow already, east of Greenwich
    untold = Q(reminded_of=None) | ~Q(reminded_of=F("review_on"))
    with scopes_disabled():
        found = list(Objective.objects.filter(untold, review_on__lt=latest, archived_at=None).select_related("organisation", "owner"))
    return sum(_remind(objective, now=now) for objective in found if objective.review_on < today(objective.organisation, now=now))


@transaction.atomic
def _remind(objective: Objective, *, now: datetime) -> bool:
    """Marked first, under the condition that nobody else has: two workers tell once."""
    with scope(organisation=objective.organisation):
        untold = Q(reminded_of=None) | ~Q(reminded_of=objective.review_on)
        if not Objective.objects.filter(untold, pk=objective.pk).update(reminded_of=objective.review_on):
            return False
        owner = objective.owner if objective.owner and objective.owner.is_active else None
        members = orgs.members(organisation=objective.organisation)
        is_here = owner is not None and members.filter(user=owner).exists()
        notify.tell(
            organisation=objective.organisation,
            users=[owner] if owner and is_here else orgs.holders(organisation=objective.organisation, verb=Verb.PLAN),
            code="objective-review-overdue",
            params={"objective": objective.name, "date": str(objective.review_on)},
            path=f"/campaigns?objective={objective.pk}",
            cause=f"objective-review:{objective.pk}:{objective.review_on}",
            by_email=True,
            now=now,
        )
    log.info("objective.review_overdue", objective=str(objective.pk))
    return True
