"""What an organisation wants to reach, and by when."""

from django.core.validators import RegexValidator
from django.db import models

from accounts.orgs.models import Owned


class Campaign(Owned):
    class Horizon(models.TextChoices):
        SHORT = "short"  # up to 6 weeks
        MEDIUM = "medium"  # 3 to 12 months
        LONG = "long"  # 1 to 4 years

    name = models.CharField(max_length=120)
    goal = models.CharField(max_length=300, blank=True)
    horizon = models.CharField(max_length=8, choices=Horizon, default=Horizon.SHORT)
    colour = models.CharField(max_length=7, default="#0F766E", validators=[RegexValidator(r"^#[0-9A-Fa-f]{6}$")])
    utm = models.SlugField(max_length=60)  # utm_campaign on its links
    weekly_target = models.PositiveSmallIntegerField(default=0)  # placements a week; 0 = none set
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "utm"], name="campaign_utm_once"),
            models.CheckConstraint(
                condition=models.Q(starts_on=None) | models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="campaign_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name
