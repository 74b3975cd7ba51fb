"""/api/suppliers/: who is paid, and to which accounts."""

from typing import Any, ClassVar
from uuid import UUID

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from campaigns.budget.api import KEY, checked, own, own_or_none
from campaigns.budget.suppliers import selectors, services, shapes
from campaigns.budget.suppliers.models import Supplier, SupplierAccount


@extend_schema(tags=["budget"])
class Suppliers(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = {
        **dict.fromkeys(("list", "retrieve", "untied"), Verb.SEE_MONEY),
        **dict.fromkeys(("create", "partial_update", "merge", "names", "accounts"), Verb.KEEP_MONEY),
        "suggestions": Verb.ASK_MONEY,
    }
    lookup_value_converter = "uuid"

    @extend_schema(operation_id="suppliers_list", responses=shapes.SupplierShown(many=True))
    def list(self, request: HttpRequest) -> Response:
        return Response(shapes.SupplierShown(selectors.suppliers(), many=True, context=self.context()).data)

    @extend_schema(operation_id="suppliers_add", parameters=[KEY], request=shapes.SupplierDraft, responses={201: shapes.SupplierShown})
    @idempotent
    def create(self, request: HttpRequest) -> Response:
        data = checked(shapes.SupplierDraft, request)
        return self.show(services.add(organisation=self.organisation, by=self.person, now=timezone.now(), **data), status=201)

    @extend_schema(operation_id="suppliers_get", responses=shapes.SupplierShown)
    def retrieve(self, request: HttpRequest, pk: UUID) -> Response:
        return self.show(self.one(pk))

    @extend_schema(operation_id="suppliers_change", request=shapes.SupplierChange, responses=shapes.SupplierShown)
    def partial_update(self, request: HttpRequest, pk: UUID) -> Response:
        data = checked(shapes.SupplierChange, request, partial=True)
        return self.show(services.change(supplier=self.one(pk), by=self.person, now=timezone.now(), **data))

    @extend_schema(operation_id="suppliers_untied", responses=shapes.UntiedName(many=True))
    @action(detail=False, methods=["get"])
    def untied(self, request: HttpRequest) -> Response:
        """Names in requests and entries that belong to no supplier yet."""
        return Response(shapes.UntiedName(selectors.untied(), many=True).data)

    @extend_schema(operation_id="suppliers_suggestions", responses=shapes.SupplierSuggested(many=True))
    @action(detail=False, methods=["get"])
    def suggestions(self, request: HttpRequest) -> Response:
        """Names to choose from while typing, without any sums; names of the books too for who may see the money."""
        found = selectors.suggestions(with_books=self.membership.may(Verb.SEE_MONEY))
        return Response(shapes.SupplierSuggested(found, many=True).data)

    @extend_schema(operation_id="suppliers_name", request=shapes.Texts, responses=shapes.SupplierShown)
    @action(detail=True, methods=["post"])
    def names(self, request: HttpRequest, pk: UUID) -> Response:
        """These texts in requests and entries mean this supplier; they stay as they were written."""
        data = checked(shapes.Texts, request)
        return self.show(services.tie(supplier=self.one(pk), by=self.person, now=timezone.now(), **data))

    @extend_schema(operation_id="suppliers_merge", request=shapes.MergeInto, responses=shapes.SupplierShown)
    @action(detail=True, methods=["post"])
    def merge(self, request: HttpRequest, pk: UUID) -> Response:
        """The answer is the supplier that stays."""
        into = own(Supplier, checked(shapes.MergeInto, request)["into"], field="into")
        return self.show(services.merge(supplier=self.one(pk), into=into, by=self.person, now=timezone.now()))

    @extend_schema(
        operation_id="suppliers_propose_account", parameters=[KEY], request=shapes.AccountDraft, responses={201: shapes.SupplierShown}
    )
    @action(detail=True, methods=["post"])
    @idempotent
    def accounts(self, request: HttpRequest, pk: UUID) -> Response:
        """The account number waits until somebody else confirms it."""
        data = checked(shapes.AccountDraft, request)
        data["replaces"] = own_or_none(SupplierAccount, data["replaces"], field="replaces")
        made = services.propose_account(supplier=self.one(pk), by=self.person, now=timezone.now(), **data)
        return self.show(made.supplier, status=201)

    def one(self, pk: UUID) -> Supplier:
        found: Supplier = get_object_or_404(selectors.suppliers(), pk=pk)
        return found

    def context(self) -> dict[str, Any]:
        return {"person": self.person, "spent": selectors.spent_with(self.organisation)}

    def show(self, supplier: Supplier, status: int = 200) -> Response:
        return Response(shapes.SupplierShown(self.one(supplier.pk), context=self.context()).data, status=status)


@extend_schema(tags=["budget"])
class SupplierAccounts(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = {"confirm": Verb.DECIDE_MONEY, "retire": Verb.KEEP_MONEY}
    lookup_value_converter = "uuid"

    @extend_schema(operation_id="supplier_accounts_confirm", request=None, responses=shapes.AccountOfSupplier)
    @action(detail=True, methods=["post"])
    def confirm(self, request: HttpRequest, pk: UUID) -> Response:
        """For who decides on money and did not enter it."""
        return self.show(services.confirm_account(account=self.one(pk), by=self.person, now=timezone.now()))

    @extend_schema(operation_id="supplier_accounts_retire", request=None, responses=shapes.AccountOfSupplier)
    @action(detail=True, methods=["post"])
    def retire(self, request: HttpRequest, pk: UUID) -> Response:
        return self.show(services.retire_account(account=self.one(pk), by=self.person, now=timezone.now()))

    def one(self, pk: UUID) -> SupplierAccount:
        found: SupplierAccount = get_object_or_404(SupplierAccount.objects.all(), pk=pk)
        return found

    def show(self, account: SupplierAccount) -> Response:
        fresh = SupplierAccount.objects.select_related("entered_by", "confirmed_by").get(pk=account.pk)
        return Response(shapes.AccountOfSupplier(fresh, context={"person": self.person}).data)
