"""/api/ceilings/: how much may be promised and spent between two days, and how it stands."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.utils import timezone
from django.utils.translation import get_language
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.orgs.access import InOrganisation
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from campaigns.budget.api import KEEP, KEY, READ, checked, own_or_none
from campaigns.budget.ceilings import law, services
from campaigns.budget.ceilings.models import Ceiling
from campaigns.budget.ceilings.standing import standing_of
from campaigns.budget.digital_api import whole
from campaigns.budget.plan_serializers import MOST_CENTS
from campaigns.compliance.engine import STATUSES
from campaigns.plan.days import today
from campaigns.plan.models import Campaign


class CeilingDraft(serializers.Serializer):
    """`blocks`: what goes beyond is refused; else people are told. `campaign`: only what is for it counts."""

    name = serializers.CharField(max_length=160)
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    cap_cents = serializers.IntegerField(min_value=1, max_value=MOST_CENTS)
    campaign = serializers.UUIDField(required=False, allow_null=True, default=None)
    template = serializers.CharField(max_length=64, allow_blank=True, default="")
    source = serializers.CharField(max_length=300, allow_blank=True, default="")  # type: ignore[assignment]  # also an argument in DRF
    source_url = serializers.URLField(max_length=300, allow_blank=True, default="")
    blocks = serializers.BooleanField(default=True)
    online_permille = serializers.IntegerField(
        min_value=0, max_value=1000, required=False, allow_null=True, default=None,
        help_text="At most so much of it may go to paid reach online, per mille; null: nothing is said of it",
    )  # fmt: skip


class CeilingShown(serializers.Serializer):
    """A ceiling and how it stands. An expense counts on its own day; a promise on the day the money is needed, else that of the yes.

    A ceiling of the law (`template`) takes of an expense the part that falls in the regulated period, where that is known.
    """

    id = serializers.UUIDField()
    name = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    cap_cents = serializers.IntegerField()
    currency = serializers.CharField()
    campaign = serializers.UUIDField(source="campaign_id", allow_null=True)
    campaign_name = serializers.SerializerMethodField()
    template = serializers.CharField()
    instead = serializers.SerializerMethodField(
        help_text="It was of the law for several regions, whose limits differ; the one of these that holds has to be chosen"
    )
    source = serializers.CharField()  # type: ignore[assignment]
    source_url = serializers.CharField()
    blocks = serializers.BooleanField()
    online_permille = serializers.IntegerField(allow_null=True)
    online_cap_cents = serializers.IntegerField(allow_null=True, help_text="At most so much for paid reach online")
    online_cents = serializers.IntegerField(help_text="What of it is promised or spent for paid reach online")
    spent_cents = serializers.IntegerField()
    committed_cents = serializers.IntegerField()
    left_cents = serializers.IntegerField(help_text="Negative when too much was promised or spent")
    mark = serializers.IntegerField(help_text="75, 90 or 100: so many per cent are used; 0: fewer")
    state = serializers.ChoiceField(choices=["ahead", "running", "over"])
    days_left = serializers.IntegerField(help_text="Until its last day, or until its first while it is ahead")

    def get_campaign_name(self, ceiling: Any) -> str:
        return ceiling.campaign.name if ceiling.campaign_id else ""

    def get_instead(self, ceiling: Any) -> list[str]:
        return list(law.instead_of(ceiling.template)) if ceiling.online_permille is None and ceiling.state != "over" else []

    def to_representation(self, instance: Ceiling) -> dict[str, Any]:
        stands, day = standing_of(instance), self.context["day"]
        instance.spent_cents, instance.committed_cents = stands.spent, stands.committed  # type: ignore[attr-defined]
        instance.left_cents, instance.mark = stands.left, stands.mark  # type: ignore[attr-defined]
        instance.online_cents, instance.online_cap_cents = stands.online, stands.online_cap  # type: ignore[attr-defined]
        instance.state, instance.days_left = countdown(instance, day)  # type: ignore[attr-defined]
        return dict(super().to_representation(instance))


class CeilingOfLaw(serializers.Serializer):
    """One of the law's ceilings to begin with. `cap_cents` is for the voters asked for; `needs_voters` says whether they matter."""

    id = serializers.CharField()
    name = serializers.CharField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    cap_cents = serializers.IntegerField()
    needs_voters = serializers.BooleanField()
    online_permille = serializers.IntegerField(allow_null=True)
    status = serializers.ChoiceField(choices=STATUSES)
    source = serializers.CharField()  # type: ignore[assignment]
    source_url = serializers.CharField()


