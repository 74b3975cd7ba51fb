"""/api/periods/, /api/lines/, /api/mediums/: what is planned, and how it stands."""

from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.problems import Refusal
from campaigns.budget import plan_serializers as shapes
from campaigns.budget import selectors, services
from campaigns.budget.controls import limits_of
from campaigns.budget.media import MEDIA
from campaigns.budget.models import Line, Period
from campaigns.budget.thresholds import Limit

KEY = OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER, description="The same key makes one, however often it is sent")
READ = {"list": Verb.SEE_MONEY, "retrieve": Verb.SEE_MONEY}
KEEP = {"create": Verb.KEEP_MONEY, "partial_update": Verb.KEEP_MONEY, "destroy": Verb.KEEP_MONEY}


@extend_schema(tags=["budget"])
class Mediums(InOrganisation, ViewSet):
    """The media table. People who may only ask need it as well."""

    @extend_schema(operation_id="mediums_list", responses=shapes.MediumInTable(many=True))
    def list(self, request: HttpRequest) -> Response:
        return Response(shapes.MediumInTable(MEDIA, many=True).data)


@extend_schema(tags=["budget"])
class Periods(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = {**READ, **KEEP, "list": Verb.SEE, "overview": Verb.SEE_MONEY}
    lookup_value_converter = "uuid"

    @extend_schema(operation_id="periods_list", responses=shapes.PeriodOfBudget(many=True))
    def list(self, request: HttpRequest) -> Response:
        found = Period.objects.order_by("-starts_on", "-id")
        return Response(shapes.PeriodOfBudget(found, many=True).data)

    @extend_schema(operation_id="periods_open", parameters=[KEY], request=shapes.PeriodOfBudget, responses={201: shapes.PeriodOfBudget})
    @idempotent
    def create(self, request: HttpRequest) -> Response:
        data = checked(shapes.PeriodOfBudget, request)
        period = services.open_period(organisation=self.organisation, by=self.person, now=timezone.now(), **data)
        return Response(shapes.PeriodOfBudget(period).data, status=201)

    @extend_schema(operation_id="periods_get", responses=shapes.PeriodOfBudget)
    def retrieve(self, request: HttpRequest, pk: UUID) -> Response:
        return Response(shapes.PeriodOfBudget(self.period(pk)).data)

    @extend_schema(operation_id="periods_change", request=shapes.PeriodOfBudget, responses=shapes.PeriodOfBudget)
    def partial_update(self, request: HttpRequest, pk: UUID) -> Response:
        data = checked(shapes.PeriodOfBudget, request, partial=True)
        period = services.save_period(period=self.period(pk), by=self.person, now=timezone.now(), **data)
        return Response(shapes.PeriodOfBudget(period).data)

    @extend_schema(operation_id="periods_remove", responses={204: None})
    def destroy(self, request: HttpRequest, pk: UUID) -> Response:
        services.remove_period(period=self.period(pk), by=self.person, now=timezone.now())
        return Response(status=204)

    @extend_schema(operation_id="periods_overview", responses=shapes.PeriodOverview)
    @action(detail=True, methods=["get"])
    def overview(self, request: HttpRequest, pk: UUID) -> Response:
        return Response(shapes.PeriodOverview(selectors.overview(self.period(pk))).data)

    def period(self, pk: UUID) -> Period:
        found: Period = get_object_or_404(Period.objects.select_related("organisation"), pk=pk)
        return found


@extend_schema(tags=["budget"])
class Lines(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = {**READ, **KEEP, "list": Verb.SEE, "allow_beyond": Verb.DECIDE_MONEY}
    lookup_value_converter = "uuid"

    @extend_schema(operation_id="lines_list", parameters=[OpenApiParameter("period", UUID)], responses=shapes.LineOfBudget(many=True))
    def list(self, request: HttpRequest) -> Response:
        """Lines without any spending: who may only ask has to choose one."""
        found = Line.objects.order_by("period_id", "position", "id")
        if period := request.query_params.get("period"):
            found = found.filter(period=own(Period, period, field="period"))
        return Response(shapes.LineOfBudget(found, many=True).data)

    @extend_schema(operation_id="lines_add", parameters=[KEY], request=shapes.LineDraft, responses={201: shapes.LineOfBudget})
    @idempotent
    def create(self, request: HttpRequest) -> Response:
        data = checked(shapes.LineDraft, request)
        period = own(Period, data.pop("period", None), field="period")
        line = services.save_line(period=period, by=self.person, now=timezone.now(), **data)
        return Response(shapes.LineOfBudget(line).data, status=201)

    @extend_schema(operation_id="lines_get", responses=shapes.LineOfBudget)
    def retrieve(self, request: HttpRequest, pk: UUID) -> Response:
        return Response(shapes.LineOfBudget(self.line(pk)).data)

    @extend_schema(operation_id="lines_change", request=shapes.LineDraft, responses=shapes.LineOfBudget)
    def partial_update(self, request: HttpRequest, pk: UUID) -> Response:
        line = self.line(pk)
        data = checked(shapes.LineDraft, request, partial=True)
        data.pop("period", None)  # a line stays where it is
        as_it_is = {
            name: getattr(line, name)
            for name in ("medium", "name", "planned_cents", "digital_permille", "is_paid_media", "split_note", "position")
        }
        if data.get("medium", line.medium) != line.medium:  # another medium brings its own split, unless one is given
            as_it_is |= {"digital_permille": None, "is_paid_media": None, "split_note": ""}
        saved = services.save_line(period=line.period, line=line, by=self.person, now=timezone.now(), **(as_it_is | data))
        return Response(shapes.LineOfBudget(saved).data)

    @extend_schema(operation_id="lines_remove", responses={204: None})
    def destroy(self, request: HttpRequest, pk: UUID) -> Response:
        services.remove_line(line=self.line(pk), by=self.person, now=timezone.now())
        return Response(status=204)

    @extend_schema(operation_id="lines_allow_beyond", request=shapes.Beyond, responses=shapes.LineOfBudget)
    @action(detail=True, methods=["post"], url_path="allow-beyond")
    def allow_beyond(self, request: HttpRequest, pk: UUID) -> Response:
        """For who decides on the largest sums: more than planned may be spent on the line."""
        data = checked(shapes.Beyond, request)
        verbs = {str(verb) for verb in self.membership.verbs()}
        line = services.allow_beyond(line=self.line(pk), by=self.person, verbs=verbs, now=timezone.now(), **data)
        return Response(shapes.LineOfBudget(line).data)

    def line(self, pk: UUID) -> Line:
        found: Line = get_object_or_404(Line.objects.select_related("period", "organisation"), pk=pk)
        return found


@extend_schema(tags=["budget"])
class Thresholds(InOrganisation):
    verbs: ClassVar[dict[str, Verb]] = {"put": Verb.MANAGE}

    @extend_schema(operation_id="thresholds_list", responses=shapes.ThresholdShown(many=True))
    def get(self, request: HttpRequest) -> Response:
        return Response(shapes.ThresholdShown(limits_of(self.organisation), many=True).data)

    @extend_schema(operation_id="thresholds_set", request=shapes.ThresholdShown(many=True), responses=shapes.ThresholdShown(many=True))
    def put(self, request: HttpRequest) -> Response:
        given = shapes.ThresholdShown(data=request.data, many=True)
        given.is_valid(raise_exception=True)
        limits = [Limit(row["from_cents"], Verb(row["verb"]), row["needed"]) for row in given.validated_data]
        saved = services.save_thresholds(organisation=self.organisation, limits=limits, by=self.person, now=timezone.now())
        return Response(shapes.ThresholdShown(saved, many=True).data)


def checked(shape: Any, request: HttpRequest, *, partial: bool = False) -> dict[str, Any]:
    """Return the body's fields. Raises ValidationError. In a partial change what was not sent is not there, defaults included."""
    serializer = shape(data=request.data, partial=partial)
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)


def own(model: Any, pk: Any, *, field: str) -> Any:
    """Return that row of the organisation in scope; `model` is one, or a query of it. Raises Refusal that names the field."""
    rows = getattr(model, "objects", model)
    try:
        return rows.get(pk=UUID(str(pk)))
    except (ObjectDoesNotExist, ValueError):
        raise Refusal("not-valid", fields={field: "not-found"}) from None


def own_or_none(model: Any, pk: Any, *, field: str) -> Any:
    return None if pk is None else own(model, pk, field=field)
