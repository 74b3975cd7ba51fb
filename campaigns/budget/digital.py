"""How digital the money is: of a period, of a campaign, of all periods that begin in a year; with its months and its end."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, Sum
from django.db.models.functions import TruncMonth

from accounts.orgs.models import Organisation
from campaigns.budget.forecast import Planned, moved, rest_of_plan
from campaigns.budget.hours.selectors import worked
from campaigns.budget.media import BY_CODE
from campaigns.budget.models import Entry, Line, Period, Request
from campaigns.budget.money import cost
from campaigns.budget.selectors import basis, calendar
from campaigns.budget.share import SHARES, Item, Share, strictly
from campaigns.plan.days import today
from campaigns.plan.models import Campaign

USUAL_TARGET = 500


@dataclass(frozen=True)
class Booked:
    """What the entries of one line, month and split amount to, as a cost."""

    line: Hashable
    month: date
    is_spent: bool
    item: Item


@dataclass(frozen=True)
class Stock:
    """All that a report is made of. `rest`: what the plan still expects."""

    planned: Sequence[Item]
    booked: Sequence[Booked]
    rest: Sequence[Item]

    @property
    def spent(self) -> list[Item]:
        return [each.item for each in self.booked if each.is_spent]

    @property
    def bound(self) -> list[Item]:
        return [each.item for each in self.booked]


def of_period(period: Period, *, now: datetime) -> dict[str, Any]:
    """Return the report of one period."""
    organisation = period.organisation
    stock = stock_of([period], organisation=organisation, day=today(organisation, now=now))
    months = calendar(period.starts_on, period.ends_on)
    return _report(
        stock,
        organisation,
        name=period.name,
        currency=period.currency,
        target=period.target_permille,
        months=months,
        hours=Q(period=period),
    )


def of_year(organisation: Organisation, year: int, *, now: datetime) -> dict[str, Any]:
    """Return the report of every period that begins in that year and is kept in the organisation's currency."""
    found = Period.objects.filter(organisation=organisation, starts_on__year=year).order_by("starts_on", "id")
    periods = [period for period in found if period.currency == organisation.currency]
    stock = stock_of(periods, organisation=organisation, day=today(organisation, now=now))
    months = calendar(date(year, 1, 1), date(year, 12, 31))
    target = periods[-1].target_permille if periods else USUAL_TARGET
    left_out = [period.name for period in found if period.currency != organisation.currency]
    return _report(
        stock, organisation, name=str(year), currency=organisation.currency, target=target, months=months, left_out=left_out,
        periods=[period.name for period in periods], hours=Q(period__in=periods),
    )  # fmt: skip


def of_campaign(campaign: Campaign, *, now: datetime) -> dict[str, Any]:
    """Return the report of a campaign. Planned: what was asked for it and not refused; still expected: what waits for a decision."""
    organisation = campaign.organisation
    recovers, currency = organisation.recovers_vat, organisation.currency
    asked = Request.objects.filter(campaign=campaign, line__period__currency=currency).select_related("line__period")
    planned, waiting, target = [], [], USUAL_TARGET
    for request in asked.order_by("asked_at", "id"):
        if request.state in {Request.State.REJECTED, Request.State.WITHDRAWN}:
            continue
        item = _planned(request.line).item(cost(request.net_cents, request.vat_cents, recovers))
        planned.append(item)
        target = request.line.period.target_permille
        if request.state != Request.State.APPROVED:
            waiting.append(item)
    booked = _booked(Q(campaign=campaign, line__period__currency=currency), recovers=recovers)
    months = [each.month for each in booked if each.is_spent]
    calendar_of = calendar(min(months), max(months)) if months else []
    stock = Stock(planned=planned, booked=booked, rest=waiting)
    return _report(
        stock,
        organisation,
        name=campaign.name,
        currency=currency,
        target=target,
        months=calendar_of,
        hours=Q(campaign=campaign, period__currency=currency),
    )


def what_if(*, source: Line, target: Line, cents: int, now: datetime) -> dict[str, Any]:
    """Return both shares of the period, planned and at its end, as they are and with that much moved between the two lines."""
    period = source.period
    lines, booked = _plans([period]), _booked(Q(line__period=period), recovers=period.organisation.recovers_vat)
    is_over = period.ends_on < today(period.organisation, now=now)
    then = moved(lines, source=source.pk, target=target.pk, cents=cents)
    shown = {}
    for name, plan in (("before", lines), ("after", then)):
        stages = _stages(Stock([line.item() for line in plan], booked, [] if is_over else _rest(plan, booked)), period.target_permille)
        shown[name] = {figure: {key: stage[key] for key in ("planned", "forecast")} for figure, stage in stages.items()}
    return {**shown, "most_cents": most_to_move(source), "target_permille": period.target_permille, "currency": period.currency}


def most_to_move(line: Line) -> int:
    """Return what of the line's plan is neither spent nor promised."""
    bound = sum(each.item.cents for each in _booked(Q(line=line), recovers=line.organisation.recovers_vat))
    return max(0, line.planned_cents - bound)


