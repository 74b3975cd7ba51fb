"""/api/statements/, /api/transactions/: read a file, take it in, say what each movement paid."""

from typing import Any, ClassVar
from uuid import UUID

import django_filters
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.rights import Verb
from accounts.problems import Refusal
from campaigns.budget.api import checked, own, own_or_none
from campaigns.budget.invoices.models import Invoice, Payment
from campaigns.budget.models import Entry, Line, Request
from campaigns.exchange import reading
from campaigns.statements import selectors, services, shapes, template
from campaigns.statements.models import Statement, Transaction


@extend_schema(tags=["budget"])
class Statements(InOrganisation, GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = {"list": Verb.SEE_MONEY, **dict.fromkeys(("create", "read", "template"), Verb.KEEP_MONEY)}
    parser_classes = (JSONParser,)
    serializer_class = shapes.StatementTaken
    queryset = Statement.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Statement]:
        return selectors.statements()

    @extend_schema(operation_id="statements_list")
    def list(self, request: HttpRequest) -> Response:
        return self.get_paginated_response(self.get_serializer(self.paginate_queryset(self.get_queryset()), many=True).data)

    @extend_schema(operation_id="statements_read", request={"multipart/form-data": shapes.StatementFile}, responses=shapes.StatementRead)
    @action(detail=False, methods=["post"], parser_classes=[MultiPartParser])
    def read(self, request: HttpRequest) -> Response:
        """What the file says, row by row, with what is wrong and what is known already. Nothing is saved."""
        given = checked(shapes.StatementFile, request)
        return Response(shapes.StatementRead(selectors.preview(content_of(given["file"]))).data)

    @extend_schema(
        operation_id="statements_take_in", request={"multipart/form-data": shapes.StatementGiven}, responses={201: shapes.TakenIn}
    )
    @action(detail=False, methods=["post"], url_path="take-in", parser_classes=[MultiPartParser])
    def take_in(self, request: HttpRequest) -> Response:
        """The file again: its movements are kept. A file that was taken in before changes nothing."""
        self.need(Verb.KEEP_MONEY)
        given = checked(shapes.StatementGiven, request)
        file = given["file"]
        statement, new = services.take_in(
            organisation=self.organisation, content=content_of(file), file_name=file.name, leave_out_bad=given["leave_out_bad"],
            another=given["another"], rebook=given["rebook"],
            line=own_or_none(Line, given.get("line"), field="line"), request=own_or_none(Request, given.get("request"), field="request"),
            by=self.person, now=timezone.now(),
        )  # fmt: skip
        fresh = self.get_queryset().get(pk=statement.pk)
        return Response(shapes.TakenIn({"statement": fresh, "new": new}).data, status=201)

    @extend_schema(
        operation_id="statements_template",
        responses={(200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"): OpenApiTypes.BINARY},
        filters=False,
    )
    @action(detail=False, methods=["get"], pagination_class=None)
    def template(self, request: HttpRequest) -> HttpResponse:
        """A workbook to fill in, with one row as an example."""
        name, content = template.file(language=get_language() or "en", on=timezone.now().date())
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return HttpResponse(content, content_type=mime, headers=headers)


class TransactionFilter(django_filters.FilterSet):
    statement = django_filters.UUIDFilter(field_name="statement_id")
    state = django_filters.ChoiceFilter(choices=[(state, state) for state in shapes.MOVEMENT_STATES], method="in_state")

    class Meta:
        model = Transaction
        fields: ClassVar[tuple[str, ...]] = ()

    def in_state(self, found: QuerySet[Transaction], name: str, value: str) -> QuerySet[Transaction]:
        return found.filter(selectors.STATES[value])


@extend_schema(tags=["budget"])
class Transactions(InOrganisation, GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = {
        "list": Verb.SEE_MONEY, "retrieve": Verb.SEE_MONEY,
        **dict.fromkeys(("settle", "set_aside", "reopen"), Verb.KEEP_MONEY),
    }  # fmt: skip
    serializer_class = shapes.TransactionShown
    filterset_class = TransactionFilter
    queryset = Transaction.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Transaction]:
        return selectors.transactions()

    @extend_schema(operation_id="transactions_list")
    def list(self, request: HttpRequest) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self.shown(page or [], many=True))

    @extend_schema(operation_id="transactions_get")
    def retrieve(self, request: HttpRequest, pk: UUID) -> Response:
        return Response(self.shown([self.one(pk)], many=True)[0])

    @extend_schema(operation_id="transactions_settle", request=shapes.SettleAs, responses=shapes.TransactionShown)
    @action(detail=True, methods=["post"])
    def settle(self, request: HttpRequest, pk: UUID) -> Response:
        """A payment is recorded, or money that came back; an expense is booked only where none was. Nothing is counted twice."""
        data = checked(shapes.SettleAs, request)
        as_what = services.Settle(
            invoice=own_or_none(Invoice, data["invoice"], field="invoice"),
            entries=[own(Entry, entry, field="entries") for entry in data["entries"]],
            request=own_or_none(Request, data["request"], field="request"),
            line=own_or_none(Line, data["line"], field="line"),
            vat_cents=data["vat_cents"],
            closes=data["closes"],
            payment=own_or_none(Payment, data["payment"], field="payment"),
            lowers=data["lowers"],
        )
        return self.show(services.settle(movement=self.one(pk), as_what=as_what, by=self.person, now=timezone.now()))

    @extend_schema(operation_id="transactions_set_aside", request=shapes.AsideNote, responses=shapes.TransactionShown)
    @action(detail=True, methods=["post"], url_path="set-aside")
    def set_aside(self, request: HttpRequest, pk: UUID) -> Response:
        """It is no expense of the budget."""
        data = checked(shapes.AsideNote, request)
        return self.show(services.set_aside(movement=self.one(pk), by=self.person, now=timezone.now(), **data))

    @extend_schema(operation_id="transactions_reopen", request=None, responses=shapes.TransactionShown)
    @action(detail=True, methods=["post"])
    def reopen(self, request: HttpRequest, pk: UUID) -> Response:
        """It waits again; a payment it was settled as is taken back."""
        return self.show(services.reopen(movement=self.one(pk), by=self.person, now=timezone.now()))

    def one(self, pk: UUID) -> Transaction:
        found: Transaction = get_object_or_404(self.get_queryset(), pk=pk)
        return found

    def shown(self, movements: Any, *, many: bool) -> Any:
        context = {**self.get_serializer_context(), "matches": selectors.proposals(movements), "accounts": selectors.accounts()}
        return shapes.TransactionShown(movements, many=many, context=context).data

    def show(self, movement: Transaction) -> Response:
        return Response(self.shown([self.one(movement.pk)], many=True)[0])


def content_of(file: Any) -> bytes:
    """Return a file's bytes. Raises Refusal before reading more than may be."""
    if file.size > reading.BYTES_MOST:
        raise Refusal("import-too-large", status=413, fields={"file": "import-too-large"}, mb=reading.BYTES_MOST // reading.MB)
    return bytes(file.read())