@extend_schema(tags=["budget"])
class Ceilings(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = {**READ, **KEEP, "templates": Verb.SEE_MONEY}
    lookup_value_converter = "uuid"

    @extend_schema(operation_id="ceilings_list", responses=CeilingShown(many=True))
    def list(self, request: HttpRequest) -> Response:
        found = Ceiling.objects.select_related("organisation", "campaign").order_by("starts_on", "name", "id")
        return Response(self.shape(found, many=True))

    @extend_schema(operation_id="ceilings_set", parameters=[KEY], request=CeilingDraft, responses={201: CeilingShown})
    @idempotent
    def create(self, request: HttpRequest) -> Response:
        data = self.found(checked(CeilingDraft, request))
        made = services.save_ceiling(organisation=self.organisation, by=self.person, now=timezone.now(), **data)
        return Response(self.shape(made), status=201)

    @extend_schema(operation_id="ceilings_get", responses=CeilingShown)
    def retrieve(self, request: HttpRequest, pk: UUID) -> Response:
        return Response(self.shape(self.one(pk)))

    @extend_schema(operation_id="ceilings_change", request=CeilingDraft, responses=CeilingShown)
    def partial_update(self, request: HttpRequest, pk: UUID) -> Response:
        ceiling = self.one(pk)
        data = {name: getattr(ceiling, name) for name in services.FIELDS} | self.found(checked(CeilingDraft, request, partial=True))
        saved = services.save_ceiling(organisation=self.organisation, ceiling=ceiling, by=self.person, now=timezone.now(), **data)
        return Response(self.shape(saved))

    @extend_schema(operation_id="ceilings_remove", responses={204: None})
    def destroy(self, request: HttpRequest, pk: UUID) -> Response:
        services.remove_ceiling(ceiling=self.one(pk), by=self.person, now=timezone.now())
        return Response(status=204)

    @extend_schema(
        operation_id="ceilings_templates",
        parameters=[OpenApiParameter("voters", int, description="Registered voters of the constituency")],
        responses=CeilingOfLaw(many=True),
    )
    @action(detail=False, methods=["get"])
    def templates(self, request: HttpRequest) -> Response:
        """The ceilings of the law of the organisation's country that are not over yet."""
        voters = whole(request.query_params.get("voters", "0"), field="voters", least=0, most=100_000_000)
        day, language = today(self.organisation, now=timezone.now()), get_language() or "en"
        found = [each for each in law.templates() if each.country == self.organisation.country and each.ends_on >= day]
        told = [
            {
                "id": each.id, "name": each.name.get(language, each.name["en"]), "starts_on": each.starts_on, "ends_on": each.ends_on,
                "cap_cents": each.cap(voters), "needs_voters": each.needs_voters, "online_permille": each.online_permille,
                "status": each.status, "source": each.source, "source_url": each.source_url,
            }
            for each in found
        ]  # fmt: skip
        return Response(CeilingOfLaw(told, many=True).data)

    def found(self, data: dict[str, Any]) -> dict[str, Any]:
        if "campaign" in data:
            data["campaign"] = own_or_none(Campaign, data["campaign"], field="campaign")
        return data

    def one(self, pk: UUID) -> Ceiling:
        found: Ceiling = get_object_or_404(Ceiling.objects.select_related("organisation", "campaign"), pk=pk)
        return found

    def shape(self, ceiling: Any, *, many: bool = False) -> Any:
        return CeilingShown(ceiling, many=many, context={"day": today(self.organisation, now=timezone.now())}).data


def countdown(ceiling: Ceiling, day: date) -> tuple[str, int]:
    """Return whether the ceiling is ahead, running or over, and the days until that changes; its last day counts."""
    if day < ceiling.starts_on:
        return "ahead", (ceiling.starts_on - day).days
    if day <= ceiling.ends_on:
        return "running", (ceiling.ends_on - day).days + 1
    return "over", 0
