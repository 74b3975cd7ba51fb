"""A template: what posts of one kind begin with."""

from django.conf import settings
from django.db import models

from accounts.orgs.models import Owned
from campaigns.plan.models import Campaign


class Template(Owned):
    """`versions` and `placements` are those of PostDraft (serializers.py), without times. What is gone since is left out when it is used.

    Texts of one for ripostes may hold {headline} and {link}: they are filled when the riposte starts.
    """

    name = models.CharField(max_length=120)
    is_riposte = models.BooleanField(default=False)
    title = models.CharField(max_length=200, blank=True)
    campaign = models.ForeignKey(Campaign, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    versions = models.JSONField(default=list)
    placements = models.JSONField(default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    deleted_at = models.DateTimeField(null=True, blank=True)  # undo brings it back

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], condition=models.Q(deleted_at=None), name="template_once_per_name")
        ]

    def __str__(self) -> str:
        return self.name
