"""Read the money: a period at a glance, the ledger, what was asked for."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.db.models.functions import TruncMonth

from campaigns.approvals.models import Decision
from campaigns.budget.booked import balances, booked_in, item_of, items_of, shown_share
from campaigns.budget.invoices.models import Document
from campaigns.budget.invoices.paid import by_line
from campaigns.budget.ledger import Balance
from campaigns.budget.marks import mark_of
from campaigns.budget.media import BY_CODE
from campaigns.budget.models import Entry, Line, Period, Request
from campaigns.budget.money import cost
from campaigns.budget.requests import KIND
from campaigns.budget.share import SHARES, Item


def entries() -> QuerySet[Entry]:
    """Return the ledger of the organisation in scope, newest first."""
    related = ("line__period", "request", "campaign", "by", "reverses", "reversed_by", "invoice_part__invoice", "facts")
    found: QuerySet[Entry] = Entry.objects.select_related(*related).prefetch_related(
        "settlements", Prefetch("documents", Document.objects.filter(removed_at=None).select_related("added_by").order_by("added_at"))
    )
    return found.order_by("-on", "-at", "-id")


def requests() -> QuerySet[Request]:
    """Return what was asked for in the organisation in scope, newest first, each with what was said about it last."""
    said = Decision.objects.filter(approval__subject_kind=KIND, approval__subject_id=OuterRef("pk")).order_by("-at")
    found: QuerySet[Request] = Request.objects.select_related("line__period", "campaign", "asked_by", "organisation").annotate(
        said_by=Subquery(said.values("by__name")[:1]), said_comment=Subquery(said.values("comment")[:1])
    )
    return found.order_by("-asked_at", "-id")


def overview(period: Period) -> dict[str, Any]:
    """Return the period's lines with planned, committed, spent and left; both digital shares, planned and actual; and its months.

    All amounts are costs in cents, with VAT or without (`vat`). Six queries, however many entries.
    """
    recovers = period.organisation.recovers_vat
    lines = list(Line.objects.filter(period=period).order_by("position", "id"))
    booked = booked_in(Q(line__period=period))
    standing = balances(booked, recovers=recovers)
    waiting = Request.objects.filter(line__period=period, state=Request.State.OPEN)
    sums = waiting.values_list("line").annotate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    asked = {line: cost(net, vat, recovers) for line, net, vat in sums}
    behind = by_line(Q(line__period=period), recovers=recovers)
    shown = [_line(line, standing.get(line.pk, Balance()), asked.get(line.pk, 0), behind.get(line.pk, (0, 0))) for line in lines]
    planned = [item_of(line, line.planned_cents) for line in lines]
    spent = items_of((each for each in booked if each.posting.kind == Entry.Kind.EXPENSE), recovers=recovers)
    return {
        "period": period,
        "vat": basis(recovers),
        "target_permille": period.target_permille,
        "mark": mark_of(sum(line["committed_cents"] + line["spent_cents"] for line in shown), sum(line.planned_cents for line in lines)),
        "lines": shown,
        "total": {
            key: sum(line[key] for line in shown)
            for key in ("planned_cents", "requested_cents", "committed_cents", "spent_cents", "invoiced_cents", "paid_cents", "left_cents")
        },
        "shares": {
            name: {"planned": shown_share(share(planned), period), "actual": shown_share(share(spent), period)}
            for name, share in SHARES.items()
        },
        "months": _months(period, recovers=recovers),
    }


def basis(recovers: bool) -> str:
    """Return how amounts of a budget count: "included" or "without" VAT."""
    return "without" if recovers else "included"


def _line(line: Line, balanced: Balance, requested: int, behind: tuple[int, int]) -> dict[str, Any]:
    medium = BY_CODE.get(line.medium)
    return {
        "id": line.pk,
        "medium": line.medium,
        "name": line.name,
        "is_paid_media": line.is_paid_media,
        "is_mixed": bool(medium and medium.is_mixed) or 0 < line.digital_permille < 1000,
        "digital_permille": line.digital_permille,
        "split_note": line.split_note,
        "position": line.position,
        "beyond_cents": line.beyond_cents,
        "beyond_note": line.beyond_note,
        "planned_cents": line.planned_cents,
        "requested_cents": requested,
        "committed_cents": balanced.committed,
        "spent_cents": balanced.spent,
        "invoiced_cents": behind[0],
        "paid_cents": behind[1],
        "left_cents": balanced.left_of(line.planned_cents),
        "mark": mark_of(balanced.committed + balanced.spent, line.planned_cents),
    }


def _months(period: Period, *, recovers: bool) -> list[dict[str, Any]]:
    """Return every month of the period, and any other in which something was spent, with what was spent and its shares."""
    spent: dict[date, list[Item]] = {month: [] for month in calendar(period.starts_on, period.ends_on)}
    found = Entry.objects.filter(line__period=period, kind=Entry.Kind.EXPENSE).annotate(month=TruncMonth("on"))
    sums = found.values_list("month", "digital_permille", "is_paid_media").annotate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    for month, digital, paid, net, vat in sums:
        spent.setdefault(month, []).append(Item(cost(net, vat, recovers), digital, paid))
    months = []
    for month, items in sorted(spent.items()):
        months.append(
            {
                "month": f"{month:%Y-%m}",
                "spent_cents": sum(item.cents for item in items),
                "shares": {name: shown_share(share(items), period) for name, share in SHARES.items()},
            }
        )
    return months


def calendar(first: date, last: date) -> list[date]:
    """Return the first day of every month from the one to the other."""
    months, month = [], first.replace(day=1)
    while month <= last:
        months.append(month)
        month = (month.replace(year=month.year + 1, month=1)) if month.month == 12 else month.replace(month=month.month + 1)
    return months
