"""/api/outside/readings/: when each channel was read for posts made elsewhere, and reading one now."""

from typing import Any, ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.channels.models import Channel
from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.words import word
from scheduler.outside import demand

KEY = OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER, description="The same key reads, and is billed, once")


class ChannelRead(serializers.Serializer[Any]):
    """`is_regular`: read by itself every quarter of an hour; else each post that is read costs `read_cost_usd_micros`."""

    channel = serializers.UUIDField()
    name = serializers.CharField()
    network = serializers.CharField()
    is_regular = serializers.BooleanField()
    read_at = serializers.DateTimeField(allow_null=True)
    problem = serializers.CharField(allow_null=True, help_text="Why it could not be read the last time, in the reader's language")
    read_cost_usd_micros = serializers.IntegerField()
    spent_usd_micros = serializers.IntegerField(help_text="This month")


class ReadingWish(serializers.Serializer[Any]):
    limit = serializers.IntegerField(min_value=demand.LEAST, max_value=demand.MOST, default=20)


class WhatWasRead(serializers.Serializer[Any]):
    read = serializers.IntegerField()
    new = serializers.IntegerField()
    edited = serializers.IntegerField()
    gone = serializers.IntegerField()
    cost_usd_micros = serializers.IntegerField()


@extend_schema(tags=["outside"], parameters=[ORGANISATION])
class Readings(InOrganisation):
    @extend_schema(operation_id="outside_readings", responses=ChannelRead(many=True))
    def get(self, request: Request) -> Response:
        found = demand.standing(zone=ZoneInfo(self.organisation.time_zone), now=timezone.now())
        told = [{**each, "problem": each["problem"] and word(each["problem"]["code"], each["problem"]["params"])} for each in found]
        return Response(ChannelRead(told, many=True).data)


@extend_schema(tags=["outside"], parameters=[ORGANISATION])
class ReadingNow(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"post": Verb.PLAN}

    @extend_schema(operation_id="outside_read", parameters=[KEY], request=ReadingWish, responses=WhatWasRead)
    @idempotent
    def post(self, request: Request, pk: UUID) -> Response:
        """Ask the network now for the newest posts of the last month."""
        serializer = ReadingWish(data=request.data)
        serializer.is_valid(raise_exception=True)
        channel = Channel.objects.filter(pk=pk).first()
        if channel is None:
            raise Http404
        done = demand.ask(channel=channel, by=self.person, now=timezone.now(), **serializer.validated_data)
        return Response(WhatWasRead(done).data)
