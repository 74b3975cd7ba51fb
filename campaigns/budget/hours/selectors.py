"""Read the hours that were worked."""

from typing import Any

from django.db.models import Q, QuerySet, Sum

from campaigns.budget.hours.models import HourlyRate, Hours
from campaigns.budget.hours.reckoning import Worked, reckon
from campaigns.budget.share import Share


def hours() -> QuerySet[Hours]:
    """Return the hours of the organisation in scope, newest first."""
    found: QuerySet[Hours] = Hours.objects.select_related("campaign", "by", "period")
    return found.order_by("-on", "-at", "-id")


def worked(which: Q, *, money: Share) -> dict[str, Any]:
    """Return what these hours come to, beside the full-cost share of the money. Two queries."""
    sums = Hours.objects.filter(which).values_list("period", "kind", "digital_permille").order_by().annotate(all=Sum("minutes"))
    rows = list(sums)
    rates = {rate.period_id: rate for rate in HourlyRate.objects.filter(period__in={period for period, *_ in rows})}
    cents = {period: rate.cents for period, rate in rates.items()}
    told = reckon(Worked(minutes, digital, kind == Hours.Kind.VOLUNTEER, cents.get(period)) for period, kind, digital, minutes in rows)
    known = {(rate.cents, rate.source) for rate in rates.values()}
    one = known.pop() if len(known) == 1 else None
    beside = told.beside(money)
    return {
        "volunteer_minutes": told.unpaid,
        "volunteer_digital_minutes": told.unpaid_digital,
        "staff_minutes": told.staff,
        "staff_digital_minutes": told.staff_digital,
        "digital_permille": told.permille,
        "rate_cents": one[0] if one else None,
        "rate_source": one[1] if one else "",
        "value_cents": told.value,
        "digital_value_cents": told.digital_value,
        "beside": {"digital_cents": beside.numerator, "all_cents": beside.denominator, "permille": beside.permille} if beside else None,
    }
