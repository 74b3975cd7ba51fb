"""The verbs of hours: they are noted, corrected and removed; a period has a rate to reckon unpaid ones at."""

from datetime import date, datetime

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.budget.hours.models import HourlyRate, Hours
from campaigns.budget.models import Period
from campaigns.plan.days import today
from campaigns.plan.models import Campaign

FIELDS = ("campaign", "kind", "what", "on", "minutes", "digital_permille")


@transaction.atomic
def save_hours(
    *, period: Period, hours: Hours | None = None, kind: str, what: str, on: date, minutes: int, digital_permille: int = 1000,
    campaign: Campaign | None = None, by: User | None, now: datetime,
) -> Hours:  # fmt: skip
    """So long somebody worked; no money moves by it. Raises Refusal."""
    if minutes <= 0:
        raise Refusal("hours-not-positive", fields={"minutes": "hours-not-positive"})
    if not what.strip():
        raise Refusal("hours-need-words", fields={"what": "hours-need-words"})
    if on > today(period.organisation, now=now):
        raise Refusal("hours-in-future", fields={"on": "hours-in-future"})
    if not period.starts_on <= on <= period.ends_on:
        raise Refusal("hours-outside-period", fields={"on": "hours-outside-period"}, period=period.name)
    fresh = hours is None
    hours = hours or Hours(organisation=period.organisation, period=period, by=by, at=now)
    for field, value in zip(FIELDS, (campaign, kind, what.strip(), on, minutes, digital_permille), strict=True):
        setattr(hours, field, value)
    hours.save()
    _said("hours.noted" if fresh else "hours.changed", hours, by=by, now=now)
    return hours


@transaction.atomic
def remove_hours(*, hours: Hours, by: User | None, now: datetime) -> None:
    """They count no more; the audit trail keeps that they did."""
    _said("hours.removed", hours, by=by, now=now)
    hours.delete()


@transaction.atomic
def save_rate(*, period: Period, cents: int | None, source: str, by: User | None, now: datetime) -> None:
    """Unpaid hours of the period are reckoned at this, for comparing; None: at nothing, they are told as hours alone. Raises Refusal."""
    if cents is not None and cents <= 0:
        raise Refusal("amount-not-positive", fields={"cents": "amount-not-positive"})
    if cents is not None and not source.strip():
        raise Refusal("rate-needs-source", fields={"source": "rate-needs-source"})
    if cents is None:
        HourlyRate.objects.filter(period=period).delete()
    else:
        told = {"organisation": period.organisation, "cents": cents, "source": source.strip()}
        HourlyRate.objects.update_or_create(period=period, defaults=told)
    audit.record(
        organisation=period.organisation, actor=by, act="hours.rate-set", subject_kind="period", subject_id=period.pk,
        data={"cents": cents, "source": source.strip()}, now=now,
    )  # fmt: skip
    live.publish(organisation_id=period.organisation_id, kind="budget", id=period.pk)


def _said(act: str, hours: Hours, *, by: User | None, now: datetime) -> None:
    audit.record(
        organisation=hours.organisation, actor=by, act=act, subject_kind="hours", subject_id=hours.pk,
        data={
            "kind": hours.kind, "what": hours.what, "minutes": hours.minutes, "digital_permille": hours.digital_permille,
            "on": hours.on.isoformat(),
        },
        now=now,
    )  # fmt: skip
    live.publish(organisation_id=hours.organisation_id, kind="budget", id=hours.period_id)
