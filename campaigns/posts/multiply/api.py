"""/api/posts/<id>/multiply/: see what could be made of a post, then make it."""

from dataclasses import asdict
from typing import Any, ClassVar
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from campaigns.posts import selectors
from campaigns.posts.models import Post
from campaigns.posts.multiply import services
from campaigns.posts.multiply.pieces import UNITS
from campaigns.posts.multiply.reminders import REMINDERS
from campaigns.posts.serializers import PlacementDraft, PostDraft, VersionDraft, draft_of

KEY = OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER, description="The same key makes the posts once")


class HowToMultiply(serializers.Serializer[Any]):
    """`event`: local time of what is reminded of. `unit`: how texts are cut; left out, the coarsest that gives two pieces."""

    how = serializers.ChoiceField(choices=[(x, x) for x in ("channel", "language", "quote", "reminder")])
    channels = serializers.ListField(child=serializers.UUIDField(), default=list, max_length=60)
    unit = serializers.ChoiceField(choices=[(x, x) for x in UNITS], allow_blank=True, default="")
    reminders = serializers.ListField(child=serializers.ChoiceField(choices=[(x, x) for x in REMINDERS]), default=list, max_length=5)
    event = serializers.DateTimeField(
        allow_null=True, default=None, default_timezone=None, input_formats=["%Y-%m-%dT%H:%M"], help_text="2026-11-24T19:00"
    )


class Proposed(serializers.Serializer[Any]):
    """`label`: a channel's id, a language, a number or a reminder. `notes`: "moved-on" (a day or more, off an equal text), "past"."""

    label = serializers.CharField()  # type: ignore[assignment]  # a field of the answer
    versions = VersionDraft(many=True)
    placements = PlacementDraft(many=True)
    notes = serializers.ListField(child=serializers.CharField())


class Proposals(serializers.Serializer[Any]):
    units = serializers.ListField(child=serializers.CharField(), help_text="How its text can be cut")
    proposals = Proposed(many=True)


class Multiplication(serializers.Serializer[Any]):
    drafts = PostDraft(many=True, allow_empty=False)


class Multiplied(serializers.Serializer[Any]):
    posts = serializers.ListField(child=serializers.UUIDField())


@extend_schema(tags=["posts"], parameters=[ORGANISATION])
class MultiplyPreview(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"post": Verb.WRITE}

    @extend_schema(operation_id="posts_multiply_preview", request=HowToMultiply, responses=Proposals)
    def post(self, request: Request, pk: UUID) -> Response:
        """What could be made of the post; nothing is written."""
        post = found(pk)
        asked = HowToMultiply(data=request.data)
        asked.is_valid(raise_exception=True)
        proposed = services.propose(post=post, now=timezone.now(), **asked.validated_data)
        return Response(Proposals({"units": services.units(post), "proposals": [asdict(each) for each in proposed]}).data)


@extend_schema(tags=["posts"], parameters=[ORGANISATION])
class Multiply(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"post": Verb.WRITE}

    @extend_schema(operation_id="posts_multiply", parameters=[KEY], request=Multiplication, responses={201: Multiplied})
    @idempotent
    def post(self, request: Request, pk: UUID) -> Response:
        """All of these drafts are made, or none."""
        post = found(pk)
        asked = Multiplication(data=request.data)
        asked.is_valid(raise_exception=True)
        drafts = [draft_of(each) for each in asked.validated_data["drafts"]]
        return Response({"posts": services.make(post=post, drafts=drafts, by=self.person, now=timezone.now())}, status=201)


def found(pk: UUID) -> Post:
    post = selectors.with_content().filter(pk=pk, deleted_at=None).first()
    if post is None:
        raise Http404
    return post
