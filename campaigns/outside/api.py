"""/api/outside/: what the organisation's channels show that was not sent by Carillon."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.dateparse import parse_datetime
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.problems import Refusal
from campaigns.outside import selectors

MOST_DAYS = 100


class OutsidePostShown(serializers.Serializer[Any]):
    """`local_time` is on the organisation's clock; `gone_at`: since when the network does not show it any more."""

    id = serializers.UUIDField()
    channel = serializers.UUIDField()
    network = serializers.CharField()
    posted_at = serializers.DateTimeField()
    local_time = serializers.CharField()
    text = serializers.CharField()
    permalink = serializers.CharField()
    pictures = serializers.IntegerField()
    is_edited = serializers.BooleanField()
    gone_at = serializers.DateTimeField(allow_null=True)


@extend_schema(tags=["outside"], parameters=[ORGANISATION])
class Outside(InOrganisation):
    @extend_schema(
        operation_id="outside_list",
        parameters=[
            OpenApiParameter("from", datetime, required=True),
            OpenApiParameter("to", datetime, required=True),
            OpenApiParameter("channel", str, many=True),
            OpenApiParameter("q", str),
        ],
        responses=OutsidePostShown(many=True),
    )
    def get(self, request: Request) -> Response:
        start, end = moment(request, "from"), moment(request, "to")
        if not start < end <= start + timedelta(days=MOST_DAYS):
            raise Refusal("span-too-long", fields={"to": "span-too-long"}, days=MOST_DAYS)
        found = selectors.in_calendar(
            start=start,
            end=end,
            zone=ZoneInfo(self.organisation.time_zone),
            channels=channels_in(request),
            words=request.query_params.get("q", ""),
        )
        return Response(OutsidePostShown(found, many=True).data)


def moment(request: Request, name: str) -> datetime:
    try:
        found = parse_datetime(request.query_params.get(name, "").replace(" ", "+"))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or not 1900 < found.year < 2200:
        raise Refusal("time-not-understood", fields={name: "time-not-understood"}, time=request.query_params.get(name, "")[:40])
    return found


def channels_in(request: Request) -> list[UUID]:
    try:
        return [UUID(part) for value in request.query_params.getlist("channel") for part in value.split(",") if part]
    except ValueError:
        raise Refusal("not-valid", fields={"channel": "not-understood"}) from None
