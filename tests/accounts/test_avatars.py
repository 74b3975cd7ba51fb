"""A channel's picture is fetched by the server, drawn anew, and asked of no network by a browser."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels import avatars
from accounts.channels.models import Channel
from networks.wire import guard
from tests.world import png


def with_picture(world):
    channel = world.channel("facebook")
    with scopes_disabled():
        Channel.objects.filter(pk=channel.pk).update(avatar_url="https://pictures.example/a.png")
    return channel


def test_it_is_fetched_kept_small_and_shown_to_members_only(world, monkeypatch):
    channel = with_picture(world)
    monkeypatch.setattr(avatars, "fetched", lambda url: png(800, 600))
    assert avatars.refresh_due(now=timezone.now()) == 1
    shown = world.client("viewer").get("/api/channels/").data["results"][0]["avatar_url"]
    picture = world.client("viewer").get(shown)
    assert picture["Content-Type"] == "image/webp" and len(picture.content) < 20_000
    assert world.client("other", world.other).get(f"/api/channels/{channel.pk}/avatar/").status_code == 404


def test_it_is_asked_for_once_a_day_and_stays_when_the_network_is_away(world, monkeypatch):
    with_picture(world)
    now = timezone.now()
    monkeypatch.setattr(avatars, "fetched", lambda url: png())
    avatars.refresh_due(now=now)
    assert avatars.refresh_due(now=now + timedelta(hours=1)) == 0

    def away(url):
        raise guard.NotAllowed(url)

    monkeypatch.setattr(avatars, "fetched", away)
    assert avatars.refresh_due(now=now + timedelta(days=2)) == 1
    assert world.client("viewer").get("/api/channels/").data["results"][0]["avatar_url"]


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50])
def test_what_is_no_picture_leaves_none(world, monkeypatch, content):
    with_picture(world)
    monkeypatch.setattr(avatars, "fetched", lambda url: content)
    avatars.refresh_due(now=timezone.now())
    assert world.client("viewer").get("/api/channels/").data["results"][0]["avatar_url"] == ""


def test_an_address_inside_is_not_asked(world):
    with_picture(world)
    with scopes_disabled():
        Channel.objects.update(avatar_url="http://127.0.0.1:1/a.png")
    avatars.refresh_due(now=timezone.now())
    assert world.client("viewer").get("/api/channels/").data["results"][0]["avatar_url"] == ""
