"""Taking back what is online: one wish of a person, and what becomes of it on each channel. See docs/algorithms/taking-back.md."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django_scopes import ScopedManager

from accounts.orgs.models import Owned
from campaigns.posts.models import Post
from scheduler.delivery.models import Delivery


class TakeBack(Owned):
    """A person wants a post down, or its text corrected. A correction that needs a yes waits for `approved_at`."""

    class Kind(models.TextChoices):
        DOWN = "down"
        CORRECT = "correct"

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField()
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)  # nothing of it is left to do, and people were told

    class Meta:
        indexes = [models.Index(fields=["post", "-asked_at"], name="take_back_of_post")]


class TakeBackOf(models.Model):
    """It on one channel. What waits has an alarm; who holds the fence makes the calls, which may all be made twice without harm."""

    class State(models.TextChoices):
        ASKED = "asked"  # a correction that waits for a yes
        WAITING = "waiting"  # Carillon does it, now or again in a while
        DONE = "done"
        REFUSED = "refused"  # by the network, for good
        BY_HAND = "by_hand"  # the network has no such call, or cannot be reached: `assigned` does it there
        DONE_BY_HAND = "done_by_hand"
        DROPPED = "dropped"  # not wanted any more: no yes, or the whole post is to come down instead

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    take_back = models.ForeignKey(TakeBack, on_delete=models.CASCADE, related_name="channels")
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=State)
    text = models.TextField(blank=True)  # of a correction: what shall stand there
    assigned = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    parts_done = models.JSONField(default=list)  # remote ids that are gone already: a thread comes down from its end
    problem = models.JSONField(null=True, blank=True)  # {"code", "params"}
    is_told = models.BooleanField(default=False)  # the assigned person knows of the problem
    fence = models.PositiveIntegerField(default=1)
    tries = models.PositiveSmallIntegerField(default=0)
    wake_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects: Any = ScopedManager(organisation="take_back__organisation")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["delivery"],
                condition=models.Q(state__in=["asked", "waiting", "refused", "by_hand"]),
                name="take_back_open_once",
            ),
            models.CheckConstraint(
                condition=(models.Q(state="waiting", wake_at__isnull=False) | (~models.Q(state="waiting") & models.Q(wake_at=None))),
                name="waiting_take_back_has_alarm",
            ),
        ]
        indexes = [
            models.Index(fields=["wake_at"], condition=models.Q(wake_at__isnull=False), name="take_back_alarm"),
            models.Index(fields=["assigned"], condition=models.Q(state__in=["refused", "by_hand"]), name="take_back_by_hand"),
        ]
