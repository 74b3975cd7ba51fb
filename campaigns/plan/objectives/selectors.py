"""Objectives with their figures, readings and campaigns, as the strategy screen shows them."""

from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, Prefetch, QuerySet, Value, When

from campaigns.plan.models import Campaign, Horizon, Kpi, Objective, Reading
from campaigns.plan.objectives.progress import Aim, expected, share_of_way, standing, together


def objectives() -> QuerySet[Objective]:
    """Return the objectives of the organisation in scope with all that belongs to them, short horizon first. Five queries."""
    order = Case(
        *(When(horizon=horizon, then=Value(place)) for place, horizon in enumerate(Horizon.values)),
        default=Value(9),
        output_field=IntegerField(),
    )
    readings = Prefetch("readings", Reading.objects.select_related("by").order_by("day"))
    found: QuerySet[Objective] = Objective.objects.select_related("owner").prefetch_related(
        Prefetch("kpis", Kpi.objects.prefetch_related(readings)),
        Prefetch("campaigns", Campaign.objects.filter(archived_at=None).order_by("starts_on", "name")),
    )
    return found.annotate(horizon_order=order).order_by("horizon_order", "starts_on", "name", "pk")


def shown(objective: Objective, *, today: date) -> dict[str, Any]:
    """Return an objective as the API shows it."""
    kpis = [shown_kpi(kpi, objective=objective, today=today) for kpi in objective.kpis.all()]
    return {
        "id": objective.pk,
        "name": objective.name,
        "why": objective.why,
        "horizon": objective.horizon,
        "owner": objective.owner_id,
        "owner_name": str(objective.owner or ""),
        "starts_on": objective.starts_on,
        "ends_on": objective.ends_on,
        "review_on": objective.review_on,
        "is_review_overdue": bool(objective.review_on and objective.review_on < today and objective.archived_at is None),
        "archived_at": objective.archived_at,
        "standing": together(kpi["standing"] for kpi in kpis),
        "kpis": kpis,
        "campaigns": [campaign.pk for campaign in objective.campaigns.all()],
    }


def shown_kpi(kpi: Kpi, *, objective: Objective, today: date) -> dict[str, Any]:
    aim = Aim(
        baseline=kpi.baseline,
        target=kpi.target,
        is_upwards=kpi.direction == Kpi.Direction.UP,
        starts_on=objective.starts_on,
        ends_on=objective.ends_on,
    )
    readings = list(kpi.readings.all())
    newest = readings[-1] if readings else None
    return {
        "id": kpi.pk,
        "name": kpi.name,
        "definition": kpi.definition,
        "unit": kpi.unit,
        "source": kpi.source,
        "baseline": float(kpi.baseline),
        "target": float(kpi.target),
        "direction": kpi.direction,
        "standing": standing(aim, value=newest.value if newest else None, on=newest.day if newest else None),
        "value": float(newest.value) if newest else None,
        "read_on": newest.day if newest else None,
        "way_done": share_of_way(aim, newest.value) if newest else 0,
        "expected_today": round(float(expected(aim, today)), 4),
        "readings": [{"id": r.pk, "day": r.day, "value": float(r.value), "note": r.note, "by": str(r.by or "")} for r in readings],
    }
