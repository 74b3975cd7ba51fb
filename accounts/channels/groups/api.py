"""/api/channel-groups/: channels that are chosen together."""

from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from accounts.channels.groups import services
from accounts.channels.groups.models import ChannelGroup
from accounts.channels.models import Channel
from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.paging import WholePages
from accounts.problems import Refusal


class GroupShape(serializers.ModelSerializer):
    """`channels` leaves out those that were taken away."""

    channels = serializers.SerializerMethodField()

    class Meta:
        model = ChannelGroup
        fields = ("id", "name", "channels")
        read_only_fields = fields

    @extend_schema_field(serializers.ListField(child=serializers.UUIDField()))
    def get_channels(self, group: ChannelGroup) -> list[str]:
        return [str(c.pk) for c in group.channels.all() if c.state != Channel.State.DISCONNECTED]


class GroupDraft(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=80)
    channels = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=200)

    def validate_channels(self, wanted: Sequence[UUID]) -> list[Channel]:
        found = list(Channel.objects.filter(pk__in=wanted))
        if len(found) != len(set(wanted)):
            raise Refusal("channel-gone", fields={"channels": "channel-gone"})
        return found


@extend_schema(tags=["channels"])
class ChannelGroups(InOrganisation, GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(("create", "partial_update", "destroy"), Verb.PLAN)
    serializer_class = GroupShape
    pagination_class = WholePages
    queryset = ChannelGroup.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[ChannelGroup]:
        found: QuerySet[ChannelGroup] = ChannelGroup.objects.prefetch_related("channels").order_by("name", "pk")
        return found

    @extend_schema(operation_id="channel_groups_list", responses=GroupShape(many=True))
    def list(self, request: Request) -> Response:
        return self.get_paginated_response(GroupShape(self.paginate_queryset(self.get_queryset()), many=True).data)

    @extend_schema(
        operation_id="channel_groups_make",
        request=GroupDraft,
        responses={201: GroupShape},
        parameters=[OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER)],
    )
    @idempotent
    def create(self, request: Request) -> Response:
        draft = GroupDraft(data=request.data)
        draft.is_valid(raise_exception=True)
        made = services.make(organisation=self.organisation, by=self.person, now=timezone.now(), **draft.validated_data)
        return Response(GroupShape(made).data, status=201)

    @extend_schema(operation_id="channel_groups_change", request=GroupDraft, responses=GroupShape)
    def partial_update(self, request: Request, pk: UUID) -> Response:
        draft = GroupDraft(data=request.data, partial=True)
        draft.is_valid(raise_exception=True)
        changed = services.change(group=self.get_object(), by=self.person, now=timezone.now(), **draft.validated_data)
        return Response(GroupShape(self.get_queryset().get(pk=changed.pk)).data)

    @extend_schema(operation_id="channel_groups_remove", responses={204: None})
    def destroy(self, request: Request, pk: UUID) -> Response:
        services.remove(group=self.get_object(), by=self.person, now=timezone.now())
        return Response(status=204)
