"""/api/entries/: the ledger."""

from typing import Any, ClassVar
from uuid import UUID

import django_filters
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.channels.models import Channel
from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from campaigns.budget import ledger_serializers as shapes
from campaigns.budget import selectors, services
from campaigns.budget.api import KEY, checked, own, own_or_none
from campaigns.budget.invoices.facts import set_facts
from campaigns.budget.invoices.shapes import FactsOfEntry
from campaigns.budget.models import Entry, Line, Request
from campaigns.plan.models import Campaign


class EntryFilter(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(choices=Entry.Kind.choices)
    period = django_filters.UUIDFilter(field_name="line__period_id")
    line = django_filters.UUIDFilter(field_name="line_id")
    campaign = django_filters.UUIDFilter(field_name="campaign_id")
    request = django_filters.UUIDFilter(field_name="request_id")
    since = django_filters.DateFilter(field_name="on", lookup_expr="gte")
    until = django_filters.DateFilter(field_name="on", lookup_expr="lte")

    class Meta:
        model = Entry
        fields: ClassVar[tuple[str, ...]] = ()


@extend_schema(tags=["budget"])
class Entries(InOrganisation, GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = {
        "list": Verb.SEE_MONEY, "retrieve": Verb.SEE_MONEY, "create": Verb.KEEP_MONEY, "take_back": Verb.KEEP_MONEY,
        "facts": Verb.KEEP_MONEY,
    }  # fmt: skip
    serializer_class = shapes.EntryInLedger
    filterset_class = EntryFilter
    queryset = Entry.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> Any:
        return selectors.entries()

    @extend_schema(operation_id="entries_list")
    def list(self, request: HttpRequest) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    @extend_schema(operation_id="entries_book", parameters=[KEY], request=shapes.ExpenseDraft, responses={201: shapes.EntryInLedger})
    @idempotent
    def create(self, request: HttpRequest) -> Response:
        data = checked(shapes.ExpenseDraft, request)
        found = {
            "line": own(Line, data["line"], field="line"),
            "request": own_or_none(Request, data["request"], field="request"),
            "campaign": own_or_none(Campaign, data["campaign"], field="campaign"),
        }
        return self.show(services.book_expense(**(data | found), by=self.person, now=timezone.now()), status=201)

    @extend_schema(operation_id="entries_get")
    def retrieve(self, request: HttpRequest, pk: UUID) -> Response:
        return self.show(self.entry(pk))

    @extend_schema(operation_id="entries_take_back", parameters=[KEY], request=shapes.TakeBack, responses={201: shapes.EntryInLedger})
    @action(detail=True, methods=["post"], url_path="take-back")
    @idempotent
    def take_back(self, request: HttpRequest, pk: UUID) -> Response:
        """The answer is the counter-entry."""
        data = checked(shapes.TakeBack, request)
        return self.show(services.take_back(entry=self.entry(pk), by=self.person, now=timezone.now(), **data), status=201)

    @extend_schema(operation_id="entries_describe", request=FactsOfEntry, responses=shapes.EntryInLedger)
    @action(detail=True, methods=["put"])
    def facts(self, request: HttpRequest, pk: UUID) -> Response:
        """Who paid, on which channel, how much of it falls into a regulated period. What it costs stays."""
        data = checked(FactsOfEntry, request)
        data["channel"] = own_or_none(Channel, data.pop("channel_id", None), field="channel")
        entry = self.entry(pk)
        set_facts(entry=entry, by=self.person, now=timezone.now(), **data)
        return self.show(entry)

    def entry(self, pk: UUID) -> Entry:
        found: Entry = get_object_or_404(Entry.objects.select_related("line", "campaign"), pk=pk)
        return found

    def show(self, entry: Entry, status: int = 200) -> Response:
        return Response(shapes.EntryInLedger(selectors.entries().get(pk=entry.pk)).data, status=status)
