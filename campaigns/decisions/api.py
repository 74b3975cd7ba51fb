"""HTTP for the inbox of decisions."""

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
from accounts.words import word
from campaigns.approvals import selectors as approvals
from campaigns.approvals.models import Approval, Decision
from campaigns.budget.serializers import RequestCard
from campaigns.decisions import selectors, services
from campaigns.posts.serializers import PostWhole
from campaigns.proof import via


class DecisionTaken(serializers.Serializer[Any]):
    by = serializers.CharField()
    verdict = serializers.ChoiceField(choices=Decision.Verdict.choices)
    comment = serializers.CharField()
    at = serializers.DateTimeField()
    fingerprint = serializers.CharField()
    in_place_of = serializers.CharField(help_text="Who was away and was stood in for; empty: nobody")
    how = serializers.CharField(help_text="By which way it came: app, link, guest, push, token; empty where that is not known")


class StepShown(serializers.Serializer[Any]):
    """One step of the way to a yes. It names nobody: everybody who may decide."""

    position = serializers.IntegerField()
    needed = serializers.IntegerField()
    given = serializers.IntegerField()
    is_all = serializers.BooleanField()
    roles = serializers.ListField(child=serializers.CharField())
    people = serializers.ListField(child=serializers.CharField(), help_text="Names")
    verb = serializers.CharField()
    is_current = serializers.BooleanField()
    waits_for = serializers.ListField(child=serializers.CharField(), help_text="Names of those who may say yes to it now")
    in_place = serializers.ListField(child=serializers.DictField(), help_text="Who stands in: {by, of}")
    is_short = serializers.BooleanField(help_text="Too few of those named can decide, so that others may")
    is_stuck = serializers.BooleanField(help_text="Too few people are left for it")


class HoldShown(serializers.Serializer[Any]):
    by = serializers.CharField()
    reason = serializers.CharField()
    at = serializers.DateTimeField()


class RiposteOnCard(serializers.Serializer[Any]):
    """What makes a card urgent: approved, it goes out at once, or at `earliest`; after `until` nothing goes out."""

    id = serializers.UUIDField()
    headline = serializers.CharField()
    news_at = serializers.DateTimeField()
    earliest = serializers.DateTimeField()
    until = serializers.DateTimeField()


class DecisionCard(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=[("post", "post"), ("money", "money")])
    state = serializers.ChoiceField(choices=Approval.State.choices)
    title = serializers.CharField()
    fingerprint = serializers.CharField(help_text="Send it back with the decision: it says what you saw.")
    asked_by = serializers.CharField()
    asked_at = serializers.DateTimeField()
    decided_at = serializers.DateTimeField(allow_null=True)
    first_at = serializers.DateTimeField(allow_null=True, help_text="When the first of it would go out")
    note = serializers.CharField()
    may_decide = serializers.BooleanField()
    why_not = serializers.CharField(help_text="Why you may not decide, in words")
    steps = StepShown(many=True)
    hold = HoldShown(allow_null=True)
    may_hold = serializers.BooleanField()
    may_release = serializers.BooleanField()
    approved_before_at = serializers.DateTimeField(allow_null=True, help_text="When an earlier version of it was approved")
    changes = serializers.ListField(child=serializers.DictField(), help_text="What changed since it was last approved")
    decisions = DecisionTaken(many=True)
    riposte = RiposteOnCard(allow_null=True)
    post = PostWhole(allow_null=True)
    money = RequestCard(allow_null=True)


class Verdict(serializers.Serializer[Any]):
    verdict = serializers.ChoiceField(choices=Decision.Verdict.choices)
    comment = serializers.CharField(max_length=2000, allow_blank=True, default="")
    fingerprint = serializers.CharField(max_length=64)
    by_push = serializers.BooleanField(default=False, help_text="The card was opened by a tap on a notice of a phone or browser")


class DecisionCount(serializers.Serializer[Any]):
    waiting = serializers.IntegerField()


def shown(card: dict[str, Any]) -> dict[str, Any]:
    return dict(DecisionCard(card | {"why_not": word(card["why_not"], {}) if card["why_not"] else ""}).data)


@extend_schema(tags=["decisions"], parameters=[ORGANISATION])
class Decisions(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = {}
    lookup_value_converter = "uuid"

    @extend_schema(
        operation_id="decisions_list",
        parameters=[OpenApiParameter("state", str, enum=["open", "decided"])],
        responses=DecisionCard(many=True),
    )
    def list(self, request: Request) -> Response:
        """What waits, or what was decided; the latter without the posts themselves."""
        now = timezone.now()
        if request.query_params.get("state") == "decided":
            cards = selectors.cards(selectors.history(), membership=self.membership, now=now, whole_posts=False)
        else:
            cards = selectors.inbox(membership=self.membership, now=now)
        sees_money = self.membership.may(Verb.SEE_MONEY)
        return Response([shown(c) for c in cards if c["kind"] == "post" or sees_money])

    @extend_schema(operation_id="decisions_get", responses=DecisionCard)
    def retrieve(self, request: Request, pk: UUID) -> Response:
        return self.show(self.approval(pk))

    @extend_schema(operation_id="decisions_count", responses=DecisionCount)
    @action(detail=False, methods=["get"])
    def count(self, request: Request) -> Response:
        return Response({"waiting": selectors.waiting_for(membership=self.membership, now=timezone.now())})

    @extend_schema(operation_id="decisions_decide", request=Verdict, responses=DecisionCard)
    @action(detail=True, methods=["post"])
    def decide(self, request: Request, pk: UUID) -> Response:
        serializer = Verdict(data=request.data)
        serializer.is_valid(raise_exception=True)
        data = serializer.validated_data
        approval = services.decide(
            approval=self.approval(pk),
            by=self.person,
            membership=self.membership,
            verdict=data["verdict"],
            comment=data["comment"],
            seen=data["fingerprint"],
            via=via.of(request, how=via.How.PUSH if data["by_push"] else via.How.APP),
            now=timezone.now(),
        )
        return self.show(approval)

    def approval(self, pk: UUID) -> Approval:
        approval: Approval | None = approvals.with_decisions().filter(pk=pk).first()
        if approval is None or (approval.subject_kind != "post" and not self.membership.may(Verb.SEE_MONEY)):
            raise Http404
        return approval

    def show(self, approval: Approval) -> Response:
        fresh = self.approval(approval.pk)
        found = selectors.cards([fresh], membership=self.membership, now=timezone.now())
        if not found:
            raise Http404
        return Response(shown(found[0]))
