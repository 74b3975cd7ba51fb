"""HTTP for ripostes: each method makes one call."""

from typing import Any, ClassVar
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from drf_spectacular.helpers import forced_singular_serializer
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.problems import NotAllowed
from campaigns.posts.api import KEY, checked
from campaigns.posts.rights import may_edit
from campaigns.riposte import asking, calling, room, selectors, services, show
from campaigns.riposte import serializers as shapes
from campaigns.riposte.beginning import draft_for
from campaigns.riposte.models import Riposte
from campaigns.riposte.stopwatch import figures


@extend_schema(parameters=[ORGANISATION], tags=["ripostes"])
class Ripostes(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(
        ("create", "partial_update", "ask", "call_off", "take_up", "make_room", "put_back"), Verb.WRITE
    )
    lookup_value_converter = "uuid"

    @extend_schema(operation_id="ripostes_list", responses=forced_singular_serializer(shapes.Ripostes))  # type: ignore[no-untyped-call]
    def list(self, request: Request) -> Response:
        """What runs, what is past, and how long they took. Nobody is compared with anybody."""
        now, lane = timezone.now(), calling.lane_of(self.organisation)
        found = selectors.lately()
        asked = selectors.approvals_of(found)
        shown = [show.brief(r, asked.get(r.post_id, []), now=now) for r in found]
        took = [row["live_after_s"] for row in shown if row["live_after_s"] is not None]
        return Response(
            shapes.Ripostes(
                {
                    "target_min": lane.target_min,
                    "figures": figures(took, target_min=lane.target_min),
                    "running": [row for row in shown if row["is_running"]],
                    "past": [row for row in shown if not row["is_running"]],
                }
            ).data
        )

    @extend_schema(operation_id="ripostes_start", parameters=[KEY], request=shapes.RiposteStart, responses={201: shapes.RiposteWhole})
    @idempotent
    def create(self, request: Request) -> Response:
        given = shapes.RiposteStart(data=request.data)
        given.is_valid(raise_exception=True)
        data = given.validated_data
        draft, template_name = draft_for(
            self.organisation,
            given.draft(),
            template=data["template"],
            channels=data["channels"],
            headline=data["headline"],
            link=data["link"],
        )
        riposte = services.start(
            organisation=self.organisation,
            by=self.person,
            headline=data["headline"],
            link=data["link"],
            draft=draft,
            template_name=template_name,
            news_at=data.get("news_at"),
            delay_min=data["delay_min"],
            now=timezone.now(),
        )
        return self.show(riposte.pk, status=201)

    @extend_schema(operation_id="ripostes_get", responses=shapes.RiposteWhole)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return self.show(pk)

    @extend_schema(operation_id="ripostes_change", request=shapes.RiposteChange, responses=shapes.RiposteWhole)
    def partial_update(self, request: Request, pk: UUID) -> Response:
        services.change(riposte=self.own(pk), now=timezone.now(), **checked(shapes.RiposteChange, request))
        return self.show(pk)

    @extend_schema(operation_id="ripostes_ask", request=None, responses=shapes.RiposteWhole)
    @action(detail=True, methods=["post"])
    def ask(self, request: Request, pk: UUID) -> Response:
        asking.ask(riposte=self.own(pk), by=self.person, now=timezone.now())
        return self.show(pk)

    @extend_schema(operation_id="ripostes_call_off", request=None, responses=shapes.RiposteWhole)
    @action(detail=True, methods=["post"], url_path="call-off")
    def call_off(self, request: Request, pk: UUID) -> Response:
        services.call_off(riposte=self.own(pk), by=self.person, now=timezone.now())
        return self.show(pk)

    @extend_schema(operation_id="ripostes_take_up", request=None, responses=shapes.RiposteWhole)
    @action(detail=True, methods=["post"], url_path="take-up")
    def take_up(self, request: Request, pk: UUID) -> Response:
        services.take_up(riposte=self.own(pk), by=self.person, now=timezone.now())
        return self.show(pk)

    @extend_schema(operation_id="ripostes_make_room", request=shapes.MakeRoom, responses=shapes.RiposteWhole)
    @action(detail=True, methods=["post"], url_path="make-room")
    def make_room(self, request: Request, pk: UUID) -> Response:
        moves = [room.Move(**move) for move in checked(shapes.MakeRoom, request)["moves"]]
        room.make_room(riposte=self.found(pk), moves=moves, member=self.membership, by=self.person, now=timezone.now())
        return self.show(pk)

    @extend_schema(operation_id="ripostes_put_back", request=shapes.PutBack, responses=shapes.RiposteWhole)
    @action(detail=True, methods=["post"], url_path="put-back")
    def put_back(self, request: Request, pk: UUID) -> Response:
        moved = checked(shapes.PutBack, request)["moved"]
        room.put_back(riposte=self.found(pk), displaced=moved, member=self.membership, by=self.person, now=timezone.now())
        return self.show(pk)

    def found(self, pk: UUID) -> Riposte:
        riposte: Riposte | None = selectors.with_posts().filter(pk=pk).first()
        if riposte is None:
            raise Http404
        return riposte

    def own(self, pk: UUID) -> Riposte:
        """Return the riposte if the person may change it: their own, or anybody's with PLAN."""
        riposte = self.found(pk)
        if not may_edit(riposte.post, self.membership):
            raise NotAllowed("not-your-post")
        return riposte

    def show(self, pk: UUID, status: int = 200) -> Response:
        whole: dict[str, Any] = show.whole(self.found(pk), member=self.membership, now=timezone.now())
        return Response(shapes.RiposteWhole(whole).data, status=status)
