"""/api/templates/: what posts of one kind begin with."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.paging import WholePages
from accounts.problems import Refusal
from campaigns.posts.serializers import PlacementDraft, VersionDraft
from campaigns.posts.templates import selectors, services
from campaigns.posts.templates.models import Template


class TemplateDraft(serializers.Serializer[Any]):
    """`versions` and `placements` are those of a post; times are left out."""

    name = serializers.CharField(max_length=120)
    is_riposte = serializers.BooleanField(default=False, help_text="One of those a riposte may begin with")
    title = serializers.CharField(max_length=200, allow_blank=True, default="")
    campaign = serializers.UUIDField(allow_null=True, default=None)
    versions = VersionDraft(many=True)
    placements = PlacementDraft(many=True, default=list)


class TemplateShape(TemplateDraft):
    id = serializers.UUIDField()
    first_line = serializers.CharField()
    made_by = serializers.CharField()
    updated_at = serializers.DateTimeField()


def shown(rows: list[Template]) -> list[dict[str, Any]]:
    return [
        {
            "id": row.pk,
            "name": row.name,
            "is_riposte": row.is_riposte,
            "first_line": selectors.first_line(row),
            "made_by": str(row.made_by or ""),
            "updated_at": row.updated_at,
            **content,
        }
        for row, content in zip(rows, selectors.usable(rows), strict=True)
    ]


@extend_schema(tags=["posts"])
class Templates(InOrganisation, GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(("create", "partial_update", "destroy", "restore"), Verb.WRITE)
    serializer_class = TemplateShape
    pagination_class = WholePages
    queryset = Template.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Template]:
        return selectors.templates()

    @extend_schema(operation_id="templates_list", responses=TemplateShape(many=True))
    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(TemplateShape(shown(list(page or ())), many=True).data)

    @extend_schema(operation_id="templates_read", responses=TemplateShape)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return self._answer(self.get_object())

    @extend_schema(
        operation_id="templates_keep",
        request=TemplateDraft,
        responses={201: TemplateShape},
        parameters=[OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER)],
    )
    @idempotent
    def create(self, request: Request) -> Response:
        draft = TemplateDraft(data=request.data)
        draft.is_valid(raise_exception=True)
        made = services.keep(organisation=self.organisation, by=self.person, now=timezone.now(), **draft.validated_data)
        return self._answer(made, status=201)

    @extend_schema(operation_id="templates_change", request=TemplateDraft, responses=TemplateShape)
    def partial_update(self, request: Request, pk: UUID) -> Response:
        draft = TemplateDraft(data=request.data, partial=True)
        draft.is_valid(raise_exception=True)
        return self._answer(services.change(template=self.get_object(), by=self.person, now=timezone.now(), **draft.validated_data))

    @extend_schema(operation_id="templates_remove", responses={204: None})
    def destroy(self, request: Request, pk: UUID) -> Response:
        services.remove(template=self.get_object(), by=self.person, now=timezone.now())
        return Response(status=204)

    @extend_schema(operation_id="templates_restore", request=None, responses=TemplateShape)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, pk: UUID) -> Response:
        removed = Template.objects.filter(pk=pk).exclude(deleted_at=None).first()
        if removed is None:
            raise Refusal("not-found", status=404)
        return self._answer(services.restore(template=removed, by=self.person, now=timezone.now()))

    def _answer(self, row: Template, *, status: int = 200) -> Response:
        return Response(TemplateShape(shown([row])[0]).data, status=status)
