"""HTTP for deliveries: what became of a post, and the repairs."""

from typing import Any, ClassVar
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.rights import Verb
from accounts.problems import Refusal
from scheduler.delivery import seen, selectors, services
from scheduler.delivery.models import Delivery


class AttemptMade(serializers.Serializer[Any]):
    step = serializers.CharField()
    is_look = serializers.BooleanField()
    intent_at = serializers.DateTimeField()
    answered_at = serializers.DateTimeField(allow_null=True)
    outcome = serializers.CharField()
    code = serializers.CharField()
    message = serializers.CharField(help_text="What that answer means, in the reader's language; empty when all was well")
    detail = serializers.CharField(help_text="The network's own words")


class PictureSent(serializers.Serializer[Any]):
    asset = serializers.UUIDField()
    alt = serializers.CharField()


class DeliveryShown(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    post = serializers.UUIDField()
    placement = serializers.UUIDField()
    first_line = serializers.CharField()
    channel = serializers.UUIDField()
    channel_name = serializers.CharField()
    network = serializers.CharField()
    state = serializers.ChoiceField(choices=Delivery.State.choices)
    planned_at = serializers.DateTimeField()
    published_at = serializers.DateTimeField(allow_null=True)
    permalink = serializers.CharField()
    problem = serializers.CharField()
    message = serializers.CharField(help_text="What happened and what to do, in the reader's language")
    may_retry = serializers.BooleanField()
    may_hold = serializers.BooleanField()
    sent = serializers.ListField(child=serializers.CharField())
    link = serializers.CharField()
    pictures = PictureSent(many=True)
    remote_id = serializers.CharField(help_text="What the network calls its first part; empty while nothing of it is known to be online")
    can_show = serializers.BooleanField(help_text="Whether this network lets us see the account's newest posts")
    show_cost_usd_micros = serializers.IntegerField(help_text="What the network bills for that, at most")
    attempts = AttemptMade(many=True)


class SeenOnline(serializers.Serializer[Any]):
    """Where a person has seen it: an address, or one of the posts the account showed (`pick` of deliveries_recent)."""

    permalink = serializers.URLField(max_length=1000, allow_blank=True, default="")
    pick = serializers.CharField(max_length=2000, allow_blank=True, default="")


class PostOfAccount(serializers.Serializer[Any]):
    """One of the account's newest posts. `is_likely`: it says what was sent. `is_known`: it is another post of Carillon's."""

    remote_id = serializers.CharField()
    text = serializers.CharField()
    created_at = serializers.DateTimeField()
    pictures = serializers.IntegerField()
    permalink = serializers.CharField()
    is_likely = serializers.BooleanField()
    is_known = serializers.BooleanField()
    pick = serializers.CharField()


@extend_schema(tags=["deliveries"], parameters=[ORGANISATION])
class Deliveries(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(("retry", "online", "drop", "hold", "release", "recent"), Verb.REPAIR)
    lookup_value_converter = "uuid"

    @extend_schema(
        operation_id="deliveries_list",
        parameters=[
            OpenApiParameter("post", str, description="All deliveries of this post"),
            OpenApiParameter("wrong", bool, description="Only what needs a person, of the last 14 days"),
        ],
        responses=DeliveryShown(many=True),
    )
    def list(self, request: Request) -> Response:
        if post := request.query_params.get("post"):
            try:
                found = selectors.of_post(UUID(post))
            except ValueError:
                raise Refusal("not-valid", fields={"post": "not-understood"}) from None
        else:
            found = selectors.went_wrong(now=timezone.now())
        return Response(DeliveryShown(selectors.shown_all(found[:100], attempts=bool(post)), many=True).data)

    @extend_schema(operation_id="deliveries_get", responses=DeliveryShown)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return self.show(self.delivery(pk))

    @extend_schema(operation_id="deliveries_retry", request=None, responses=DeliveryShown)
    @action(detail=True, methods=["post"])
    def retry(self, request: Request, pk: UUID) -> Response:
        return self.show(services.retry(delivery=self.delivery(pk), by=self.person, now=timezone.now()))

    @extend_schema(operation_id="deliveries_online", request=SeenOnline, responses=DeliveryShown)
    @action(detail=True, methods=["post"])
    def online(self, request: Request, pk: UUID) -> Response:
        serializer = SeenOnline(data=request.data)
        serializer.is_valid(raise_exception=True)
        return self.show(seen.say_online(delivery=self.delivery(pk), by=self.person, now=timezone.now(), **serializer.validated_data))

    @extend_schema(operation_id="deliveries_recent", request=None, responses=PostOfAccount(many=True))
    @action(detail=True, methods=["post"])
    def recent(self, request: Request, pk: UUID) -> Response:
        """The account's newest posts, asked of the network now. A POST, since some networks bill it."""
        found = seen.recent(delivery=self.delivery(pk), now=timezone.now())
        shown = [
            {
                "remote_id": each.post.remote_id,
                "text": each.post.text,
                "created_at": each.post.created_at,
                "pictures": each.post.pictures,
                "permalink": each.post.permalink,
                "is_likely": each.is_likely,
                "is_known": each.is_known,
                "pick": each.pick,
            }
            for each in found
        ]
        return Response(PostOfAccount(shown, many=True).data)

    @extend_schema(operation_id="deliveries_hold", request=None, responses=DeliveryShown)
    @action(detail=True, methods=["post"])
    def hold(self, request: Request, pk: UUID) -> Response:
        return self.show(services.hold(delivery=self.delivery(pk), by=self.person, now=timezone.now()))

    @extend_schema(operation_id="deliveries_release", request=None, responses=DeliveryShown)
    @action(detail=True, methods=["post"])
    def release(self, request: Request, pk: UUID) -> Response:
        return self.show(services.release(delivery=self.delivery(pk), by=self.person, now=timezone.now()))

    @extend_schema(operation_id="deliveries_drop", request=None, responses=DeliveryShown)
    @action(detail=True, methods=["post"])
    def drop(self, request: Request, pk: UUID) -> Response:
        return self.show(services.drop(delivery=self.delivery(pk), by=self.person, now=timezone.now()))

    def delivery(self, pk: UUID) -> Delivery:
        delivery = selectors.with_all().filter(pk=pk).first()
        if delivery is None:
            raise Http404
        return delivery

    def show(self, delivery: Delivery) -> Response:
        return Response(DeliveryShown(selectors.shown_all([delivery], attempts=True)[0]).data)
