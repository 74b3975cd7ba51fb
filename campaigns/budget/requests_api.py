"""/api/requests/: ask for money, change one's mind, take it back. Deciding is in /api/decisions/."""

import json
from typing import Any, ClassVar
from uuid import UUID

import django_filters
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.problems import NotAllowed, Refusal, body
from campaigns.budget import cards, selectors, services
from campaigns.budget import serializers as shapes
from campaigns.budget.api import KEY, checked, own, own_or_none
from campaigns.budget.invoices import documents
from campaigns.budget.models import Line, Request
from campaigns.plan.models import Campaign

IF_MATCH = OpenApiParameter("If-Match", str, OpenApiParameter.HEADER, description='The revision this change is based on, as "2"')


class RequestFilter(django_filters.FilterSet):
    period = django_filters.UUIDFilter(field_name="line__period_id")
    line = django_filters.UUIDFilter(field_name="line_id")
    campaign = django_filters.UUIDFilter(field_name="campaign_id")
    state = django_filters.MultipleChoiceFilter(choices=Request.State.choices)

    class Meta:
        model = Request
        fields: ClassVar[tuple[str, ...]] = ()


@extend_schema(tags=["budget"])
class Requests(InOrganisation, GenericViewSet):
    """Who may only ask sees their own."""

    parser_classes = (JSONParser, MultiPartParser)
    verbs: ClassVar[dict[str, Verb]] = {"create": Verb.ASK_MONEY, "partial_update": Verb.ASK_MONEY, "withdraw": Verb.ASK_MONEY}
    serializer_class = shapes.RequestInBudget
    filterset_class = RequestFilter
    queryset = Request.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> Any:
        found = selectors.requests()
        if self.membership.may(Verb.SEE_MONEY):
            return found
        self.need(Verb.ASK_MONEY)
        return found.filter(asked_by=self.person)

    @extend_schema(operation_id="requests_list")
    def list(self, request: HttpRequest) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    @extend_schema(
        operation_id="requests_ask", parameters=[KEY],
        request={"application/json": shapes.RequestDraft, "multipart/form-data": shapes.RequestWithFiles},
        responses={201: shapes.RequestInBudget},
    )  # fmt: skip
    @idempotent
    @transaction.atomic
    def create(self, request: HttpRequest) -> Response:
        """With its files, if there are any: whoever decides is told once both are there."""
        draft, files = asked_in(request)
        now = timezone.now()
        asked = services.ask(organisation=self.organisation, by=self.person, now=now, **self.found(draft))
        for file in files:
            content = documents.given(file)
            documents.keep(organisation=self.organisation, content=content, name=file.name, request=asked, by=self.person, now=now)
        return self.show(asked, status=201)

    @extend_schema(operation_id="requests_get", responses=shapes.RequestInBudget)
    def retrieve(self, request: HttpRequest, pk: UUID) -> Response:
        return self.show(self.one(pk))

    @extend_schema(operation_id="requests_card", responses=shapes.RequestCard)
    @action(detail=True, methods=["get"])
    def card(self, request: HttpRequest, pk: UUID) -> Response:
        """The request with its line and its effect on the digital share; for people who may see the money."""
        self.need(Verb.SEE_MONEY)
        return Response(shapes.RequestCard(cards.request_card(self.one(pk).pk)).data)

    @extend_schema(
        operation_id="requests_change", parameters=[IF_MATCH], request={"application/json": shapes.RequestDraft},
        responses=shapes.RequestInBudget,
    )  # fmt: skip
    def partial_update(self, request: HttpRequest, pk: UUID) -> Response:
        """Any change makes a decision void that was taken on it."""
        data = self.found(checked(shapes.RequestDraft, request, partial=True))
        try:
            saved = services.change(request=self.own(pk), by=self.person, revision=revision_in(request), now=timezone.now(), **data)
        except Refusal as no:
            if no.code != "edited-meanwhile":
                raise
            return Response(body(no.code) | {"current": shapes.RequestInBudget(self.one(pk)).data}, status=no.status)
        return self.show(saved)

    @extend_schema(operation_id="requests_withdraw", request=None, responses=shapes.RequestInBudget)
    @action(detail=True, methods=["post"])
    def withdraw(self, request: HttpRequest, pk: UUID) -> Response:
        return self.show(services.withdraw(request=self.own(pk), by=self.person, now=timezone.now()))

    def found(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return the body with rows of this organisation in the place of their ids."""
        if "line" in data:
            data["line"] = own(Line, data["line"], field="line")
        if "campaign" in data:
            data["campaign"] = own_or_none(Campaign, data["campaign"], field="campaign")
        return data

    def one(self, pk: UUID) -> Request:
        found: Request = get_object_or_404(self.get_queryset(), pk=pk)
        return found

    def own(self, pk: UUID) -> Request:
        """Return the request if the person may change it: their own, or anybody's for who keeps the money."""
        found = self.one(pk)
        if found.asked_by_id != self.person.pk and not self.membership.may(Verb.KEEP_MONEY):
            raise NotAllowed("not-your-request")
        return found

    def show(self, request: Request, status: int = 200) -> Response:
        fresh = selectors.requests().get(pk=request.pk)
        return Response(shapes.RequestInBudget(fresh).data, status=status, headers={"ETag": f'"{fresh.revision}"'})


def asked_in(request: HttpRequest) -> tuple[dict[str, Any], list[Any]]:
    """Return the draft and its files. Of a form the draft is one part, as JSON: what is left out has its default there as well."""
    if not isinstance(request.data, QueryDict):
        return checked(shapes.RequestDraft, request), []
    try:
        draft = json.loads(request.data.get("request", ""))
    except ValueError:
        raise Refusal("not-valid", fields={"request": "not-understood"}) from None
    wanted, given = shapes.RequestDraft(data=draft), shapes.RequestWithFiles(data={"files": request.data.getlist("files")}, partial=True)
    wanted.is_valid(raise_exception=True)
    given.is_valid(raise_exception=True)
    return dict(wanted.validated_data), given.validated_data["files"]


def revision_in(request: HttpRequest) -> int | None:
    """Return the number in If-Match; a change without it is taken as it comes."""
    tag = request.headers.get("If-Match", "").removeprefix("W/").strip('"')
    return int(tag) if tag.isdigit() else None
