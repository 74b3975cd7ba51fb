"""What stands on the board's page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from campaigns.budget import digital, selectors
from campaigns.budget.models import Period, Request
from campaigns.budget.money import cost
from campaigns.exchange.money.cells import name_of


@dataclass(frozen=True)
class Row:
    name: str
    planned: int
    committed: int
    spent: int
    left: int
    digital_permille: int | None = None


@dataclass(frozen=True)
class Waiting:
    title: str
    cents: int
    by: str
    line: str


@dataclass(frozen=True)
class Facts:
    period: Period
    overview: dict[str, Any]
    report: dict[str, Any]
    rows: list[Row]
    waiting: list[Waiting]


def facts_of(period: Period, *, now: datetime) -> Facts:
    overview = selectors.overview(period)
    recovers = period.organisation.recovers_vat
    asked = selectors.requests().filter(line__period=period, state=Request.State.OPEN)
    waiting = [
        Waiting(one.title, cost(one.net_cents, one.vat_cents, recovers), str(one.asked_by or ""), name_of(one.line)) for one in asked
    ]
    return Facts(
        period=period,
        overview=overview,
        report=digital.of_period(period, now=now),
        rows=[_row(line) for line in overview["lines"]],
        waiting=sorted(waiting, key=lambda one: -one.cents),
    )


def _row(line: dict[str, Any]) -> Row:
    from_line = {key: line[f"{key}_cents"] for key in ("planned", "committed", "spent", "left")}
    return Row(name=line["name"] or line["medium_label"], digital_permille=line["digital_permille"], **from_line)


def folded(rows: list[Row], *, most: int) -> tuple[list[Row], list[Row]]:
    """Return the rows that are shown, in their order, and those that go into one: the smallest by plan, when there are too many."""
    if len(rows) <= most:
        return rows, []
    weight = sorted(rows, key=lambda row: -max(row.planned, row.spent + row.committed))
    kept = set(map(id, weight[: most - 1]))
    return [row for row in rows if id(row) in kept], [row for row in rows if id(row) not in kept]


def together(rows: list[Row], name: str) -> Row:
    return Row(name, *(sum(getattr(row, key) for row in rows) for key in ("planned", "committed", "spent", "left")))
