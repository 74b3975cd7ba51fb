"""Invoices, payments and documents as the API shows them. Amounts are whole cents; gross where the name does not say otherwise."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.words import word
from campaigns.budget.invoices import selectors, services
from campaigns.budget.invoices.models import Document, EntryFacts, Invoice, Payment
from campaigns.budget.plan_serializers import MOST_CENTS

CURRENCY = r"^[A-Z]{3}$"


class DocumentShown(serializers.ModelSerializer):
    """A file. Its content: /api/documents/{id}/file/."""

    added_by_name = serializers.SerializerMethodField()

    class Meta:
        model = Document
        fields = ("id", "name", "mime", "size_bytes", "sha256", "request", "entry", "invoice", "added_by_name", "added_at")
        read_only_fields = fields

    def get_added_by_name(self, document: Document) -> str:
        return str(document.added_by or "")


class DocumentGiven(serializers.Serializer):
    file = serializers.FileField(max_length=200, help_text="PDF, picture, spreadsheet (XLSX) or XML invoice, 10 MB at most")
    request = serializers.UUIDField(required=False)
    entry = serializers.UUIDField(required=False)
    invoice = serializers.UUIDField(required=False)


class PartShown(serializers.Serializer):
    """An expense that books (a part of) an invoice."""

    entry = serializers.UUIDField(source="entry_id")
    line = serializers.UUIDField(source="entry.line_id")
    line_name = serializers.SerializerMethodField()
    request = serializers.UUIDField(source="entry.request_id", allow_null=True)
    net_cents = serializers.IntegerField(source="entry.net_cents")
    vat_cents = serializers.IntegerField(source="entry.vat_cents")

    def get_line_name(self, part: Any) -> str:
        line = part.entry.line
        return line.name or word(f"medium-{line.medium}", {})


class InvoiceShown(serializers.ModelSerializer):
    """An invoice or a credit note. `state` follows from what was booked and paid. `parts`: the expenses that stand."""

    supplier_name = serializers.CharField(source="supplier.name", read_only=True)
    entered_by_name = serializers.SerializerMethodField()
    state = serializers.SerializerMethodField()
    paid_cents = serializers.SerializerMethodField()
    open_cents = serializers.SerializerMethodField()
    due_net_cents = serializers.SerializerMethodField(help_text="Of an invoice, less its credit notes")
    due_vat_cents = serializers.SerializerMethodField(help_text="Of an invoice, less its credit notes")
    account_unconfirmed = serializers.SerializerMethodField(
        help_text="It asks to be paid to an account number that no second person has confirmed"
    )
    parts = serializers.SerializerMethodField()
    documents = DocumentShown(many=True, read_only=True)

    class Meta:
        model = Invoice
        fields = (
            "id", "kind", "source", "supplier", "supplier_name", "number", "issued_on", "due_on", "net_cents", "vat_cents", "reference",
            "iban", "foreign_currency", "foreign_cents", "rate", "credits", "set_aside_note", "entered_by_name", "entered_at", "state",
            "paid_cents", "open_cents", "due_net_cents", "due_vat_cents", "account_unconfirmed", "parts", "documents",
        )  # fmt: skip
        read_only_fields = fields

    def get_entered_by_name(self, invoice: Invoice) -> str:
        return str(invoice.entered_by or "")

    def get_state(self, invoice: Invoice) -> str:
        return selectors.state_of(invoice)

    def get_paid_cents(self, invoice: Invoice) -> int:
        return selectors.paid_of(invoice)

    def get_open_cents(self, invoice: Invoice) -> int:
        return selectors.open_of(invoice)

    def get_due_net_cents(self, invoice: Invoice) -> int:
        return services.due_of(invoice)[0]

    def get_due_vat_cents(self, invoice: Invoice) -> int:
        return services.due_of(invoice)[1]

    def get_account_unconfirmed(self, invoice: Invoice) -> bool:
        return selectors.account_warning(invoice, self.context.get("confirmed", {}))

    @extend_schema_field(PartShown(many=True))
    def get_parts(self, invoice: Invoice) -> list[dict[str, Any]]:
        return list(PartShown(selectors.standing_parts(invoice), many=True).data)


class PartDraft(serializers.Serializer):
    line = serializers.UUIDField()
    request = serializers.UUIDField(required=False, allow_null=True, default=None, help_text="An approved request of that line")
    campaign = serializers.UUIDField(required=False, allow_null=True, default=None)
    net_cents = serializers.IntegerField(min_value=1, max_value=MOST_CENTS)
    vat_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, default=0)
    closes = serializers.BooleanField(default=False, help_text="Nothing more will come for that request")


class Parts(serializers.Serializer):
    parts = PartDraft(many=True, allow_empty=False)


class InvoiceDraft(serializers.Serializer):
    """An invoice as it came. With `parts` it is booked at once; they add up to it."""

    kind = serializers.ChoiceField(choices=Invoice.Kind.choices, default=Invoice.Kind.INVOICE)
    supplier = serializers.UUIDField()
    number = serializers.CharField(max_length=80)
    issued_on = serializers.DateField()
    due_on = serializers.DateField(required=False, allow_null=True, default=None)
    net_cents = serializers.IntegerField(min_value=1, max_value=MOST_CENTS)
    vat_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, default=0)
    reference = serializers.CharField(max_length=140, allow_blank=True, default="", help_text="What a payment has to bear")
    iban = serializers.CharField(max_length=60, allow_blank=True, default="", help_text="The account it asks to be paid to")
    foreign_currency = serializers.RegexField(CURRENCY, allow_blank=True, default="")
    foreign_cents = serializers.IntegerField(min_value=1, max_value=MOST_CENTS, required=False, allow_null=True, default=None)
    rate = serializers.DecimalField(max_digits=18, decimal_places=8, min_value=0, required=False, allow_null=True, default=None)
    parts = PartDraft(many=True, required=False)


class ExpensesBooked(serializers.Serializer):
    entries = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=100, help_text="They add up to the invoice")


class SetAside(serializers.Serializer):
    note = serializers.CharField(max_length=300)


class ShareDraft(serializers.Serializer):
    entry = serializers.UUIDField(help_text="An expense of that invoice")
    net_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS)
    vat_cents = serializers.IntegerField(min_value=0, max_value=MOST_CENTS, default=0)


class CreditOf(serializers.Serializer):
    of = serializers.UUIDField(help_text="The invoice it lowers")
    shares = ShareDraft(many=True, required=False, default=list, help_text="By how much each of its expenses; they add up to the note")


class SettlementShown(serializers.Serializer):
    entry = serializers.UUIDField(source="entry_id")
    cents = serializers.IntegerField()
    line_name = serializers.SerializerMethodField()
    invoice = serializers.SerializerMethodField()
    number = serializers.SerializerMethodField()

    def get_line_name(self, each: Any) -> str:
        return each.entry.line.name or word(f"medium-{each.entry.line.medium}", {})

    def get_invoice(self, each: Any) -> str | None:
        part = getattr(each.entry, "invoice_part", None)
        return str(part.invoice_id) if part else None

    def get_number(self, each: Any) -> str:
        part = getattr(each.entry, "invoice_part", None)
        return part.invoice.number if part else ""


class PaymentShown(serializers.ModelSerializer):
    """Money that left the account, and what it settles. A counter-payment has `reverses`. `given_back_cents`: so much came back."""

    supplier_name = serializers.CharField(source="supplier.name", default="", read_only=True)
    by_name = serializers.SerializerMethodField()
    reversed_by = serializers.SerializerMethodField()
    settles = SettlementShown(source="settlements", many=True, read_only=True)
    given_back_cents = serializers.SerializerMethodField()

    class Meta:
        model = Payment
        fields = (
            "id", "on", "cents", "currency", "supplier", "supplier_name", "to_name", "to_iban", "communication", "note", "reverses",
            "reversed_by", "by_name", "at", "settles", "given_back_cents",
        )  # fmt: skip
        read_only_fields = fields

    def get_by_name(self, payment: Payment) -> str:
        return str(payment.by or "")

    def get_given_back_cents(self, payment: Payment) -> int:
        return selectors.given_back_of(payment)

    def get_reversed_by(self, payment: Payment) -> str | None:
        counter = getattr(payment, "reversed_by", None)
        return str(counter.pk) if counter else None


class PaymentDraft(serializers.Serializer):
    """What was paid: one invoice, or expenses without one."""

    on = serializers.DateField()
    cents = serializers.IntegerField(min_value=1, max_value=MOST_CENTS)
    invoice = serializers.UUIDField(required=False, allow_null=True, default=None)
    entries = serializers.ListField(child=serializers.UUIDField(), required=False, default=list, max_length=100)
    note = serializers.CharField(max_length=300, allow_blank=True, default="")


class FactsOfEntry(serializers.ModelSerializer):
    """What else is known of an expense. `regulated_permille`: how much of it falls into a regulated period, with where that comes from."""

    channel: Any = serializers.UUIDField(source="channel_id", required=False, allow_null=True, default=None)
    foreign_currency = serializers.RegexField(CURRENCY, allow_blank=True, default="")

    class Meta:
        model = EntryFacts
        fields = (
            "payer", "payer_name", "beneficiary", "beneficiary_name", "channel", "regulated_permille", "regulated_note", "foreign_currency",
            "foreign_cents", "rate",
        )  # fmt: skip
