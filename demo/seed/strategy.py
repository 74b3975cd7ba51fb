"""The objectives of an organisation, their readings, the campaigns below them and how often those want to be heard."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from campaigns.plan import services as plan
from campaigns.plan.models import Objective as ObjectiveRow
from campaigns.plan.objectives import services as objectives
from demo.content.model import Objective, monday
from demo.seed.stage import Stage


def set_objectives(stage: Stage) -> None:
    """What the organisation wants to reach stands, with its readings so far."""
    for objective in stage.content.objectives:
        row = set_one(stage, objective)
        for key in objective.campaigns:
            shares = shares_of(stage.content.campaign(key).weekly, [c.pk for c in stage.channels.values()])
            plan.change(campaign=stage.campaigns[key], by=stage.person("planner"), objective=row, targets=shares, now=stage.founded)


def set_one(stage: Stage, objective: Objective) -> ObjectiveRow:
    first, today = monday(stage.now.astimezone(stage.zone).date()), stage.now.astimezone(stage.zone).date()
    owner = stage.person(objective.owner)
    row = objectives.start(
        organisation=stage.row,
        by=stage.person("planner"),
        name=objective.name,
        why=objective.why,
        horizon=objective.horizon,
        owner=owner.pk,
        starts_on=first + timedelta(days=objective.start),
        ends_on=first + timedelta(days=objective.end),
        review_on=first + timedelta(days=objective.review),
        kpis=[
            {
                "name": f.name,
                "definition": f.definition,
                "unit": f.unit,
                "source": f.source,
                "baseline": Decimal(str(f.baseline)),
                "target": Decimal(str(f.target)),
                "direction": "up" if f.target >= f.baseline else "down",
            }
            for f in objective.figures
        ],
        now=stage.founded,
    )
    for kpi, figure in zip(row.kpis.all(), objective.figures, strict=True):
        for day, value in figure.readings:
            objectives.read(kpi=kpi, day=first + timedelta(days=day), value=Decimal(str(value)), by=owner, today=today)
    return row


def shares_of(weekly: int, channels: list[UUID]) -> dict[UUID, int]:
    """Return the campaign's number a week spread over the channels, as evenly as it goes."""
    return {channel: weekly // len(channels) + (place < weekly % len(channels)) for place, channel in enumerate(channels)}
