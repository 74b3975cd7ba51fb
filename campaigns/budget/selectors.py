"""Read the money: a period at a glance, the ledger, the card of a request."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from accounts.words import word
from campaigns.approvals.models import Decision
from campaigns.budget.controls import cost_of, split_orders
from campaigns.budget.invoices.models import Document
from campaigns.budget.invoices.paid import by_line
from campaigns.budget.ledger import Balance, Posting, balance
from campaigns.budget.marks import mark_of
from campaigns.budget.media import BY_CODE
from campaigns.budget.models import Entry, Line, Period, Request
from campaigns.budget.money import cost
from campaigns.budget.requests import KIND, findings_about
from campaigns.budget.share import Item, Share, full_cost_share, paid_media_share
from campaigns.budget.suppliers.selectors import account_rules
from campaigns.compliance.engine import WARN, Rule

SHARES = {"paid_media": paid_media_share, "full_cost": full_cost_share}


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
    booked = _booked(Q(line__period=period))
    balances = _balances(booked, recovers=recovers)
    waiting = Request.objects.filter(line__period=period, state=Request.State.OPEN)
    sums = waiting.values_list("line").annotate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    asked = {line: cost(net, vat, recovers) for line, net, vat in sums}
    behind = by_line(Q(line__period=period), recovers=recovers)
    shown = [_line(line, balances.get(line.pk, Balance()), asked.get(line.pk, 0), behind.get(line.pk, (0, 0))) for line in lines]
    planned = [_item(line, line.planned_cents) for line in lines]
    spent = _items((each for each in booked if each.posting.kind == Entry.Kind.EXPENSE), recovers=recovers)
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
            name: {"planned": _share(share(planned), period), "actual": _share(share(spent), period)} for name, share in SHARES.items()
        },
        "months": _months(period, recovers=recovers),
    }


def request_card(request_id: UUID, *, on: date | None = None) -> dict[str, Any] | None:
    """Return what somebody who decides has to see of a request, or None when it is gone. `on`: the day whose rules count."""
    request = requests().filter(pk=request_id).first()
    if request is None:
        return None
    line, period = request.line, request.line.period
    recovers = request.organisation.recovers_vat
    cents = cost(request.net_cents, request.vat_cents, recovers)
    booked = _booked(Q(line__period=period))
    mine = _balances(booked, recovers=recovers).get(line.pk, Balance())
    waits = request.state in {Request.State.OPEN, Request.State.CHANGES_ASKED}
    bound = _items(booked, recovers=recovers)
    after = [*bound, _item(line, cents)] if waits else bound
    day = on or timezone.now().date()
    findings = findings_about(request, on=day)
    return {
        "id": request.pk,
        "title": request.title,
        "reason": request.reason,
        "state": request.state,
        "net_cents": request.net_cents,
        "vat_cents": request.vat_cents,
        "gross_cents": request.net_cents + request.vat_cents,
        "cost_cents": cents,
        "vat": basis(recovers),
        "currency": period.currency,
        "supplier": request.supplier,
        "platform": request.platform,
        "is_political": request.is_political,
        "needed_on": request.needed_on,
        "payer": request.payer,
        "payer_name": request.payer_name,
        "beneficiary": request.beneficiary,
        "beneficiary_name": request.beneficiary_name,
        "asked_by": str(request.asked_by or ""),
        "asked_at": request.asked_at,
        "campaign": {"id": request.campaign.pk, "name": request.campaign.name, "colour": request.campaign.colour}
        if request.campaign
        else None,
        "period": {"id": period.pk, "name": period.name},
        "line": {
            "id": line.pk,
            "name": line.name,
            "medium": line.medium,
            "digital_permille": line.digital_permille,
            "planned_cents": line.planned_cents,
            "committed_cents": mine.committed,
            "spent_cents": mine.spent,
            "left_cents": mine.left_of(line.planned_cents),
            "left_after_cents": mine.left_of(line.planned_cents) - (cents if waits else 0),
        },
        "target_permille": period.target_permille,
        "share_effect": {
            name: {"now": _share(share(bound), period), "if_approved": _share(share(after), period)} for name, share in SHARES.items()
        },
        "findings": [finding.rule for finding in findings] + (split_rules(request, on=day) + account_rules(request) if waits else []),
        "revision": request.revision,
    }


def basis(recovers: bool) -> str:
    """Return how amounts of a budget count: "included" or "without" VAT."""
    return "without" if recovers else "included"


def split_rules(request: Request, *, on: date) -> list[Rule]:
    """Return the finding that this request is one part of a larger order, or nothing."""
    orders = split_orders(request, on=on)
    if not orders:
        return []
    together = cost_of(request) + sum(order.cents for order in orders)
    said = word("split-order", {"supplier": request.supplier, "together_cents": together, "currency": request.line.period.currency})
    first = min(order.on for order in orders)
    return [
        Rule(
            id="split-order", effect=WARN, summary={"en": said}, source=word("split-order-source", {}), checked_on=on, since=first,
            source_url=f"{settings.SITE_URL}/{request.organisation.slug}/settings/organisation",
        )
    ]  # fmt: skip


@dataclass(frozen=True)
class Booked:
    """What the entries of one line, kind and split amount to."""

    line: UUID
    digital_permille: int
    is_paid_media: bool
    posting: Posting


def _booked(which: Q) -> list[Booked]:
    """Return the sums of these entries, in one query."""
    found = Entry.objects.filter(which).values_list("line", "kind", "digital_permille", "is_paid_media")
    return [
        Booked(line, digital, paid, Posting(kind, net, vat))
        for line, kind, digital, paid, net, vat in found.annotate(net=Sum("net_cents"), vat=Sum("vat_cents"))
    ]


def _balances(booked: Iterable[Booked], *, recovers: bool) -> dict[UUID, Balance]:
    postings: dict[UUID, list[Posting]] = {}
    for each in booked:
        postings.setdefault(each.line, []).append(each.posting)
    return {line: balance(found, recovers=recovers) for line, found in postings.items()}


def _items(booked: Iterable[Booked], *, recovers: bool) -> list[Item]:
    """Return what was booked as it counts for the shares: by the split of its own day."""
    return [
        Item(cost(each.posting.net_cents, each.posting.vat_cents, recovers), each.digital_permille, each.is_paid_media) for each in booked
    ]


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
                "shares": {name: _share(share(items), period) for name, share in SHARES.items()},
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


def _item(line: Line, cents: int) -> Item:
    return Item(cents=cents, digital_permille=line.digital_permille, is_paid_media=line.is_paid_media)


def _share(share: Share, period: Period) -> dict[str, int | None]:
    return {
        "digital_cents": share.numerator,
        "all_cents": share.denominator,
        "permille": share.permille,
        "short_cents": share.short_of(period.target_permille),
    }
