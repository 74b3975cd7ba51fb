"""HTTP for posts and their placements: each method makes one call."""

from datetime import datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.paging import Pages
from accounts.problems import NotAllowed, Refusal, body
from campaigns.posts import cards, filling, selectors, services, when
from campaigns.posts import serializers as shapes
from campaigns.posts.models import Post
from campaigns.posts.rights import may_edit
from campaigns.posts.show import in_list, whole

CALENDAR_MOST = timedelta(days=100)
IF_MATCH = OpenApiParameter("If-Match", str, OpenApiParameter.HEADER, description='The revision this change is based on, as "7"')
KEY = OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER, description="The same key makes one post, however often it is sent")


@extend_schema(parameters=[ORGANISATION], tags=["posts"])
class Posts(InOrganisation, ViewSet):
    pagination_class = Pages  # says so in the schema; `list` asks it by hand
    verbs: ClassVar[dict[str, Verb]] = {
        "create": Verb.WRITE,
        "partial_update": Verb.WRITE,
        "destroy": Verb.WRITE,
        "submit": Verb.WRITE,
        "withdraw": Verb.WRITE,
        "move": Verb.WRITE,
        "duplicate": Verb.WRITE,
        "restore": Verb.WRITE,
    }
    lookup_value_converter = "uuid"

    @extend_schema(
        operation_id="posts_list",
        parameters=[
            OpenApiParameter("q", str, description="Words in any text"),
            OpenApiParameter("state", str, many=True),
            OpenApiParameter("campaign", str, many=True),
            OpenApiParameter("asset", str, description="Only posts that show this picture"),
            OpenApiParameter("unscheduled", bool, description="Only posts that have no time yet"),
            OpenApiParameter("aimless", bool, description="Only posts that serve no goal: without a campaign, or one without an objective"),
            OpenApiParameter("made_from", str, description="Only posts made from this one"),
            OpenApiParameter("page", int),
            OpenApiParameter("page_size", int),
        ],
        responses=shapes.PostInList(many=True),
    )
    def list(self, request: Request) -> Response:
        found = selectors.with_content().filter(deleted_at=None)
        if words := request.query_params.get("q", "").strip().lower():
            found = found.filter(search__contains=words)
        if states := request.query_params.getlist("state"):
            found = found.filter(state__in=states)
        if campaigns := uuids(request, "campaign"):
            found = found.filter(campaign__in=campaigns)
        if assets := uuids(request, "asset"):
            found = found.filter(versions__version_pictures__asset__in=assets).distinct()
        if request.query_params.get("unscheduled") in {"1", "true"}:
            found = found.exclude(placements__planned_at__isnull=False)
        if request.query_params.get("aimless") in {"1", "true"}:
            found = found.filter(campaign__objective=None)
        if sources := uuids(request, "made_from"):
            found = found.filter(source_post__in=sources)
        pages = Pages()
        page = pages.paginate_queryset(found.order_by("-updated_at"), request, view=self)
        filling.name_all(page or [])
        return pages.get_paginated_response([in_list(post) for post in page or []])

    @extend_schema(operation_id="posts_create", parameters=[KEY], request=shapes.PostDraft, responses={201: shapes.PostWhole})
    @idempotent
    def create(self, request: Request) -> Response:
        post = services.create(organisation=self.organisation, by=self.person, draft=self.draft(request), now=timezone.now())
        return self.show(post, status=201)

    @extend_schema(operation_id="posts_get", responses=shapes.PostWhole)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return self.show(self.found(pk))

    @extend_schema(operation_id="posts_change", parameters=[IF_MATCH], request=shapes.PostDraft, responses=shapes.PostWhole)
    def partial_update(self, request: Request, pk: UUID) -> Response:
        post = self.own(pk)
        try:
            saved = services.save(post=post, by=self.person, draft=self.draft(request), revision=revision_in(request), now=timezone.now())
        except Refusal as no:
            if no.code != "edited-meanwhile":
                raise
            return Response(body(no.code) | {"current": self.shown(self.found(pk))}, status=no.status)
        return self.show(saved)

    @extend_schema(operation_id="posts_delete", responses={204: None})
    def destroy(self, request: Request, pk: UUID) -> Response:
        services.delete(post=self.own(pk), by=self.person, now=timezone.now())
        return Response(status=204)

    @extend_schema(operation_id="posts_restore", request=None, responses=shapes.PostWhole)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, pk: UUID) -> Response:
        return self.show(services.restore(post=self.own(pk, deleted=True), by=self.person, now=timezone.now()))

    @extend_schema(operation_id="posts_submit", request=shapes.Submission, responses=shapes.PostWhole)
    @action(detail=True, methods=["post"])
    def submit(self, request: Request, pk: UUID) -> Response:
        data = checked(shapes.Submission, request)
        return self.show(services.submit(post=self.own(pk), by=self.person, note=data["note"], now=timezone.now()))

    @extend_schema(operation_id="posts_withdraw", request=None, responses=shapes.PostWhole)
    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, pk: UUID) -> Response:
        return self.show(services.withdraw(post=self.own(pk), by=self.person, now=timezone.now()))

    @extend_schema(operation_id="posts_move", request=shapes.Move, responses=shapes.PostWhole)
    @action(detail=True, methods=["post"])
    def move(self, request: Request, pk: UUID) -> Response:
        data = checked(shapes.Move, request)
        return self.show(services.move(post=self.own(pk), by=self.person, now=timezone.now(), **data))

    @extend_schema(operation_id="posts_duplicate", parameters=[KEY], request=None, responses={201: shapes.PostWhole})
    @action(detail=True, methods=["post"])
    @idempotent
    def duplicate(self, request: Request, pk: UUID) -> Response:
        return self.show(services.duplicate(post=self.found(pk), by=self.person, now=timezone.now()), status=201)

    def found(self, pk: UUID, *, deleted: bool = False) -> Post:
        post = selectors.with_content().filter(pk=pk, deleted_at__isnull=not deleted).first()
        if post is None:
            raise Http404
        return post

    def own(self, pk: UUID, *, deleted: bool = False) -> Post:
        """Return the post if the person may change it: their own, or anybody's with PLAN."""
        post = self.found(pk, deleted=deleted)
        if not may_edit(post, self.membership):
            raise NotAllowed("not-your-post")
        return post

    def draft(self, request: Request) -> Any:
        serializer = shapes.PostDraft(data=request.data)
        serializer.is_valid(raise_exception=True)
        return serializer.draft()

    def shown(self, post: Post) -> dict[str, Any]:
        return dict(shapes.PostWhole(whole(post, may_edit=may_edit(post, self.membership), now=timezone.now())).data)

    def show(self, post: Post, status: int = 200) -> Response:
        return Response(self.shown(post), status=status, headers={"ETag": f'"{post.revision}"'})


