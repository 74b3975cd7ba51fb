"""What may be spent, what was asked for, what was spent. Amounts are integer cents; the ledger only grows."""

from typing import Any, NoReturn

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models

from accounts.orgs.models import Owned
from campaigns.plan.models import Campaign


class Period(Owned):
    name = models.CharField(max_length=80)
    starts_on = models.DateField()
    ends_on = models.DateField()
    currency = models.CharField(max_length=3, default="EUR")
    target_permille = models.PositiveSmallIntegerField(default=500, validators=[MaxValueValidator(1000)])
    told_mark = models.PositiveSmallIntegerField(default=0)  # the highest mark (marks.py) that people were told of

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(ends_on__gt=models.F("starts_on")), name="period_has_length")]
        indexes = [models.Index(fields=["organisation", "-starts_on"], name="period_newest")]


class Threshold(Owned):
    """From this cost on, so many people decide, the last of them a holder of `verb`. No rows: the usual ones (thresholds.py)."""

    from_cents = models.PositiveBigIntegerField()
    verb = models.CharField(max_length=32)  # of accounts.orgs.rights.Verb
    needed = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "from_cents"], name="threshold_once_per_sum")]


class Line(Owned):
    """One heading of a period. `digital_permille` is the documented share of it that is digital, 0-1000."""

    period = models.ForeignKey(Period, on_delete=models.CASCADE, related_name="lines")
    medium = models.CharField(max_length=32)  # code of media.py's table
    name = models.CharField(max_length=120)
    is_paid_media = models.BooleanField(default=False)  # space or time bought from a publisher
    digital_permille = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(1000)])
    split_note = models.CharField(max_length=200, blank=True)  # where a split other than 0 or 1000 comes from
    planned_cents = models.PositiveBigIntegerField(default=0)  # a cost (money.cost): with VAT unless the organisation recovers it
    told_mark = models.PositiveSmallIntegerField(default=0)  # the highest mark (marks.py) that people were told of
    beyond_cents = models.PositiveBigIntegerField(default=0)  # so much more than planned may be promised and spent
    beyond_note = models.CharField(max_length=300, blank=True)
    beyond_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(digital_permille__lte=1000), name="line_digital_at_most_all"),
        ]


class Request(Owned):
    """Somebody asks for money. It commits the line when it is approved."""

    class State(models.TextChoices):
        OPEN = "open"
        APPROVED = "approved"
        CHANGES_ASKED = "changes_asked"
        REJECTED = "rejected"
        WITHDRAWN = "withdrawn"
        EXPIRED = "expired"  # nobody said yes in time

    class Payer(models.TextChoices):
        OWN = "own"
        PARTY = "party"
        NGO = "ngo"
        UNION = "union"
        MUTUALITY = "mutuality"
        COMPANY = "company"
        PERSON = "person"

    class Beneficiary(models.TextChoices):
        OWN = "own"
        PARTY = "party"
        CANDIDATE = "candidate"

    line = models.ForeignKey(Line, on_delete=models.RESTRICT, related_name="requests")
    campaign = models.ForeignKey(Campaign, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=160)
    reason = models.TextField(blank=True, max_length=2000)
    supplier = models.CharField(max_length=160, blank=True)
    platform = models.CharField(max_length=32, blank=True)  # where reach is bought, for the rules: "meta", "google", "press" …
    net_cents = models.PositiveBigIntegerField()
    vat_cents = models.PositiveBigIntegerField(default=0)
    # Who pays and for whom, for the rules on gifts: "own" is the organisation itself.
    payer = models.CharField(max_length=16, choices=Payer, default=Payer.OWN)
    payer_name = models.CharField(max_length=160, blank=True)
    beneficiary = models.CharField(max_length=16, choices=Beneficiary, default=Beneficiary.OWN)
    beneficiary_name = models.CharField(max_length=160, blank=True)
    needed_on = models.DateField(null=True, blank=True)
    is_political = models.BooleanField(default=True)  # declared by who asks (Regulation (EU) 2024/900, art. 7); a party's always is
    state = models.CharField(max_length=16, choices=State, default=State.OPEN)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(net_cents__gt=0), name="request_asks_for_something")]
        indexes = [models.Index(fields=["organisation", "state", "-asked_at"], name="request_by_state")]


class Entry(Owned):
    """One line of the ledger, never changed: a mistake is taken back by a counter-entry (`reverses`, negative amounts).

    The database refuses changes as well (migration 0019); an entry goes with its whole organisation only.
    """

    class Kind(models.TextChoices):
        COMMITMENT = "commitment"  # promised to a supplier
        RELEASE = "release"  # a commitment that an expense has used up (negative), or that came back with it (positive)
        EXPENSE = "expense"  # invoiced or paid

    kind = models.CharField(max_length=12, choices=Kind)
    line = models.ForeignKey(Line, on_delete=models.RESTRICT, related_name="entries")
    request = models.ForeignKey(Request, null=True, blank=True, on_delete=models.RESTRICT, related_name="entries")
    campaign = models.ForeignKey(Campaign, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    reverses = models.OneToOneField("self", null=True, blank=True, on_delete=models.RESTRICT, related_name="reversed_by")
    net_cents = models.BigIntegerField()
    vat_cents = models.BigIntegerField(default=0)
    # The line's of that day, or those of the entry it stands against: changing a line later does not rewrite what was.
    digital_permille = models.PositiveSmallIntegerField(validators=[MaxValueValidator(1000)])
    is_paid_media = models.BooleanField()
    supplier = models.CharField(max_length=160, blank=True)
    note = models.CharField(max_length=300, blank=True)
    on = models.DateField()  # of the invoice or the order
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request"], condition=models.Q(kind="commitment"), name="request_committed_once"),
            models.CheckConstraint(
                condition=models.Q(net_cents__gt=0) | models.Q(kind="release") | models.Q(reverses__isnull=False),
                name="entry_positive_unless_counter",
            ),
        ]
        indexes = [
            models.Index(fields=["line", "kind"], name="entry_by_line"),
            models.Index(fields=["organisation", "-on"], name="entry_newest"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("the ledger only grows: take an entry back instead of changing it")
        if getattr(self, "digital_permille", None) is None:
            source = self.reverses or self.line
            self.digital_permille, self.is_paid_media = source.digital_permille, source.is_paid_media
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("the ledger only grows: take an entry back instead of deleting it")
