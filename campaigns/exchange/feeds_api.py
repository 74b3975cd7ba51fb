"""/api/feeds/ for members; /feeds/<secret>.ics for the programs that subscribe."""

import hashlib
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.rights import Verb
from accounts.paging import WholePages
from campaigns.exchange import choice, feeds
from campaigns.exchange.models import Feed


class FeedChoice(serializers.Serializer):
    """The calendar's filters; an empty one lets all pass."""

    campaign = serializers.ListField(child=serializers.CharField(max_length=60), required=False)
    channel = serializers.ListField(child=serializers.CharField(max_length=60), required=False)
    author = serializers.ListField(child=serializers.CharField(max_length=60), required=False)
    state = serializers.ListField(child=serializers.CharField(max_length=60), required=False)
    language = serializers.ListField(child=serializers.CharField(max_length=8), required=False)
    q = serializers.CharField(max_length=200, required=False, allow_blank=True)


class FeedInList(serializers.ModelSerializer):
    choice = FeedChoice(read_only=True)
    made_by: Any = serializers.StringRelatedField()

    class Meta:
        model = Feed
        fields = ("id", "name", "choice", "with_drafts", "with_texts", "made_by", "created_at", "fetched_at")
        read_only_fields = fields


class FeedDraft(serializers.Serializer):
    name = serializers.CharField(max_length=80)
    choice = FeedChoice(default=dict)
    with_drafts = serializers.BooleanField(default=False)
    with_texts = serializers.BooleanField(default=False)


class FeedWithAddress(serializers.Serializer):
    """`address` is shown this once."""

    feed = FeedInList()
    address = serializers.CharField()


@extend_schema(tags=["feeds"])
class Feeds(InOrganisation, GenericViewSet):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(("list", "create", "renew", "destroy"), Verb.PLAN)
    serializer_class = FeedInList
    pagination_class = WholePages
    queryset = Feed.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Feed]:
        found: QuerySet[Feed] = Feed.objects.select_related("made_by").order_by("name", "created_at")
        return found

    @extend_schema(operation_id="feeds_list")
    def list(self, request: Request) -> Response:
        return self.get_paginated_response(FeedInList(self.paginate_queryset(self.get_queryset()), many=True).data)

    @extend_schema(operation_id="feeds_make", request=FeedDraft, responses={201: FeedWithAddress})
    def create(self, request: Request) -> Response:
        draft = FeedDraft(data=request.data)
        draft.is_valid(raise_exception=True)
        given = draft.validated_data
        wanted = choice.of(given.pop("choice"))
        return self.told(
            *feeds.make(organisation=self.organisation, by=self.person, wanted=wanted, now=timezone.now(), **given), status=201
        )

    @extend_schema(operation_id="feeds_renew", request=None, responses=FeedWithAddress)
    @action(detail=True, methods=["post"])
    def renew(self, request: Request, pk: UUID) -> Response:
        return self.told(*feeds.renew(feed=self.get_object(), by=self.person, now=timezone.now()))

    @extend_schema(operation_id="feeds_revoke", responses={204: None})
    def destroy(self, request: Request, pk: UUID) -> Response:
        feeds.revoke(feed=self.get_object(), by=self.person, now=timezone.now())
        return Response(status=204)

    def told(self, feed: Feed, secret: str, status: int = 200) -> Response:
        return Response({"feed": FeedInList(feed).data, "address": feeds.address(secret)}, status=status)


class FeedFile(APIView):
    """The calendar itself. Whoever has the address may read it; an unknown one is not there, and says nothing more."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (ScopedRateThrottle,)
    throttle_scope = "feed"

    @extend_schema(exclude=True)
    def get(self, request: Request, secret: str) -> HttpResponse:
        content = feeds.content(secret, now=timezone.now())
        if content is None:
            raise Http404
        tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        headers = {"ETag": tag, "Cache-Control": "private, max-age=300", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}
        if tag in request.headers.get("If-None-Match", ""):
            return HttpResponse(status=304, headers=headers)
        headers["Content-Disposition"] = 'inline; filename="carillon.ics"'
        return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
