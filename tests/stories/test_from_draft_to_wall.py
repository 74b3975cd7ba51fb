"""A post is planned, approved by somebody else, and is on the three walls: the way everything else stands on."""

import pytest

from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, make_due, settle
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)


def approved(world: World, body: dict) -> str:
    """Return the id of a post that the author wrote and the approver has approved."""
    author, approver = world.client("author"), world.client("approver")
    post = author.post("/api/posts/", body, format="json")
    assert post.status_code == 201, post.data
    submitted = author.post(f"/api/posts/{post.data['id']}/submit/", {}, format="json")
    assert submitted.status_code == 200, submitted.data
    (card,) = [c for c in approver.get("/api/decisions/").data if c["post"] and c["post"]["id"] == post.data["id"]]
    said = approver.post(f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json")
    assert said.status_code == 200, said.data
    return str(post.data["id"])


def test_a_text_is_on_all_three_walls_with_its_address(world: World, wall: SandboxServer):
    picture = world.picture()
    channels = [connected(world, wall, network) for network in ("facebook", "instagram", "twitter")]
    body = draft(*channels, text="Un loyer juste, c’est 30 % du revenu. #LoyersJustes")
    body["versions"][0]["pictures"] = [{"asset": str(picture.pk), "alt": "Une affiche verte"}]
    post = approved(world, body)
    make_due(post)
    deliveries = [settle(deliver(d)) for d in claim_all()]
    assert [d.state for d in deliveries] == ["published"] * 3
    assert {row["network"] for row in wall.control("ledger")} == {"facebook", "instagram", "twitter"}
    shown = world.client("viewer").get(f"/api/posts/{post}/").data
    assert all(p["state"] == "published" and p["permalink"].startswith("http") for p in shown["placements"])


def test_a_thread_is_on_x_in_order(world: World, wall: SandboxServer):
    channel = connected(world, wall, "twitter")
    body = draft(channel)
    body["versions"][0]["segments"] = ["Un. Pourquoi 30 % ?", "Deux. Parce que le reste, c’est vivre.", "Trois. Signez."]
    post = approved(world, body)
    make_due(post)
    (delivery,) = [deliver(d) for d in claim_all()]
    assert delivery.state == "published"
    assert [row["text"] for row in wall.control("ledger")] == body["versions"][0]["segments"]


def test_both_languages_stand_in_one_post_of_a_bilingual_page(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    body = draft(channel, text="Un loyer juste.")
    body["versions"].append({"language": "nl", "segments": ["Een eerlijke huur."]})
    body["placements"][0]["languages"] = ["fr", "nl"]
    post = approved(world, body)
    make_due(post)
    (delivery,) = [deliver(d) for d in claim_all()]
    assert delivery.state == "published"
    assert wall.control("ledger")[0]["text"] == "Un loyer juste.\n\nEen eerlijke huur."


def test_nothing_goes_out_before_its_time_or_without_a_yes(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    approved(world, draft(channel, text="Plus tard."))
    waiting = world.client("author").post("/api/posts/", draft(channel, text="Sans accord."), format="json").data["id"]
    world.client("author").post(f"/api/posts/{waiting}/submit/", {}, format="json")
    make_due(waiting)
    assert claim_all() == []
    assert wall.control("ledger") == []
