"""Spending ceilings."""

from django.core.validators import MaxValueValidator
from django.db import models

from accounts.orgs.models import Owned
from campaigns.plan.models import Campaign


class Ceiling(Owned):
    """Between these days at most so much is promised and spent: by the whole organisation, or for one campaign."""

    name = models.CharField(max_length=160)
    starts_on = models.DateField()
    ends_on = models.DateField()
    cap_cents = models.PositiveBigIntegerField()
    currency = models.CharField(max_length=3, default="EUR")
    campaign = models.ForeignKey(Campaign, null=True, blank=True, on_delete=models.RESTRICT, related_name="+")
    template = models.CharField(max_length=64, blank=True)  # of templates.json, where it is one of the law's
    source = models.CharField(max_length=300, blank=True)
    source_url = models.URLField(max_length=300, blank=True)
    blocks = models.BooleanField(default=True)  # what goes beyond is refused; else people are told
    # At most so much of the ceiling goes to paid reach online; None: the law says nothing about it.
    online_permille = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(1000)])
    told_mark = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(100)])

    @property
    def is_of_law(self) -> bool:
        return bool(self.template)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="ceiling_has_length"),
            models.CheckConstraint(condition=models.Q(cap_cents__gt=0), name="ceiling_is_something"),
        ]
        indexes = [models.Index(fields=["organisation", "starts_on"], name="ceiling_by_start")]
