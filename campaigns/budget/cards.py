"""The card of a request: what somebody who decides has to see of it."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from accounts.words import word
from campaigns.budget.booked import Booked, balances, booked_in, item_of, items_of, shown_share
from campaigns.budget.controls import Orders, cost_of, is_foreign, orders_of, split_orders
from campaigns.budget.ledger import Balance
from campaigns.budget.models import Request
from campaigns.budget.requests import findings_about
from campaigns.budget.selectors import basis, requests
from campaigns.budget.share import SHARES
from campaigns.budget.suppliers.selectors import account_rules
from campaigns.compliance.engine import WARN, Rule

WAITS = (Request.State.OPEN, Request.State.CHANGES_ASKED)


def request_card(request_id: UUID, *, on: date | None = None) -> dict[str, Any] | None:
    """Return the card of this request, or None when it is gone. `on`: the day whose rules count."""
    return request_cards([request_id], on=on).get(request_id)


def request_cards(ids: Iterable[UUID], *, on: date | None = None) -> dict[UUID, dict[str, Any]]:
    """Return the cards of these requests (of the organisation in scope) by their ids. Eight queries, however many."""
    day = on or timezone.now().date()
    found = list(requests().filter(pk__in=list(ids)))
    booked: dict[UUID, list[Booked]] = {}
    for each in booked_in(Q(line__period__in={request.line.period_id for request in found})):
        booked.setdefault(each.period, []).append(each)
    warned = warnings([request for request in found if request.state in WAITS], on=day)
    return {
        request.pk: card(request, booked=booked.get(request.line.period_id, []), warned=warned.get(request.pk, []), on=day)
        for request in found
    }


def card(request: Request, *, booked: Collection[Booked], warned: Iterable[Rule], on: date) -> dict[str, Any]:
    """Return what is shown of it. `booked`: what is promised and spent in its period; `warned`: what else people should know."""
    line, period = request.line, request.line.period
    recovers = request.organisation.recovers_vat
    cents = cost_of(request)
    mine = balances((each for each in booked if each.line == line.pk), recovers=recovers).get(line.pk, Balance())
    waits = request.state in WAITS
    bound = items_of(booked, recovers=recovers)
    after = [*bound, item_of(line, cents)] if waits else bound
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
            name: {"now": shown_share(share(bound), period), "if_approved": shown_share(share(after), period)}
            for name, share in SHARES.items()
        },
        "findings": [*(finding.rule for finding in findings_about(request, on=on)), *warned],
        "revision": request.revision,
    }


def warnings(waiting: Collection[Request], *, on: date) -> dict[UUID, list[Rule]]:
    """Return what people should know of these requests beside the rules, by their ids: parts of larger orders, new account numbers, and
    sums that no threshold can be held against.
    """
    with_supplier = [request for request in waiting if request.supplier.strip()]
    orders = {organisation: orders_of(organisation, on=on) for organisation in {request.organisation for request in with_supplier}}
    accounts = account_rules(with_supplier)
    found = {request.pk: currency_rules(request, on=on) for request in waiting}
    for request in with_supplier:
        found[request.pk] += split_rules(request, on=on, orders=orders[request.organisation]) + accounts.get(request.pk, [])
    return found


def split_rules(request: Request, *, on: date, orders: Orders) -> list[Rule]:
    """Return the finding that this request is one part of a larger order, or nothing."""
    parts = split_orders(request, on=on, orders=orders)
    if not parts:
        return []
    together = cost_of(request) + sum(order.cents for order in parts)
    said = word("split-order", {"supplier": request.supplier, "together_cents": together, "currency": request.line.period.currency})
    return [_of_thresholds("split-order", said, request, since=min(order.on for order in parts), on=on)]


def currency_rules(request: Request, *, on: date) -> list[Rule]:
    """Return the finding that the thresholds are in another currency, so that whoever decides on the largest sums decides; or nothing."""
    if not is_foreign(request.line, request.organisation):
        return []
    said = word("thresholds-other-currency", {"currency": request.line.period.currency, "other": request.organisation.currency})
    return [_of_thresholds("thresholds-other-currency", said, request, since=request.line.period.starts_on, on=on)]


def _of_thresholds(rule: str, said: str, request: Request, *, since: date, on: date) -> Rule:
    return Rule(
        id=rule, effect=WARN, summary={"en": said}, source=word("split-order-source", {}), checked_on=on, since=since,
        source_url=f"{settings.SITE_URL}/{request.organisation.slug}/settings/organisation",
    )  # fmt: skip
