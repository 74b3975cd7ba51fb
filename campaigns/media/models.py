"""Pictures: the original as re-encoded on arrival, and the renditions made of it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models

from accounts.orgs.models import Owned


def asset_path(asset: "Asset", filename: str) -> str:
    return f"{asset.organisation_id}/{asset.id}/{filename}"


def rendition_path(rendition: "Rendition", filename: str) -> str:
    return f"{rendition.asset.organisation_id}/{rendition.asset_id}/{filename}"


class Asset(Owned):
    file = models.ImageField(upload_to=asset_path, width_field="width", height_field="height", max_length=300)
    name = models.CharField(max_length=200)  # as the person called the file
    mime = models.CharField(max_length=32)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size_bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    alt = models.JSONField(default=dict)  # language → text: what a new use of it starts with
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "sha256"], name="asset_bytes_once")]
        indexes = [models.Index(fields=["organisation", "-created_at"], name="asset_newest")]


class Rendition(models.Model):
    """One size and format of an asset. `kind` names the recipe (renditions.py)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="renditions")
    kind = models.CharField(max_length=40)
    file = models.FileField(upload_to=rendition_path, max_length=300)
    mime = models.CharField(max_length=32)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size_bytes = models.PositiveBigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    objects: Any = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "kind"], name="rendition_once")]
