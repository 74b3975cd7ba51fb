"""/api/objectives/: where the organisation wants to be, and how far it is."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone, translation
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from campaigns.plan.days import today
from campaigns.plan.models import Kpi, Objective, Reading
from campaigns.plan.objectives import selectors, services, templates
from campaigns.plan.objectives import serializers as shapes

KEY = OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER)
WRITING = ("create", "partial_update", "destroy", "archive", "restore", "read", "take_back_reading", "review", "start_from_template")


class TemplateChoice(serializers.Serializer[Any]):
    key = serializers.CharField(max_length=40)
    starts_on = serializers.DateField()
    with_campaigns = serializers.BooleanField(default=True)


class KpiOffered(serializers.Serializer[Any]):
    name = serializers.CharField()
    definition = serializers.CharField()
    unit = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # the field of a figure, not of the serializer
    baseline = serializers.FloatField()
    target = serializers.FloatField()
    direction = serializers.CharField()


class CampaignOffered(serializers.Serializer[Any]):
    name = serializers.CharField()
    goal = serializers.CharField()
    starts = serializers.IntegerField(help_text="Days after the objective")
    days = serializers.IntegerField()
    colour = serializers.CharField()
    weekly = serializers.DictField(child=serializers.IntegerField(), help_text="Placements a week, by network")


class ObjectiveOffered(serializers.Serializer[Any]):
    key = serializers.CharField()
    horizon = serializers.CharField()
    days = serializers.IntegerField()
    review_after = serializers.IntegerField()
    name = serializers.CharField()
    about = serializers.CharField()
    why = serializers.CharField()
    kpis = KpiOffered(many=True)
    campaigns = CampaignOffered(many=True)


class TemplatesOffered(serializers.Serializer[Any]):
    note = serializers.CharField()
    templates = ObjectiveOffered(many=True)


@extend_schema(parameters=[ORGANISATION], tags=["campaigns"])
class Objectives(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(WRITING, Verb.PLAN)
    lookup_value_converter = "uuid"

    @extend_schema(
        operation_id="objectives_list",
        parameters=[OpenApiParameter("archived", bool, description="true: only archived ones; else only those pursued")],
        responses=shapes.ObjectiveShown(many=True),
    )
    def list(self, request: Request) -> Response:
        wants_archived = request.query_params.get("archived") in {"1", "true"}
        found = selectors.objectives().filter(archived_at__isnull=not wants_archived)
        return Response([self.shown(each) for each in found])

    @extend_schema(operation_id="objectives_start", parameters=[KEY], request=shapes.ObjectiveDraft, responses={201: shapes.ObjectiveShown})
    @idempotent
    def create(self, request: Request) -> Response:
        draft = checked(shapes.ObjectiveDraft, request)
        started = services.start(organisation=self.organisation, by=self.person, now=timezone.now(), **draft)
        return self.show(started.pk, status=201)

    @extend_schema(operation_id="objectives_get", responses=shapes.ObjectiveShown)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return self.show(pk)

    @extend_schema(operation_id="objectives_change", request=shapes.ObjectiveDraft, responses=shapes.ObjectiveShown)
    def partial_update(self, request: Request, pk: UUID) -> Response:
        objective = self.found(pk)
        draft = checked(shapes.ObjectiveDraft, request, partial=True)
        services.change(objective=objective, by=self.person, now=timezone.now(), **draft)
        return self.show(pk)

    @extend_schema(
        operation_id="objectives_remove",
        responses={204: None, 200: OpenApiResponse(shapes.ObjectiveShown, description="Something belongs to it: it is archived instead.")},
    )
    def destroy(self, request: Request, pk: UUID) -> Response:
        kept = services.remove(objective=self.found(pk), by=self.person, now=timezone.now())
        return self.show(pk) if kept else Response(status=204)

    @extend_schema(operation_id="objectives_archive", request=None, responses=shapes.ObjectiveShown)
    @action(detail=True, methods=["post"])
    def archive(self, request: Request, pk: UUID) -> Response:
        services.archive(objective=self.found(pk), by=self.person, now=timezone.now())
        return self.show(pk)

    @extend_schema(operation_id="objectives_restore", request=None, responses=shapes.ObjectiveShown)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, pk: UUID) -> Response:
        services.restore(objective=self.found(pk), by=self.person, now=timezone.now())
        return self.show(pk)

    @extend_schema(operation_id="objectives_review", request=shapes.ReviewDone, responses=shapes.ObjectiveShown)
    @action(detail=True, methods=["post"])
    def review(self, request: Request, pk: UUID) -> Response:
        objective = self.found(pk)
        services.review(objective=objective, by=self.person, now=timezone.now(), **checked(shapes.ReviewDone, request))
        return self.show(pk)

    @extend_schema(operation_id="kpis_read", request=shapes.ReadingDraft, responses=shapes.ObjectiveShown)
    @action(detail=True, methods=["post"], url_path="kpis/<uuid:kpi>/readings")
    def read(self, request: Request, pk: UUID, kpi: UUID) -> Response:
        figure = get_object_or_404(Kpi.objects.all(), pk=kpi, objective=self.found(pk))
        draft = checked(shapes.ReadingDraft, request)
        services.read(kpi=figure, by=self.person, today=today(self.organisation, now=timezone.now()), **draft)
        return self.show(pk)

    @extend_schema(operation_id="kpis_take_back_reading", request=None, responses=shapes.ObjectiveShown)
    @action(detail=True, methods=["delete"], url_path="readings/<uuid:reading>")
    def take_back_reading(self, request: Request, pk: UUID, reading: UUID) -> Response:
        get_object_or_404(Reading.objects.all(), pk=reading, kpi__objective=self.found(pk)).delete()
        return self.show(pk)

    @extend_schema(operation_id="objective_templates", responses=TemplatesOffered)
    @action(detail=False, methods=["get"], url_path="templates")
    def templates(self, request: Request) -> Response:
        return Response(templates.offered(language=self.language()))

    @extend_schema(operation_id="objectives_start_from_template", request=TemplateChoice, responses={201: shapes.ObjectiveShown})
    @action(detail=False, methods=["post"], url_path="from-template")
    def start_from_template(self, request: Request) -> Response:
        choice = checked(TemplateChoice, request)
        started = templates.start_from(
            organisation=self.organisation, by=self.person, language=self.language(), now=timezone.now(), **choice
        )
        return self.show(started.pk, status=201)

    def language(self) -> str:
        return (translation.get_language() or "en")[:2]

    def found(self, pk: UUID) -> Objective:
        found: QuerySet[Objective] = selectors.objectives()
        return get_object_or_404(found, pk=pk)

    def shown(self, objective: Objective, *, now: datetime | None = None) -> dict[str, Any]:
        return selectors.shown(objective, today=today(self.organisation, now=now or timezone.now()))

    def show(self, pk: UUID, status: int = 200) -> Response:
        return Response(self.shown(self.found(pk)), status=status)


def checked(shape: Any, request: Request, *, partial: bool = False) -> Any:
    serializer = shape(data=request.data, partial=partial)
    serializer.is_valid(raise_exception=True)
    return serializer.validated_data
