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
from scheduler.delivery import selectors, services
from scheduler.delivery.models import Delivery


class AttemptMade(serializers.Serializer[Any]):
    step = serializers.CharField()
    is_look = serializers.BooleanField()
    intent_at = serializers.DateTimeField()
    answered_at = serializers.DateTimeField(allow_null=True)
    outcome = serializers.CharField()
    code = serializers.CharField()
    detail = serializers.CharField(help_text="The network's own words")


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
    sent = serializers.ListField(child=serializers.CharField())
    attempts = AttemptMade(many=True)


class SeenOnline(serializers.Serializer[Any]):
    permalink = serializers.URLField(max_length=1000, allow_blank=True, default="")


@extend_schema(tags=["deliveries"], parameters=[ORGANISATION])
class Deliveries(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = {"retry": Verb.REPAIR, "online": Verb.REPAIR, "drop": Verb.REPAIR}
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
        permalink = serializer.validated_data["permalink"]
        return self.show(services.say_online(delivery=self.delivery(pk), by=self.person, permalink=permalink, now=timezone.now()))

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
