"""Suppliers as the API shows them."""

from typing import Any

from rest_framework import serializers

from accounts.orgs.models import COUNTRIES
from campaigns.budget.suppliers.models import Supplier, SupplierAccount


class AccountOfSupplier(serializers.ModelSerializer):
    """An account number. `proposed`: nobody but who entered it has looked at it."""

    entered_by_name = serializers.SerializerMethodField()
    confirmed_by_name = serializers.SerializerMethodField()
    may_be_confirmed = serializers.SerializerMethodField()

    class Meta:
        model = SupplierAccount
        fields = (
            "id", "iban", "holder", "state", "replaces", "entered_by_name", "entered_at", "confirmed_by_name", "confirmed_at",
            "may_be_confirmed",
        )  # fmt: skip
        read_only_fields = fields

    def get_entered_by_name(self, account: SupplierAccount) -> str:
        return str(account.entered_by or "")

    def get_confirmed_by_name(self, account: SupplierAccount) -> str:
        return str(account.confirmed_by or "")

    def get_may_be_confirmed(self, account: SupplierAccount) -> bool:
        person = self.context.get("person")
        return account.state == SupplierAccount.State.PROPOSED and person is not None and person.pk != account.entered_by_id


class SupplierShown(serializers.ModelSerializer):
    """A supplier with every name the books have for them. `spent_cents`: a cost, over all periods."""

    names = serializers.SerializerMethodField()
    accounts = AccountOfSupplier(many=True, read_only=True)
    spent_cents = serializers.SerializerMethodField()

    class Meta:
        model = Supplier
        fields = ("id", "name", "company_number", "country", "email", "is_active", "names", "accounts", "spent_cents")
        read_only_fields = fields

    def get_names(self, supplier: Any) -> list[str]:
        return [name.text for name in supplier.names.all()]

    def get_spent_cents(self, supplier: Supplier) -> int:
        return int(self.context.get("spent", {}).get(supplier.pk, 0))


class SupplierDraft(serializers.Serializer):
    name = serializers.CharField(max_length=160)
    company_number = serializers.CharField(max_length=30, allow_blank=True, default="")
    country = serializers.ChoiceField(choices=COUNTRIES, allow_blank=True, default="")
    email = serializers.EmailField(allow_blank=True, default="")


class SupplierChange(SupplierDraft):
    is_active = serializers.BooleanField()


class Texts(serializers.Serializer):
    texts = serializers.ListField(child=serializers.CharField(max_length=160), min_length=1, max_length=200)


class MergeInto(serializers.Serializer):
    into = serializers.UUIDField()


class AccountDraft(serializers.Serializer):
    iban = serializers.CharField(max_length=60)
    holder = serializers.CharField(max_length=160, allow_blank=True, default="")
    replaces = serializers.UUIDField(required=False, allow_null=True, default=None)


class UntiedName(serializers.Serializer):
    """A name in the books that belongs to no supplier yet. `suggested`: who may be meant."""

    text = serializers.CharField()
    uses = serializers.IntegerField()
    suggested = serializers.UUIDField(allow_null=True)


class SupplierSuggested(serializers.Serializer):
    """A name to choose. `supplier` is null where only the books know the name. `others`: how else the books write it."""

    supplier = serializers.UUIDField(allow_null=True)
    name = serializers.CharField()
    others = serializers.ListField(child=serializers.CharField())
