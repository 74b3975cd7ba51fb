"""/api/routes/, /api/practice/, /api/substitutes/: who says yes to what, how the organisation decides, who is away."""

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
from accounts.orgs.models import LANGUAGES
from accounts.orgs.rights import Role, Verb
from accounts.people.models import User
from accounts.problems import NotAllowed, Refusal
from campaigns.approvals import routes
from campaigns.approvals.crew import POST, crew_of, practice_of
from campaigns.approvals.models import Practice, Route, Substitute
from campaigns.approvals.routing import Subject
from campaigns.budget.controls import limits_of
from campaigns.budget.thresholds import limit_for, steps_of
from campaigns.decisions.api import StepShown
from campaigns.decisions.ways import step_shown
from campaigns.plan.days import today

KEY = OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER, description="The same key makes one, however often it is sent")
KINDS = [("post", "post"), ("request", "request")]


class RouteStepOf(serializers.Serializer[Any]):
    """`needed` of these people and of whoever has these roles, or all of them. Nobody named: whoever may decide."""

    is_all = serializers.BooleanField(default=False)
    needed = serializers.IntegerField(min_value=1, max_value=9, default=1)
    roles = serializers.ListField(child=serializers.ChoiceField(choices=[role.value for role in Role]), default=list, max_length=7)
    people = serializers.ListField(child=serializers.UUIDField(), default=list, max_length=30)

    def validate_people(self, given: list[UUID]) -> list[str]:
        return [str(pk) for pk in dict.fromkeys(given)]


class RouteOf(serializers.Serializer[Any]):
    """Empty conditions fit everything. Sums are costs in cents, and for money alone."""

    id = serializers.UUIDField(read_only=True)
    kind = serializers.ChoiceField(choices=KINDS, source="subject_kind")
    campaigns = serializers.ListField(child=serializers.UUIDField(), default=list, max_length=50)
    channels = serializers.ListField(child=serializers.UUIDField(), default=list, max_length=100)
    languages = serializers.ListField(child=serializers.ChoiceField(choices=LANGUAGES), default=list)
    from_cents = serializers.IntegerField(min_value=0, allow_null=True, default=None)
    below_cents = serializers.IntegerField(min_value=1, allow_null=True, default=None)
    is_on = serializers.BooleanField(default=True)
    steps = RouteStepOf(many=True)

    def validate_campaigns(self, given: list[UUID]) -> list[str]:
        return [str(pk) for pk in given]

    def validate_channels(self, given: list[UUID]) -> list[str]:
        return [str(pk) for pk in given]


class RoutesInOrder(serializers.Serializer[Any]):
    ids = serializers.ListField(child=serializers.UUIDField(), max_length=200)


class TryOut(serializers.Serializer[Any]):
    """Something that might be asked about."""

    kind = serializers.ChoiceField(choices=KINDS)
    campaign = serializers.UUIDField(allow_null=True, default=None)
    channels = serializers.ListField(child=serializers.UUIDField(), default=list, max_length=100)
    languages = serializers.ListField(child=serializers.ChoiceField(choices=LANGUAGES), default=list)
    cents = serializers.IntegerField(min_value=0, default=0)


class Tried(serializers.Serializer[Any]):
    route = serializers.UUIDField(allow_null=True, help_text="The route it takes; none: the usual steps")
    steps = StepShown(many=True)


class PracticeOf(serializers.ModelSerializer[Practice]):
    request_days = serializers.IntegerField(min_value=1, max_value=365)

    class Meta:
        model = Practice
        fields = ("authors_may_decide", "request_days")


