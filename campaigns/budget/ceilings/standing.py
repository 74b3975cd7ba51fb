"""How a ceiling stands: what was spent within its days, and what is promised for them. See docs/algorithms/ceilings.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import QuerySet, Sum
from django.db.models.functions import Coalesce

from campaigns.budget.ceilings.counting import Days, counted_permille
from campaigns.budget.ceilings.models import Ceiling
from campaigns.budget.marks import mark_of
from campaigns.budget.media import BY_CODE
from campaigns.budget.models import Entry
from campaigns.budget.money import cost, divided, part

ALL = 1000


@dataclass(frozen=True)
class CeilingStands:
    """Costs in cents. `online`: what of `used` is paid reach online; `online_cap`: at most so much, None where nothing is said of it."""

    spent: int
    committed: int
    cap: int
    online: int = 0
    online_cap: int | None = None

    @property
    def used(self) -> int:
        return self.spent + self.committed

    @property
    def left(self) -> int:
        return self.cap - self.used

    @property
    def online_left(self) -> int | None:
        return None if self.online_cap is None else self.online_cap - self.online

    @property
    def mark(self) -> int:
        return mark_of(self.used, self.cap)


@dataclass(frozen=True)
class Counted:
    """A cost and how many thousandths of it count here; `online_permille`: how much of it buys reach online."""

    cents: int
    permille: int
    online_permille: int
    is_spent: bool


def standing_of(ceiling: Ceiling) -> CeilingStands:
    """Return the ceiling's standing. An expense counts on its own day; a promise on the day the money is needed, else that of the yes."""
    counted = [*_expenses(ceiling), *_promises(ceiling)]
    # One rounding of each sum: many small shares lose nothing.
    spent = divided(sum(each.cents * each.permille for each in counted if each.is_spent), ALL)
    committed = divided(sum(each.cents * each.permille for each in counted if not each.is_spent), ALL)
    online = divided(sum(each.cents * each.permille * each.online_permille for each in counted), ALL * ALL)
    online_cap = None if ceiling.online_permille is None else part(ceiling.cap_cents, ceiling.online_permille)
    return CeilingStands(spent=spent, committed=committed, cap=ceiling.cap_cents, online=online, online_cap=online_cap)


def _expenses(ceiling: Ceiling) -> Iterator[Counted]:
    recovers, days = ceiling.organisation.recovers_vat, Days(ceiling.starts_on, ceiling.ends_on)
    periods = {days, *_periods_of_law(ceiling)}
    # A counter-entry counts as what it takes back.
    rows = (
        _rows(ceiling)
        .filter(kind=Entry.Kind.EXPENSE)
        .annotate(share=Coalesce("facts__regulated_permille", "reverses__facts__regulated_permille"))
    )
    sums = (
        rows.values_list("on", "share", "line__medium", "digital_permille").order_by().annotate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    )
    for on, share, medium, digital, net, vat in sums:
        permille = counted_permille(on=on, regulated_permille=share, days=days, of_law=ceiling.is_of_law, periods=periods)
        if permille:
            yield Counted(cost(net, vat, recovers), permille, _online(medium, digital), is_spent=True)


def _promises(ceiling: Ceiling) -> Iterator[Counted]:
    recovers, rows = ceiling.organisation.recovers_vat, _rows(ceiling)
    zone = ZoneInfo(ceiling.organisation.time_zone)
    promised = rows.exclude(kind=Entry.Kind.EXPENSE).order_by()
    days = dict(rows.filter(kind=Entry.Kind.COMMITMENT).values_list("request", "at"))
    of_request = promised.values_list("request", "request__needed_on", "line__medium", "digital_permille")
    for request, needed_on, medium, digital, net, vat in of_request.annotate(net=Sum("net_cents"), vat=Sum("vat_cents")):
        day: date | None = needed_on or (days[request].astimezone(zone).date() if request in days else None)
        if day is not None and ceiling.starts_on <= day <= ceiling.ends_on:
            yield Counted(cost(net, vat, recovers), ALL, _online(medium, digital), is_spent=False)


def _online(medium: str, digital_permille: int) -> int:
    return digital_permille if medium in BY_CODE and BY_CODE[medium].is_online_reach else 0


def _periods_of_law(ceiling: Ceiling) -> list[Days]:
    found = Ceiling.objects.filter(organisation=ceiling.organisation).exclude(template="").values_list("starts_on", "ends_on")
    return [Days(first, last) for first, last in found]


def _rows(ceiling: Ceiling) -> QuerySet[Entry]:
    rows: QuerySet[Entry] = Entry.objects.filter(organisation=ceiling.organisation, line__period__currency=ceiling.currency)
    return rows.filter(campaign=ceiling.campaign_id) if ceiling.campaign_id else rows
