"""How a ceiling stands: what was spent within its days, and what is promised for them."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import QuerySet, Sum

from campaigns.budget.ceilings.models import Ceiling
from campaigns.budget.marks import mark_of
from campaigns.budget.models import Entry
from campaigns.budget.money import cost


@dataclass(frozen=True)
class CeilingStands:
    spent: int
    committed: int
    cap: int

    @property
    def used(self) -> int:
        return self.spent + self.committed

    @property
    def left(self) -> int:
        return self.cap - self.used

    @property
    def mark(self) -> int:
        return mark_of(self.used, self.cap)


def standing_of(ceiling: Ceiling) -> CeilingStands:
    """Return the ceiling's standing. An expense counts on its own day; a promise on the day the money is needed, else that of the yes."""
    recovers = ceiling.organisation.recovers_vat
    rows = _rows(ceiling)
    expenses = rows.filter(kind=Entry.Kind.EXPENSE, on__gte=ceiling.starts_on, on__lte=ceiling.ends_on)
    sums = expenses.aggregate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    committed = 0
    zone = ZoneInfo(ceiling.organisation.time_zone)
    promised = rows.exclude(kind=Entry.Kind.EXPENSE).values_list("request", "request__needed_on").order_by()
    days = dict(rows.filter(kind=Entry.Kind.COMMITMENT).values_list("request", "at"))
    for request, needed_on, net, vat in promised.annotate(net=Sum("net_cents"), vat=Sum("vat_cents")):
        day: date | None = needed_on or (days[request].astimezone(zone).date() if request in days else None)
        if day is not None and ceiling.starts_on <= day <= ceiling.ends_on:
            committed += cost(net, vat, recovers)
    return CeilingStands(spent=cost(sums["net"] or 0, sums["vat"] or 0, recovers), committed=committed, cap=ceiling.cap_cents)


def _rows(ceiling: Ceiling) -> QuerySet[Entry]:
    rows: QuerySet[Entry] = Entry.objects.filter(organisation=ceiling.organisation, line__period__currency=ceiling.currency)
    return rows.filter(campaign=ceiling.campaign_id) if ceiling.campaign_id else rows
