"""A link in a letter that opens one decision, for one person or guest; and how much money a link alone may decide on."""

from typing import Any

from django.conf import settings
from django.db import models
from django_scopes import ScopedManager

from accounts.orgs.models import Organisation, Owned
from campaigns.approvals.guests.models import Guest
from campaigns.approvals.models import Approval

LIMIT_CENTS = 25_000


class DecisionLink(Owned):
    """Only the SHA-256 of its secret is stored: the secret stands in the letter and nowhere else."""

    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    guest = models.ForeignKey(Guest, null=True, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    fingerprint = models.CharField(max_length=64)  # of what the letter showed
    limit_cents = models.PositiveBigIntegerField(default=0)  # above it, only a person who is signed in decides
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, guest__isnull=True) | models.Q(person__isnull=True, guest__isnull=False),
                name="decision_link_of_one",
            )
        ]


class LinkTerms(models.Model):
    """What an organisation says about links; without a row the defaults hold."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="+", primary_key=True)
    limit_cents = models.PositiveBigIntegerField(default=LIMIT_CENTS)

    objects: Any = ScopedManager(organisation="organisation")
