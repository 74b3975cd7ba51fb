"""Many posts at once: each is done whole or stays for a reason that is told; one Undo brings everything back, approvals too."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django_scopes import scope

from campaigns.approvals import selectors as approved
from campaigns.plan.models import Campaign
from campaigns.posts.models import Placement, Post
from tests.world import World, draft, local

DAY = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=3)
TWO_DAYS_LATER = local(DAY + timedelta(days=2))


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


@pytest.fixture
def channel(world: World) -> Any:
    return world.channel()


def written(world: World, channel: Any, *, by: str = "author", at: datetime = DAY, text: str = "Un loyer juste.") -> str:
    answer = world.client(by).post("/api/posts/", draft(channel, text=text, when=local(at)), format="json")
    assert answer.status_code == 201, answer.json()
    return str(answer.data["id"])


def bulk(world: World, action: str, posts: list[str], *, by: str = "planner", **more: Any) -> dict[str, Any]:
    answer = world.client(by).post("/api/posts/bulk/", {"action": action, "posts": posts, **more}, format="json")
    assert answer.status_code == 200, answer.json()
    found: dict[str, Any] = answer.json()
    return found


def undo(world: World, token: str, *, by: str = "planner") -> dict[str, Any]:
    return bulk(world, "undo", [], by=by, undo=token)


def shown(world: World, post: str) -> dict[str, Any]:
    found: dict[str, Any] = world.client("planner").get(f"/api/posts/{post}/").json()
    return found


def times(world: World, post: str) -> list[str]:
    return [placement["local_time"] for placement in shown(world, post)["placements"]]


def approve(world: World, post: str) -> str:
    """Return the id of the approval that has been given."""
    submitted = world.client("author").post(f"/api/posts/{post}/submit/", {}, format="json")
    assert submitted.status_code == 200, submitted.json()
    approval = submitted.json()["approval"]
    said = {"verdict": "approve", "comment": "", "fingerprint": approval["fingerprint"]}
    answer = world.client("approver").post(f"/api/decisions/{approval['id']}/decide/", said, format="json")
    assert answer.status_code == 200, answer.json()
    return str(approval["id"])


def test_many_are_shifted_and_put_back(world: World, channel: Any):
    posts = [written(world, channel, text=f"Numéro {n}.", at=DAY + timedelta(hours=n)) for n in range(3)]
    before = [times(world, post) for post in posts]
    done = bulk(world, "shift", posts, days=2)
    assert (done["done"], done["stayed"]) == (3, 0)
    assert times(world, posts[0]) == [TWO_DAYS_LATER]
    assert undo(world, done["undo"])["done"] == 3
    assert [times(world, post) for post in posts] == before


def test_what_would_land_in_the_past_stays_and_says_why(world: World, channel: Any):
    near = written(world, channel, text="Demain.", at=DAY - timedelta(days=2))
    far = written(world, channel, text="Plus tard.")
    done = bulk(world, "shift", [near, far], days=-2)
    rows = {row["post"]: row for row in done["rows"]}
    assert rows[far]["is_done"] and not rows[near]["is_done"]
    assert rows[near]["code"] == "time-passed" and "passed" in rows[near]["message"]
    assert times(world, near) == [local(DAY - timedelta(days=2))]


def test_one_placement_that_cannot_move_keeps_the_whole_post(world: World, channel: Any):
    """Nothing is half-done inside one post: its other channel stays with it."""
    body = draft(channel, when=local(DAY))
    soon = local(datetime.now(UTC) + timedelta(hours=5))
    body["placements"].append({"channel": str(world.channel("twitter").pk), "languages": ["fr"], "local_time": soon})
    post = world.client("author").post("/api/posts/", body, format="json").json()["id"]
    before = times(world, post)
    assert bulk(world, "shift", [post], days=-2)["stayed"] == 1
    assert times(world, post) == before


def test_authors_act_on_their_own_posts_viewers_on_none(world: World, channel: Any):
    mine, theirs = written(world, channel), written(world, channel, by="planner", text="Autre.")
    done = bulk(world, "shift", [mine, theirs], by="author", days=1)
    assert {row["post"]: row["code"] for row in done["rows"]} == {mine: "", theirs: "not-your-post"}
    body = {"action": "delete", "posts": [mine]}
    assert world.client("viewer").post("/api/posts/bulk/", body, format="json").status_code == 403


def test_another_organisations_posts_are_not_there(world: World, channel: Any):
    post = written(world, channel)
    done = bulk(world, "delete", [post, str(uuid4())], by="other")
    assert [row["code"] for row in done["rows"]] == ["not-found", "not-found"] and done["undo"] == ""
    assert shown(world, post)["deleted_at"] is None


def test_what_has_been_taken_up_stays(world: World, channel: Any):
    post = written(world, channel)
    with scope(organisation=world.organisation):
        Placement.objects.filter(post=post).update(claimed_at=DAY)
    acts: list[tuple[str, dict[str, Any]]] = [("shift", {"days": 1}), ("delete", {})]
    for action, more in acts:
        row = bulk(world, action, [post], **more)["rows"][0]
        assert not row["is_done"] and row["message"]


def test_an_approval_is_asked_for_again_and_stands_again_after_undo(world: World, channel: Any):
    post = written(world, channel)
    given = approve(world, post)
    done = bulk(world, "shift", [post], days=1)
    assert done["rows"][0]["is_asked_again"] and shown(world, post)["state"] == "in_review"
    undo(world, done["undo"])
    after = shown(world, post)
    assert (after["state"], after["approval"]["id"], times(world, post)) == ("approved", given, [local(DAY)])
    with scope(organisation=world.organisation):
        assert list(approved.given(subject_kind="post", subject_ids=[Post.objects.get(pk=post).pk])) == [Post.objects.get(pk=post).pk]
    assert world.client("approver").get("/api/decisions/").json() == []


def test_a_change_of_campaign_asks_again_and_comes_back(world: World, channel: Any):
    post = written(world, channel)
    given = approve(world, post)
    campaign = Campaign.objects.create(organisation=world.organisation, name="Loyers", utm="loyers")
    done = bulk(world, "campaign", [post], campaign=str(campaign.pk))
    assert (shown(world, post)["campaign"], shown(world, post)["state"]) == (str(campaign.pk), "in_review")
    undo(world, done["undo"])
    after = shown(world, post)
    assert (after["campaign"], after["state"], after["approval"]["id"]) == (None, "approved", given)


def test_a_campaign_of_nobody_is_refused_whole(world: World, channel: Any):
    body = {"action": "campaign", "posts": [written(world, channel)], "campaign": str(uuid4())}
    assert world.client("planner").post("/api/posts/bulk/", body, format="json").status_code == 400


def test_deleted_posts_come_back_with_their_approval(world: World, channel: Any):
    post = written(world, channel)
    approve(world, post)
    done = bulk(world, "delete", [post])
    assert world.client("planner").get(f"/api/posts/{post}/").status_code == 404
    undo(world, done["undo"])
    assert shown(world, post)["state"] == "approved"


def test_submitting_asks_deciders_once_for_all_and_is_withdrawn(world: World, channel: Any):
    posts = [written(world, channel, text=f"Numéro {n}.", at=DAY + timedelta(hours=n)) for n in range(3)]
    empty = written(world, channel, text="")
    done = bulk(world, "submit", [*posts, empty], note="La semaine.")
    assert (done["done"], done["stayed"]) == (3, 1)
    refused = next(row for row in done["rows"] if not row["is_done"])
    assert refused["post"] == empty and refused["code"] == "not-ready" and refused["message"]
    notices = [notice["message"] for notice in world.client("approver").get("/api/notices/").json()["results"]]
    assert len(notices) == 1 and "3 posts" in notices[0]
    assert undo(world, done["undo"])["done"] == 3
    assert {shown(world, post)["state"] for post in posts} == {"draft"}


def test_copies_keep_their_clock_times_and_go_again(world: World, channel: Any):
    post = written(world, channel)
    done = bulk(world, "duplicate", [post], days=7, by="author")
    copy = done["rows"][0]["copy"]
    assert times(world, copy) == [local(DAY + timedelta(days=7))] and shown(world, copy)["state"] == "draft"
    undo(world, done["undo"], by="author")
    assert world.client("author").get(f"/api/posts/{copy}/").status_code == 404
    assert bulk(world, "duplicate", [post])["rows"][0]["copy"]


def test_undo_leaves_what_somebody_has_changed_since(world: World, channel: Any):
    post = written(world, channel)
    done = bulk(world, "shift", [post], days=1)
    world.client("author").patch(f"/api/posts/{post}/", {"title": "Le mien"}, format="json")
    back = undo(world, done["undo"])
    assert back["rows"][0]["code"] == "changed-since-done"
    assert times(world, post) == [local(DAY + timedelta(days=1))]


def test_undo_is_for_the_one_who_acted_and_cannot_be_made_up(world: World, channel: Any):
    token = bulk(world, "delete", [written(world, channel)])["undo"]
    for by, said in (("admin", token), ("planner", token[:-2] + "xx"), ("planner", "")):
        answer = world.client(by).post("/api/posts/bulk/", {"action": "undo", "undo": said}, format="json")
        assert (answer.status_code, answer.json()["problem"]) == (409, "undo-gone")


def test_the_same_key_acts_once(world: World, channel: Any):
    post, body = written(world, channel), {"action": "shift", "days": 1}
    for _ in range(2):
        key = {"Idempotency-Key": "one"}
        answer = world.client("planner").post("/api/posts/bulk/", {**body, "posts": [post]}, format="json", headers=key)
        assert answer.json()["done"] == 1
    assert times(world, post) == [local(DAY + timedelta(days=1))]


@pytest.mark.parametrize(
    "more",
    [{"action": "explode"}, {"posts": []}, {"posts": ["x"]}, {"days": 10**9}, {"posts": [str(uuid4())] * 501}, {"hours": "soon"}],
)
def test_bad_input_is_named(world: World, channel: Any, more: dict[str, Any]):
    body = {"action": "shift", "posts": [written(world, channel)], "days": 1, **more}
    answer = world.client("planner").post("/api/posts/bulk/", body, format="json")
    assert answer.status_code == 400 and answer.json()["fields"]
