"""What an organisation's channels show that Carillon did not send: public text, time and address only."""

from typing import Any

from django.conf import settings
from django.db import models
from django_scopes import ScopedManager

from accounts.channels.models import Channel
from accounts.orgs.models import Owned


class OutsidePost(Owned):
    """One post made elsewhere. `gone_at` is when it was first missed on the network."""

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+")
    remote_id = models.CharField(max_length=200)
    posted_at = models.DateTimeField()
    text = models.TextField(blank=True)
    permalink = models.URLField(max_length=1000, blank=True)
    pictures = models.PositiveSmallIntegerField(default=0)
    found_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)  # when it was first seen to say something else than before
    gone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "remote_id"], name="outside_post_once")]
        indexes = [
            models.Index(fields=["organisation", "posted_at"], name="outside_in_calendar"),
            models.Index(fields=["channel", "-posted_at"], name="outside_on_channel"),
            models.Index(fields=["posted_at"], name="outside_by_age"),
        ]


class OutsideReading(models.Model):
    """Where the reading of one channel stands. Whoever moves `next_at` first does the reading."""

    channel = models.OneToOneField(Channel, on_delete=models.CASCADE, primary_key=True, related_name="+")
    next_at = models.DateTimeField(db_index=True)
    read_at = models.DateTimeField(null=True, blank=True)  # what was there then is known
    reread_at = models.DateTimeField(null=True, blank=True)  # edits and removals were looked for then
    tries = models.PositiveSmallIntegerField(default=0)  # in vain, since it last worked
    problem = models.JSONField(null=True, blank=True)  # {"code", "params"}

    objects: Any = ScopedManager(organisation="channel__organisation")


class PaidReading(Owned):
    """A person had a channel read for money: what the network bills for it."""

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    posts = models.PositiveSmallIntegerField()
    cost_usd_micros = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["organisation", "-at"], name="paid_reading_newest")]
