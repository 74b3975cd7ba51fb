"""Approval of any subject, in steps. It knows neither posts nor money: a kind, an id and a fingerprint are handed in."""

import uuid
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django_scopes import ScopedManager

from accounts.orgs.models import Owned


class Approval(Owned):
    """One request for a yes. A changed subject needs a new one: the fingerprint says what was seen."""

    class State(models.TextChoices):
        OPEN = "open"
        APPROVED = "approved"
        CHANGES_ASKED = "changes_asked"
        REJECTED = "rejected"
        VOID = "void"  # the subject changed, or the request was withdrawn

    subject_kind = models.CharField(max_length=16)  # "post" | "request"
    subject_id = models.UUIDField()
    fingerprint = models.CharField(max_length=64)
    terms = models.JSONField(default=dict)  # beside the content, each with its own tolerance: times, cost
    shown = models.JSONField(default=dict)  # what was shown, for "what changed since"
    state = models.CharField(max_length=16, choices=State, default=State.OPEN)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    barred = models.JSONField(default=list)  # user ids that may not decide: the author, the requester
    asked = models.JSONField(default=list)  # user ids that are called upon; empty: everybody who may decide
    note = models.CharField(max_length=500, blank=True)
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id"], condition=models.Q(state__in=["open", "approved"]), name="approval_live_once"
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "asked_at"], name="approval_inbox"),
            models.Index(fields=["subject_kind", "subject_id", "-asked_at"], name="approval_of_subject"),
        ]


class Step(models.Model):
    """One step: any (or all) of the people who hold the verb. Steps are taken in order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=32)  # of accounts.orgs.rights.Verb
    needed = models.PositiveSmallIntegerField(default=1)  # how many different people must say yes

    objects: Any = ScopedManager(organisation="approval__organisation")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["approval", "position"], name="approval_step_once")]


class Decision(models.Model):
    """What one person said, about exactly which content. Never changed, never deleted: the database refuses it too (migration 0020)."""

    class Verdict(models.TextChoices):
        APPROVE = "approve"
        ASK_CHANGES = "ask_changes"
        REJECT = "reject"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="decisions")
    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="decisions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    verdict = models.CharField(max_length=16, choices=Verdict)
    comment = models.TextField(blank=True, max_length=2000)
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField()

    objects: Any = ScopedManager(organisation="approval__organisation")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "by"], name="decision_once_per_person")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("a decision is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("a decision is never removed")
