"""A channel: one page or profile on a network that an organisation has connected. Tokens are sealed (vault.py)."""

from typing import Any

from django.conf import settings
from django.db import models
from django_scopes import ScopedManager

import networks
from accounts.orgs.models import Organisation, Owned


class OrganisationKey(models.Model):
    """The key that seals this organisation's secrets, itself wrapped by the installation's key."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, primary_key=True, related_name="+")
    wrapped = models.BinaryField()
    created_at = models.DateTimeField(auto_now_add=True)


class Channel(Owned):
    class State(models.TextChoices):
        CONNECTED = "connected"
        SIGN_IN_LOST = "sign_in_lost"  # deliveries wait until somebody signs in again
        OUT_OF_CREDIT = "out_of_credit"
        PAUSED = "paused"  # by a person
        DISCONNECTED = "disconnected"  # kept for the history of what it published

    network = models.CharField(max_length=32)  # slug; no choices, so that a new network needs no migration
    remote_id = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    handle = models.CharField(max_length=120, blank=True)
    avatar_url = models.URLField(max_length=1000, blank=True)
    languages = models.JSONField(default=list)  # what it speaks; the composer's default
    weekly_target = models.PositiveSmallIntegerField(default=0)  # placements a week; 0 = none set
    slots = models.JSONField(default=list, blank=True)  # its usual times: [{"day": 0-6 (0 is Monday), "time": "09:00"}], in order
    placeholders = models.JSONField(default=dict, blank=True)  # {"section": "Liège"}: what {section} reads here
    state = models.CharField(max_length=16, choices=State, default=State.CONNECTED)
    problem = models.JSONField(null=True, blank=True)  # {"code", "params", "state"} of why it does not work
    sealed_access = models.BinaryField(default=bytes)
    sealed_refresh = models.BinaryField(default=bytes)
    scopes = models.JSONField(default=list)
    token_issued_at = models.DateTimeField(null=True, blank=True)
    token_expires_at = models.DateTimeField(null=True, blank=True)
    expiry_warned_days = models.PositiveSmallIntegerField(null=True, blank=True)  # the last warning said so many days; None: none yet
    refresh_lease_until = models.DateTimeField(null=True, blank=True)  # who refreshes holds this; no lock during the call
    throttled_until = models.DateTimeField(null=True, blank=True)
    last_success_at = models.DateTimeField(null=True, blank=True)
    connected_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    connected_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "network", "remote_id"], name="channel_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.network})"

    @property
    def network_label(self) -> str:
        known = networks.all().get(self.network)
        return known.label if known else self.network


class Avatar(models.Model):
    """A channel's own picture, small and drawn anew by us: the networks' addresses of it are never shown to a browser."""

    channel = models.OneToOneField(Channel, on_delete=models.CASCADE, primary_key=True, related_name="avatar")
    image = models.BinaryField()  # WebP
    url = models.URLField(max_length=1000)  # where it was found
    looked_at = models.DateTimeField()

    objects: Any = ScopedManager(organisation="channel__organisation")


class Connection(Owned):
    """One walk through a network's sign-in: opened before leaving, completed by the callback, used up by the choice."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    network = models.CharField(max_length=32)
    channel = models.ForeignKey(Channel, null=True, on_delete=models.CASCADE, related_name="+")  # the one to connect again
    state_digest = models.CharField(max_length=64, unique=True)
    sealed_verifier = models.BinaryField(default=bytes)
    sealed_accounts = models.BinaryField(default=bytes)  # found accounts with their tokens, until the person has chosen
    created_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
