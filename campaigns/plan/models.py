"""What an organisation wants to reach, how that is measured, and the campaigns that lead there."""

import uuid
from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django_scopes import ScopedManager

from accounts.channels.models import Channel
from accounts.orgs.models import Owned


class Horizon(models.TextChoices):
    SHORT = "short"  # up to 6 weeks
    MEDIUM = "medium"  # 3 to 12 months
    LONG = "long"  # 1 to 4 years


class Objective(Owned):
    """Where the organisation wants to be on a day, why, and who answers for it."""

    name = models.CharField(max_length=120)
    why = models.CharField(max_length=1000, blank=True)
    horizon = models.CharField(max_length=8, choices=Horizon, default=Horizon.MEDIUM)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    reminded_of = models.DateField(null=True, blank=True)  # the review its owner has been told is overdue
    archived_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="objective_ends_after_start"),
        ]
        indexes = [models.Index(fields=["organisation", "starts_on"], name="objective_in_timeline")]

    def __str__(self) -> str:
        return self.name


class Kpi(models.Model):
    """A figure that shows whether the objective comes nearer."""

    class Direction(models.TextChoices):
        UP = "up"  # reached at the target or above
        DOWN = "down"  # reached at the target or below

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="kpis")
    name = models.CharField(max_length=120)
    definition = models.CharField(max_length=500, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=200, blank=True)  # where the figure is read
    baseline = models.DecimalField(max_digits=16, decimal_places=4)
    target = models.DecimalField(max_digits=16, decimal_places=4)
    direction = models.CharField(max_length=4, choices=Direction, default=Direction.UP)
    position = models.PositiveSmallIntegerField(default=0)

    objects: Any = ScopedManager(organisation="objective__organisation")

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(direction="up", target__gte=models.F("baseline"))
                | models.Q(direction="down", target__lte=models.F("baseline")),
                name="kpi_target_lies_ahead",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Reading(models.Model):
    """What the figure was on a day. There is one for a day: reading again puts it right."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kpi = models.ForeignKey(Kpi, on_delete=models.CASCADE, related_name="readings")
    day = models.DateField()
    value = models.DecimalField(max_digits=16, decimal_places=4)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects: Any = ScopedManager(organisation="kpi__objective__organisation")

    class Meta:
        ordering = ("day",)
        constraints = [models.UniqueConstraint(fields=["kpi", "day"], name="reading_once_a_day")]


class Campaign(Owned):
    Horizon = Horizon

    name = models.CharField(max_length=120)
    objective = models.ForeignKey(Objective, null=True, blank=True, on_delete=models.SET_NULL, related_name="campaigns")
    goal = models.CharField(max_length=300, blank=True)
    horizon = models.CharField(max_length=8, choices=Horizon, default=Horizon.SHORT)
    colour = models.CharField(max_length=7, default="#0F766E", validators=[RegexValidator(r"^#[0-9A-Fa-f]{6}$")])
    utm = models.SlugField(max_length=60)  # utm_campaign on its links
    languages = models.JSONField(default=list)  # those its posts should have; empty: the organisation's
    weekly_target = models.PositiveSmallIntegerField(default=0)  # placements a week on all its channels; 0 = none set
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


class CadenceTarget(models.Model):
    """The campaign uses this channel, for so many placements a week (0: no number set)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="targets")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+")
    weekly = models.PositiveSmallIntegerField(default=0)

    objects: Any = ScopedManager(organisation="campaign__organisation")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "channel"], name="cadence_target_once")]


class DailyLimit(Owned):
    """More than so many posts a day on this channel is worth a warning. Without a row the usual figure of its network holds."""

    channel = models.OneToOneField(Channel, on_delete=models.CASCADE, related_name="+")
    most = models.PositiveSmallIntegerField()
