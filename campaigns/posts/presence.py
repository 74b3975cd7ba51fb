"""Who has a post open just now, so that two people see each other before they write over each other. A courtesy: it never fails."""

import json
import uuid
from typing import Any

import redis
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.notify import live
from accounts.orgs.access import ORGANISATION, InOrganisation
from campaigns.posts.history.api import known

LIFE_S = 45  # the web app says so every 20 s


class Here(serializers.Serializer[Any]):
    is_writing = serializers.BooleanField(default=False)
    has_left = serializers.BooleanField(default=False)


class SomebodyHere(serializers.Serializer[Any]):
    id = serializers.CharField()
    name = serializers.CharField()
    is_writing = serializers.BooleanField()


@extend_schema(tags=["posts"], parameters=[ORGANISATION])
class Presence(InOrganisation):
    @extend_schema(operation_id="posts_presence", responses=SomebodyHere(many=True))
    def get(self, request: Request, pk: uuid.UUID) -> Response:
        return Response(others(known(pk).pk, but=str(self.person.pk)))

    @extend_schema(operation_id="posts_be_here", request=Here, responses=SomebodyHere(many=True))
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        post = known(pk)
        given = Here(data=request.data)
        given.is_valid(raise_exception=True)
        says = given.validated_data
        me = {"name": str(self.person), "is_writing": says["is_writing"], "at": timezone.now().timestamp()}
        if note(post.pk, str(self.person.pk), None if says["has_left"] else me):
            live.publish(organisation_id=self.organisation.pk, kind="presence", id=str(post.pk))
        return Response(others(post.pk, but=str(self.person.pk)))


def note(post: uuid.UUID, who: str, me: dict[str, Any] | None) -> bool:
    """This person is here, or (None) has left; return whether others would see a difference."""
    try:
        before = here(post)
        if me is None:
            live.server().hdel(key(post), who)
        else:
            live.server().hset(key(post), who, json.dumps(me))
            live.server().expire(key(post), LIFE_S * 2)
    except (redis.RedisError, OSError):
        return False
    was = before.get(who)
    return (was and was["is_writing"]) is not (me and me["is_writing"])


def others(post: uuid.UUID, *, but: str) -> list[dict[str, Any]]:
    try:
        return [{"id": who, "name": one["name"], "is_writing": one["is_writing"]} for who, one in here(post).items() if who != but]
    except (redis.RedisError, OSError):
        return []


def here(post: uuid.UUID) -> dict[str, dict[str, Any]]:
    since = timezone.now().timestamp() - LIFE_S
    said: Any = live.server().hgetall(key(post))
    people = {who.decode(): json.loads(one) for who, one in said.items()}
    return {who: one for who, one in people.items() if one["at"] >= since}


def key(post: uuid.UUID) -> str:
    return f"carillon:here:{post}"
