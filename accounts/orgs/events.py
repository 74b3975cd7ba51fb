"""`GET /api/events/?organisation=…`: a stream of what changes, as server-sent events, for the web app.

A message is `{"kind": "post", "id": "…"}` (an empty id: several); the web app fetches what it shows again, through the API that
checks rights. It also does so whenever the stream opens, so that nothing is missed in between.
"""

import asyncio
import time
from collections.abc import AsyncIterator

import redis.asyncio as redis
import structlog
from asgiref.sync import sync_to_async
from django import db
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.views.decorators.http import require_GET
from redis.exceptions import RedisError
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from accounts.notify import live
from accounts.orgs.access import membership_for
from accounts.orgs.models import Membership
from accounts.people.authentication import Bearer
from accounts.people.models import User
from accounts.problems import body

log = structlog.get_logger(__name__)
PING_S = 15.0
CHECK_S = 60.0  # a person who was removed hears no more after this
LIFE_S = 30 * 60.0
RETRY_MS, RETRY_WITHOUT_REDIS_MS = 3_000, 30_000


@require_GET
async def events(request: HttpRequest) -> HttpResponseBase:
    """Signed in by session or bearer token, members only."""
    user = await sync_to_async(_who)(request)
    if user is None:
        return JsonResponse(body("sign-in-needed"), status=401)
    member = await _membership(user, request.GET.get("organisation", ""))
    if member is None:
        return JsonResponse(body("not-found"), status=404)
    response = StreamingHttpResponse(_stream(user, member), content_type="text/event-stream")
    response.headers["Cache-Control"] = "no-cache, no-transform"
    response.headers["X-Accel-Buffering"] = "no"
    return response


async def _stream(user: User, member: Membership) -> AsyncIterator[str]:
    try:
        async with redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=2) as server, server.pubsub() as heard:
            await heard.subscribe(live.topic(member.organisation_id))
            await heard.get_message(timeout=PING_S)  # that it is subscribed: from here on nothing is missed
            yield f"retry: {RETRY_MS}\n\n"
            async for line in _lines(heard, user, member):
                yield line
    except (RedisError, OSError) as error:
        log.info("live.unheard", cause=type(error).__name__)
        yield f"retry: {RETRY_WITHOUT_REDIS_MS}\n\n"


async def _lines(heard: redis.client.PubSub, user: User, member: Membership) -> AsyncIterator[str]:
    begun = checked = time.monotonic()
    while time.monotonic() - begun < LIFE_S:
        message = await heard.get_message(ignore_subscribe_messages=True, timeout=PING_S)
        if time.monotonic() - checked >= CHECK_S:
            if await _membership(user, str(member.organisation_id)) is None:
                return
            checked = time.monotonic()
        yield f"data: {message['data'].decode()}\n\n" if message else ": ping\n\n"
        await asyncio.sleep(0)


def _who(request: HttpRequest) -> User | None:
    try:
        answer = Bearer().authenticate(Request(request))
    except AuthenticationFailed:
        return None
    finally:
        _let_go()
    user = answer[0] if answer else request.user
    return user if isinstance(user, User) and user.is_active else None


async def _membership(user: User, wanted: str) -> Membership | None:
    return await sync_to_async(_member)(user, wanted)


def _member(user: User, wanted: str) -> Membership | None:
    try:
        return membership_for(user=User.objects.get(pk=user.pk, is_active=True), wanted=wanted)
    except (Http404, User.DoesNotExist):
        return None
    finally:
        _let_go()


def _let_go() -> None:
    """The stream lives for half an hour: its thread holds no database connection while it waits."""
    for connection in db.connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()
