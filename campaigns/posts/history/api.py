"""HTTP for what a post said before. Going back is a save like any other: the web app sends what it read here."""

from typing import Any
from uuid import UUID

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import ORGANISATION, InOrganisation
from campaigns.posts.history import selectors
from campaigns.posts.models import Post
from campaigns.posts.serializers import PlacementDraft, VersionDraft


class Change(serializers.Serializer[Any]):
    """`what`: begun, title, campaign, text, pictures, link, language-added, language-gone, channels, own-text, times."""

    what = serializers.CharField()
    language = serializers.CharField()


class RevisionInList(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.IntegerField()
    by = serializers.UUIDField(allow_null=True)
    by_name = serializers.CharField()
    begun_at = serializers.DateTimeField()
    at = serializers.DateTimeField()
    was_submitted = serializers.BooleanField()
    changed = Change(many=True)


class PostThen(serializers.Serializer[Any]):
    title = serializers.CharField()
    campaign = serializers.UUIDField(allow_null=True)
    versions = VersionDraft(many=True)
    placements = PlacementDraft(many=True)


class RevisionWhole(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.IntegerField()
    by_name = serializers.CharField()
    at = serializers.DateTimeField()
    content = PostThen()
    before = PostThen(allow_null=True)


@extend_schema(tags=["posts"], parameters=[ORGANISATION])
class History(InOrganisation):
    @extend_schema(operation_id="posts_history", responses=RevisionInList(many=True))
    def get(self, request: Request, pk: UUID) -> Response:
        return Response(RevisionInList(selectors.revisions(known(pk)), many=True).data)


@extend_schema(tags=["posts"], parameters=[ORGANISATION])
class HistoryEntry(InOrganisation):
    @extend_schema(operation_id="posts_revision", responses=RevisionWhole)
    def get(self, request: Request, pk: UUID, revision: UUID) -> Response:
        found = selectors.revision(known(pk), revision)
        if found is None:
            raise Http404
        return Response(found)


def known(pk: UUID) -> Post:
    post: Post | None = Post.objects.filter(pk=pk, deleted_at=None).first()
    if post is None:
        raise Http404
    return post
