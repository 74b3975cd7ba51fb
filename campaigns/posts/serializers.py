"""Shapes of posts on the wire. Names say what is in them."""

from typing import Any

from rest_framework import serializers

from accounts.orgs.models import LANGUAGES
from campaigns.media.shapes import WindowShape
from campaigns.posts.draft import Draft, DraftPicture, DraftPlacement, DraftVersion
from campaigns.posts.models import Post


class PictureUse(serializers.Serializer[Any]):
    asset = serializers.UUIDField()
    alt = serializers.CharField(max_length=2000, allow_blank=True, default="")
    crop = WindowShape(allow_null=True, default=None, help_text="The part that this post shows; null: as the library has it.")


class VersionDraft(serializers.Serializer[Any]):
    language = serializers.ChoiceField(choices=[(x, x) for x in LANGUAGES])
    segments = serializers.ListField(child=serializers.CharField(allow_blank=True, trim_whitespace=False), allow_empty=True)
    link = serializers.URLField(max_length=2000, allow_blank=True, default="")
    with_utm = serializers.BooleanField(default=True)
    first_comment = serializers.CharField(max_length=8000, allow_blank=True, trim_whitespace=False, default="")
    source = serializers.ChoiceField(  # type: ignore[assignment]
        choices=[(x, x) for x in LANGUAGES],
        allow_blank=True,
        allow_null=True,
        default=None,
        help_text="Translated from; empty: an original",
    )
    source_text = serializers.ListField(
        child=serializers.CharField(allow_blank=True, trim_whitespace=False, max_length=65_000),
        allow_null=True,
        default=None,
        max_length=25,
        help_text="What the source said when this was last brought up to date. Left out, an edited version counts as up to date.",
    )
    pictures = PictureUse(many=True, default=list)


class PlacementDraft(serializers.Serializer[Any]):
    channel = serializers.UUIDField()
    languages = serializers.ListField(child=serializers.ChoiceField(choices=[(x, x) for x in LANGUAGES]), min_length=1, max_length=4)
    local_time = serializers.CharField(max_length=16, allow_blank=True, default="", help_text="Wall-clock time: 2026-11-24T09:00")
    zone = serializers.CharField(max_length=64, allow_blank=True, default="")
    own_segments = serializers.ListField(
        child=serializers.CharField(allow_blank=True, trim_whitespace=False), allow_null=True, default=None
    )
    own_base = serializers.ListField(
        child=serializers.CharField(allow_blank=True, trim_whitespace=False),
        allow_null=True,
        default=None,
        help_text="What the post said when the own text was last compared with it",
    )
    without_link = serializers.BooleanField(default=False, help_text="The link is left out on this channel")


class PostDraft(serializers.Serializer[Any]):
    """What may be sent to create or change a post. What is left out stays; lists are whole."""

    title = serializers.CharField(max_length=200, allow_blank=True, required=False)
    campaign = serializers.UUIDField(allow_null=True, required=False)
    versions = VersionDraft(many=True, required=False)
    placements = PlacementDraft(many=True, required=False)

    def draft(self) -> Draft:
        return draft_of(self.validated_data)


def draft_of(data: dict[str, Any]) -> Draft:
    """Return what a valid PostDraft says."""
    versions, placements = data.get("versions"), data.get("placements")
    return Draft(
        title=data.get("title"),
        campaign=data.get("campaign"),
        has_campaign="campaign" in data,
        versions=None if versions is None else [version_of(v) for v in versions],
        placements=None if placements is None else [DraftPlacement(**p) for p in placements],
    )


def version_of(data: dict[str, Any]) -> DraftVersion:
    return DraftVersion(**{**data, "pictures": [DraftPicture(**p) for p in data["pictures"]]})


class ProblemFound(serializers.Serializer[Any]):
    code = serializers.CharField()
    message = serializers.CharField()
    params = serializers.DictField()
    blocks = serializers.BooleanField()
    placement = serializers.CharField()
    channel = serializers.CharField()
    network = serializers.CharField()
    language = serializers.CharField()


class FrameShown(serializers.Serializer[Any]):
    """What the network gets of a picture: `part` of it (null: all), cut to the ratio (width ÷ height), or whole on added ground."""

    asset = serializers.UUIDField()
    part = WindowShape(allow_null=True)
    fit = serializers.ChoiceField(choices=[(x, x) for x in ("keep", "crop", "pad")])
    ratio = serializers.FloatField()


