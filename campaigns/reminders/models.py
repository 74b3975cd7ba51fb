"""What waits too long for a decision: when people are reminded, and that it happened."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from accounts.orgs.models import Owned
from campaigns.approvals.models import Approval

HOURS = [MinValueValidator(1), MaxValueValidator(720)]


class Patience(Owned):
    """How long an organisation lets a decision wait. Without a row: as the defaults here."""

    is_on = models.BooleanField(default=True)
    remind_after_h = models.PositiveSmallIntegerField(default=24, validators=HOURS)  # those who may decide are reminded
    escalate_after_h = models.PositiveSmallIntegerField(default=48, validators=HOURS)  # others are called upon
    day_from_h = models.PositiveSmallIntegerField(default=7)  # on the organisation's clock: nobody is reminded at night
    day_until_h = models.PositiveSmallIntegerField(default=22)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation"], name="patience_once"),
            models.CheckConstraint(condition=models.Q(escalate_after_h__gt=models.F("remind_after_h")), name="patience_in_order"),
            models.CheckConstraint(
                condition=models.Q(day_until_h__gt=models.F("day_from_h"), day_until_h__lte=24), name="patience_has_a_day"
            ),
        ]


class Reminder(models.Model):
    """One step of one approval was reminded of, or passed on: once each."""

    class Kind(models.TextChoices):
        REMIND = "remind"
        ESCALATE = "escalate"

    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="reminders")
    position = models.PositiveSmallIntegerField()  # of the step
    kind = models.CharField(max_length=8, choices=Kind)
    at = models.DateTimeField()

    objects: Any = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["approval", "position", "kind"], name="reminder_once")]
