"""Days worth planning around: the organisation's own, and which of the shipped ones it does not want to see."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models

from accounts.orgs.models import Owned
from campaigns.plan.models import Campaign


class Moment(Owned):
    """A congress, an action, a deadline: from one day to another, seen in the calendar by everybody."""

    class Kind(models.TextChoices):
        ACTION = "action"  # a demonstration, a campaign day
        MEETING = "meeting"  # a congress, a debate
        MEDIA = "media"  # a broadcast, a press conference
        DEADLINE = "deadline"
        OTHER = "other"

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.OTHER)
    starts_on = models.DateField()
    ends_on = models.DateField()
    colour = models.CharField(max_length=7, blank=True, validators=[RegexValidator(r"^#[0-9A-Fa-f]{6}$")])  # empty: its campaign's
    campaign = models.ForeignKey(Campaign, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True, blank=True)  # undo brings it back

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="moment_ends_after_start")]
        indexes = [models.Index(fields=["organisation", "starts_on"], name="moment_in_calendar")]

    def __str__(self) -> str:
        return self.name


class HiddenMoment(Owned):
    """A shipped moment that this organisation has switched off."""

    key = models.SlugField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="hidden_moment_once")]
