"""Who is asked for a yes in a hurry, and what happens when nobody answers."""

from datetime import timedelta
from typing import Any

from django.core import mail
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.audit.models import AuditEntry
from accounts.notify.models import Notice
from accounts.orgs.models import Organisation
from campaigns.posts.models import Placement
from campaigns.riposte import asking
from tests.campaigns.riposte.play import NEWS, act, put_on_call, start, told
from tests.world import World, draft


def test_whoever_is_on_call_is_asked_alone_with_the_texts_in_the_letter(
    world: World, channels: list[Any], django_capture_on_commit_callbacks: Any, settings: Any
):
    put_on_call(world, "approver")
    riposte = start(world)
    assert riposte["called"] == ["Approver"]
    with django_capture_on_commit_callbacks(execute=True):
        asked = act(world, "planner", riposte, "ask").data
    assert (asked["stage"], asked["called"]) == ("asked", ["Approver"])
    assert told(world, "riposte-waits") == {"Approver"} and told(world, "post-waits") == set()
    (letter,) = mail.outbox
    assert letter.to == ["approver@example.org"]
    assert "Nous disons non." in letter.body and "Wij zeggen nee." in letter.body
    assert "/d/" in letter.body  # the link that opens this decision
    assert world.client("approver").get("/api/decisions/count/").data["waiting"] == 1
    assert world.client("second_approver").get("/api/decisions/count/").data["waiting"] == 0


def test_the_card_says_riposte_and_stands_on_top(world: World, channels: list[Any]):
    first = world.client("author").post("/api/posts/", draft(channels[0], text="Demain."), format="json").data["id"]
    world.client("author").post(f"/api/posts/{first}/submit/", {}, format="json")
    riposte = start(world)
    act(world, "planner", riposte, "ask")
    cards = world.client("approver").get("/api/decisions/").data
    assert [c["riposte"] and c["riposte"]["headline"] for c in cards] == [NEWS["headline"], None]


def test_nobody_approves_their_own_riposte(world: World, channels: list[Any]):
    both = world.join("both", world.organisation, ["planner", "approver"])
    put_on_call(world, "both")
    riposte = start(world, "both")
    asked = act(world, "both", riposte, "ask").data
    assert str(both) not in asked["called"] and sorted(asked["called"]) == ["Approver", "Second_Approver"]
    card = world.client("both").get(f"/api/decisions/{asked['approval']}/").data
    assert not card["may_decide"]


def test_without_an_answer_the_next_is_asked_too_and_at_the_end_nobody_is_sent_for(world: World, channels: list[Any]):
    put_on_call(world, "approver")
    riposte = start(world)
    now = timezone.now()
    act(world, "planner", riposte, "ask")
    asking.ask_next_all(now=now + timedelta(minutes=4))
    assert told(world, "riposte-waits") == {"Approver"}
    asking.ask_next_all(now=now + timedelta(minutes=5, seconds=30))
    assert told(world, "riposte-waits") == {"Approver", "Second_Approver"}
    assert world.client("second_approver").get("/api/decisions/count/").data["waiting"] == 1
    asking.ask_next_all(now=now + timedelta(minutes=12))
    assert Notice.objects.filter(code="riposte-waits").count() == 2
    asking.ask_next_all(now=now + timedelta(minutes=31))
    assert told(world, "riposte-unanswered") == {"Planner"}
    asking.ask_next_all(now=now + timedelta(minutes=40))
    assert Notice.objects.filter(code="riposte-unanswered").count() == 1
    acts = AuditEntry.objects.filter(organisation_id=world.organisation.pk, subject_kind="riposte").order_by("number")
    assert list(acts.values_list("act", flat=True)) == ["riposte.started", "riposte.asked", "riposte.next_asked", "riposte.unanswered"]


def test_where_no_approval_is_needed_asking_sends(world: World, channels: list[Any]):
    Organisation.objects.filter(pk=world.organisation.pk).update(posts_need_approval=False)
    shown = act(world, "planner", start(world), "ask").data
    assert shown["stage"] == "going"
    with scopes_disabled():
        assert all(p.planned_at <= timezone.now() for p in Placement.objects.filter(post=shown["post"]))


def test_a_planner_may_ask_about_an_authors_riposte_but_an_author_not_about_anothers(world: World, channels: list[Any]):
    riposte = start(world)
    assert act(world, "author", riposte, "ask").data["problem"] == "not-your-post"
    assert act(world, "viewer", riposte, "ask").status_code == 403
    assert act(world, "planner", start(world, "author"), "ask").data["stage"] == "asked"
