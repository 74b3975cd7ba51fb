"""Who is paid, under which names the books know them, and to which accounts."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models

from accounts.orgs.models import Owned


class Supplier(Owned):
    name = models.CharField(max_length=160)
    company_number = models.CharField(max_length=20, blank=True)  # as registered, without spaces and dots: "BE0428759497"
    country = models.CharField(max_length=2, blank=True, validators=[RegexValidator(r"^[A-Z]{2}$")])
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "company_number"], condition=~models.Q(company_number=""), name="supplier_company_number_once"
            )
        ]


class SupplierName(Owned):
    """A text by which requests and entries name the supplier: they keep what was written, this says who is meant."""

    supplier = models.ForeignKey(Supplier, on_delete=models.CASCADE, related_name="names")
    key = models.CharField(max_length=160)  # names.key_of(text)
    text = models.CharField(max_length=160)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="supplier_name_once")]


class SupplierAccount(Owned):
    """An account number. Nobody confirms one that they entered: a letter with "our new account" is the oldest fraud there is."""

    class State(models.TextChoices):
        PROPOSED = "proposed"
        CONFIRMED = "confirmed"
        RETIRED = "retired"

    supplier = models.ForeignKey(Supplier, on_delete=models.CASCADE, related_name="accounts")
    iban = models.CharField(max_length=34)
    holder = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.PROPOSED)
    replaces = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    entered_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "iban"], condition=~models.Q(state="retired"), name="account_in_use_once"),
            models.CheckConstraint(
                condition=models.Q(confirmed_by=None) | models.Q(entered_by=None) | ~models.Q(confirmed_by=models.F("entered_by")),
                name="account_needs_two_people",
            ),
        ]