def stock_of(periods: Sequence[Period], *, organisation: Organisation, day: date) -> Stock:
    """Return what these periods are made of. Those that are over expect nothing more."""
    running = [period for period in periods if period.ends_on >= day]
    lines = _plans(periods)
    booked = _booked(Q(line__period__in=periods), recovers=organisation.recovers_vat)
    rest = _rest(lines if len(running) == len(periods) else _plans(running), booked)
    return Stock([line.item() for line in lines], booked, rest)


def _plans(periods: Sequence[Period]) -> list[Planned]:
    return [_planned(line) for line in Line.objects.filter(period__in=periods).order_by("position", "id")]


def _planned(line: Line) -> Planned:
    return Planned(line.pk, line.planned_cents, line.digital_permille, line.is_paid_media, _is_extension(line.medium))


def _rest(lines: Sequence[Planned], booked: Sequence[Booked]) -> list[Item]:
    bound: dict[Hashable, int] = {}
    for each in booked:
        bound[each.line] = bound.get(each.line, 0) + each.item.cents
    return rest_of_plan(lines, bound=bound)


def _booked(which: Q, *, recovers: bool) -> list[Booked]:
    """Return the entries as costs, by line, month and the split of their own day. One query."""
    found = Entry.objects.filter(which).annotate(month=TruncMonth("on")).order_by()
    sums = found.values_list("line", "line__medium", "kind", "digital_permille", "is_paid_media", "month")
    return [
        Booked(line, month, kind == Entry.Kind.EXPENSE, Item(cost(net, vat, recovers), digital, paid, _is_extension(medium)))
        for line, medium, kind, digital, paid, month, net, vat in sums.annotate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    ]


def _is_extension(medium: str) -> bool:
    return medium in BY_CODE and BY_CODE[medium].is_extension


def _report(
    stock: Stock, organisation: Organisation, *, name: str, currency: str, target: int, months: Sequence[date], hours: Q,
    periods: Sequence[str] = (), left_out: Sequence[str] = (),
) -> dict[str, Any]:  # fmt: skip
    spent, bound, rest = _sum(stock.spent), _sum(stock.bound), _sum(stock.rest)
    return {
        "name": name,
        "periods": list(periods),
        "left_out": list(left_out),
        "currency": currency,
        "vat": basis(organisation.recovers_vat),
        "target_permille": target,
        "figures": _stages(stock, target),
        "strict": _stages(stock, target, strict=True),
        "extension": {
            "planned_cents": _sum(item for item in stock.planned if item.is_extension),
            "spent_cents": _sum(item for item in stock.spent if item.is_extension),
        },
        "forecast": {"spent_cents": spent, "committed_cents": bound - spent, "rest_cents": rest, "total_cents": bound + rest},
        "own_work": {"planned_cents": _own_work(stock.planned), "spent_cents": _own_work(stock.spent)},
        "hours": worked(hours, money=SHARES["full_cost"](stock.spent)),
        "months": _trend(stock.booked, months, target),
    }


def _own_work(items: Sequence[Item]) -> int:
    """Return the digital part of what buys nobody's audience: what unpaid posts take in staff, production and tools."""
    return SHARES["full_cost"]([item for item in items if not item.is_paid_media]).numerator


def _stages(stock: Stock, target: int, *, strict: bool = False) -> dict[str, Any]:
    seen = strictly if strict else list
    items = {"planned": stock.planned, "actual": stock.spent, "bound": stock.bound, "forecast": [*stock.bound, *stock.rest]}
    return {figure: {stage: shown(share(seen(found)), target) for stage, found in items.items()} for figure, share in SHARES.items()}


def _trend(booked: Sequence[Booked], months: Sequence[date], target: int) -> list[dict[str, Any]]:
    """Return each month's shares, and those of all that was spent until its end."""
    by_month: dict[date, list[Item]] = {month: [] for month in months}
    for each in booked:
        if each.is_spent:
            by_month.setdefault(each.month, []).append(each.item)
    rows, so_far = [], list[Item]()
    for month, items in sorted(by_month.items()):
        so_far.extend(items)
        rows.append(
            {"month": f"{month:%Y-%m}", "figures": _both(items, so_far, target), "strict": _both(strictly(items), strictly(so_far), target)}
        )
    return rows


def _both(items: Sequence[Item], so_far: Sequence[Item], target: int) -> dict[str, Any]:
    return {figure: {"month": shown(share(items), target), "so_far": shown(share(so_far), target)} for figure, share in SHARES.items()}


def _sum(items: Iterable[Item]) -> int:
    return sum(item.cents for item in items)


def shown(share: Share, target: int) -> dict[str, int | None]:
    return {
        "digital_cents": share.numerator,
        "all_cents": share.denominator,
        "permille": share.permille,
        "short_cents": share.short_of(target),
    }
