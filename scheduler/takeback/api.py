"""HTTP for taking back: where a post is online, take it down or correct it, and what is left to a person."""

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
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.problems import NotAllowed, Refusal
from campaigns.posts import selectors as posts
from campaigns.posts.models import Post
from scheduler.takeback import selectors, services
from scheduler.takeback.models import TakeBack, TakeBackOf

KEY = OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER, description="The same key asks once, however often it is sent")


class Person(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class StillToGoOut(serializers.Serializer[Any]):
    channel_name = serializers.CharField()
    network = serializers.CharField()
    planned_at = serializers.DateTimeField()


class OnlineChannel(serializers.Serializer[Any]):
    delivery = serializers.UUIDField()
    placement = serializers.UUIDField()
    channel = serializers.UUIDField()
    channel_name = serializers.CharField()
    network = serializers.CharField()
    permalink = serializers.CharField()
    languages = serializers.ListField(child=serializers.CharField())
    published_at = serializers.DateTimeField(allow_null=True)
    text = serializers.CharField(help_text="What stands there now")
    text_max = serializers.IntegerField()
    parts = serializers.IntegerField(help_text="How many posts it is there: a thread has several")
    can_take_down = serializers.BooleanField()
    can_correct = serializers.BooleanField()
    why_not_down = serializers.CharField()
    why_not_correct = serializers.CharField()
    assigned = serializers.UUIDField(help_text="Who would do it by hand, unless somebody else is named")
    under_way = serializers.CharField(help_text="down | correct, when that has been asked for already")
    under_way_state = serializers.CharField()


class WhatIsOnline(serializers.Serializer[Any]):
    post = serializers.UUIDField()
    first_line = serializers.CharField()
    needs_yes = serializers.BooleanField(help_text="A correction by you waits for somebody who may decide posts")
    may_take_down = serializers.BooleanField()
    may_correct = serializers.BooleanField()
    people = Person(many=True)
    rest = StillToGoOut(many=True)
    channels = OnlineChannel(many=True)


class TakeBackChannel(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    delivery = serializers.UUIDField()
    placement = serializers.UUIDField()
    channel = serializers.UUIDField()
    channel_name = serializers.CharField()
    network = serializers.CharField()
    permalink = serializers.CharField()
    state = serializers.ChoiceField(choices=TakeBackOf.State.choices)
    before = serializers.CharField()
    text = serializers.CharField()
    message = serializers.CharField(help_text="What happened and what to do, in the reader's language")
    is_told = serializers.BooleanField(help_text="The assigned person was asked to lend a hand")
    assigned = serializers.UUIDField(allow_null=True)
    assigned_name = serializers.CharField()
    is_mine = serializers.BooleanField()
    parts = serializers.IntegerField()
    parts_done = serializers.IntegerField()
    may_act = serializers.BooleanField()
    may_try_again = serializers.BooleanField()
    ended_at = serializers.DateTimeField(allow_null=True)
    ended_by = serializers.CharField()


class TakeBackShown(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    post = serializers.UUIDField()
    first_line = serializers.CharField()
    kind = serializers.ChoiceField(choices=TakeBack.Kind.choices)
    reason = serializers.CharField()
    by = serializers.CharField()
    asked_at = serializers.DateTimeField()
    approved_by = serializers.CharField()
    approved_at = serializers.DateTimeField(allow_null=True)
    declined_at = serializers.DateTimeField(allow_null=True)
    settled_at = serializers.DateTimeField(allow_null=True)
    needs_yes = serializers.BooleanField()
    may_decide = serializers.BooleanField()
    channels = TakeBackChannel(many=True)


class WantedChannel(serializers.Serializer[Any]):
    delivery = serializers.UUIDField()
    text = serializers.CharField(max_length=65_000, allow_blank=True, default="", trim_whitespace=False)
    assigned = serializers.UUIDField(allow_null=True, default=None)


class TakeBackWish(serializers.Serializer[Any]):
    post = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=TakeBack.Kind.choices)
    reason = serializers.CharField(max_length=500)
    stop_rest = serializers.BooleanField(default=False, help_text="What has not gone out yet stays here")
    channels = WantedChannel(many=True, allow_empty=False)


class Declined(serializers.Serializer[Any]):
    comment = serializers.CharField(max_length=500, allow_blank=True, default="")


class DoneByHand(serializers.Serializer[Any]):
    anyway = serializers.BooleanField(default=False, help_text="Although Carillon still sees it there")


class Assigned(serializers.Serializer[Any]):
    person = serializers.UUIDField()


@extend_schema(tags=["takebacks"], parameters=[ORGANISATION])
class TakeBacks(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = {"approve": Verb.DECIDE_POSTS}
    lookup_value_converter = "uuid"

    @extend_schema(
        operation_id="takebacks_list",
        parameters=[
            OpenApiParameter("post", str, description="All take-backs of this post"),
            OpenApiParameter("left", bool, description="Only what wants a person"),
        ],
        responses=TakeBackShown(many=True),
    )
    def list(self, request: Request) -> Response:
        found = selectors.of_post(wanted_post(request)) if request.query_params.get("post") else selectors.left_to_do()
        return Response(TakeBackShown(selectors.shown_all(found[:100], membership=self.membership), many=True).data)

    @extend_schema(operation_id="takebacks_get", responses=TakeBackShown)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return self.show(self.take_back(pk))

    @extend_schema(operation_id="takebacks_possible", parameters=[OpenApiParameter("post", str, required=True)], responses=WhatIsOnline)
    @action(detail=False, methods=["get"])
    def possible(self, request: Request) -> Response:
        found = selectors.possible(self.post_(wanted_post(request)), membership=self.membership, now=timezone.now())
        return Response(WhatIsOnline(found).data)

    @extend_schema(operation_id="takebacks_ask", parameters=[KEY], request=TakeBackWish, responses={201: TakeBackShown})
    @idempotent
    def create(self, request: Request) -> Response:
        serializer = TakeBackWish(data=request.data)
        serializer.is_valid(raise_exception=True)
        data = serializer.validated_data
        post = self.post_(data["post"])
        if not services.may_ask(data["kind"], membership=self.membership, post=post):
            raise NotAllowed
        take_back = services.ask(
            post=post,
            kind=data["kind"],
            reason=data["reason"],
            wanted=[
                services.Wanted(delivery=str(w["delivery"]), text=w["text"], assigned=str(w["assigned"]) if w["assigned"] else None)
                for w in data["channels"]
            ],
            by=self.person,
            stop_rest=data["stop_rest"],
            now=timezone.now(),
        )
        return self.show(take_back, status=201)

    @extend_schema(operation_id="takebacks_approve", request=None, responses=TakeBackShown)
    @action(detail=True, methods=["post"])
    def approve(self, request: Request, pk: UUID) -> Response:
        return self.show(services.approve(take_back=self.take_back(pk), by=self.person, now=timezone.now()))

    @extend_schema(operation_id="takebacks_decline", request=Declined, responses=TakeBackShown)
    @action(detail=True, methods=["post"])
    def decline(self, request: Request, pk: UUID) -> Response:
        """The text stays as it is: said by somebody who may decide posts, or by who asked."""
        take_back = self.take_back(pk)
        if not self.membership.may(Verb.DECIDE_POSTS) and take_back.by_id != self.person.pk:
            raise NotAllowed
        serializer = Declined(data=request.data)
        serializer.is_valid(raise_exception=True)
        comment = serializer.validated_data["comment"]
        return self.show(services.decline(take_back=take_back, by=self.person, comment=comment, now=timezone.now()))

    def post_(self, pk: UUID) -> Post:
        post = posts.with_content().filter(pk=pk, deleted_at=None).first()
        if post is None:
            raise Http404
        return post

    def take_back(self, pk: UUID) -> TakeBack:
        found = selectors.with_channels().filter(pk=pk).first()
        if found is None:
            raise Http404
        return found

    def show(self, take_back: TakeBack, status: int = 200) -> Response:
        fresh = self.take_back(take_back.pk)
        return Response(TakeBackShown(selectors.shown_all([fresh], membership=self.membership)[0]).data, status=status)


@extend_schema(tags=["takebacks"], parameters=[ORGANISATION])
class TakeBackChannels(InOrganisation, ViewSet):
    """What a person does about one channel of it."""

    verbs: ClassVar[dict[str, Verb]] = {}
    lookup_value_converter = "uuid"

    @extend_schema(operation_id="takeback_channels_done", request=DoneByHand, responses=TakeBackShown)
    @action(detail=True, methods=["post"])
    def done(self, request: Request, pk: UUID) -> Response:
        of = self.of(pk)
        serializer = DoneByHand(data=request.data)
        serializer.is_valid(raise_exception=True)
        anyway = serializer.validated_data["anyway"]
        return self.show(services.say_done(of=of, by=self.person, anyway=anyway, now=timezone.now()))

    @extend_schema(operation_id="takeback_channels_again", request=None, responses=TakeBackShown)
    @action(detail=True, methods=["post"])
    def again(self, request: Request, pk: UUID) -> Response:
        return self.show(services.again(of=self.of(pk), by=self.person, now=timezone.now()))

    @extend_schema(operation_id="takeback_channels_assign", request=Assigned, responses=TakeBackShown)
    @action(detail=True, methods=["post"])
    def assign(self, request: Request, pk: UUID) -> Response:
        of = self.of(pk)
        serializer = Assigned(data=request.data)
        serializer.is_valid(raise_exception=True)
        person = str(serializer.validated_data["person"])
        return self.show(services.assign(of=of, person=person, by=self.person, now=timezone.now()))

    def of(self, pk: UUID) -> TakeBackOf:
        """Return it if this person may act on it: it is theirs to do, or they could have asked for it."""
        found = selectors.of_channels().filter(pk=pk).first()
        if found is None:
            raise Http404
        post = posts.whole(found.take_back.post_id)
        if found.assigned_id != self.person.pk and not services.may_ask(found.take_back.kind, membership=self.membership, post=post):
            raise NotAllowed
        return found

    def show(self, of: TakeBackOf) -> Response:
        fresh = selectors.with_channels().get(pk=of.take_back_id)
        return Response(TakeBackShown(selectors.shown_all([fresh], membership=self.membership)[0]).data)


def wanted_post(request: Request) -> UUID:
    try:
        return UUID(request.query_params.get("post", ""))
    except ValueError:
        raise Refusal("not-valid", fields={"post": "not-understood"}) from None
