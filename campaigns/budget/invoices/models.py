"""What was invoiced and what was paid. Expenses alone count; these say which paper and which payment stand behind them."""

from typing import Any, NoReturn

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models

from accounts.channels.models import Channel
from accounts.orgs.models import Owned
from campaigns.budget.models import Entry, Request
from campaigns.budget.suppliers.models import Supplier


class Invoice(Owned):
    """A supplier's invoice or credit note as it came. It counts once it is booked: its parts are expenses on lines."""

    class Kind(models.TextChoices):
        INVOICE = "invoice"
        CREDIT_NOTE = "credit_note"

    class Source(models.TextChoices):
        TYPED = "typed"
        PEPPOL = "peppol"

    kind = models.CharField(max_length=12, choices=Kind, default=Kind.INVOICE)
    source = models.CharField(max_length=8, choices=Source, default=Source.TYPED)
    supplier = models.ForeignKey(Supplier, on_delete=models.RESTRICT, related_name="invoices")
    number = models.CharField(max_length=80)
    issued_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    net_cents = models.PositiveBigIntegerField()  # in the currency of the books
    vat_cents = models.PositiveBigIntegerField(default=0)
    reference = models.CharField(max_length=140, blank=True)  # what a payment has to bear; twelve digits: a structured communication
    iban = models.CharField(max_length=34, blank=True)  # the account it asks to be paid to
    foreign_currency = models.CharField(max_length=3, blank=True)  # when it was written in another currency than the books'
    foreign_cents = models.PositiveBigIntegerField(null=True, blank=True)  # its total in that currency
    rate = models.DecimalField(max_digits=18, decimal_places=8, null=True, blank=True)  # cents of the books for one cent of that currency
    credits: Any = models.ForeignKey("self", null=True, blank=True, on_delete=models.RESTRICT, related_name="credited_by")
    set_aside_note = models.CharField(max_length=300, blank=True)  # why it is neither booked nor paid
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "supplier", "kind", "number"], condition=models.Q(set_aside_note=""), name="invoice_once"
            ),
            models.CheckConstraint(condition=models.Q(net_cents__gt=0), name="invoice_asks_for_something"),
        ]
        indexes = [models.Index(fields=["organisation", "-issued_on"], name="invoice_newest")]


class Growing(Owned):
    """Base of rows that are never changed nor removed; the database holds it as well (migrations 0027, 0033)."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("these rows only grow: take one back instead of changing it")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("these rows only grow: take one back instead of deleting it")


class InvoicePart(Growing):
    """This entry books (a part of) this invoice. One entry stands behind one invoice only, so nothing is counted twice."""

    invoice = models.ForeignKey(Invoice, on_delete=models.RESTRICT, related_name="parts")
    entry = models.OneToOneField(Entry, on_delete=models.RESTRICT, related_name="invoice_part")


class Payment(Growing):
    """Money that left the account. It settles expenses and is itself no cost. A mistake gets a counter-payment."""

    supplier = models.ForeignKey(Supplier, null=True, blank=True, on_delete=models.SET_NULL, related_name="payments")
    on = models.DateField()
    cents = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    to_name = models.CharField(max_length=160, blank=True)
    to_iban = models.CharField(max_length=34, blank=True)
    communication = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=300, blank=True)
    reverses = models.OneToOneField("self", null=True, blank=True, on_delete=models.RESTRICT, related_name="reversed_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(cents__gt=0, reverses=None) | models.Q(cents__lt=0, reverses__isnull=False),
                name="payment_positive_unless_counter",
            )
        ]
        indexes = [models.Index(fields=["organisation", "-on"], name="payment_newest")]


class Settlement(Growing):
    """So much of the payment settles this expense; negative where that was taken back."""

    payment = models.ForeignKey(Payment, on_delete=models.RESTRICT, related_name="settlements")
    entry = models.ForeignKey(Entry, on_delete=models.RESTRICT, related_name="settlements")
    cents = models.BigIntegerField()


class Refund(Growing):
    """So much of a payment came back. What it settled with that is open again; a mistake gets a counter-refund."""

    payment = models.ForeignKey(Payment, on_delete=models.RESTRICT, related_name="refunds")
    on = models.DateField()
    cents = models.BigIntegerField()
    note = models.CharField(max_length=300, blank=True)
    reverses = models.OneToOneField("self", null=True, blank=True, on_delete=models.RESTRICT, related_name="reversed_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(cents__gt=0, reverses=None) | models.Q(cents__lt=0, reverses__isnull=False),
                name="refund_positive_unless_counter",
            )
        ]


class EntryFacts(Owned):
    """What else is to be known of an expense; does not change what it costs."""

    class Payer(models.TextChoices):
        OWN = "own"  # the organisation itself
        FEDERATION = "federation"
        PARTY = "party"
        CANDIDATE = "candidate"
        NGO = "ngo"
        UNION = "union"
        MUTUALITY = "mutuality"
        COMPANY = "company"
        PERSON = "person"
        OTHER = "other"

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="facts")
    payer = models.CharField(max_length=12, choices=Payer, default=Payer.OWN)
    payer_name = models.CharField(max_length=160, blank=True)
    beneficiary = models.CharField(max_length=16, choices=Request.Beneficiary, default=Request.Beneficiary.OWN)
    beneficiary_name = models.CharField(max_length=160, blank=True)
    channel = models.ForeignKey(Channel, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    regulated_permille = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(1000)])
    regulated_note = models.CharField(max_length=200, blank=True)  # which period, and where the share comes from
    foreign_currency = models.CharField(max_length=3, blank=True)
    foreign_cents = models.PositiveBigIntegerField(null=True, blank=True)
    rate = models.DecimalField(max_digits=18, decimal_places=8, null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(regulated_permille=None) | models.Q(regulated_permille__lte=1000), name="regulated_share_at_most_all"
            )
        ]


class Document(Owned):
    """A file that proves something: an offer, an invoice. It is kept under its own id and leaves through the API alone."""

    name = models.CharField(max_length=200)  # as the person called it
    mime = models.CharField(max_length=80)  # by its content
    size_bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    request = models.ForeignKey(Request, null=True, blank=True, on_delete=models.CASCADE, related_name="documents")
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.CASCADE, related_name="documents")
    invoice = models.ForeignKey(Invoice, null=True, blank=True, on_delete=models.CASCADE, related_name="documents")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(request__isnull=False) | models.Q(entry__isnull=False) | models.Q(invoice__isnull=False),
                name="document_belongs_somewhere",
            )
        ]
