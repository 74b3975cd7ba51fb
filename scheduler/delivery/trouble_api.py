"""HTTP for what went wrong, by cause: what it is, and one press for all of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar

from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.orgs.access import ORGANISATION, InOrganisation
from accounts.orgs.rights import Verb
from accounts.words import word
from campaigns.posts import filling
from campaigns.posts import selectors as posts
from campaigns.posts.content import first_line
from scheduler.delivery import repair
from scheduler.delivery.models import Delivery
from scheduler.delivery.trouble import Cause, Kind, Trouble, of_cause, troubles

ALL_SHOWN = 200


class PostInTrouble(serializers.Serializer[Any]):
    """`delivery` is null for a post that still waits for its channel."""

    delivery = serializers.UUIDField(allow_null=True)
    placement = serializers.UUIDField()
    post = serializers.UUIDField()
    first_line = serializers.CharField()
    planned_at = serializers.DateTimeField()


class TroubleShown(serializers.Serializer[Any]):
    """One cause and what it stopped: the newest five posts are named, `count` are all."""

    cause = serializers.CharField()
    kind = serializers.ChoiceField(choices=Kind.choices)
    code = serializers.CharField()
    message = serializers.CharField(help_text="Why, and what to do, in the reader's language")
    channel = serializers.UUIDField()
    channel_name = serializers.CharField()
    network = serializers.CharField()
    count = serializers.IntegerField()
    since = serializers.DateTimeField(help_text="When the oldest should have gone out")
    posts = PostInTrouble(many=True)


class CauseGiven(serializers.Serializer[Any]):
    cause = serializers.CharField(max_length=160)


class StayedBehind(serializers.Serializer[Any]):
    delivery = serializers.UUIDField()
    post = serializers.UUIDField()
    first_line = serializers.CharField()
    message = serializers.CharField(help_text="Why it could not, in the reader's language")


class Repaired(serializers.Serializer[Any]):
    """`done`: how many went. `left`: which could not. `more`: how many are still to be asked for, beyond what one press does."""

    done = serializers.IntegerField()
    left = StayedBehind(many=True)
    more = serializers.IntegerField()


@extend_schema(tags=["troubles"], parameters=[ORGANISATION])
class Troubles(InOrganisation, ViewSet):
    verbs: ClassVar[dict[str, Verb]] = {"retry": Verb.REPAIR, "release": Verb.REPAIR, "drop": Verb.REPAIR}

    @extend_schema(operation_id="troubles_list", responses=TroubleShown(many=True))
    def list(self, request: Request) -> Response:
        return Response(TroubleShown(shown(troubles(now=timezone.now())), many=True).data)

    @extend_schema(operation_id="troubles_posts", request=CauseGiven, responses=PostInTrouble(many=True))
    @action(detail=False, methods=["post"])
    def posts(self, request: Request) -> Response:
        """All posts of one cause, the oldest first. A POST, since a cause is no part of an address; it changes nothing."""
        found = list(of_cause(self.cause(request), now=timezone.now())[:ALL_SHOWN])
        lines = lines_of({d.placement.post_id for d in found})
        return Response(PostInTrouble([post_of(d, lines) for d in found], many=True).data)

    @extend_schema(operation_id="troubles_retry", request=CauseGiven, responses=Repaired)
    @action(detail=False, methods=["post"])
    def retry(self, request: Request) -> Response:
        return self.repaired(request, repair.retry_all)

    @extend_schema(operation_id="troubles_release", request=CauseGiven, responses=Repaired)
    @action(detail=False, methods=["post"])
    def release(self, request: Request) -> Response:
        return self.repaired(request, repair.release_all)

    @extend_schema(operation_id="troubles_drop", request=CauseGiven, responses=Repaired)
    @action(detail=False, methods=["post"])
    def drop(self, request: Request) -> Response:
        return self.repaired(request, repair.drop_all)

    def repaired(self, request: Request, verb: Callable[..., repair.Report]) -> Response:
        report = verb(cause=self.cause(request), by=self.person, now=timezone.now())
        lines = lines_of({each.delivery.placement.post_id for each in report.left})
        left = [
            {
                "delivery": each.delivery.pk,
                "post": each.delivery.placement.post_id,
                "first_line": lines[each.delivery.placement.post_id],
                "message": word(each.code, {"channel": each.delivery.channel.name, **each.params}),
            }
            for each in report.left
        ]
        return Response(Repaired({"done": report.done, "left": left, "more": report.more}).data)

    def cause(self, request: Request) -> Cause:
        given = CauseGiven(data=request.data)
        given.is_valid(raise_exception=True)
        try:
            return Cause.read(given.validated_data["cause"])
        except ValueError:
            raise Http404 from None


def shown(found: list[Trouble]) -> list[dict[str, Any]]:
    placements = [p for trouble in found for p in (*(d.placement for d in trouble.deliveries), *trouble.placements)]
    lines = lines_of({placement.post_id for placement in placements})
    return [
        {
            "cause": str(trouble.cause),
            "kind": trouble.cause.kind,
            "code": trouble.cause.code,
            "message": why(trouble),
            "channel": trouble.channel.pk,
            "channel_name": trouble.channel.name,
            "network": trouble.channel.network,
            "count": trouble.count,
            "since": trouble.since,
            "posts": [post_of(d, lines) for d in trouble.deliveries]
            + [row(None, p.pk, p.post_id, p.planned_at, lines) for p in trouble.placements],
        }
        for trouble in found
    ]


def why(trouble: Trouble) -> str:
    """Return the cause in words, with what the newest post's answer said."""
    if trouble.cause.kind == Kind.NEEDS_LOOK:
        return word("looked-in-vain", {})
    if not trouble.cause.code:
        return ""
    problem = trouble.deliveries[0].problem if trouble.deliveries else trouble.channel.problem
    about = {"channel": trouble.channel.name, "network": trouble.channel.network_label}
    return word(trouble.cause.code, about | (problem or {}).get("params", {}))


def post_of(delivery: Delivery, lines: dict[Any, str]) -> dict[str, Any]:
    return row(delivery.pk, delivery.placement_id, delivery.placement.post_id, delivery.planned_at, lines)


def row(delivery: object, placement: object, post: object, planned_at: datetime | None, lines: dict[Any, str]) -> dict[str, Any]:
    return {"delivery": delivery, "placement": placement, "post": post, "first_line": lines.get(post, ""), "planned_at": planned_at}


def lines_of(ids: set[Any]) -> dict[Any, str]:
    """Return the first line of each of these posts; they are read at once."""
    about = list(posts.with_content().filter(pk__in=ids)) if ids else []
    filling.name_all(about)
    return {post.pk: first_line(post) for post in about}
