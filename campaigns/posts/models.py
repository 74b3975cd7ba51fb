"""A post is one message: a version per language, and a placement per channel and time."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django_scopes import ScopedManager

from accounts.channels.models import Channel
from accounts.orgs.models import Owned
from campaigns.media.models import Asset
from campaigns.plan.models import Campaign


class Post(Owned):
    class State(models.TextChoices):
        """Editorial state only; what became of each placement is its `outcome`. One word for both: selectors.badge."""

        DRAFT = "draft"
        IN_REVIEW = "in_review"
        CHANGES_ASKED = "changes_asked"
        REJECTED = "rejected"
        APPROVED = "approved"
        HELD = "held"  # somebody who decides has put it aside
        EXPIRED = "expired"  # nobody said yes in time

    title = models.CharField(max_length=200, blank=True)  # for colleagues only; empty = the first line
    campaign = models.ForeignKey(Campaign, null=True, blank=True, on_delete=models.SET_NULL, related_name="posts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    source_post = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="made")  # what it was made from
    state = models.CharField(max_length=16, choices=State, default=State.DRAFT)
    search = models.TextField(blank=True)  # all its texts in lower case, for finding it
    revision = models.PositiveIntegerField(default=1)  # rises with every change: the ETag
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    deleted_at = models.DateTimeField(null=True, blank=True)  # undo for a while, then swept

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state"], name="post_by_state"),
            models.Index(fields=["organisation", "-updated_at"], name="post_newest"),
        ]


class Version(models.Model):
    """The post in one language: an equal original. `segments` are the texts of a thread; most posts have one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="versions")
    language = models.CharField(max_length=8)
    segments = models.JSONField(default=list)
    link = models.URLField(max_length=2000, blank=True)
    with_utm = models.BooleanField(default=True)
    first_comment = models.TextField(blank=True, max_length=8000)  # what the page says under it at once, where a network has that
    source = models.CharField(max_length=8, blank=True)  # the language it was translated from; empty: an original
    source_text = models.JSONField(null=True, blank=True)  # the source's segments when this was last brought up to date
    pictures: Any = models.ManyToManyField(Asset, through="VersionPicture", related_name="+")

    objects: Any = ScopedManager(organisation="post__organisation")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "language"], name="version_once_per_language")]


class VersionPicture(models.Model):
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="version_pictures")
    asset = models.ForeignKey(Asset, on_delete=models.PROTECT, related_name="uses")  # a planned post needs its pictures
    position = models.PositiveSmallIntegerField()
    alt = models.TextField(blank=True, max_length=2000)
    crop = models.JSONField(null=True, blank=True)  # the part that this post shows, {"x", "y", "width", "height"} in ‰; null: all of it

    objects: Any = ScopedManager(organisation="version__post__organisation")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="picture_position_once")]


class Placement(Owned):
    """The post on one channel at one time. `planned_at` is the only future time in Carillon.

    `claimed_at`, `outcome` and what follows are written by the scheduler alone; the plan may not change after the claim.
    """

    class Outcome(models.TextChoices):
        PUBLISHED = "published"
        FAILED = "failed"
        LOOKING = "looking"  # sent, the answer was lost, we look whether it is there
        NEEDS_LOOK = "needs_look"  # we could not find out: a person has to
        MISSED = "missed"
        HELD = "held"  # stopped on its way
        CANCELLED = "cancelled"

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="placements")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+")
    languages = models.JSONField(default=list)  # versions it carries, in order: ["fr"], or ["fr", "nl"] joined
    spoken = models.CharField(max_length=40)  # "fr+nl": the same, for the constraint below
    own_segments = models.JSONField(null=True, blank=True)  # this channel's own text instead of the versions'
    own_base = models.JSONField(null=True, blank=True)  # what the others said when its own text was last compared with theirs
    without_link = models.BooleanField(default=False)  # the link is left out here
    planned_at = models.DateTimeField(null=True, blank=True)  # UTC; null while nobody has said when
    zone = models.CharField(max_length=64, default="Europe/Brussels")
    local_time = models.CharField(max_length=16, blank=True)  # "2026-11-24T09:00", as it was meant in that zone
    claimed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=16, choices=Outcome, blank=True)
    outcome_at = models.DateTimeField(null=True, blank=True)
    taken_down_at = models.DateTimeField(null=True, blank=True)  # it was online, and people took it back
    corrected_at = models.DateTimeField(null=True, blank=True)  # what is online says something else than what was sent
    permalink = models.URLField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "channel", "spoken"], name="placement_once_per_channel_and_language"),
        ]
        indexes = [
            models.Index(fields=["organisation", "planned_at"], name="placement_in_calendar"),
            models.Index(fields=["channel", "planned_at"], name="placement_by_channel"),
            models.Index(fields=["planned_at"], condition=models.Q(claimed_at=None, planned_at__isnull=False), name="placement_unclaimed"),
        ]
