"""What stands in the way makes room and goes back."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_scopes import scope

from campaigns.riposte import room, selectors
from tests.campaigns.riposte.play import act, start
from tests.world import World, draft, local


def test_what_is_in_the_way_makes_room_and_goes_back(world: World, channels: list[Any]):
    at = timezone.now() + timedelta(minutes=30)
    near = world.client("author").post("/api/posts/", draft(channels[0], text="Fête de quartier 🎉", when=local(at)), format="json").data
    world.client("author").post(
        "/api/posts/", draft(channels[0], text="Bien plus tard.", when=local(at + timedelta(hours=3))), format="json"
    )
    riposte = start(world)
    (row,) = riposte["in_the_way"]
    assert (str(row["post"]), row["may_move"]) == (near["id"], True) and 25 <= row["minutes_apart"] <= 30
    to = local(at + timedelta(hours=1))
    moves = {"moves": [{"placement": row["placement"], "local_time": to}]}
    assert act(world, "viewer", riposte, "make-room", moves).status_code == 403
    moved = act(world, "planner", riposte, "make-room", moves).data
    assert moved["in_the_way"] == []
    assert [(m["from_local"], m["local_time"]) for m in moved["moved"]] == [(row["local_time"], to)]
    back = act(world, "planner", riposte, "put-back", {"moved": [moved["moved"][0]["id"]]}).data
    assert back["moved"] == [] and back["in_the_way"][0]["local_time"] == row["local_time"]


def test_an_approved_post_put_back_is_approved_again(world: World, channels: list[Any]):
    at = timezone.now() + timedelta(minutes=30)
    near = world.client("author").post("/api/posts/", draft(channels[0], when=local(at)), format="json").data["id"]
    world.client("author").post(f"/api/posts/{near}/submit/", {}, format="json")
    card = world.client("approver").get("/api/decisions/").data[0]
    said = {"verdict": "approve", "fingerprint": card["fingerprint"]}
    world.client("approver").post(f"/api/decisions/{card['id']}/decide/", said, format="json")
    riposte = start(world)
    moves = {"moves": [{"placement": riposte["in_the_way"][0]["placement"], "local_time": local(at + timedelta(hours=1))}]}
    moved = act(world, "planner", riposte, "make-room", moves).data["moved"]
    assert world.client("viewer").get(f"/api/posts/{near}/").data["state"] == "in_review"
    act(world, "planner", riposte, "put-back", {"moved": [moved[0]["id"]]})
    assert world.client("viewer").get(f"/api/posts/{near}/").data["state"] == "approved"


def test_light_posts_of_the_day_are_listed_whatever_their_channel(world: World, channels: list[Any]):
    other = world.channel("facebook", remote_id="fb-2")
    at = timezone.now() + timedelta(hours=2)
    for text in ("Fête de quartier 🎉", "Un loyer juste."):
        world.client("author").post("/api/posts/", draft(other, text=text, when=local(at)), format="json")
    riposte = start(world)
    with scope(organisation=world.organisation):
        row = selectors.with_posts().get(pk=riposte["id"])
        found = room.light_today(row, day=(at - timedelta(hours=5), at + timedelta(hours=5)), now=timezone.now())
        assert [why for _, why in found] == [["🎉", "fête"]]
        assert room.light_today(row, day=(at + timedelta(hours=5), at + timedelta(hours=9)), now=timezone.now()) == []


def test_an_author_moves_only_their_own(world: World, channels: list[Any]):
    at = timezone.now() + timedelta(minutes=20)
    world.client("planner").post("/api/posts/", draft(channels[0], when=local(at)), format="json")
    riposte = start(world, "author")
    (row,) = riposte["in_the_way"]
    assert not row["may_move"]
    moves = {"moves": [{"placement": row["placement"], "local_time": local(at + timedelta(hours=1))}]}
    assert act(world, "author", riposte, "make-room", moves).data["problem"] == "not-your-post"
