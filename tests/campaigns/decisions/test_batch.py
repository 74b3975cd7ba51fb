"""Several at once: each is decided as if alone, and says what became of it."""

from typing import Any

import pytest

from tests.world import World, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(home: Any) -> World:
    return World.make()


def submitted(world: World, text: str) -> str:
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel(), text=text), format="json").data["id"]
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    return str(post)


def items(cards: Any) -> list[dict[str, str]]:
    return [{"id": str(card["id"]), "fingerprint": card["fingerprint"]} for card in cards]


def batch(world: World, who: str, given: list[dict[str, str]], **more: Any) -> Any:
    return world.client(who).post("/api/decisions/batch/", {"items": given}, format="json", **more)


def test_one_call_says_yes_to_all_that_were_shown(world: World):
    posts = [submitted(world, text) for text in ("Un.", "Deux.")]
    answer = batch(world, "approver", items(world.client("approver").get("/api/decisions/").data))
    assert (answer.data["done"], answer.data["stayed"], {row["state"] for row in answer.data["rows"]}) == (2, 0, {"approved"})
    assert {world.client("author").get(f"/api/posts/{post}/").data["state"] for post in posts} == {"approved"}


def test_one_that_changed_stays_and_says_why_while_the_others_are_decided(world: World):
    submitted(world, "Un.")
    submitted(world, "Deux.")
    given = items(world.client("approver").get("/api/decisions/").data)
    given[0]["fingerprint"] = "0" * 64
    rows = batch(world, "approver", given).data["rows"]
    assert [(row["is_done"], row["code"]) for row in rows] == [(False, "changed-since-shown"), (True, "")]
    assert rows[0]["message"]


def test_what_is_not_ones_own_to_decide_or_to_see_stays(world: World):
    submitted(world, "Un.")
    given = items(world.client("approver").get("/api/decisions/").data)
    assert batch(world, "author", given).data["rows"][0]["code"] == "own-work"
    assert batch(world, "viewer", given).data["rows"][0]["code"] == "not-allowed"
    assert batch(world, "other", given).data["rows"][0]["code"] == "not-found"


def test_the_same_key_decides_once_and_twice_the_same_is_one_yes(world: World):
    submitted(world, "Un.")
    given = items(world.client("approver").get("/api/decisions/").data)
    twice = batch(world, "approver", given * 2, HTTP_IDEMPOTENCY_KEY="k").data
    assert [(row["is_done"], row["code"]) for row in twice["rows"]] == [(True, ""), (False, "already-decided")]
    assert batch(world, "approver", given * 2, HTTP_IDEMPOTENCY_KEY="k").data == twice


def test_nothing_and_too_much_are_refused(world: World):
    assert batch(world, "approver", []).status_code == 400
    assert batch(world, "approver", [{"id": str(world.organisation.pk), "fingerprint": "x"}] * 101).status_code == 400
