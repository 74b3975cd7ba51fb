"""The act of sending a placement, and each call made for it. See docs/algorithms/dispatch.md."""

import uuid
from typing import Any

from django.db import models
from django_scopes import ScopedManager

from accounts.channels.models import Channel
from accounts.orgs.models import Owned
from campaigns.posts.models import Placement


class Delivery(Owned):
    """Born claimed, when its placement's time comes: the one-to-one below *is* the first claim.

    Every change of state is a compare-and-swap on (state, fence); every open state has an alarm (`wake_at`).
    """

    class State(models.TextChoices):
        DUE = "due"
        CLAIMED = "claimed"
        SENDING = "sending"  # the intent is saved; the call may be on its way
        UNCERTAIN = "uncertain"  # it may have happened: look, never send blindly
        HELD = "held"  # stopped by a person, or with its organisation; goes on when released
        NEEDS_LOOK = "needs_look"
        PUBLISHED = "published"
        FAILED = "failed"
        MISSED = "missed"
        CANCELLED = "cancelled"

    placement = models.OneToOneField(Placement, on_delete=models.PROTECT, related_name="+")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=State, default=State.CLAIMED)
    fence = models.PositiveIntegerField(default=1)  # rises with every claim: an old owner's writes miss
    wake_at = models.DateTimeField(null=True, blank=True)  # when somebody must look at this row again
    planned_at = models.DateTimeField()
    not_after = models.DateTimeField()
    fingerprint = models.CharField(max_length=64)
    content = models.JSONField()  # frozen at the claim: {"segments", "link", "pictures": [{"rendition", "alt"}]}
    handles = models.JSONField(default=dict)  # step name → what the network called it
    step = models.CharField(max_length=40, blank=True)  # the step an intent was saved for
    owner = models.CharField(max_length=40, blank=True)  # the process whose call may be on its way (owners.py)
    first_intent_at = models.DateTimeField(null=True, blank=True)  # the oldest call of that step: how far back a look must go
    tries = models.PositiveSmallIntegerField(default=0)  # calls surely not done, for the back-off
    looks = models.PositiveSmallIntegerField(default=0)
    failed_looks = models.PositiveSmallIntegerField(default=0)  # looks that could not be made, since it was last sent
    resends = models.PositiveSmallIntegerField(default=0)
    problem = models.JSONField(null=True, blank=True)  # {"code", "params"}
    remote_id = models.CharField(max_length=200, null=True, blank=True)  # of the first visible step
    permalink = models.URLField(max_length=1000, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    cost_usd_micros = models.PositiveIntegerField(default=0)  # what the network bills for the calls it has accepted
    is_booked = models.BooleanField(default=False)  # its end is on record and people know (aftermath.py)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "remote_id"], name="remote_post_once"),
            models.CheckConstraint(
                condition=(
                    models.Q(state__in=["published", "failed", "missed", "cancelled", "needs_look", "held"], wake_at=None)
                    | models.Q(state__in=["due", "claimed", "sending", "uncertain"], wake_at__isnull=False)
                ),
                name="open_delivery_has_alarm",
            ),
        ]
        indexes = [
            models.Index(fields=["wake_at"], condition=models.Q(wake_at__isnull=False), name="delivery_alarm"),
            models.Index(fields=["created_at"], condition=models.Q(is_booked=False, wake_at=None), name="delivery_unbooked"),
            models.Index(fields=["organisation", "state", "-planned_at"], name="delivery_by_state"),
            models.Index(fields=["channel", "-planned_at"], name="delivery_on_channel"),
        ]


class Attempt(models.Model):
    """One call to the network: the intent is committed before it, the answer after it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="attempts")
    fence = models.PositiveIntegerField()
    step = models.CharField(max_length=40)
    is_look = models.BooleanField(default=False)
    intent_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True, blank=True)  # when the first byte of its last call left
    answered_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=16, blank=True)  # "done" | name of the error's policy
    code = models.CharField(max_length=64, blank=True)
    detail = models.CharField(max_length=1000, blank=True)  # the network's own words, cut, without secrets

    objects: Any = ScopedManager(organisation="delivery__organisation")

    class Meta:
        indexes = [models.Index(fields=["delivery", "intent_at"], name="attempt_in_order")]


class Preparation(Owned):
    """The invisible steps of a placement, taken minutes ahead. Bound to the content by its fingerprint: an edit makes it worthless."""

    placement = models.OneToOneField(Placement, on_delete=models.CASCADE, related_name="+")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=64)
    content = models.JSONField()  # as Delivery.content
    handles = models.JSONField(default=dict)  # step name → what the network called it
    is_done = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    wake_at = models.DateTimeField()  # no other worker takes it before; the next try
    of_at = models.DateTimeField()  # when the content was read: what was edited since is prepared anew


class Leftover(Owned):
    """What was uploaded for a post that never used it (an unpublished photo): to be taken away from the network."""

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+")
    handles = models.JSONField()  # step name → what the network called it
    tries = models.PositiveSmallIntegerField(default=0)
    wake_at = models.DateTimeField(db_index=True)
    made_at = models.DateTimeField(auto_now_add=True)
