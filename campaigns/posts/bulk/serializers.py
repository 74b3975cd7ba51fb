"""Shapes of acts on many posts on the wire."""

from typing import Any

from rest_framework import serializers

MOST = 500
DAYS_MOST = 366


class ActOnPosts(serializers.Serializer[Any]):
    """What to do with which posts; `undo` takes nothing but the token that an earlier act answered."""

    action = serializers.ChoiceField(choices=["shift", "campaign", "submit", "duplicate", "delete", "undo"])
    posts = serializers.ListField(child=serializers.UUIDField(), max_length=MOST, default=list)
    days = serializers.IntegerField(min_value=-DAYS_MOST, max_value=DAYS_MOST, allow_null=True, default=None, help_text="shift, duplicate")
    hours = serializers.IntegerField(min_value=-23, max_value=23, default=0, help_text="shift")
    campaign = serializers.UUIDField(allow_null=True, default=None, help_text="campaign; null takes the posts out of theirs")
    note = serializers.CharField(max_length=500, allow_blank=True, default="", help_text="submit: for those who decide")
    undo = serializers.CharField(max_length=400_000, allow_blank=True, default="", help_text="undo: as it was answered")

    def validate(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["action"] != "undo" and not data["posts"]:
            raise serializers.ValidationError({"posts": self.error_messages["required"]})
        return data


class PostActedOn(serializers.Serializer[Any]):
    post = serializers.UUIDField()
    is_done = serializers.BooleanField()
    code = serializers.CharField(help_text="Why it stayed as it was")
    message = serializers.CharField()
    copy = serializers.UUIDField(allow_null=True, help_text="duplicate: the new post")
    is_asked_again = serializers.BooleanField(help_text="It waits for a new decision because of this")


class PostsActedOn(serializers.Serializer[Any]):
    done = serializers.IntegerField()
    stayed = serializers.IntegerField()
    rows = PostActedOn(many=True)
    undo = serializers.CharField(help_text="Takes it all back within the hour")
