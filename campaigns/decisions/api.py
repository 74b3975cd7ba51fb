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
from accounts.orgs.idempotency import idempotent
from accounts.orgs.rights import Verb
from accounts.words import word
from campaigns.approvals import selectors as approvals
from campaigns.approvals.models import Approval, Decision
from campaigns.budget.serializers import RequestCard
from campaigns.decisions import aside, batch, selectors, services
from campaigns.plan.models import Horizon
from campaigns.posts.serializers import PostWhole
from campaigns.proof import via

KEY = OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER, description="The same key acts once, however often it is sent")


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


class GuestOnCard(serializers.Serializer[Any]):
    """A guest who is asked too; `verdict` is empty while they have said nothing."""

    name = serializers.CharField()
    capacity = serializers.CharField()
    verdict = serializers.CharField()
    comment = serializers.CharField()
    at = serializers.DateTimeField(allow_null=True)
    fingerprint = serializers.CharField()


class RiposteOnCard(serializers.Serializer[Any]):
    """What makes a card urgent: approved, it goes out at once, or at `earliest`; after `until` nothing goes out."""

    id = serializers.UUIDField()
    headline = serializers.CharField()
    news_at = serializers.DateTimeField()
    earliest = serializers.DateTimeField()
    until = serializers.DateTimeField()


class ObjectiveOnCard(serializers.Serializer[Any]):
    name = serializers.CharField()
    horizon = serializers.ChoiceField(choices=Horizon.choices)


class ServedByCard(serializers.Serializer[Any]):
    """The campaign it belongs to, what that is for, and the objective it leads to."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    colour = serializers.CharField()
    goal = serializers.CharField()
    horizon = serializers.ChoiceField(choices=Horizon.choices)
    objective = ObjectiveOnCard(allow_null=True)


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
    serves = ServedByCard(allow_null=True)
    compared_with = serializers.ChoiceField(
        choices=[("approved", "approved"), ("decided", "decided"), ("asked", "asked")],
        allow_null=True,
        help_text="What `changes` starts from: what was approved before, else decided on, else only asked about; null: nothing was",
    )
    compared_at = serializers.DateTimeField(allow_null=True, help_text="When that was")
    changes = serializers.ListField(child=serializers.DictField(), help_text="What is different from that")
    decisions = DecisionTaken(many=True)
    guests = GuestOnCard(many=True, help_text="Whose yes is needed beside the steps, by link")
    riposte = RiposteOnCard(allow_null=True)
    post = PostWhole(allow_null=True)
    money = RequestCard(allow_null=True)


class Verdict(serializers.Serializer[Any]):
    verdict = serializers.ChoiceField(choices=Decision.Verdict.choices)
    comment = serializers.CharField(max_length=2000, allow_blank=True, default="")
    fingerprint = serializers.CharField(max_length=64)
    by_push = serializers.BooleanField(default=False, help_text="The card was opened by a tap on a notice of a phone or browser")


class HoldReason(serializers.Serializer[Any]):
    reason = serializers.CharField(max_length=500, allow_blank=True)


class YesTo(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    fingerprint = serializers.CharField(max_length=64, help_text="Of what you saw")


class YesToSeveral(serializers.Serializer[Any]):
    items = serializers.ListField(child=YesTo(), min_length=1, max_length=100)


class BatchRow(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    is_done = serializers.BooleanField()
    state = serializers.CharField(help_text="Of the approval afterwards; open: it needs others too")
    code = serializers.CharField()
    message = serializers.CharField(help_text="Why it stays as it was")


class BatchDone(serializers.Serializer[Any]):
    done = serializers.IntegerField()
    stayed = serializers.IntegerField()
    rows = BatchRow(many=True)


class DecisionCount(serializers.Serializer[Any]):
    waiting = serializers.IntegerField()


def shown(card: dict[str, Any]) -> dict[str, Any]:
    return dict(DecisionCard(card | {"why_not": word(card["why_not"], {}) if card["why_not"] else ""}).data)


def batch_row(row: batch.Row) -> dict[str, Any]:
    return {
        "id": row.approval,
        "is_done": row.done is not None,
        "state": row.done.state if row.done else "",
        "code": row.refusal.code if row.refusal else "",
        "message": word(row.refusal.code, row.refusal.params) if row.refusal else "",
    }


HISTORY_MOST = 500


@extend_schema(tags=["decisions"], parameters=[ORGANISATION])
class Decisions(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = {}
    lookup_value_converter = "uuid"

    @extend_schema(
        operation_id="decisions_list",
        parameters=[
            OpenApiParameter("state", str, enum=["open", "decided"]),
            OpenApiParameter("most", int, description="Of what was decided: so many of the newest, 50 unless said, at most 500"),
        ],
        responses=DecisionCard(many=True),
    )
    def list(self, request: Request) -> Response:
        """What waits, or what was decided; the latter without the posts themselves."""
        now = timezone.now()
        if request.query_params.get("state") == "decided":
            asked = request.query_params.get("most", "")
            most = min(int(asked), HISTORY_MOST) if asked.isdecimal() and asked.isascii() else 50
            cards = selectors.cards(selectors.history(most=most), membership=self.membership, now=now, whole_posts=False)
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

    @extend_schema(operation_id="decisions_batch", parameters=[KEY], request=YesToSeveral, responses=BatchDone)
    @action(detail=False, methods=["post"])
    @idempotent
    def batch(self, request: Request) -> Response:
        """Say yes to several; each is decided as if alone, and says what became of it."""
        given = YesToSeveral(data=request.data)
        given.is_valid(raise_exception=True)
        rows = batch.approve(
            asked=[batch.Asked(one["id"], one["fingerprint"]) for one in given.validated_data["items"]],
            by=self.person,
            membership=self.membership,
            sees_money=self.membership.may(Verb.SEE_MONEY),
            via=via.of(request),
            now=timezone.now(),
        )
        done = sum(row.done is not None for row in rows)
        return Response(BatchDone({"done": done, "stayed": len(rows) - done, "rows": [batch_row(row) for row in rows]}).data)

    @extend_schema(operation_id="decisions_hold", request=HoldReason, responses=DecisionCard)
    @action(detail=True, methods=["post"])
    def hold(self, request: Request, pk: UUID) -> Response:
        """It waits, and nothing of it goes out, until somebody releases it."""
        given = HoldReason(data=request.data)
        given.is_valid(raise_exception=True)
        held = aside.hold(
            approval=self.approval(pk),
            by=self.person,
            membership=self.membership,
            reason=given.validated_data["reason"],
            now=timezone.now(),
        )
        return self.show(held)

    @extend_schema(operation_id="decisions_release", request=None, responses=DecisionCard)
    @action(detail=True, methods=["post"])
    def release(self, request: Request, pk: UUID) -> Response:
        released = aside.release(approval=self.approval(pk), by=self.person, membership=self.membership, now=timezone.now())
        return self.show(released)

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
