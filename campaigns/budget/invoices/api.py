"""/api/invoices/, /api/payments/, /api/documents/: the papers and the payments behind the expenses."""

from typing import Any, ClassVar
from uuid import UUID

import django_filters
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet, ViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.problems import NotAllowed
from campaigns.budget.api import KEY, checked, own, own_or_none
from campaigns.budget.invoices import documents, selectors, services, shapes
from campaigns.budget.invoices.models import Document, Invoice, Payment
from campaigns.budget.models import Entry, Line, Request
from campaigns.budget.suppliers.models import Supplier
from campaigns.plan.models import Campaign


class PapersFilter(django_filters.FilterSet):
    """By supplier, and from one day until another."""

    supplier = django_filters.UUIDFilter(field_name="supplier_id")

    class Meta:
        fields: ClassVar[tuple[str, ...]] = ()


class InvoiceFilter(PapersFilter):
    since = django_filters.DateFilter(field_name="issued_on", lookup_expr="gte")
    until = django_filters.DateFilter(field_name="issued_on", lookup_expr="lte")

    class Meta(PapersFilter.Meta):
        model = Invoice


class PaymentFilter(PapersFilter):
    since = django_filters.DateFilter(field_name="on", lookup_expr="gte")
    until = django_filters.DateFilter(field_name="on", lookup_expr="lte")

    class Meta(PapersFilter.Meta):
        model = Payment


class Papers(InOrganisation, GenericViewSet):
    """What invoices and payments have alike: a list page by page, and one by its id."""

    lookup_value_converter = "uuid"

    def list(self, request: HttpRequest) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    def retrieve(self, request: HttpRequest, pk: UUID) -> Response:
        return self.show(pk)

    def one(self, pk: UUID) -> Any:
        return get_object_or_404(self.get_queryset(), pk=pk)

    def show(self, pk: UUID, status: int = 200) -> Response:
        return Response(self.get_serializer(self.one(pk)).data, status=status)


@extend_schema(tags=["budget"])
@extend_schema_view(list=extend_schema(operation_id="invoices_list"), retrieve=extend_schema(operation_id="invoices_get"))
class Invoices(Papers):
    """Invoices and credit notes as they came; they count once they are booked."""

    verbs: ClassVar[dict[str, Verb]] = {
        **dict.fromkeys(("list", "retrieve"), Verb.SEE_MONEY),
        **dict.fromkeys(("create", "book", "tie", "set_aside", "credit"), Verb.KEEP_MONEY),
    }
    serializer_class = shapes.InvoiceShown
    filterset_class = InvoiceFilter
    queryset = Invoice.objects.none()

    def get_queryset(self) -> QuerySet[Invoice]:
        return selectors.invoices()

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "confirmed": selectors.confirmed_ibans()}

    @extend_schema(operation_id="invoices_add", parameters=[KEY], request=shapes.InvoiceDraft, responses={201: shapes.InvoiceShown})
    @idempotent
    @transaction.atomic
    def create(self, request: HttpRequest) -> Response:
        data = checked(shapes.InvoiceDraft, request)
        parts = data.pop("parts", [])
        data["supplier"] = own(Supplier, data["supplier"], field="supplier")
        now = timezone.now()
        invoice = services.receive(organisation=self.organisation, by=self.person, now=now, **data)
        if parts:
            services.book(invoice=invoice, parts=self.parts(parts), by=self.person, now=now)
        return self.show(invoice.pk, status=201)

    @extend_schema(operation_id="invoices_book", request=shapes.Parts, responses=shapes.InvoiceShown)
    @action(detail=True, methods=["post"])
    def book(self, request: HttpRequest, pk: UUID) -> Response:
        """Its parts become expenses of their lines. They add up to the invoice."""
        parts = self.parts(checked(shapes.Parts, request)["parts"])
        return self.show(services.book(invoice=self.one(pk), parts=parts, by=self.person, now=timezone.now()).pk)

    @extend_schema(operation_id="invoices_tie", request=shapes.ExpensesBooked, responses=shapes.InvoiceShown)
    @action(detail=True, methods=["post"])
    def tie(self, request: HttpRequest, pk: UUID) -> Response:
        """These expenses were booked before the invoice came: it stands behind them, and nothing is booked again."""
        entries = [own(Entry, entry, field="entries") for entry in checked(shapes.ExpensesBooked, request)["entries"]]
        return self.show(services.tie(invoice=self.one(pk), entries=entries, by=self.person, now=timezone.now()).pk)

    @extend_schema(operation_id="invoices_set_aside", request=shapes.SetAside, responses=shapes.InvoiceShown)
    @action(detail=True, methods=["post"], url_path="set-aside")
    def set_aside(self, request: HttpRequest, pk: UUID) -> Response:
        data = checked(shapes.SetAside, request)
        return self.show(services.set_aside(invoice=self.one(pk), by=self.person, now=timezone.now(), **data).pk)

    @extend_schema(operation_id="invoices_credit", request=shapes.CreditOf, responses=shapes.InvoiceShown)
    @action(detail=True, methods=["post"])
    def credit(self, request: HttpRequest, pk: UUID) -> Response:
        """For a credit note: what that invoice costs is lowered."""
        note, data = self.one(pk), checked(shapes.CreditOf, request)
        of = own(Invoice, data["of"], field="of")
        shares = [services.Share(**{**share, "entry": own(Entry, share["entry"], field="shares")}) for share in data["shares"]]
        return self.show(services.credit(note=note, of=of, shares=shares, by=self.person, now=timezone.now()).pk)

    def parts(self, given: Any) -> Any:
        return [
            services.Part(
                line=own(Line, part["line"], field="line"), request=own_or_none(Request, part["request"], field="request"),
                campaign=own_or_none(Campaign, part["campaign"], field="campaign"), net_cents=part["net_cents"],
                vat_cents=part["vat_cents"], closes=part["closes"],
            )
            for part in given
        ]  # fmt: skip


