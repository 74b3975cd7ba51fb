"""/api/campaigns/<id>/money/: what was asked, promised and spent for a campaign."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import Sum
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.rights import Verb
from campaigns.budget.ledger import Posting, balance
from campaigns.budget.models import Entry, Request
from campaigns.budget.money import cost
from campaigns.plan.models import Campaign


def money_of(campaign: Campaign) -> list[dict[str, Any]]:
    """Return its sums in each currency, as costs in cents. `planned`: all that was asked and not refused."""
    recovers = campaign.organisation.recovers_vat
    asked = Request.objects.filter(campaign=campaign).order_by().values_list("line__period__currency", "state")
    booked = Entry.objects.filter(campaign=campaign).order_by().values_list("line__period__currency", "kind")
    sums: dict[str, dict[str, int]] = {}
    postings: dict[str, list[Posting]] = {}
    for currency, state, net, vat in asked.annotate(net=Sum("net_cents"), vat=Sum("vat_cents")):
        sums.setdefault(currency, {})[state] = cost(net, vat, recovers)
    for currency, kind, net, vat in booked.annotate(net=Sum("net_cents"), vat=Sum("vat_cents")):
        postings.setdefault(currency, []).append(Posting(kind, net, vat))
    found = []
    for currency in sorted({*sums, *postings}):
        states, balanced = sums.get(currency, {}), balance(postings.get(currency, ()), recovers=recovers)
        waiting = states.get(Request.State.OPEN, 0) + states.get(Request.State.CHANGES_ASKED, 0)
        found.append(
            {
                "currency": currency,
                "waiting_cents": waiting,
                "planned_cents": waiting + states.get(Request.State.APPROVED, 0),
                "committed_cents": balanced.committed,
                "spent_cents": balanced.spent,
            }
        )
    return found


class MoneyOfCampaign(serializers.Serializer[Any]):
    currency = serializers.CharField()
    waiting_cents = serializers.IntegerField(help_text="Asked and not decided yet")
    planned_cents = serializers.IntegerField(help_text="Waiting and approved")
    committed_cents = serializers.IntegerField()
    spent_cents = serializers.IntegerField()


@extend_schema(tags=["campaigns"], parameters=[ORGANISATION])
class CampaignMoney(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"get": Verb.SEE_MONEY}

    @extend_schema(operation_id="campaigns_money", responses=MoneyOfCampaign(many=True))
    def get(self, request: HttpRequest, pk: UUID) -> Response:
        campaign = get_object_or_404(Campaign.objects.select_related("organisation"), pk=pk)
        return Response(MoneyOfCampaign(money_of(campaign), many=True).data)
