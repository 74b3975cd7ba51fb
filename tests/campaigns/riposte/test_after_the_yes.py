"""What the yes covers: when it goes out, and what voids it."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.orgs.models import Organisation
from campaigns.approvals.models import Approval
from campaigns.posts import selectors as read
from campaigns.posts import services as posts
from campaigns.posts.models import Placement
from tests.campaigns.riposte.play import act, start
from tests.guards import rewritable_approvals
from tests.world import World


def test_approved_it_goes_out_the_same_moment_and_needs_no_second_yes(world: World, channels: list[Any]):
    riposte = start(world)
    act(world, "planner", riposte, "ask")
    card = world.client("approver").get("/api/decisions/").data[0]
    before = timezone.now()
    answer = world.client("approver").post(
        f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json"
    )
    assert answer.status_code == 200, answer.data
    with scopes_disabled():
        post = read.whole(riposte["post"])
        approval = Approval.objects.get(subject_id=post.pk)
        assert all(p.planned_at and before <= p.planned_at <= timezone.now() for p in post.placements.all())
        assert posts.covers(approval, post)
    shown = world.client("planner").get(f"/api/ripostes/{riposte['id']}/").data
    assert shown["stage"] == "going"
    assert next(m for m in shown["marks"] if m["mark"] == "approved")["at"] is not None


def test_in_some_minutes_it_stands_at_its_minute(world: World, channels: list[Any]):
    riposte = start(world, delay_min=20)
    act(world, "planner", riposte, "ask")
    card = world.client("approver").get("/api/decisions/").data[0]
    world.client("approver").post(
        f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json"
    )
    with scopes_disabled():
        planned = Placement.objects.filter(post=riposte["post"]).values_list("planned_at", flat=True)
    assert all(timedelta(minutes=19) < at - timezone.now() <= timedelta(minutes=20) for at in planned)


def test_a_change_after_the_yes_voids_it(world: World, channels: list[Any]):
    riposte = start(world)
    act(world, "planner", riposte, "ask")
    card = world.client("approver").get("/api/decisions/").data[0]
    body = {"versions": [{"language": "fr", "segments": ["Autre chose."]}, {"language": "nl", "segments": ["Wij zeggen nee."]}]}
    world.client("planner").patch(f"/api/posts/{riposte['post']}/", body, format="json")
    answer = world.client("approver").post(
        f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json"
    )
    assert answer.status_code == 409
    shown = world.client("planner").get(f"/api/ripostes/{riposte['id']}/").data
    assert (shown["stage"], shown["may_ask"]) == ("draft", True)
    assert act(world, "planner", riposte, "ask").data["stage"] == "asked"


def test_a_yes_after_the_window_sends_nothing_and_says_so(world: World, channels: list[Any]):
    riposte = start(world)
    act(world, "planner", riposte, "ask")
    card = world.client("approver").get("/api/decisions/").data[0]
    with scopes_disabled():
        past = (timezone.now() - timedelta(seconds=1)).isoformat()
        approval = Approval.objects.get(pk=card["id"])
        approval.terms["asap"]["until"] = past
        with rewritable_approvals():
            approval.save()
    answer = world.client("approver").post(
        f"/api/decisions/{card['id']}/decide/", {"verdict": "approve", "fingerprint": card["fingerprint"]}, format="json"
    )
    assert (answer.status_code, answer.data["problem"]) == (409, "riposte-window-over")
    shown = world.client("planner").get(f"/api/ripostes/{riposte['id']}/").data
    assert (shown["stage"], shown["may_ask"]) == ("unanswered", True)
    again = act(world, "planner", riposte, "ask").data
    assert again["stage"] == "asked" and again["approval"] != card["id"]


def test_called_off_it_waits_for_nobody_and_can_be_taken_up(world: World, channels: list[Any]):
    riposte = start(world)
    act(world, "planner", riposte, "ask")
    assert act(world, "planner", riposte, "call-off").data["stage"] == "called_off"
    assert world.client("approver").get("/api/decisions/count/").data["waiting"] == 0
    assert act(world, "planner", riposte, "ask").data["problem"] == "riposte-closed"
    assert act(world, "planner", riposte, "take-up").data["stage"] == "draft"


def test_a_stop_is_said_and_still_holds(world: World, channels: list[Any]):
    riposte = start(world)
    Organisation.objects.filter(pk=world.organisation.pk).update(stopped_at=timezone.now(), stop_reason="Deuil")
    shown = world.client("planner").get(f"/api/ripostes/{riposte['id']}/").data
    assert (shown["is_stopped"], shown["stop_reason"]) == (True, "Deuil")
