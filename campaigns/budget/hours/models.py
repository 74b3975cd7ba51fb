"""Work that costs no money of its own: hours of volunteers and of staff. They never enter the ledger."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models

from accounts.orgs.models import Owned
from campaigns.budget.models import Period
from campaigns.plan.models import Campaign


class Hours(Owned):
    """So long somebody worked on communication. `digital_permille`: how much of it was for digital media."""

    class Kind(models.TextChoices):
        VOLUNTEER = "volunteer"  # nobody is paid for it
        STAFF = "staff"  # paid already: the money stands on a line of the plan

    period = models.ForeignKey(Period, on_delete=models.CASCADE, related_name="hours")
    campaign = models.ForeignKey(Campaign, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    what = models.CharField(max_length=160)
    on = models.DateField()  # the day, or the last of several
    minutes = models.PositiveIntegerField()
    digital_permille = models.PositiveSmallIntegerField(default=1000, validators=[MaxValueValidator(1000)])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(minutes__gt=0), name="hours_are_something"),
            models.CheckConstraint(condition=models.Q(digital_permille__lte=1000), name="hours_digital_at_most_all"),
        ]
        indexes = [models.Index(fields=["period", "-on"], name="hours_newest")]


class HourlyRate(Owned):
    """What an unpaid hour of a period is reckoned at, for comparing, and where that figure comes from."""

    period = models.OneToOneField(Period, on_delete=models.CASCADE, related_name="hourly_rate")
    cents = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
