"""Guests: people from outside (a candidate, a partner) who are asked about posts by link, without an account. Never about money."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from accounts.orgs.models import Owned
from campaigns.approvals.models import Approval, Decision


class Guest(Owned):
    name = models.CharField(max_length=120)
    email = models.EmailField()
    language = models.CharField(max_length=8, default="en")
    capacity = models.CharField(max_length=120, blank=True)  # what they are asked as: "candidate", "Ligue des familles"
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()  # asked no more from then on
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class GuestScope(Owned):
    """What a guest is asked about: one post, or every post of one campaign."""

    class Kind(models.TextChoices):
        POST = "post"
        CAMPAIGN = "campaign"

    guest = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="scopes")
    kind = models.CharField(max_length=16, choices=Kind)
    subject_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["guest", "kind", "subject_id"], name="guest_scope_once")]
        indexes = [models.Index(fields=["kind", "subject_id"], name="guest_scope_of_subject")]


class Seat(Owned):
    """This guest's yes is needed beside the steps of this approval."""

    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="seats")
    guest = models.ForeignKey(Guest, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["approval", "guest"], name="seat_once")]


class GuestDecision(Owned):
    """What a guest said, about exactly which content. Never changed, never removed: the database refuses it too."""

    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="guest_decisions")
    guest = models.ForeignKey(Guest, on_delete=models.RESTRICT, related_name="+")
    verdict = models.CharField(max_length=16, choices=Decision.Verdict)
    comment = models.TextField(blank=True, max_length=2000)
    fingerprint = models.CharField(max_length=64)
    address = models.GenericIPAddressField(null=True, blank=True)
    agent = models.CharField(max_length=300, blank=True)  # what the browser calls itself
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["approval", "guest"], name="guest_decision_once")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("a decision is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("a decision is never removed")
