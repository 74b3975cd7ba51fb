"""How publishing stands on the whole installation: what is open, what waits for a person, what is late. Cheap whatever lies in the past."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, IntegerField, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django_scopes import scopes_disabled

from accounts.orgs.models import Organisation
from campaigns.posts import selectors as posts
from scheduler.delivery.models import Delivery
from scheduler.delivery.states import State

OPEN = (State.DUE, State.CLAIMED, State.SENDING, State.UNCERTAIN)  # have an alarm
AT_REST = ("needs_look", "held")  # wait for a person
OVERSLEPT = timedelta(minutes=2)  # an alarm older than this has been heard by nobody
UNBOOKED = timedelta(minutes=5)


@dataclass(frozen=True)
class Standing:
    """`states` counts deliveries. Ages are in seconds, 0 when there is none."""

    states: dict[str, int] = field(default_factory=dict)
    due: int = 0  # approved placements whose time has come and that no dispatcher has claimed
    unbooked: int = 0  # ended, and not on record yet
    oldest_unbooked_s: float = 0
    overslept: int = 0
    oldest_alarm_s: float = 0


@scopes_disabled()
def standing(*, now: datetime) -> Standing:
    """Return how it stands, in four queries, each on an index that holds only what it is about."""
    alarms = Delivery.objects.filter(wake_at__isnull=False)
    counted = dict.fromkeys(map(str, OPEN), 0) | dict(alarms.values_list("state").annotate(n=Count("pk")))
    rung = alarms.filter(wake_at__lte=now).aggregate(n=Count("pk", filter=Q(wake_at__lt=now - OVERSLEPT)), oldest=Min("wake_at"))
    unbooked = Delivery.objects.filter(is_booked=False, wake_at=None).exclude(state="held")
    ended = unbooked.aggregate(n=Count("pk"), oldest=Min("placement__outcome_at"))
    due = posts.due(before=now, after=now - timedelta(seconds=settings.GRACE_S)).count()
    return Standing(
        states=counted | _at_rest(),
        due=due,
        unbooked=ended["n"],
        oldest_unbooked_s=_age_s(ended["oldest"], now=now),
        overslept=rung["n"],
        oldest_alarm_s=_age_s(rung["oldest"], now=now),
    )


def _at_rest() -> dict[str, int]:
    """Return how many wait for a person. Asked for each organisation, because the index by state begins with it."""
    rows = Organisation.objects.annotate(**{state: _count(state) for state in AT_REST}).values(*AT_REST)
    found = list(rows)
    return {state: sum(row[state] for row in found) for state in AT_REST}


def _count(state: str) -> Coalesce:
    of_one: QuerySet[Delivery] = Delivery.objects.filter(organisation=OuterRef("pk"), state=state).order_by()
    return Coalesce(Subquery(of_one.values("organisation").annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0)


def _age_s(then: datetime | None, *, now: datetime) -> float:
    return max(0.0, (now - then).total_seconds()) if then else 0.0


@scopes_disabled()
def waiting_longest(*, now: datetime, than: timedelta, at_most: int = 5) -> list[Delivery]:
    """Return the deliveries that are still open that long after their time, the longest first."""
    found = Delivery.objects.filter(wake_at__isnull=False, planned_at__lt=now - than)
    return list(found.select_related("channel", "organisation").order_by("planned_at")[:at_most])
