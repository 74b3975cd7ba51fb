"""/api/slots/free/: where a post is still missing by habit."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import InOrganisation
from campaigns.posts import slots
from campaigns.posts.api import span


class FreeSlot(serializers.Serializer[Any]):
    channel = serializers.UUIDField()
    local_time = serializers.CharField(help_text="In the organisation's time zone: 2026-11-24T09:00")
    at = serializers.DateTimeField()


@extend_schema(tags=["calendar"])
class FreeSlots(InOrganisation):
    @extend_schema(
        operation_id="slots_free",
        parameters=[OpenApiParameter("from", datetime, required=True), OpenApiParameter("to", datetime, required=True)],
        responses=FreeSlot(many=True),
    )
    def get(self, request: Request) -> Response:
        start, end = span(request)
        found = slots.free(start=start, end=end, zone=self.organisation.time_zone, now=timezone.now())
        return Response(FreeSlot(found, many=True).data)
