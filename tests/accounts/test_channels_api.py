"""Channels as people see and change them; networks as the composer and the operator need them."""

import json

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels import services as channels
from accounts.channels.models import Channel

POWERLESS = ["planner", "author", "approver", "treasurer", "viewer"]


@pytest.fixture
def channel(world):
    return world.channel("facebook", token="EAAB-secret")


def test_everybody_sees_the_channels_and_nobody_their_tokens(world, channel):
    for name in (*POWERLESS, "admin"):
        answer = world.client(name, world.organisation).get("/api/channels/")
        (row,) = answer.json()["results"]
        assert (row["network"], row["network_label"], row["state"], row["problem"], row["days_left"]) == (
            "facebook",
            "Facebook",
            "connected",
            None,
            None,
        )
        assert "EAAB" not in answer.content.decode() and not [
            name for name in row if "sealed" in name or ("token" in name and name != "token_expires_at")
        ]


def test_a_problem_is_said_in_the_readers_words(world, channel):
    with scopes_disabled():
        channels.lose_sign_in(channel=channel, code="password-changed", params={}, now=timezone.now())
    problem = world.client("viewer", world.organisation).get(f"/api/channels/{channel.pk}/").json()["problem"]
    assert problem["code"] == "password-changed" and "password" in problem["message"].lower()


def test_an_administrator_edits_pauses_and_resumes(world, channel):
    client = world.client("admin", world.organisation)
    changes = {"name": "Demain Ixelles", "languages": ["fr", "nl"], "weekly_target": 12}
    assert (
        client.patch(f"/api/channels/{channel.pk}/", changes, format="json").json() | changes
        == client.get(f"/api/channels/{channel.pk}/").json()
    )
    assert client.post(f"/api/channels/{channel.pk}/pause/").json()["state"] == "paused"
    assert client.post(f"/api/channels/{channel.pk}/pause/").status_code == 409
    assert client.post(f"/api/channels/{channel.pk}/resume/").json()["state"] == "connected"


def test_a_planner_sets_the_weekly_target_and_nothing_else(world, channel):
    client = world.client("planner", world.organisation)
    assert client.patch(f"/api/channels/{channel.pk}/", {"weekly_target": 20}, format="json").json()["weekly_target"] == 20
    assert client.patch(f"/api/channels/{channel.pk}/", {"weekly_target": 20, "name": "X"}, format="json").status_code == 403


@pytest.mark.parametrize("name", POWERLESS)
def test_nobody_else_pauses_resumes_or_disconnects(world, channel, name):
    client = world.client(name, world.organisation)
    assert client.post(f"/api/channels/{channel.pk}/pause/").status_code == 403
    assert client.post(f"/api/channels/{channel.pk}/resume/").status_code == 403
    assert client.delete(f"/api/channels/{channel.pk}/").status_code == 403
    assert client.patch(f"/api/channels/{channel.pk}/", {"name": "X"}, format="json").status_code == 403


def test_what_the_network_gave_cannot_be_edited(world, channel):
    world.client("admin", world.organisation).patch(
        f"/api/channels/{channel.pk}/",
        {"state": "disconnected", "remote_id": "9", "network": "twitter", "sealed_access": ""},
        format="json",
    )
    with scopes_disabled():
        same = Channel.objects.get()
    assert (same.state, same.remote_id, same.network) == ("connected", "facebook-1", "facebook")


@pytest.mark.parametrize("wrong", [{"name": ""}, {"languages": []}, {"languages": ["xx"]}, {"weekly_target": -1}])
def test_what_makes_no_sense_is_refused(world, channel, wrong):
    assert world.client("admin", world.organisation).patch(f"/api/channels/{channel.pk}/", wrong, format="json").status_code == 400


def test_a_disconnected_channel_is_kept_for_its_history(world, channel):
    client = world.client("admin", world.organisation)
    assert client.delete(f"/api/channels/{channel.pk}/").status_code == 204
    assert client.get("/api/channels/").json()["count"] == 0
    assert client.get("/api/channels/?gone=true").json()["results"][0]["state"] == "disconnected"
    assert client.get(f"/api/channels/{channel.pk}/").json()["name"] == "Ours on facebook"


def test_channels_are_found_by_network_and_state(world, channel):
    world.channel("twitter")
    client = world.client("viewer", world.organisation)
    assert [row["network"] for row in client.get("/api/channels/?network=twitter").json()["results"]] == ["twitter"]
    assert client.get("/api/channels/?state=paused").json()["count"] == 0
    assert client.get("/api/channels/?state=nonsense").status_code == 400


def test_networks_tell_their_limits_and_how_they_are_set_up(world, settings):
    settings.SITE_URL = "https://carillon.example"
    answer = world.client("viewer", world.organisation).get("/api/networks/").json()
    by_slug = {row["slug"]: row for row in answer}
    assert set(by_slug) >= {"facebook", "instagram", "twitter"}
    twitter = by_slug["twitter"]
    assert (twitter["label"], twitter["spec"]["text_max"], twitter["spec"]["counting"]) == ("X", 280, "weighted")
    assert (
        twitter["can_connect"] and twitter["is_set_up"] and twitter["redirect_url"] == "https://carillon.example/connect/twitter/callback"
    )
    for row in answer:
        assert all(" " in step and "{" not in step for step in row["set_up_steps"]), row["set_up_steps"]
        assert row["spec"]["pictures"]["max_count"] > 0
    assert "NETWORK_TWITTER_SECRET" in " ".join(twitter["set_up_steps"])
    assert settings.NETWORK_SITES["twitter"].app_secret not in json.dumps(answer)


def test_a_network_without_an_application_is_shown_as_not_set_up(world, settings):
    settings.NETWORK_SITES = {}
    assert {row["is_set_up"] for row in world.client("viewer", world.organisation).get("/api/networks/").json()} == {False}


def test_a_problem_in_an_address_is_put_into_words(db, client):
    assert (
        client.get("/api/problems/connection-denied/", headers={"accept-language": "en"})
        .json()["message"]
        .startswith("Nothing was connected")
    )
    assert client.get("/api/problems/no-such-code/").status_code == 404
