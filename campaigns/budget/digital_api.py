"""/api/digital-share/: both shares of a period, a campaign or a year; what if; figures to compare with. /api/plan-moves/: do it."""

from typing import Any, ClassVar
from uuid import UUID

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.problems import Refusal
from campaigns.budget import digital, moves
from campaigns.budget import digital_serializers as shapes
from campaigns.budget.api import KEY, checked, own
from campaigns.budget.models import Line, Period
from campaigns.budget.plan_serializers import MOST_CENTS
from campaigns.budget.references import references
from campaigns.plan.models import Campaign

SCOPE = [
    OpenApiParameter("period", UUID, description="One of the three is given"),
    OpenApiParameter("campaign", UUID),
    OpenApiParameter("year", int, description="Every period that begins in that year"),
]
MOVE = [
    OpenApiParameter("source", UUID, required=True, description="The line the money would come from"),
    OpenApiParameter("target", UUID, required=True, description="The line it would go to, of the same period"),
    OpenApiParameter("cents", int, required=True),
]


@extend_schema(tags=["budget"])
class DigitalShare(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"get": Verb.SEE_MONEY}

    @extend_schema(operation_id="digital_share_get", parameters=SCOPE, responses=shapes.DigitalShareReport)
    def get(self, request: HttpRequest) -> Response:
        return Response(shapes.DigitalShareReport(self.report(request.query_params)).data)

    def report(self, asked: Any) -> dict[str, Any]:
        now = timezone.now()
        if period := asked.get("period"):
            return digital.of_period(own(Period.objects.select_related("organisation"), period, field="period"), now=now)
        if campaign := asked.get("campaign"):
            return digital.of_campaign(own(Campaign.objects.select_related("organisation"), campaign, field="campaign"), now=now)
        return digital.of_year(self.organisation, whole(asked.get("year"), field="year", least=1900, most=2999), now=now)


@extend_schema(tags=["budget"])
class DigitalShareIf(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"get": Verb.SEE_MONEY}

    @extend_schema(operation_id="digital_share_what_if", parameters=MOVE, responses=shapes.WhatIf)
    def get(self, request: HttpRequest) -> Response:
        """Nothing changes: this is only reckoned."""
        lines = Line.objects.select_related("period", "organisation")
        source, target = (own(lines, request.query_params.get(name), field=name) for name in ("source", "target"))
        if source.period_id != target.period_id:
            raise Refusal("move-other-period", fields={"target": "move-other-period"})
        cents = whole(request.query_params.get("cents"), field="cents", least=0, most=MOST_CENTS)
        if cents > (left := digital.most_to_move(source)):
            cents = left  # a slider may lag behind what was just booked
        return Response(shapes.WhatIf(digital.what_if(source=source, target=target, cents=cents, now=timezone.now())).data)


@extend_schema(tags=["budget"])
class References(InOrganisation):
    @extend_schema(operation_id="digital_share_references", responses=shapes.ReferenceFigure(many=True))
    def get(self, request: HttpRequest) -> Response:
        """Published figures to compare with: with source, and whether they were checked there."""
        return Response(shapes.ReferenceFigure(references(), many=True).data)


@extend_schema(tags=["budget"])
class PlanMoves(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"post": Verb.KEEP_MONEY}

    @extend_schema(operation_id="plan_move", parameters=[KEY], request=shapes.PlanMove, responses={201: shapes.PlanMoved})
    @idempotent
    def post(self, request: HttpRequest) -> Response:
        """Only what is neither spent nor promised can move."""
        data = checked(shapes.PlanMove, request)
        for name in ("source", "target"):
            data[name] = own(Line, data[name], field=name)
        source, target = moves.move_plan(by=self.person, now=timezone.now(), **data)
        return Response(shapes.PlanMoved({"source": source, "target": target}).data, status=201)


def whole(text: str | None, *, field: str, least: int, most: int) -> int:
    """Return the number in a query. Raises Refusal that names the field."""
    if text is None or not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise Refusal("not-valid", fields={field: "not-understood"})
    return int(text)
