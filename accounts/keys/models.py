"""The installation's own pairs of keys: one that signs certificates, one that speaks for it at push services."""

import uuid

from django.db import models


class InstallationKey(models.Model):
    """A pair of keys. The private half is sealed with the vault key; a retired pair signs no more; what it signed stays good."""

    class Purpose(models.TextChoices):
        PROOF = "proof"  # Ed25519
        PUSH = "push"  # P-256 (VAPID)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    purpose = models.CharField(max_length=8, choices=Purpose)
    public = models.CharField(max_length=120)  # base64url without padding: 32 bytes, or the uncompressed point of 65
    sealed = models.BinaryField()
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["purpose"], condition=models.Q(retired_at=None), name="installation_key_once"),
        ]
