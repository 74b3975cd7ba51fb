"""Files that say what money moved, and each movement once, whichever file brings it."""

from django.conf import settings
from django.db import models

from accounts.orgs.models import Owned
from campaigns.budget.invoices.models import Invoice, Payment, Refund
from campaigns.budget.models import Entry


class Statement(Owned):
    """A file that was taken in. The same file again is this one."""

    class Kind(models.TextChoices):
        TABLE = "table"  # CSV or a workbook
        CODA = "coda"
        CAMT = "camt"
        PEPPOL = "peppol"
        ADS = "ads"  # Meta Ads Manager

    kind = models.CharField(max_length=8, choices=Kind)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    taken_at = models.DateTimeField()
    invoice = models.ForeignKey(Invoice, null=True, blank=True, on_delete=models.CASCADE, related_name="+")  # what a Peppol file made

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "sha256"], name="statement_file_once")]
        indexes = [models.Index(fields=["organisation", "-taken_at"], name="statement_newest")]


class Transaction(Owned):
    """One movement of an account. Below zero: money that left it. `digest` is the same in every file that tells of it (known.py)."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="transactions")
    digest = models.CharField(max_length=64)
    account = models.CharField(max_length=34, blank=True)
    on = models.DateField()
    cents = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    name = models.CharField(max_length=160, blank=True)
    iban = models.CharField(max_length=34, blank=True)
    communication = models.CharField(max_length=300, blank=True)
    structured = models.CharField(max_length=12, blank=True)  # the twelve digits of +++123/4567/89012+++
    payment = models.OneToOneField(Payment, null=True, blank=True, on_delete=models.SET_NULL, related_name="movement")  # settled as it
    refund = models.OneToOneField(
        Refund, null=True, blank=True, on_delete=models.SET_NULL, related_name="movement"
    )  # of money that came back
    set_aside_note = models.CharField(max_length=300, blank=True)  # why it is no expense of the budget
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "digest"], name="transaction_once")]
        indexes = [models.Index(fields=["organisation", "-on"], name="transaction_newest")]


class TransactionMark(Owned):
    """By what a bank's file tells this movement from an equal one. `kind`: of known.MARKS."""

    transaction = models.ForeignKey(Transaction, on_delete=models.CASCADE, related_name="marks")
    kind = models.CharField(max_length=12)
    value = models.CharField(max_length=140)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["transaction", "kind"], name="mark_once_of_a_kind")]


class AdSpend(Owned):
    """One row of an advertising account's export, booked as an expense once."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="spends")
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField()
    cents = models.PositiveBigIntegerField()
    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "digest"], name="ad_spend_once")]
