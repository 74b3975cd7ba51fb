"""/api/campaigns/: what is to be reached, and by when."""

from typing import Any, ClassVar
from uuid import UUID

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.models import LANGUAGES
from accounts.orgs.rights import Verb
from accounts.paging import WholePages
from accounts.problems import Refusal
from campaigns.plan import selectors, services
from campaigns.plan.models import CadenceTarget, Campaign, Objective
from campaigns.plan.targets import WEEKLY_MOST


class TargetOfCampaign(serializers.ModelSerializer):
    """The campaign uses this channel, for so many placements a week; 0 for no number set."""

    channel = serializers.UUIDField(source="channel_id")
    weekly = serializers.IntegerField(min_value=0, max_value=WEEKLY_MOST)

    class Meta:
        model = CadenceTarget
        fields = ("channel", "weekly")


class CampaignInList(serializers.ModelSerializer):
    """A campaign. `planned` and `published` count placements, `posts` and `drafts` count posts."""

    objective = serializers.UUIDField(source="objective_id", read_only=True, allow_null=True)
    targets = TargetOfCampaign(many=True, read_only=True)
    languages = serializers.ListField(child=serializers.CharField(), read_only=True)
    posts = serializers.IntegerField(source="posts_count", read_only=True)
    drafts = serializers.IntegerField(read_only=True)
    planned = serializers.IntegerField(read_only=True)
    published = serializers.IntegerField(read_only=True)

    class Meta:
        model = Campaign
        fields = (
            "id", "name", "goal", "objective", "horizon", "colour", "utm", "languages", "targets", "weekly_target", "starts_on", "ends_on",
            "archived_at", "created_at", "posts", "drafts", "planned", "published",
        )  # fmt: skip
        read_only_fields = fields


class CampaignDraft(serializers.ModelSerializer):
    """`utm` is made of the name when it is left out. `weekly_target`: placements a week, 0 for none set; the sum of `targets`, if any.

    `targets` are all the channels it uses.
    """

    utm = serializers.SlugField(max_length=services.UTM_MAX, required=False)
    objective = serializers.UUIDField(required=False, allow_null=True)
    languages = serializers.ListField(child=serializers.ChoiceField(choices=[(x, x) for x in LANGUAGES]), required=False, max_length=4)
    targets = TargetOfCampaign(many=True, required=False)

    class Meta:
        model = Campaign
        fields = ("name", "goal", "objective", "horizon", "colour", "utm", "languages", "targets", "weekly_target", "starts_on", "ends_on")

    def validate_objective(self, wanted: UUID | None) -> Objective | None:
        if wanted is None:
            return None
        found: Objective | None = Objective.objects.filter(pk=wanted).first()
        if found is None:
            raise Refusal("objective-gone", fields={"objective": "objective-gone"})
        return found

    def validate_targets(self, wanted: list[dict[str, Any]]) -> dict[UUID, int]:
        return {each["channel_id"]: each["weekly"] for each in wanted}


class CampaignFilter(django_filters.FilterSet):
    horizon = django_filters.ChoiceFilter(choices=Campaign.Horizon.choices)
    archived = django_filters.BooleanFilter(method="is_archived", label="true: only archived ones; else only running ones")
    objective = django_filters.UUIDFilter(field_name="objective")
    q = django_filters.CharFilter(field_name="name", lookup_expr="icontains")

    class Meta:
        model = Campaign
        fields: ClassVar[tuple[str, ...]] = ()

    def is_archived(self, found: QuerySet[Campaign], _name: str, value: bool) -> QuerySet[Campaign]:
        return found.filter(archived_at__isnull=not value)


@extend_schema(tags=["campaigns"])
class Campaigns(InOrganisation, GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(("create", "partial_update", "destroy", "archive", "restore"), Verb.PLAN)
    serializer_class = CampaignInList
    filterset_class = CampaignFilter
    pagination_class = WholePages
    queryset = Campaign.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Campaign]:
        found = selectors.campaigns()
        if self.action == "list" and "archived" not in self.request.query_params:
            found = found.filter(archived_at=None)
        return found

    @extend_schema(operation_id="campaigns_list")
    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    @extend_schema(
        operation_id="campaigns_start",
        request=CampaignDraft,
        responses={201: CampaignInList},
        parameters=[OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER)],
    )
    @idempotent
    def create(self, request: Request) -> Response:
        draft = CampaignDraft(data=request.data)
        draft.is_valid(raise_exception=True)
        started = services.start(organisation=self.organisation, by=self.person, now=timezone.now(), **draft.validated_data)
        return self.show(started, status=201)

    @extend_schema(operation_id="campaigns_get")
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return self.show(self.get_object())

    @extend_schema(operation_id="campaigns_change", request=CampaignDraft, responses=CampaignInList)
    def partial_update(self, request: Request, pk: UUID) -> Response:
        draft = CampaignDraft(data=request.data, partial=True)
        draft.is_valid(raise_exception=True)
        return self.show(services.change(campaign=self.get_object(), by=self.person, now=timezone.now(), **draft.validated_data))

    @extend_schema(
        operation_id="campaigns_remove",
        responses={204: None, 200: OpenApiResponse(CampaignInList, description="Something belongs to it: it is archived instead.")},
    )
    def destroy(self, request: Request, pk: UUID) -> Response:
        kept = services.remove(campaign=self.get_object(), by=self.person, now=timezone.now())
        return self.show(kept) if kept else Response(status=204)

    @extend_schema(operation_id="campaigns_archive", request=None, responses=CampaignInList)
    @action(detail=True, methods=["post"])
    def archive(self, request: Request, pk: UUID) -> Response:
        return self.show(services.archive(campaign=self.get_object(), by=self.person, now=timezone.now()))

    @extend_schema(operation_id="campaigns_restore", request=None, responses=CampaignInList)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, pk: UUID) -> Response:
        return self.show(services.restore(campaign=self.get_object(), by=self.person, now=timezone.now()))

    def show(self, campaign: Campaign, status: int = 200) -> Response:
        data: Any = CampaignInList(selectors.campaigns().get(pk=campaign.pk)).data
        return Response(data, status=status)
