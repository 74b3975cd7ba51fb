"""Shapes of the library on the wire."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from campaigns.media import bulk, rights
from campaigns.media.crops import RATIOS
from campaigns.media.models import Asset, Folder, Tag
from campaigns.media.selectors import ORDERS

ALL_RIGHTS = ["credit", "licence", "rights_until", "people", "consent_by", "consent_until", "consent_note", "is_ai_made"]


def file_url(asset: Asset, kind: str) -> str:
    """Return where a member's browser finds it. An <img> sends no header, so the organisation is in the address."""
    return f"/api/assets/{asset.pk}/file/?kind={kind}&organisation={asset.organisation_id}"


class WindowShape(serializers.Serializer[Any]):
    """A part of a picture, in ‰ of its sides, from the left and the top."""

    x = serializers.IntegerField(min_value=0, max_value=1000)
    y = serializers.IntegerField(min_value=0, max_value=1000)
    width = serializers.IntegerField(min_value=1, max_value=1000)
    height = serializers.IntegerField(min_value=1, max_value=1000)


class FocusShape(serializers.Serializer[Any]):
    """What must stay in view, in ‰ of the picture's sides."""

    x = serializers.IntegerField(min_value=0, max_value=1000)
    y = serializers.IntegerField(min_value=0, max_value=1000)


class RightsShape(serializers.ModelSerializer):
    class Meta:
        model = Asset
        fields = ALL_RIGHTS


class AssetInLibrary(serializers.ModelSerializer):
    used_in = serializers.IntegerField(read_only=True, default=0, help_text="How many posts use it.")
    alt = serializers.DictField(child=serializers.CharField(), read_only=True)
    tags: Any = serializers.SlugRelatedField(many=True, read_only=True, slug_field="name")
    uploaded_by_name = serializers.SerializerMethodField()
    thumb_url = serializers.SerializerMethodField()
    web_url = serializers.SerializerMethodField()
    focus = serializers.SerializerMethodField()
    crops = serializers.DictField(child=WindowShape(), read_only=True, help_text='By ratio: "4:5".')
    ends = serializers.SerializerMethodField()

    class Meta:
        model = Asset
        fields = [
            "id", "name", "alt", "is_decorative", "mime", "width", "height", "size_bytes", "sha256", "created_at", "deleted_at",
            "uploaded_by_name", "used_in", "thumb_url", "web_url", "folder", "tags", *ALL_RIGHTS, "ends_on", "ends", "focus", "crops",
            "drawing", "drawn", "to_draw",
        ]  # fmt: skip
        read_only_fields = fields

    def get_uploaded_by_name(self, asset: Asset) -> str:
        return str(asset.uploaded_by) if asset.uploaded_by else ""

    def get_thumb_url(self, asset: Asset) -> str:
        return file_url(asset, "thumb")

    def get_web_url(self, asset: Asset) -> str:
        return file_url(asset, "web")

    @extend_schema_field(serializers.ChoiceField(choices=["", "soon", "over"]))
    def get_ends(self, asset: Asset) -> str:
        today = timezone.now().date()
        if asset.ends_on is None or asset.ends_on > rights.soon(today=today)[1]:
            return ""
        return "over" if rights.ends_before(asset.ends_on, day=today) else "soon"

    @extend_schema_field(FocusShape)
    def get_focus(self, asset: Asset) -> dict[str, int]:
        return {"x": asset.focus_x, "y": asset.focus_y}


class AssetChange(RightsShape):
    """What may be changed of a picture; what is left out stays."""

    name = serializers.CharField(max_length=200, required=False)
    alt = serializers.DictField(child=serializers.CharField(allow_blank=True), required=False, help_text="Language → text.")
    tags = serializers.ListField(child=serializers.CharField(max_length=60), required=False, max_length=60)
    folder = serializers.UUIDField(required=False, allow_null=True)
    focus = FocusShape(required=False)
    crops = serializers.DictField(child=WindowShape(), required=False, help_text=f"By ratio: {', '.join(RATIOS)}. The whole set.")

    class Meta(RightsShape.Meta):
        fields = [*ALL_RIGHTS, "name", "alt", "is_decorative", "tags", "folder", "focus", "crops"]


class AssetUpload(serializers.Serializer[Any]):
    file = serializers.FileField(allow_empty_file=True, max_length=None)
    name = serializers.CharField(max_length=200, required=False, help_text="Else the file's own name.")
    alt = serializers.JSONField(required=False, help_text='Language → text, as JSON: {"fr": "…"}.')

    def validate_alt(self, value: Any) -> dict[str, str]:
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            raise serializers.ValidationError('{"fr": "…"}')
        return value


class AssetQuery(serializers.Serializer[Any]):
    """What to find in the library."""

    q = serializers.CharField(required=False, default="", help_text="Words in name, description, tags or credit.")
    folder = serializers.CharField(required=False, default="", help_text='An id, or "none" for pictures in no folder.')
    deep = serializers.BooleanField(required=False, default=False, help_text="Folders within it count too.")
    tag = serializers.ListField(child=serializers.CharField(), required=False, default=list)
    unused = serializers.BooleanField(required=False, default=False)
    missing_alt = serializers.BooleanField(required=False, default=False)
    ends = serializers.ChoiceField(choices=["soon", "over"], required=False, default="", allow_blank=True)
    deleted = serializers.BooleanField(required=False, default=False)
    order = serializers.ChoiceField(choices=list(ORDERS), required=False, default="newest")

    def validate_folder(self, value: str) -> str:
        return value if value in ("", "none") else str(serializers.UUIDField().run_validation(value))


class KnownAsset(serializers.Serializer[Any]):
    asset = AssetInLibrary(allow_null=True)


class BulkAct(serializers.Serializer[Any]):
    """One act for many pictures. `folder` goes with move, `tags` with tag and untag, `rights` with rights."""

    act = serializers.ChoiceField(choices=["move", "tag", "untag", "rights", "delete", "restore"])
    ids = serializers.ListField(child=serializers.UUIDField(), max_length=bulk.MOST)
    folder = serializers.UUIDField(allow_null=True, required=False)
    tags = serializers.ListField(child=serializers.CharField(max_length=60), required=False, max_length=30)
    rights = RightsShape(required=False, partial=True)


class PostNamed(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    title = serializers.CharField()


class NotDeleted(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    posts = PostNamed(many=True)


class BulkDone(serializers.Serializer[Any]):
    done = serializers.IntegerField()
    refused = NotDeleted(many=True, help_text="Pictures that posts still need.")
    undo = BulkAct(many=True, help_text="The acts that take it back, in this order.")


class FolderInLibrary(serializers.ModelSerializer):
    pictures = serializers.IntegerField(read_only=True, default=0, help_text="How many lie right in it.")

    class Meta:
        model = Folder
        fields = ["id", "name", "parent", "pictures"]
        read_only_fields = fields


class FolderDraft(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=80, required=False)
    parent: Any = serializers.UUIDField(required=False, allow_null=True)


class NewFolder(serializers.Serializer[Any]):
    """`assets` and `folders` move into it: what undoing a deletion sends."""

    name = serializers.CharField(max_length=80)
    parent: Any = serializers.UUIDField(required=False, allow_null=True, default=None)
    assets = serializers.ListField(child=serializers.UUIDField(), required=False, default=list, max_length=50_000)
    folders = serializers.ListField(child=serializers.UUIDField(), required=False, default=list, max_length=1000)


class TagInLibrary(serializers.ModelSerializer):
    pictures = serializers.IntegerField(read_only=True, default=0)

    class Meta:
        model = Tag
        fields = ["name", "pictures"]
        read_only_fields = fields