class PlacementWhole(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    channel = serializers.UUIDField()
    network = serializers.CharField()
    languages = serializers.ListField(child=serializers.CharField())
    local_time = serializers.CharField()
    zone = serializers.CharField()
    planned_at = serializers.DateTimeField(allow_null=True)
    own_segments = serializers.ListField(child=serializers.CharField(), allow_null=True)
    own_base = serializers.ListField(child=serializers.CharField(), allow_null=True)
    without_link = serializers.BooleanField()
    state = serializers.CharField()
    is_fixed = serializers.BooleanField(help_text="Carillon has taken it up: it can no longer be changed.")
    permalink = serializers.CharField()
    texts = serializers.ListField(child=serializers.CharField(), help_text="As they will be shown, link included.")
    counts = serializers.ListField(child=serializers.IntegerField(), help_text="Their lengths as the network counts.")
    most = serializers.IntegerField()
    fold_at = serializers.IntegerField()
    first_comment = serializers.CharField(help_text="What the channel says under it at once; empty where there is no such thing.")
    cost_usd_micros = serializers.IntegerField()
    frames = FrameShown(many=True, help_text="How its pictures are framed there; empty once it has left.")


class ApprovalBrief(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    state = serializers.CharField()
    fingerprint = serializers.CharField()
    asked_at = serializers.DateTimeField()
    asked_by = serializers.CharField()
    decided_at = serializers.DateTimeField(allow_null=True)
    decisions = serializers.ListField(child=serializers.DictField())


class MadeFrom(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    first_line = serializers.CharField()


class PostWhole(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    title = serializers.CharField()
    first_line = serializers.CharField()
    made_from = MadeFrom(allow_null=True, help_text="The post that this one was made from")
    state = serializers.ChoiceField(choices=Post.State.choices)
    campaign = serializers.UUIDField(allow_null=True)
    author = serializers.UUIDField(allow_null=True)
    author_name = serializers.CharField()
    revision = serializers.IntegerField()
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    deleted_at = serializers.DateTimeField(allow_null=True)
    versions = VersionDraft(many=True)
    out_of_date = serializers.ListField(child=serializers.CharField(), help_text="Languages whose source says something else by now")
    open_notes = serializers.IntegerField()
    placements = PlacementWhole(many=True)
    problems = ProblemFound(many=True)
    approval = ApprovalBrief(allow_null=True)
    may_edit = serializers.BooleanField()
    may_submit = serializers.BooleanField()


class PostInList(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    first_line = serializers.CharField()
    state = serializers.ChoiceField(choices=Post.State.choices)
    campaign = serializers.UUIDField(allow_null=True)
    author_name = serializers.CharField()
    revision = serializers.IntegerField()
    updated_at = serializers.DateTimeField()
    next_at = serializers.DateTimeField(allow_null=True)
    networks = serializers.ListField(child=serializers.CharField())
    languages = serializers.ListField(child=serializers.CharField())
    out_of_date = serializers.ListField(child=serializers.CharField())


class PlacementInCalendar(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    post = serializers.UUIDField()
    channel = serializers.UUIDField()
    network = serializers.CharField()
    languages = serializers.ListField(child=serializers.CharField())
    planned_at = serializers.DateTimeField()
    local_time = serializers.CharField()
    zone = serializers.CharField()
    state = serializers.CharField()
    first_line = serializers.CharField()
    asset = serializers.UUIDField(allow_null=True)
    campaign = serializers.UUIDField(allow_null=True)
    author = serializers.UUIDField(allow_null=True)
    permalink = serializers.CharField()
    out_of_date = serializers.ListField(child=serializers.CharField())
    notes = serializers.IntegerField(help_text="Notes of colleagues that wait for an answer")
    revision = serializers.IntegerField()


class Move(serializers.Serializer[Any]):
    local_time = serializers.CharField(max_length=16)
    zone = serializers.CharField(max_length=64, allow_blank=True, default="")
    placements = serializers.ListField(child=serializers.UUIDField(), allow_null=True, default=None)


class Submission(serializers.Serializer[Any]):
    note = serializers.CharField(max_length=500, allow_blank=True, default="")
