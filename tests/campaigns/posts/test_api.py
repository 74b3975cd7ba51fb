"""Posts over HTTP: conflicts lose nothing, a button pressed twice makes one, bad input gets a clear word."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from tests.world import World, draft, soon


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


def written(world: World, **more: Any) -> Any:
    body = draft(world.channel(), **more)
    return world.client("author").post("/api/posts/", body, format="json").data


def test_two_people_edit_and_the_second_sees_both_versions(world: World):
    post = written(world)
    url, first = f"/api/posts/{post['id']}/", f'"{post["revision"]}"'
    mine = world.client("author").patch(url, {"title": "Le mien"}, format="json", headers={"If-Match": first})
    theirs = world.client("planner").patch(url, {"title": "L’autre"}, format="json", headers={"If-Match": first})
    assert mine.status_code == 200 and mine.headers["ETag"] == f'"{mine.data["revision"]}"'
    assert (theirs.status_code, theirs.data["problem"], theirs.data["current"]["title"]) == (412, "edited-meanwhile", "Le mien")


def test_the_same_button_pressed_twice_makes_one_post(world: World):
    author, body = world.client("author"), draft(world.channel())
    first = author.post("/api/posts/", body, format="json", headers={"Idempotency-Key": "one"})
    again = author.post("/api/posts/", body, format="json", headers={"Idempotency-Key": "one"})
    assert (again.status_code, again.data["id"]) == (201, str(first.data["id"]))
    assert author.get("/api/posts/").data["count"] == 1


def test_a_key_used_for_something_else_is_refused(world: World):
    author, channel = world.client("author"), world.channel()
    author.post("/api/posts/", draft(channel), format="json", headers={"Idempotency-Key": "one"})
    other = author.post("/api/posts/", draft(channel, text="Autre."), format="json", headers={"Idempotency-Key": "one"})
    assert (other.status_code, other.data["problem"]) == (422, "key-used-otherwise")


def test_a_refused_create_may_be_tried_again_with_the_same_key(world: World):
    author, channel = world.client("author"), world.channel()
    wrong = author.post("/api/posts/", draft(channel, when="gisteren"), format="json", headers={"Idempotency-Key": "one"})
    right = author.post("/api/posts/", draft(channel), format="json", headers={"Idempotency-Key": "one"})
    assert (wrong.status_code, right.status_code) == (400, 201)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"versions": [{"language": "tlh", "segments": ["nuqneH"]}]}, "versions.0.language"),
        ({"versions": [{"language": "fr", "segments": ["a"], "link": "javascript:alert(1)"}]}, "versions.0.link"),
        ({"versions": [{"language": "fr", "segments": ["a"]}, {"language": "fr", "segments": ["b"]}]}, "versions"),
        ({"campaign": "not-a-campaign"}, "campaign"),
        ({"placements": [{"channel": "x", "languages": ["fr"]}]}, "placements.0.channel"),
    ],
)
def test_bad_input_names_the_field_and_changes_nothing(world: World, change: dict[str, Any], field: str):
    post = written(world)
    url = f"/api/posts/{post['id']}/"
    answer = world.client("author").patch(url, change, format="json")
    assert answer.status_code == 400 and field in answer.data["fields"]
    assert world.client("author").get(url).data["revision"] == post["revision"]


@pytest.mark.parametrize("when", ["2020-01-01T09:00", "2027-03-28T02:30", "demain", "2026-13-01T09:00"])
def test_a_time_that_cannot_be_is_said_at_its_field(world: World, when: str):
    answer = world.client("author").post("/api/posts/", draft(world.channel(), when=when), format="json")
    assert answer.status_code == 400 and answer.data["fields"]["local_time"]


def test_emoji_and_right_to_left_text_come_back_as_they_were_written(world: World):
    text = "👩🏽‍🚒 مرحبا بالجميع — שלום 🇧🇪 « é »"
    post = written(world, text=text)
    assert world.client("viewer").get(f"/api/posts/{post['id']}/").data["versions"][0]["segments"] == [text]


def test_posts_are_found_by_accented_words_in_any_text(world: World):
    written(world, text="Égalité dans la commune")
    found = world.client("viewer").get("/api/posts/?q=égalité").data
    assert found["count"] == 1


def test_authors_change_their_own_posts_planners_all_viewers_none(world: World):
    post = written(world)
    url = f"/api/posts/{post['id']}/"
    world.join("second_author", world.organisation, ["author"])
    said = {who: world.client(who).patch(url, {"title": who}, format="json") for who in ("viewer", "second_author", "planner", "author")}
    assert {who: answer.status_code for who, answer in said.items()} == {"viewer": 403, "second_author": 403, "planner": 200, "author": 200}
    assert said["second_author"].data["problem"] == "not-your-post"


def test_all_problems_of_all_channels_come_at_once(world: World):
    body = draft(world.channel("twitter"), world.channel("instagram"), text="a" * 300, when="")
    author = world.client("author")
    post = author.post("/api/posts/", body, format="json").data
    refused = author.post(f"/api/posts/{post['id']}/submit/", {}, format="json")
    codes = {(p["network"], p["code"]) for p in refused.data["problems"] if p["blocks"]}
    assert refused.status_code == 409
    assert codes == {("twitter", "text-too-long"), ("twitter", "no-time"), ("instagram", "picture-needed"), ("instagram", "no-time")}


def test_an_equal_text_within_a_day_is_refused_while_planning(world: World):
    channel, author = world.channel(), world.client("author")
    author.post("/api/posts/", draft(channel), format="json")
    second = author.post("/api/posts/", draft(channel, when=soon(300)), format="json").data
    refused = author.post(f"/api/posts/{second['id']}/submit/", {}, format="json")
    assert [p["code"] for p in refused.data["problems"] if p["blocks"]] == ["same-text-within-a-day"]


def test_a_deleted_post_is_gone_and_comes_back_as_a_draft(world: World):
    post, author = written(world), world.client("author")
    url = f"/api/posts/{post['id']}/"
    assert author.delete(url).status_code == 204
    assert author.get(url).status_code == 404
    assert author.post(f"{url}restore/", {}, format="json").data["state"] == "draft"


def test_the_calendar_shows_what_is_planned_in_the_span(world: World):
    written(world)
    client = world.client("viewer")
    shown = client.get("/api/calendar/", {"from": "2020-01-01T00:00:00Z", "to": "2020-02-01T00:00:00Z"})
    assert shown.data == []
    for wrong in ({}, {"from": "x", "to": "y"}, {"from": "2020-01-01T00:00:00Z", "to": "2022-01-01T00:00:00Z"}):
        assert client.get("/api/calendar/", wrong).status_code == 400


def test_an_unsupported_method_or_broken_json_is_answered_in_our_shape(world: World):
    client: APIClient = world.client("author")
    broken = client.post("/api/posts/", "{not json", content_type="application/json")
    unknown = client.put("/api/posts/", {}, format="json")
    assert (broken.status_code, broken.data["problem"]) == (400, "not-understood")
    assert (unknown.status_code, unknown.data["problem"]) == (405, "not-understood")
