"""The stream of what changes: members only, through the whole ASGI stack, with a real broker."""

import asyncio
import json
import time

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.db import connection
from django.test import AsyncClient
from django_scopes import scopes_disabled

from accounts.notify import live
from accounts.orgs import events
from accounts.orgs.models import Membership
from accounts.people.models import ApiToken


async def opened(world, name, organisation="ours"):
    client = AsyncClient()
    await client.aforce_login(world.people[name])
    return await client.get(f"/api/events/?organisation={organisation}")


async def lines(response, count, seconds=5.0):
    """Return the first lines of the stream; fewer when it ends."""
    heard: list[str] = []
    stream = aiter(response.streaming_content)
    ends = time.monotonic() + seconds
    while len(heard) < count:
        try:
            heard.append((await asyncio.wait_for(anext(stream), ends - time.monotonic())).decode())
        except StopAsyncIteration:
            break
    return heard


def send(organisation, kind="post", id="1"):
    live._send(live.topic(organisation.pk), json.dumps({"kind": kind, "id": id}))


def test_a_member_hears_what_changes_in_their_organisation_and_nothing_else(world, redis_here):
    async def listen():
        response = await opened(world, "viewer")
        assert response.status_code == 200 and response["Content-Type"] == "text/event-stream"
        stream = aiter(response.streaming_content)
        assert (await anext(stream)).decode() == "retry: 3000\n\n"
        await sync_to_async(send)(world.other, id="theirs")
        await sync_to_async(send)(world.organisation, id="ours")
        heard = (await asyncio.wait_for(anext(stream), 5)).decode()
        assert json.loads(heard.removeprefix("data: ")) == {"kind": "post", "id": "ours"}
        await stream.aclose()

    async_to_sync(listen)()


def test_publishing_reaches_the_stream_after_the_commit(world, redis_here, django_capture_on_commit_callbacks):
    async def listen():
        response = await opened(world, "viewer")
        stream = aiter(response.streaming_content)
        await anext(stream)

        def publish():
            with django_capture_on_commit_callbacks(execute=True):
                live.publish(organisation_id=world.organisation.pk, kind="channel", id="7")

        await sync_to_async(publish)()
        assert b'"channel"' in await asyncio.wait_for(anext(stream), 5)
        await stream.aclose()

    async_to_sync(listen)()


def test_quiet_streams_are_kept_alive(world, redis_here, monkeypatch):
    monkeypatch.setattr(events, "PING_S", 0.05)

    async def listen():
        return await lines(await opened(world, "viewer"), 3)

    assert async_to_sync(listen)()[1:] == [": ping\n\n", ": ping\n\n"]


def test_a_stream_ends_by_itself(world, redis_here, monkeypatch):
    monkeypatch.setattr(events, "PING_S", 0.02)
    monkeypatch.setattr(events, "LIFE_S", 0.1)

    async def listen():
        return await lines(await opened(world, "viewer"), 1000)

    assert len(async_to_sync(listen)()) < 20


def test_who_is_removed_hears_no_more(world, redis_here, monkeypatch):
    monkeypatch.setattr(events, "PING_S", 0.02)
    monkeypatch.setattr(events, "CHECK_S", 0.0)

    def remove():
        with scopes_disabled():
            Membership.objects.filter(user=world.viewer).delete()

    async def listen():
        response = await opened(world, "viewer")
        stream = aiter(response.streaming_content)
        await anext(stream)
        await sync_to_async(remove)()
        await sync_to_async(send)(world.organisation, id="secret")
        return [line async for line in stream]

    assert not any(b"secret" in line for line in async_to_sync(listen)())


@pytest.mark.parametrize(
    ("name", "organisation", "status"), [("stranger", "ours", 404), ("other", "ours", 404), ("viewer", "nowhere", 404)]
)
def test_nobody_else_may_listen(world, redis_here, name, organisation, status):
    async def listen():
        return await opened(world, name, organisation)

    answer = async_to_sync(listen)()
    assert answer.status_code == status and json.loads(answer.content)["problem"] == "not-found"


def test_signed_out_people_hear_nothing(world):
    answer = async_to_sync(AsyncClient().get)("/api/events/?organisation=ours")
    assert answer.status_code == 401


def test_programs_listen_with_a_token(world, redis_here):
    _row, token = ApiToken.issue(user=world.viewer)

    async def listen(secret):
        return await AsyncClient().get("/api/events/?organisation=ours", headers={"authorization": f"Bearer {secret}"})

    assert async_to_sync(listen)(token).status_code == 200
    assert async_to_sync(listen)("crl_invented").status_code == 401


def test_without_redis_the_stream_says_when_to_come_back(world, redis_away):
    async def listen():
        return await lines(await opened(world, "viewer"), 5)

    assert async_to_sync(listen)() == ["retry: 30000\n\n"]


@pytest.mark.django_db(transaction=True)
def test_a_stream_holds_no_database_connection(home, redis_here, monkeypatch):
    from tests.world import World

    world = World.make()
    monkeypatch.setattr(events, "PING_S", 0.02)

    async def listen():
        response = await opened(world, "viewer")
        await lines(response, 3)
        return await sync_to_async(lambda: connection.connection)()

    assert async_to_sync(listen)() is None


def test_publishing_without_redis_never_raises_nor_waits(world, redis_away, django_capture_on_commit_callbacks):
    before = time.monotonic()
    with django_capture_on_commit_callbacks(execute=True):
        live.publish(organisation_id=world.organisation.pk, kind="post", id="1")
    assert time.monotonic() - before < 1


def test_the_language_of_the_reader_holds_through_the_asgi_stack(world):
    world.viewer.language = "nl"
    world.viewer.save()

    async def ask():
        client = AsyncClient()
        await client.aforce_login(world.viewer)
        return await client.get("/api/me/", headers={"accept-language": "fr"})

    answer = async_to_sync(ask)()
    assert answer.status_code == 200 and answer["Content-Language"] == "nl"