@extend_schema(tags=["budget"])
@extend_schema_view(list=extend_schema(operation_id="payments_list"), retrieve=extend_schema(operation_id="payments_get"))
class Payments(Papers):
    """Money that left the account; it settles expenses and is itself no cost."""

    verbs: ClassVar[dict[str, Verb]] = {
        **dict.fromkeys(("list", "retrieve"), Verb.SEE_MONEY),
        **dict.fromkeys(("create", "take_back"), Verb.KEEP_MONEY),
    }
    serializer_class = shapes.PaymentShown
    filterset_class = PaymentFilter
    queryset = Payment.objects.none()

    def get_queryset(self) -> QuerySet[Payment]:
        return selectors.payments()

    @extend_schema(operation_id="payments_record", parameters=[KEY], request=shapes.PaymentDraft, responses={201: shapes.PaymentShown})
    @idempotent
    def create(self, request: HttpRequest) -> Response:
        """It settles the invoice, or the expenses, the first of them first; nothing is counted as spent by it."""
        data = checked(shapes.PaymentDraft, request)
        wanted, given = data.pop("entries"), data.pop("invoice")
        entries = [own(Entry, pk, field="entries") for pk in wanted]
        if given:
            invoice = selectors.invoices().get(pk=own(Invoice, given, field="invoice").pk)
            entries = [part.entry for part in selectors.standing_parts(invoice)]
            data |= {"supplier": invoice.supplier, "to_name": invoice.supplier.name, "to_iban": invoice.iban}
            data["communication"] = invoice.reference or invoice.number
        made = services.pay(organisation=self.organisation, entries=entries, by=self.person, now=timezone.now(), **data)
        return self.show(made.pk, status=201)

    @extend_schema(operation_id="payments_take_back", request=None, responses={201: shapes.PaymentShown})
    @action(detail=True, methods=["post"], url_path="take-back")
    def take_back(self, request: HttpRequest, pk: UUID) -> Response:
        """The answer is the counter-payment."""
        return self.show(services.take_payment_back(payment=self.one(pk), by=self.person, now=timezone.now()).pk, status=201)


@extend_schema(tags=["budget"])
class Documents(InOrganisation, ViewSet):
    """Who may only ask for money sees and adds what belongs to their own requests."""

    parser_classes = (MultiPartParser,)
    verbs: ClassVar[dict[str, Verb]] = {"create": Verb.ASK_MONEY, "destroy": Verb.ASK_MONEY}
    lookup_value_converter = "uuid"

    @extend_schema(
        operation_id="documents_list", parameters=[OpenApiParameter("request", UUID, required=True)],
        responses=shapes.DocumentShown(many=True),
    )  # fmt: skip
    def list(self, request: HttpRequest) -> Response:
        """The files of a request."""
        asked = own(Request, request.query_params.get("request"), field="request")
        self.refuse_others(asked, Verb.SEE_MONEY)
        return Response(shapes.DocumentShown(selectors.documents().filter(request=asked), many=True).data)

    @extend_schema(
        operation_id="documents_add", request={"multipart/form-data": shapes.DocumentGiven}, responses={201: shapes.DocumentShown}
    )
    def create(self, request: HttpRequest) -> Response:
        given = checked(shapes.DocumentGiven, request)
        file, content = given["file"], documents.given(given["file"])
        place = {
            "request": own_or_none(Request, given.get("request"), field="request"),
            "entry": own_or_none(Entry, given.get("entry"), field="entry"),
            "invoice": own_or_none(Invoice, given.get("invoice"), field="invoice"),
        }
        if place["entry"] or place["invoice"]:
            self.need(Verb.KEEP_MONEY)
        if place["request"]:
            self.refuse_others(place["request"], Verb.KEEP_MONEY)
        kept = documents.keep(organisation=self.organisation, content=content, name=file.name, by=self.person, now=timezone.now(), **place)
        return Response(shapes.DocumentShown(kept).data, status=201)

    @extend_schema(operation_id="documents_remove", responses={204: None})
    def destroy(self, request: HttpRequest, pk: UUID) -> Response:
        """Whoever asked for money removes the files of an own request, until it is decided."""
        document = self.one(pk)
        if document.request:
            self.refuse_others(document.request, Verb.KEEP_MONEY)
        else:
            self.need(Verb.KEEP_MONEY)
        documents.remove(document=document, by=self.person, now=timezone.now())
        return Response(status=204)

    @extend_schema(
        operation_id="documents_file",
        parameters=[OpenApiParameter("organisation", str, description="Id or slug, for where no header can be sent.")],
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY},
    )
    @action(detail=True, methods=["get"])
    def file(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        document = self.one(pk)
        if document.request:
            self.refuse_others(document.request, Verb.SEE_MONEY)
        else:
            self.need(Verb.SEE_MONEY)
        headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        answer = HttpResponse(documents.read(document), content_type=document.mime, headers=headers)
        answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=document.name) or "attachment"
        return answer

    def refuse_others(self, asked: Request, verb: Verb) -> None:
        if asked.asked_by_id != self.person.pk and not self.membership.may(verb):
            raise NotAllowed("not-your-request")

    def one(self, pk: UUID) -> Document:
        found: Document = get_object_or_404(selectors.documents().select_related("request"), pk=pk)
        return found
