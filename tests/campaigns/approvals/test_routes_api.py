"""Routes, substitutes and the switch, from the settings to the decision."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.notify.models import Notice
from tests.world import World, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(home: Any) -> World:
    return World.make()


def add_route(world: World, *steps: dict[str, Any], kind: str = "post", who: str = "admin", **more: Any) -> Any:
    return world.client(who).post("/api/routes/", {"kind": kind, "steps": list(steps), **more}, format="json")


def submitted(world: World, **more: Any) -> str:
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel(), **more), format="json").data["id"]
    assert author.post(f"/api/posts/{post}/submit/", {}, format="json").status_code == 200
    return str(post)


def card(world: World, who: str) -> Any:
    return world.client(who).get("/api/decisions/").data[0]


def say(world: World, who: str, verdict: str = "approve") -> Any:
    shown = card(world, who)
    body = {"verdict": verdict, "fingerprint": shown["fingerprint"]}
    return world.client(who).post(f"/api/decisions/{shown['id']}/decide/", body, format="json")


def away(world: World, person: str, stand_in: str | None, who: str = "admin") -> Any:
    day = timezone.now().date()
    body = {
        "person": str(world.people[person].pk), "stand_in": str(world.people[stand_in].pk) if stand_in else None,
        "starts_on": str(day - timedelta(days=1)), "ends_on": str(day + timedelta(days=3)),
    }  # fmt: skip
    return world.client(who).post("/api/substitutes/", body, format="json")


def test_two_steps_one_after_the_other_and_the_second_hears_when_it_is_its_turn(world: World):
    made = add_route(world, {"people": [str(world.second_approver.pk)]}, {"roles": ["planner"]})
    assert made.status_code == 201, made.data
    post = submitted(world)
    early = say(world, "approver")
    assert (early.status_code, early.data["problem"]) == (403, "not-this-step")
    first = say(world, "second_approver")
    assert (first.data["state"], [s["is_current"] for s in first.data["steps"]]) == ("open", [False, True])
    assert [notice.code for notice in Notice.objects.filter(user=world.planner)] == ["post-waits"]
    assert say(world, "planner").data["state"] == "approved"
    assert world.client("author").get(f"/api/posts/{post}/").data["state"] == "approved"


def test_only_an_administrator_sets_routes_and_everybody_reads_them(world: World):
    assert add_route(world, {}, who="approver").status_code == 403
    route = add_route(world, {"needed": 2}).data
    (seen,) = world.client("viewer").get("/api/routes/").data
    assert seen == route
    other = world.client("other")
    assert other.get("/api/routes/").data == []
    assert other.delete(f"/api/routes/{route['id']}/").status_code == 404
    assert other.put(f"/api/routes/{route['id']}/", {"kind": "post", "steps": [{}]}, format="json").status_code == 404


def test_routes_are_changed_put_in_order_and_removed(world: World):
    one, two = add_route(world, {}).data, add_route(world, {"needed": 2}).data
    admin = world.client("admin")
    turned = admin.post("/api/routes/order/", {"ids": [two["id"], one["id"]]}, format="json")
    assert [r["id"] for r in turned.data] == [two["id"], one["id"]]
    changed = admin.put(f"/api/routes/{one['id']}/", {"kind": "post", "languages": ["fr"], "steps": [{"is_all": True}]}, format="json")
    assert (changed.data["languages"], changed.data["steps"][0]["is_all"]) == (["fr"], True)
    assert admin.delete(f"/api/routes/{two['id']}/").status_code == 204
    assert [r["id"] for r in admin.get("/api/routes/").data] == [one["id"]]


def test_a_route_that_asks_nobody_is_refused_where_posts_need_a_yes(world: World):
    assert add_route(world).data["problem"] == "route-needs-a-step"
    world.organisation.posts_need_approval = False
    world.organisation.save()
    assert add_route(world).status_code == 201
    assert add_route(world, kind="request").data["problem"] == "route-needs-a-step"


def test_a_route_with_a_stranger_or_crossed_sums_is_refused(world: World):
    assert add_route(world, {"people": [str(world.other.pk)]}).data["problem"] == "person-unknown"
    assert add_route(world, {}, kind="request", from_cents=500, below_cents=400).data["problem"] == "route-sums-crossed"


def test_where_too_few_are_left_the_post_cannot_be_submitted_and_says_why(world: World):
    add_route(world, {"needed": 5})
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel()), format="json").data["id"]
    assert author.post(f"/api/posts/{post}/submit/", {}, format="json").data["problem"] == "route-too-few"
    assert author.get(f"/api/posts/{post}/").data["state"] == "draft"


def test_who_is_away_is_stood_in_for_and_the_record_says_so(world: World):
    add_route(world, {"people": [str(world.second_approver.pk)]})
    assert away(world, "second_approver", "approver", who="second_approver").status_code == 201
    submitted(world)
    said = say(world, "approver")
    assert (said.data["state"], said.data["decisions"][0]["in_place_of"]) == ("approved", "Second_Approver")


def test_nobody_says_for_others_that_they_are_away(world: World):
    assert away(world, "second_approver", "approver", who="approver").status_code == 403
    row = away(world, "second_approver", "approver").data
    assert world.client("approver").delete(f"/api/substitutes/{row['id']}/").status_code == 403
    assert world.client("other").delete(f"/api/substitutes/{row['id']}/").status_code == 404
    assert world.client("second_approver").delete(f"/api/substitutes/{row['id']}/").status_code == 204
    assert world.client("viewer").get("/api/substitutes/").data == []


def test_only_who_decides_stands_in(world: World):
    assert away(world, "approver", "author").data["problem"] == "stand-in-cannot-decide"
    assert away(world, "approver", "approver").data["problem"] == "stand-in-is-self"


def test_the_switch_lets_authors_decide_on_their_own_posts_and_counts_at_once(world: World):
    world.join("boss", world.organisation, ["author", "approver"])
    boss, admin = world.client("boss"), world.client("admin")
    post = boss.post("/api/posts/", draft(world.channel()), format="json").data["id"]
    boss.post(f"/api/posts/{post}/submit/", {}, format="json")
    assert say(world, "boss").data["problem"] == "own-work"
    assert boss.patch("/api/practice/", {"authors_may_decide": True}, format="json").status_code == 403
    assert admin.patch("/api/practice/", {"authors_may_decide": True}, format="json").data["authors_may_decide"] is True
    assert card(world, "boss")["may_decide"] is True
    admin.patch("/api/practice/", {"authors_may_decide": False}, format="json")
    assert say(world, "boss").data["problem"] == "own-work"


def test_trying_out_says_who_would_be_asked(world: World):
    route = add_route(world, {"people": [str(world.approver.pk)]}, languages=["nl"]).data
    tried = world.client("viewer").post("/api/routes/try/", {"kind": "post", "languages": ["nl"]}, format="json").data
    assert (str(tried["route"]), tried["steps"][0]["people"]) == (route["id"], ["Approver"])
    usual = world.client("viewer").post("/api/routes/try/", {"kind": "request", "cents": 100}, format="json").data
    assert (usual["route"], len(usual["steps"])) == (None, 1)


def test_an_open_approval_keeps_the_steps_it_was_asked_with(world: World):
    route = add_route(world, {"people": [str(world.second_approver.pk)]}).data
    submitted(world)
    world.client("admin").delete(f"/api/routes/{route['id']}/")
    assert say(world, "approver").data["problem"] == "not-this-step"
    assert say(world, "second_approver").data["state"] == "approved"
