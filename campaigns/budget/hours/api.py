"""/api/hours/: work that costs no money of its own. /api/periods/<id>/hourly-rate/: what an unpaid hour is reckoned at."""

from typing import Any, ClassVar
from uuid import UUID

import django_filters
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from campaigns.budget.api import KEEP, KEY, READ, checked, own, own_or_none
from campaigns.budget.hours import selectors, services, shapes
from campaigns.budget.hours.models import Hours
from campaigns.budget.models import Period
from campaigns.plan.models import Campaign


class HoursFilter(django_filters.FilterSet):
    period = django_filters.UUIDFilter(field_name="period_id")
    campaign = django_filters.UUIDFilter(field_name="campaign_id")

    class Meta:
        model = Hours
        fields: ClassVar[tuple[str, ...]] = ()


@extend_schema(tags=["budget"])
class HoursWorked(InOrganisation, GenericViewSet):
    """Hours of volunteers and of staff. They are told beside the money and never counted as money spent."""

    verbs: ClassVar[dict[str, Verb]] = {**READ, **KEEP}
    serializer_class = shapes.HoursShown
    filterset_class = HoursFilter
    queryset = Hours.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> Any:
        return selectors.hours()

    @extend_schema(operation_id="hours_list")
    def list(self, request: HttpRequest) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    @extend_schema(operation_id="hours_note", parameters=[KEY], request=shapes.HoursDraft, responses={201: shapes.HoursShown})
    @idempotent
    def create(self, request: HttpRequest) -> Response:
        data = self.found(checked(shapes.HoursDraft, request))
        data["period"] = own(Period.objects.select_related("organisation"), data.pop("period", None), field="period")
        return self.show(services.save_hours(by=self.person, now=timezone.now(), **data), status=201)

    @extend_schema(operation_id="hours_get", responses=shapes.HoursShown)
    def retrieve(self, request: HttpRequest, pk: UUID) -> Response:
        return self.show(self.one(pk))

    @extend_schema(operation_id="hours_change", request=shapes.HoursDraft, responses=shapes.HoursShown)
    def partial_update(self, request: HttpRequest, pk: UUID) -> Response:
        """They stay in their period."""
        hours = self.one(pk)
        data = self.found(checked(shapes.HoursDraft, request, partial=True))
        data.pop("period", None)
        data = {name: getattr(hours, name) for name in services.FIELDS} | data
        return self.show(services.save_hours(period=hours.period, hours=hours, by=self.person, now=timezone.now(), **data))

    @extend_schema(operation_id="hours_remove", responses={204: None})
    def destroy(self, request: HttpRequest, pk: UUID) -> Response:
        services.remove_hours(hours=self.one(pk), by=self.person, now=timezone.now())
        return Response(status=204)

    def found(self, data: dict[str, Any]) -> dict[str, Any]:
        if "campaign" in data:
            data["campaign"] = own_or_none(Campaign, data["campaign"], field="campaign")
        return data

    def one(self, pk: UUID) -> Hours:
        found: Hours = get_object_or_404(selectors.hours().select_related("period__organisation", "organisation"), pk=pk)
        return found

    def show(self, hours: Hours, status: int = 200) -> Response:
        return Response(shapes.HoursShown(selectors.hours().get(pk=hours.pk)).data, status=status)


@extend_schema(tags=["budget"])
class HourlyRateView(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"put": Verb.KEEP_MONEY}

    @extend_schema(operation_id="hourly_rate_set", request=shapes.Rate, responses=shapes.Rate)
    def put(self, request: HttpRequest, pk: UUID) -> Response:
        """Without an amount unpaid hours are told as hours alone. The digital share shows what is set."""
        period = get_object_or_404(Period.objects.select_related("organisation"), pk=pk)
        data = checked(shapes.Rate, request)
        services.save_rate(period=period, by=self.person, now=timezone.now(), **data)
        return Response(shapes.Rate(data).data)
