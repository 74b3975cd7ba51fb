"""Channels that are chosen together."""

from django.db import models

from accounts.channels.models import Channel
from accounts.orgs.models import Owned


class ChannelGroup(Owned):
    """The sections of a federation, the pages of a region: put under a post in one press."""

    name = models.CharField(max_length=80)
    channels = models.ManyToManyField(Channel, related_name="groups")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="channel_group_once_per_name")]

    def __str__(self) -> str:
        return self.name