@extend_schema(tags=["calendar"], parameters=[ORGANISATION])
class Calendar(InOrganisation):
    @extend_schema(
        operation_id="calendar_list",
        parameters=[
            OpenApiParameter("from", datetime, required=True),
            OpenApiParameter("to", datetime, required=True),
            OpenApiParameter("campaign", str, many=True),
            OpenApiParameter("channel", str, many=True),
            OpenApiParameter("author", str, many=True),
            OpenApiParameter("state", str, many=True),
            OpenApiParameter("language", str),
            OpenApiParameter("q", str),
        ],
        responses=shapes.PlacementInCalendar(many=True),
    )
    def get(self, request: Request) -> Response:
        start, end = span(request)
        asked = request.query_params
        found = cards.in_calendar(
            start=start,
            end=end,
            now=timezone.now(),
            campaigns=uuids(request, "campaign"),
            channels=uuids(request, "channel"),
            authors=uuids(request, "author"),
            states=asked.getlist("state"),
            language=asked.get("language", ""),
            words=asked.get("q", ""),
        )
        return Response(found)


def checked(shape: Any, request: Request) -> Any:
    serializer = shape(data=request.data)
    serializer.is_valid(raise_exception=True)
    return serializer.validated_data


def revision_in(request: Request) -> int | None:
    """Return the number in If-Match; a change without it is taken as it comes."""
    tag = request.headers.get("If-Match", "").removeprefix("W/").strip('"')
    return int(tag) if tag.isdigit() else None


def uuids(request: Request, name: str) -> list[UUID]:
    try:
        return [UUID(part) for value in request.query_params.getlist(name) for part in value.split(",") if part]
    except ValueError:
        raise Refusal("not-valid", fields={name: "not-understood"}) from None


def span(request: Request) -> tuple[datetime, datetime]:
    """Return the span asked for. Raises Refusal when it is missing, empty or longer than 100 days."""
    values = []
    for name in ("from", "to"):
        try:
            value = parse_datetime(request.query_params.get(name, "").replace(" ", "+"))
        except ValueError:
            value = None
        if value is None or value.tzinfo is None or value.year not in when.YEARS:
            raise Refusal("time-not-understood", fields={name: "time-not-understood"}, time=request.query_params.get(name, "")[:40])
        values.append(value)
    start, end = values
    if not timedelta(0) < end - start <= CALENDAR_MOST:
        raise Refusal("span-too-long", fields={"to": "span-too-long"}, days=CALENDAR_MOST.days)
    return start, end
