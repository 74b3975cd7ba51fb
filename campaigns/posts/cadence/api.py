"""/api/cadence/: how often each channel is heard, where it falls short, and how much is too much."""

from datetime import datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.channels.models import Channel
from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.rights import Verb
from campaigns.plan.days import today
from campaigns.posts.api import span, uuids
from campaigns.posts.cadence import counts, selectors, services
from campaigns.posts.cadence.guidance import reference
from campaigns.posts.cadence.weeks import days_within, monday_of, mondays

SPAN = [OpenApiParameter("from", datetime, required=True), OpenApiParameter("to", datetime, required=True)]
CAMPAIGN = OpenApiParameter("campaign", str, description="Only its posts, against its own targets")
BACK, AHEAD = 8, 4  # weeks


class Overload(serializers.Serializer[Any]):
    day = serializers.DateField()
    count = serializers.IntegerField()
    most = serializers.IntegerField()


class OfChannel(serializers.Serializer[Any]):
    channel = serializers.UUIDField()
    network = serializers.CharField()
    name = serializers.CharField()
    handle = serializers.CharField()
    target = serializers.IntegerField()
    daily_most = serializers.IntegerField()
    is_own_limit = serializers.BooleanField(help_text="false: the usual figure of the network")
    overloads = Overload(many=True)


class Tallied(serializers.Serializer[Any]):
    """`planned` counts what is published, too; `outside` what was posted without Carillon."""

    planned = serializers.IntegerField()
    scheduled = serializers.IntegerField()
    published = serializers.IntegerField()
    outside = serializers.IntegerField()


class ChannelCadence(OfChannel, Tallied):
    pass


class ChannelByWeek(OfChannel):
    weeks = Tallied(many=True)


class Reference(serializers.Serializer[Any]):
    to = serializers.IntegerField()
    year = serializers.IntegerField()
    sources = serializers.ListField(child=serializers.CharField())

    def get_fields(self) -> dict[str, Any]:
        return {"from": serializers.IntegerField(), **super().get_fields()}


class CadenceByWeek(serializers.Serializer[Any]):
    reference = Reference()
    weeks = serializers.ListField(child=serializers.DateField(), help_text="Their Mondays")
    this_week = serializers.DateField()
    channels = ChannelByWeek(many=True)


class GapFound(serializers.Serializer[Any]):
    channel = serializers.UUIDField()
    day = serializers.DateField()
    week = serializers.DateField(help_text="Its Monday")
    week_missing = serializers.IntegerField()
    missing = serializers.IntegerField()
    proposals = serializers.ListField(child=serializers.CharField(), help_text="Local times: 2026-11-24T09:00")


class LimitDraft(serializers.Serializer[Any]):
    most = serializers.IntegerField(max_value=200, allow_null=True)


@extend_schema(tags=["calendar"], parameters=[ORGANISATION])
class Cadence(InOrganisation):
    @extend_schema(operation_id="cadence_list", parameters=[*SPAN, CAMPAIGN], responses=ChannelCadence(many=True))
    def get(self, request: Request) -> Response:
        start, end = span(request)
        found = counts.cadence(start=start, end=end, zone=ZoneInfo(self.organisation.time_zone), campaign=one_campaign(request))
        return Response(ChannelCadence(found, many=True).data)


@extend_schema(tags=["calendar"], parameters=[ORGANISATION])
class CadenceWeeks(InOrganisation):
    @extend_schema(operation_id="cadence_weeks", parameters=[CAMPAIGN], responses=CadenceByWeek)
    def get(self, request: Request) -> Response:
        """The last eight weeks, this one and the next four."""
        this_week = monday_of(today(self.organisation, now=timezone.now()))
        weeks = mondays(this_week - timedelta(weeks=BACK), BACK + 1 + AHEAD)
        found = counts.weekly(mondays=weeks, zone=ZoneInfo(self.organisation.time_zone), campaign=one_campaign(request))
        shown = {"reference": reference(), "weeks": weeks, "this_week": this_week, "channels": found}
        return Response(CadenceByWeek(shown).data)


@extend_schema(tags=["calendar"], parameters=[ORGANISATION])
class Gaps(InOrganisation):
    @extend_schema(operation_id="cadence_gaps", parameters=[*SPAN, CAMPAIGN], responses=GapFound(many=True))
    def get(self, request: Request) -> Response:
        start, end = span(request)
        first, last = days_within(start, end, ZoneInfo(self.organisation.time_zone))
        found = selectors.gaps(
            first=first, last=last, zone_name=self.organisation.time_zone, now=timezone.now(), campaign=one_campaign(request)
        )
        return Response(GapFound(found, many=True).data)


@extend_schema(tags=["calendar"], parameters=[ORGANISATION])
class DailyLimits(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"put": Verb.PLAN}

    @extend_schema(operation_id="cadence_limit", request=LimitDraft, responses={204: None})
    def put(self, request: Request, pk: UUID) -> Response:
        """More than `most` a day on this channel is warned of; null: the usual figure of its network holds again."""
        draft = LimitDraft(data=request.data)
        draft.is_valid(raise_exception=True)
        services.limit(channel=get_object_or_404(Channel.objects.all(), pk=pk), most=draft.validated_data["most"])
        return Response(status=204)


def one_campaign(request: Request) -> UUID | None:
    return next(iter(uuids(request, "campaign")), None)
