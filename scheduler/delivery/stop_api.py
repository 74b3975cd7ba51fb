"""HTTP for the stops: the organisation's own, which people put and lift, and the whole installation's, which is only shown."""

from typing import Any, ClassVar

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.rights import Verb
from campaigns.posts import filling
from campaigns.posts import selectors as posts
from campaigns.posts.content import first_line
from scheduler.delivery import stop
from scheduler.hold.models import Publishing

SHOWN = 100


class PostKeptBack(serializers.Serializer[Any]):
    post = serializers.UUIDField()
    first_line = serializers.CharField()
    network = serializers.CharField()
    channel_name = serializers.CharField()
    planned_at = serializers.DateTimeField()


class Stops(serializers.Serializer[Any]):
    """`stopped_at`: this organisation's crisis stop. `held_at`: nothing goes out on this whole installation."""

    stopped_at = serializers.DateTimeField(allow_null=True)
    stopped_by = serializers.CharField()
    reason = serializers.CharField()
    held_at = serializers.DateTimeField(allow_null=True)
    held_reason = serializers.CharField()


class KeptBack(serializers.Serializer[Any]):
    """What the stop keeps back: `passed` have missed their time (the newest hundred; `passed_count` are all), `ahead` are still to come."""

    ahead = serializers.IntegerField()
    passed_count = serializers.IntegerField()
    passed = PostKeptBack(many=True)


class StopAsked(serializers.Serializer[Any]):
    reason = serializers.CharField(max_length=300)


class StopDone(Stops):
    """`count`: what was on its way and is held (stop); what has missed its time and was not sent (lift)."""

    count = serializers.IntegerField()


@extend_schema(tags=["stop"], parameters=[ORGANISATION])
class StopView(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"post": Verb.REPAIR, "delete": Verb.REPAIR}

    @extend_schema(operation_id="stop_get", responses=Stops)
    def get(self, request: Request) -> Response:
        return Response(Stops(self.stops()).data)

    @extend_schema(operation_id="stop_everything", request=StopAsked, responses=StopDone)
    def post(self, request: Request) -> Response:
        given = StopAsked(data=request.data)
        given.is_valid(raise_exception=True)
        count = stop.stop(organisation=self.organisation, by=self.person, reason=given.validated_data["reason"], now=timezone.now())
        return Response(StopDone({**self.stops(), "count": count}).data)

    @extend_schema(operation_id="stop_lift", responses=StopDone)
    def delete(self, request: Request) -> Response:
        count = stop.lift(organisation=self.organisation, by=self.person, now=timezone.now())
        return Response(StopDone({**self.stops(), "count": count}).data)

    def stops(self) -> dict[str, Any]:
        organisation, whole = self.organisation, Publishing.objects.filter(pk=1).first()
        return {
            "stopped_at": organisation.stopped_at,
            "stopped_by": str(organisation.stopped_by or ""),
            "reason": organisation.stop_reason,
            "held_at": whole.held_at if whole else None,
            "held_reason": whole.reason if whole else "",
        }


@extend_schema(tags=["stop"], parameters=[ORGANISATION])
class KeptBackView(InOrganisation):
    @extend_schema(operation_id="stop_kept_back", responses=KeptBack)
    def get(self, request: Request) -> Response:
        """What waits while the organisation is stopped; nothing is kept back while it is not."""
        if self.organisation.stopped_at is None:
            return Response(KeptBack({"ahead": 0, "passed_count": 0, "passed": []}).data)
        found = stop.waiting(now=timezone.now())
        shown = found.passed[:SHOWN]
        about = {post.pk: post for post in posts.with_content().filter(pk__in={p.post_id for p in shown})}
        filling.name_all(about.values())
        passed = [
            {
                "post": p.post_id,
                "first_line": first_line(about[p.post_id], (p.languages or [""])[0], placement=p.pk),
                "network": p.channel.network,
                "channel_name": p.channel.name,
                "planned_at": p.planned_at,
            }
            for p in shown
        ]
        return Response(KeptBack({"ahead": found.ahead, "passed_count": len(found.passed), "passed": passed}).data)
