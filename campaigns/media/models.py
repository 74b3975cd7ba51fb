"""Pictures: the original as re-encoded on arrival, what people say of it, and the renditions made of it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models

from accounts.orgs.models import Owned


def asset_path(asset: "Asset", filename: str) -> str:
    return f"{asset.organisation_id}/{asset.id}/{filename}"


def rendition_path(rendition: "Rendition", filename: str) -> str:
    return f"{rendition.asset.organisation_id}/{rendition.asset_id}/{filename}"


class Folder(Owned):
    """A place in the library. Folders stand in one another; a picture is in one of them or in none."""

    name = models.CharField(max_length=80)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="folders")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "parent", "name"], name="folder_name_once"),
            models.UniqueConstraint(fields=["organisation", "name"], condition=models.Q(parent=None), name="folder_name_once_on_top"),
        ]


class Tag(Owned):
    """A free word that pictures are found by. One that no picture has any more is swept."""

    name = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="tag_once")]


class Asset(Owned):
    class Drawing(models.TextChoices):
        """How far its renditions are: drawn by a worker, and by whoever needs one that is missing."""

        QUEUED = "queued"
        WORKING = "working"
        READY = "ready"
        FAILED = "failed"

    file = models.ImageField(upload_to=asset_path, width_field="width", height_field="height", max_length=300)
    name = models.CharField(max_length=200)  # as the person called the file
    mime = models.CharField(max_length=32)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size_bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)  # of the bytes that were brought
    kept_sha256 = models.CharField(max_length=64, blank=True, default="")  # of the file as it is kept: re-encoded, free of hidden data
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True, blank=True)  # undo for a while, then swept with its files

    folder = models.ForeignKey(Folder, null=True, blank=True, on_delete=models.PROTECT, related_name="assets")
    tags: Any = models.ManyToManyField(Tag, blank=True, related_name="assets")
    alt = models.JSONField(default=dict)  # language → text: what a new use of it starts with
    is_decorative = models.BooleanField(default=False)  # it says nothing that the text beside it does not: needs no alt text
    search = models.TextField(blank=True)  # name, alt texts, credit and tags in lower case, for finding it

    credit = models.CharField(max_length=200, blank=True)  # "Photo: Claire Dubois"
    licence = models.CharField(max_length=500, blank=True)  # what we may do with it, in people's words
    rights_until = models.DateField(null=True, blank=True)  # the last day
    people = models.CharField(max_length=300, blank=True)  # who can be recognised
    consent_by = models.CharField(max_length=200, blank=True)  # who said yes to being shown
    consent_until = models.DateField(null=True, blank=True)
    consent_note = models.CharField(max_length=500, blank=True)
    is_ai_made = models.BooleanField(default=False)
    ends_on = models.DateField(null=True, blank=True)  # the last day it may be shown: of rights and consent, what ends first
    warned_of = models.DateField(null=True, blank=True)  # the `ends_on` that planners were warned of

    focus_x = models.PositiveSmallIntegerField(default=500)  # ‰ of the width: what must stay in view
    focus_y = models.PositiveSmallIntegerField(default=500)
    crops = models.JSONField(default=dict)  # ratio ("4:5") → {"x", "y", "width", "height"} in ‰

    drawing = models.CharField(max_length=8, choices=Drawing, default=Drawing.READY)
    drawn = models.PositiveSmallIntegerField(default=0)  # renditions, of `to_draw`
    to_draw = models.PositiveSmallIntegerField(default=0)
    draw_tries = models.PositiveSmallIntegerField(default=0)
    draw_at = models.DateTimeField(null=True, blank=True)  # when a worker may take it up (again); null: nothing to draw

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "sha256"], name="asset_bytes_once"),
            models.CheckConstraint(condition=models.Q(focus_x__lte=1000, focus_y__lte=1000), name="asset_focus_within"),
        ]
        indexes = [
            models.Index(fields=["organisation", "-created_at"], name="asset_newest"),
            models.Index(fields=["organisation", "folder", "-created_at"], name="asset_in_folder"),
            models.Index(fields=["organisation", "name"], name="asset_by_name"),
            models.Index(fields=["ends_on"], condition=models.Q(ends_on__isnull=False), name="asset_ends"),
            models.Index(fields=["draw_at"], condition=models.Q(draw_at__isnull=False), name="asset_to_draw"),
            models.Index(fields=["deleted_at"], condition=models.Q(deleted_at__isnull=False), name="asset_deleted"),
        ]


class Upload(Owned):
    """A file that is coming in pieces (tus). Each piece is a file of its own, named by where it begins."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    size_bytes = models.PositiveBigIntegerField()
    received = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)  # as the sender computed it
    folder = models.ForeignKey(Folder, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    asset = models.ForeignKey(Asset, null=True, blank=True, on_delete=models.CASCADE, related_name="+")  # what became of it
    was_known = models.BooleanField(default=False)  # these very bytes were there already
    problem = models.JSONField(null=True, blank=True)  # {"code", "params"}: why it was refused once it was whole

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(received__lte=models.F("size_bytes")), name="upload_within_its_size")]
        indexes = [models.Index(fields=["organisation", "user"], name="upload_by_owner")]


class Rendition(models.Model):
    """One size and format of an asset. `kind` names the recipe (renditions.py)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="renditions")
    kind = models.CharField(max_length=64)
    file = models.FileField(upload_to=rendition_path, max_length=300)
    mime = models.CharField(max_length=32)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size_bytes = models.PositiveBigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    objects: Any = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "kind"], name="rendition_once")]
