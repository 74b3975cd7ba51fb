"""/api/moments/ and /api/layers/: the days worth planning around."""

from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import get_language
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.paging import WholePages
from accounts.problems import Refusal
from campaigns.plan import moments_selectors as selectors
from campaigns.plan import moments_services as services
from campaigns.plan.models import Campaign
from campaigns.plan.moments_models import Moment

MOST_DAYS = 400


class OwnMoment(serializers.ModelSerializer):
    """A moment of the organisation's own. `ends_on` is its last day."""

    made_by: Any = serializers.StringRelatedField()
    campaign = serializers.UUIDField(source="campaign_id", allow_null=True)

    class Meta:
        model = Moment
        fields = ("id", "name", "kind", "starts_on", "ends_on", "colour", "campaign", "note", "made_by")
        read_only_fields = fields


class MomentDraft(serializers.ModelSerializer):
    """`ends_on` may be left out for a single day."""

    ends_on = serializers.DateField(required=False, allow_null=True)
    campaign = serializers.UUIDField(required=False, allow_null=True)

    class Meta:
        model = Moment
        fields = ("name", "kind", "starts_on", "ends_on", "colour", "campaign", "note")

    def validate_campaign(self, wanted: UUID | None) -> Campaign | None:
        if wanted is None:
            return None
        found: Campaign | None = Campaign.objects.filter(pk=wanted).first()
        if found is None:
            raise Refusal("campaign-gone", fields={"campaign": "campaign-gone"})
        return found


class ShippedMoment(serializers.Serializer):
    """A day that Carillon knows by itself. `on`: "03-08" every year, or one day of one year."""

    key = serializers.CharField()
    on = serializers.CharField()
    name = serializers.CharField()
    scope = serializers.CharField()
    is_shown = serializers.BooleanField()


class ShownOrNot(serializers.Serializer):
    is_shown = serializers.BooleanField()


class InLayer(serializers.Serializer):
    """Something that lies over days of the calendar. `ends_on` is its last day."""

    layer = serializers.ChoiceField(choices=["public", "school", "shipped", "own"])
    id = serializers.CharField()
    name = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    kind = serializers.CharField(
        help_text="What an own moment is; election, day_off (a public holiday too), or who calls a shipped one out"
    )
    communities = serializers.ListField(child=serializers.CharField(), help_text="Whose school holidays")
    colour = serializers.CharField()
    campaign = serializers.UUIDField(allow_null=True)
    note = serializers.CharField()


@extend_schema(tags=["moments"])
class Moments(InOrganisation, GenericViewSet):
    acts = ("create", "partial_update", "destroy", "restore", "show")
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(acts, Verb.PLAN)
    serializer_class = OwnMoment
    pagination_class = WholePages
    queryset = Moment.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Moment]:
        return selectors.moments()

    @extend_schema(operation_id="moments_list")
    def list(self, request: Request) -> Response:
        return self.get_paginated_response(OwnMoment(self.paginate_queryset(self.get_queryset()), many=True).data)

    @extend_schema(
        operation_id="moments_add",
        request=MomentDraft,
        responses={201: OwnMoment},
        parameters=[OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER)],
    )
    @idempotent
    def create(self, request: Request) -> Response:
        draft = MomentDraft(data=request.data)
        draft.is_valid(raise_exception=True)
        made = services.add(organisation=self.organisation, by=self.person, now=timezone.now(), **draft.validated_data)
        return Response(OwnMoment(made).data, status=201)

    @extend_schema(operation_id="moments_change", request=MomentDraft, responses=OwnMoment)
    def partial_update(self, request: Request, pk: UUID) -> Response:
        draft = MomentDraft(data=request.data, partial=True)
        draft.is_valid(raise_exception=True)
        changed = services.change(moment=self.get_object(), by=self.person, now=timezone.now(), **draft.validated_data)
        return Response(OwnMoment(changed).data)

    @extend_schema(operation_id="moments_remove", responses={204: None})
    def destroy(self, request: Request, pk: UUID) -> Response:
        services.remove(moment=self.get_object(), by=self.person, now=timezone.now())
        return Response(status=204)

    @extend_schema(operation_id="moments_restore", request=None, responses=OwnMoment)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, pk: UUID) -> Response:
        removed = Moment.objects.filter(pk=pk).exclude(deleted_at=None).first()
        if removed is None:
            raise Refusal("not-found", status=404)
        return Response(OwnMoment(services.restore(moment=removed, by=self.person, now=timezone.now())).data)

    @extend_schema(operation_id="moments_shipped", responses=ShippedMoment(many=True), filters=False)
    @action(detail=False, methods=["get"], pagination_class=None)
    def shipped(self, request: Request) -> Response:
        return Response(selectors.shipped(self.organisation, language=get_language() or "en"))

    @extend_schema(operation_id="moments_show", request=ShownOrNot, responses={204: None})
    @action(detail=False, methods=["put"], url_path="shipped/<slug:key>", pagination_class=None)
    def show(self, request: Request, key: str) -> Response:
        given = ShownOrNot(data=request.data)
        given.is_valid(raise_exception=True)
        services.show(organisation=self.organisation, key=key, by=self.person, now=timezone.now(), **given.validated_data)
        return Response(status=204)


@extend_schema(tags=["calendar"])
class Layers(InOrganisation):
    @extend_schema(
        operation_id="layers",
        parameters=[OpenApiParameter("from", date, required=True), OpenApiParameter("to", date, required=True, description="not included")],
        responses=InLayer(many=True),
    )
    def get(self, request: Request) -> Response:
        start, end = days_of(request)
        found = selectors.in_calendar(self.organisation, start=start, end=end, language=get_language() or "en")
        return Response(InLayer(found, many=True).data)


def days_of(request: Request) -> tuple[date, date]:
    """Return the days asked for. Raises Refusal when they are missing, in the wrong order or too many."""
    days = []
    for name in ("from", "to"):
        asked = request.query_params.get(name, "")
        try:
            day = parse_date(asked)
        except ValueError:
            day = None
        if day is None or not 1900 < day.year < 2200:
            raise Refusal("time-not-understood", fields={name: "time-not-understood"}, time=asked[:40])
        days.append(day)
    start, end = days
    if not timedelta(0) < end - start <= timedelta(days=MOST_DAYS):
        raise Refusal("span-too-long", fields={"to": "span-too-long"}, days=MOST_DAYS)
    return start, end
