"""What a channel fills in, or who is named, reads otherwise after the yes: the post is a draft again, and its author hears of it."""

from typing import Any

import pytest
from django_scopes import scope

from accounts.channels.models import Channel
from accounts.notify.models import Notice
from campaigns.phrases.models import Contact
from tests.world import World, draft


@pytest.fixture
def world(db: None, home: Any) -> World:
    world = World.make()
    with scope(organisation=world.organisation):
        Contact.objects.create(organisation=world.organisation, key="greens", name="Écologie", handles={"twitter": "greens_be"})
    return world


def channel_of(world: World, network: str = "twitter", **placeholders: str) -> Channel:
    channel = world.channel(network)
    with scope(organisation=world.organisation):
        Channel.objects.filter(pk=channel.pk).update(placeholders=placeholders)
    return channel


def submitted(world: World, channel: Channel, text: str) -> str:
    author = world.client("author")
    post = str(author.post("/api/posts/", draft(channel, text=text), format="json").data["id"])
    assert author.post(f"/api/posts/{post}/submit/", {}, format="json").status_code == 200
    return post


def approved(world: World, channel: Channel, text: str) -> str:
    post = submitted(world, channel, text)
    approver = world.client("approver")
    [card] = [card for card in approver.get("/api/decisions/").data if card["post"] and str(card["post"]["id"]) == post]
    said = {"verdict": "approve", "fingerprint": card["fingerprint"]}
    assert approver.post(f"/api/decisions/{card['id']}/decide/", said, format="json").status_code == 200
    return post


def state(world: World, post: str) -> str:
    return str(world.client("author").get(f"/api/posts/{post}/").data["state"])


def told(world: World, name: str) -> list[tuple[str, int]]:
    with scope(organisation=world.organisation):
        found = Notice.objects.filter(user=getattr(world, name), code="posts-outrun")
        return [(notice.path, notice.params.get("count", 1)) for notice in found]


def test_another_value_takes_the_yes_of_the_posts_that_show_it(world: World):
    channel = channel_of(world, section="Liège", day="jeudi")
    shows, waits = approved(world, channel, "{section} marche."), submitted(world, channel, "À {section} aussi.")
    others = [approved(world, channel, "Rien à remplir."), approved(world, channel, "Rendez-vous {day}.")]
    elsewhere = approved(world, channel_of(world, "facebook", section="Liège"), "{section} marche.")
    values = {"placeholders": {"section": "Namur", "day": "jeudi"}}
    assert world.client("planner").patch(f"/api/channels/{channel.pk}/", values, format="json").status_code == 200
    assert [state(world, post) for post in (shows, waits)] == ["draft", "draft"]
    assert {state(world, post) for post in (*others, elsewhere)} == {"approved"}
    assert told(world, "author") == told(world, "planner") == [("/calendar?state=draft", 2)]
    assert told(world, "approver") == []


@pytest.mark.parametrize("change", ["handle", "key", "removed", "note"])
def test_another_handle_takes_the_yes_of_the_posts_that_name_somebody(world: World, change: str):
    channel = channel_of(world)
    names, other = approved(world, channel, "Avec {@greens}."), approved(world, channel, "Sans personne.")
    with scope(organisation=world.organisation):
        contact = Contact.objects.get()
    client, path = world.client("planner"), f"/api/contacts/{contact.pk}/"
    changes: dict[str, Any] = {"handle": {"handles": {"twitter": "ecolo"}}, "key": {"key": "ecolo"}, "note": {"note": "Cabinet"}}
    answer = client.delete(path) if change == "removed" else client.patch(path, changes[change], format="json")
    assert answer.status_code in {200, 204}
    assert state(world, other) == "approved"
    assert state(world, names) == ("approved" if change == "note" else "draft")
    assert told(world, "author") == ([] if change == "note" else [(f"/posts/{names}", 1)])


def test_a_name_nobody_sees_on_this_network_takes_no_yes(world: World):
    post = approved(world, channel_of(world, "facebook"), "Avec {@greens}.")  # Facebook gets the plain name
    with scope(organisation=world.organisation):
        contact = Contact.objects.get()
    answer = world.client("planner").patch(f"/api/contacts/{contact.pk}/", {"handles": {"twitter": "ecolo"}}, format="json")
    assert (answer.status_code, state(world, post)) == (200, "approved")
