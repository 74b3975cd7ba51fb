"""The ledger as the API shows it. Amounts are whole cents; VAT stands beside the net amount."""

from typing import Any

from rest_framework import serializers

from accounts.words import word
from campaigns.budget.invoices.models import EntryFacts
from campaigns.budget.invoices.shapes import DocumentShown, FactsOfEntry
from campaigns.budget.models import Entry, Request
from campaigns.budget.plan_serializers import MOST_CENTS


class EntryInLedger(serializers.ModelSerializer):
    """One line of the ledger. A counter-entry has `reverses`; what was taken back has `reversed_by`."""

    by_name = serializers.SerializerMethodField()
    line_name = serializers.SerializerMethodField()
    medium = serializers.CharField(source="line.medium", read_only=True)
    period = serializers.UUIDField(source="line.period_id", read_only=True)
    campaign_name = serializers.CharField(source="campaign.name", default="", read_only=True)
    reversed_by = serializers.SerializerMethodField()
    may_be_taken_back = serializers.SerializerMethodField()
    invoice = serializers.SerializerMethodField()
    invoice_number = serializers.SerializerMethodField()
    paid_cents = serializers.SerializerMethodField(help_text="How much of the gross amount payments have settled")
    facts = FactsOfEntry(allow_null=True, read_only=True)
    documents = DocumentShown(many=True, read_only=True)

    class Meta:
        model = Entry
        fields = (
            "id", "kind", "period", "line", "line_name", "medium", "request", "campaign", "campaign_name", "reverses", "reversed_by",
            "may_be_taken_back", "net_cents", "vat_cents", "supplier", "note", "on", "by_name", "at", "invoice", "invoice_number",
            "paid_cents", "facts", "documents",
        )  # fmt: skip
        read_only_fields = fields

    def get_invoice(self, entry: Entry) -> str | None:
        part = getattr(entry, "invoice_part", None)
        return str(part.invoice_id) if part else None

    def get_invoice_number(self, entry: Entry) -> str:
        part = getattr(entry, "invoice_part", None)
        return part.invoice.number if part else ""

    def get_paid_cents(self, entry: Any) -> int:
        return sum(settlement.cents for settlement in entry.settlements.all())

    def get_by_name(self, entry: Entry) -> str:
        return str(entry.by or "")

    def get_line_name(self, entry: Entry) -> str:
        return entry.line.name or word(f"medium-{entry.line.medium}", {})

    def get_reversed_by(self, entry: Entry) -> str | None:
        counter = getattr(entry, "reversed_by", None)
        return str(counter.pk) if counter else None

    def get_may_be_taken_back(self, entry: Entry) -> bool:
        is_counter = entry.kind == Entry.Kind.RELEASE or entry.reverses_id is not None
        return not is_counter and getattr(entry, "reversed_by", None) is None and self.get_paid_cents(entry) == 0


class ExpenseDraft(serializers.Serializer):
    line = serializers.UUIDField()
    request = serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="An approved request: what it committed is released"
    )
    campaign = serializers.UUIDField(required=False, allow_null=True, default=None)
    net_cents = serializers.IntegerField(min_value=1, max_value=MOST_CENTS)
    vat_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, default=0)
    supplier = serializers.CharField(max_length=160, allow_blank=True, default="")
    note = serializers.CharField(max_length=300, allow_blank=True, default="")
    payer = serializers.ChoiceField(
        choices=EntryFacts.Payer.choices, allow_blank=True, default="",
        help_text="Who pays; own: the organisation itself. Empty: as the request says",
    )  # fmt: skip
    payer_name = serializers.CharField(max_length=160, allow_blank=True, default="")
    beneficiary = serializers.ChoiceField(
        choices=Request.Beneficiary.choices, allow_blank=True, default="",
        help_text="For whom: a gift to a party has its own rules. Empty: as the request says",
    )  # fmt: skip
    beneficiary_name = serializers.CharField(max_length=160, allow_blank=True, default="")
    on = serializers.DateField(help_text="Date of the invoice")
    closes = serializers.BooleanField(
        default=False, help_text="Nothing more will come for that request: the rest of its commitment is released"
    )


class TakeBack(serializers.Serializer):
    note = serializers.CharField(max_length=300, allow_blank=True, default="")
