"""HTTP for notes: everybody who sees the post reads and writes them; a note itself is its author's."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.models import LANGUAGES
from campaigns.posts.history.api import known
from campaigns.posts.notes import selectors, services
from campaigns.posts.notes.models import Note


class NoteDraft(serializers.Serializer[Any]):
    """`mentions`: the members whose @name stands in the text."""

    text = serializers.CharField(max_length=4000)
    mentions = serializers.ListField(child=serializers.UUIDField(), max_length=services.MENTIONS_MOST, default=list)
    language = serializers.ChoiceField(choices=[(x, x) for x in LANGUAGES], allow_blank=True, default="")


class NoteShown(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    by = serializers.UUIDField(allow_null=True)
    by_name = serializers.CharField()
    is_mine = serializers.BooleanField()
    text = serializers.CharField()
    mentions = serializers.ListField(child=serializers.UUIDField())
    language = serializers.CharField()
    created_at = serializers.DateTimeField()
    edited_at = serializers.DateTimeField(allow_null=True)
    resolved_at = serializers.DateTimeField(allow_null=True)
    resolved_by_name = serializers.CharField()


class Resolution(serializers.Serializer[Any]):
    is_resolved = serializers.BooleanField()


@extend_schema(tags=["notes"], parameters=[ORGANISATION])
class NotesOfPost(InOrganisation):
    @extend_schema(operation_id="notes_list", responses=NoteShown(many=True))
    def get(self, request: Request, pk: UUID) -> Response:
        return Response([shown(note, request) for note in selectors.on(known(pk))])

    @extend_schema(operation_id="notes_say", request=NoteDraft, responses={201: NoteShown})
    def post(self, request: Request, pk: UUID) -> Response:
        note = services.say(post=known(pk), by=self.person, now=timezone.now(), **checked(NoteDraft, request))
        return Response(shown(note, request), status=201)


@extend_schema(tags=["notes"], parameters=[ORGANISATION])
class Notes(InOrganisation, ViewSet):
    lookup_value_converter = "uuid"

    @extend_schema(operation_id="notes_edit", request=NoteDraft, responses=NoteShown)
    def partial_update(self, request: Request, pk: UUID) -> Response:
        data = checked(NoteDraft, request)
        note = services.edit(note=found(pk), by=self.person, text=data["text"], mentions=data["mentions"], now=timezone.now())
        return Response(shown(note, request))

    @extend_schema(operation_id="notes_delete", responses={204: None})
    def destroy(self, request: Request, pk: UUID) -> Response:
        services.delete(note=found(pk), by=self.person, now=timezone.now())
        return Response(status=204)

    @extend_schema(operation_id="notes_put_back", request=None, responses=NoteShown)
    @action(detail=True, methods=["post"], url_path="put-back")
    def put_back(self, request: Request, pk: UUID) -> Response:
        return Response(shown(services.put_back(note=found(pk, deleted=True), by=self.person), request))

    @extend_schema(operation_id="notes_resolve", request=Resolution, responses=NoteShown)
    @action(detail=True, methods=["post"])
    def resolve(self, request: Request, pk: UUID) -> Response:
        data = checked(Resolution, request)
        return Response(shown(services.resolve(note=found(pk), by=self.person, now=timezone.now(), **data), request))


def found(pk: UUID, *, deleted: bool = False) -> Note:
    note: Note | None = (
        Note.objects.filter(pk=pk, deleted_at__isnull=not deleted, post__deleted_at=None)
        .select_related("post__organisation", "post__author", "by", "resolved_by")
        .first()
    )
    if note is None:
        raise Http404
    return note


def checked(shape: Any, request: Request) -> dict[str, Any]:
    given = shape(data=request.data)
    given.is_valid(raise_exception=True)
    data: dict[str, Any] = given.validated_data
    return data


def shown(note: Note, request: Request) -> dict[str, Any]:
    return {
        "id": note.pk,
        "by": note.by_id,
        "by_name": str(note.by or ""),
        "is_mine": note.by_id == request.user.pk,
        "text": note.text,
        "mentions": note.mentions,
        "language": note.language,
        "created_at": note.created_at,
        "edited_at": note.edited_at,
        "resolved_at": note.resolved_at,
        "resolved_by_name": str(note.resolved_by or ""),
    }