class PersonShort(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class Away(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    person = PersonShort()
    stand_in = PersonShort(allow_null=True)
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    may_remove = serializers.BooleanField()


class AwayDraft(serializers.Serializer[Any]):
    person = serializers.UUIDField()
    stand_in = serializers.UUIDField(allow_null=True, default=None)
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()


@extend_schema(tags=["approval routes"], parameters=[ORGANISATION])
class Routes(InOrganisation, ViewSet):
    """In order: the first that fits counts."""

    verbs: ClassVar[dict[str, Verb]] = dict.fromkeys(("create", "update", "destroy", "order"), Verb.MANAGE)
    lookup_value_converter = "uuid"

    @extend_schema(operation_id="routes_list", responses=RouteOf(many=True))
    def list(self, request: Request) -> Response:
        return Response(RouteOf(routes.routes(), many=True).data)

    @extend_schema(operation_id="routes_add", parameters=[KEY], request=RouteOf, responses={201: RouteOf})
    @idempotent
    def create(self, request: Request) -> Response:
        data = checked(RouteOf, request)
        made = routes.save_route(organisation=self.organisation, route=None, by=self.person, now=timezone.now(), **data)
        return Response(RouteOf(made).data, status=201)

    @extend_schema(operation_id="routes_change", request=RouteOf, responses=RouteOf)
    def update(self, request: Request, pk: UUID) -> Response:
        route, data = self.route(pk), checked(RouteOf, request)
        saved = routes.save_route(organisation=self.organisation, route=route, by=self.person, now=timezone.now(), **data)
        return Response(RouteOf(saved).data)

    @extend_schema(operation_id="routes_remove", responses={204: None})
    def destroy(self, request: Request, pk: UUID) -> Response:
        routes.remove_route(route=self.route(pk), by=self.person, now=timezone.now())
        return Response(status=204)

    @extend_schema(operation_id="routes_order", request=RoutesInOrder, responses=RouteOf(many=True))
    @action(detail=False, methods=["post"])
    def order(self, request: Request) -> Response:
        ids = checked(RoutesInOrder, request)["ids"]
        routes.put_in_order(organisation=self.organisation, ids=ids, by=self.person, now=timezone.now())
        return self.list(request)

    @extend_schema(operation_id="routes_try", request=TryOut, responses=Tried)
    @action(detail=False, methods=["post"], url_path="try")
    def try_out(self, request: Request) -> Response:
        """Who would say yes to this, if it were asked now by somebody who decides on nothing."""
        data = checked(TryOut, request)
        is_post = data["kind"] == POST
        least = () if is_post else steps_of(limit_for(data["cents"], limits_of(self.organisation)))
        subject = Subject(
            kind=data["kind"],
            campaign=str(data["campaign"] or ""),
            channels=frozenset(str(pk) for pk in data["channels"]),
            languages=frozenset(data["languages"]),
            cents=None if is_post else data["cents"],
            least=tuple((str(verb), needed) for verb, needed in least),
        )
        now = timezone.now()
        crew = crew_of(self.organisation, now=now)
        route, steps = routes.steps_about(organisation=self.organisation, subject=subject, barred=(), now=now)
        shown = [step_shown(step, is_current=True, crew=crew) for step in steps]
        return Response(Tried({"route": route or None, "steps": shown}).data)

    def route(self, pk: UUID) -> Route:
        found = routes.routes().filter(pk=pk).first()
        if found is None:
            raise Http404
        return found


@extend_schema(tags=["approval routes"], parameters=[ORGANISATION])
class PracticeView(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"patch": Verb.MANAGE}

    @extend_schema(operation_id="practice", responses=PracticeOf)
    def get(self, request: Request) -> Response:
        return Response(PracticeOf(practice_of(self.organisation)).data)

    @extend_schema(operation_id="practice_change", request=PracticeOf, responses=PracticeOf)
    def patch(self, request: Request) -> Response:
        given = PracticeOf(data=request.data, partial=True)
        given.is_valid(raise_exception=True)
        saved = routes.save_practice(organisation=self.organisation, by=self.person, now=timezone.now(), **given.validated_data)
        return Response(PracticeOf(saved).data)


@extend_schema(tags=["approval routes"], parameters=[ORGANISATION])
class Substitutes(InOrganisation, ViewSet):
    """Everybody says it of themselves; whoever manages the organisation, of anybody."""

    lookup_value_converter = "uuid"

    @extend_schema(operation_id="substitutes_list", responses=Away(many=True))
    def list(self, request: Request) -> Response:
        day = today(self.organisation, now=timezone.now())
        found = Substitute.objects.select_related("person", "stand_in").filter(ends_on__gte=day).order_by("starts_on", "id")
        return Response(Away([self.shown(row) for row in found], many=True).data)

    @extend_schema(operation_id="substitutes_add", parameters=[KEY], request=AwayDraft, responses={201: Away})
    @idempotent
    def create(self, request: Request) -> Response:
        data = checked(AwayDraft, request)
        self.need_say(data["person"])
        people = crew_of(self.organisation, now=timezone.now()).people
        person = known(people, data.pop("person"), field="person")
        stand_in = known(people, data.pop("stand_in"), field="stand_in") if data["stand_in"] else data.pop("stand_in")
        away = routes.go_away(organisation=self.organisation, person=person, stand_in=stand_in, by=self.person, now=timezone.now(), **data)
        return Response(Away(self.shown(away)).data, status=201)

    @extend_schema(operation_id="substitutes_remove", responses={204: None})
    def destroy(self, request: Request, pk: UUID) -> Response:
        away = Substitute.objects.select_related("organisation").filter(pk=pk).first()
        if away is None:
            raise Http404
        self.need_say(away.person_id)
        routes.come_back(away=away, by=self.person, now=timezone.now())
        return Response(status=204)

    def need_say(self, person: UUID) -> None:
        if person != self.person.pk and not self.membership.may(Verb.MANAGE):
            raise NotAllowed

    def shown(self, row: Substitute) -> dict[str, Any]:
        return {
            "id": row.pk,
            "person": {"id": row.person_id, "name": str(row.person)},
            "stand_in": {"id": row.stand_in_id, "name": str(row.stand_in)} if row.stand_in else None,
            "starts_on": row.starts_on,
            "ends_on": row.ends_on,
            "may_remove": row.person_id == self.person.pk or self.membership.may(Verb.MANAGE),
        }


def known(people: Any, pk: UUID, *, field: str) -> User:
    found: User | None = people.get(str(pk))
    if found is None:
        raise Refusal("person-unknown", fields={field: "person-unknown"})
    return found


def checked(shape: Any, request: Request) -> dict[str, Any]:
    serializer = shape(data=request.data)
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)
