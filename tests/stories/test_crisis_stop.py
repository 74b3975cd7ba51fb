"""Something has gone badly wrong: one press, and nothing goes out; what passes its time meanwhile is never sent late by itself."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.audit.models import AuditEntry
from accounts.notify.models import Notice
from accounts.orgs.models import Organisation
from scheduler.delivery import claim
from scheduler.delivery.models import Delivery
from scheduler.hold.models import Publishing
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, fresh, make_due, settle
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)


def stopped(world: World, who: str = "planner", reason: str = "Attentat à Bruxelles") -> Any:
    return world.client(who).post("/api/stop/", {"reason": reason}, format="json")


def lifted(world: World, who: str = "approver") -> Any:
    return world.client(who).delete("/api/stop/")


def state_of(world: World, delivery_or_post: str) -> list[str]:
    with scopes_disabled():
        return list(Delivery.objects.filter(placement__post=delivery_or_post).values_list("state", flat=True))


def test_nothing_that_is_due_is_claimed_while_it_stands(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook")))
    assert stopped(world).status_code == 200
    make_due(post)
    assert claim_all() == [] and wall.control("ledger") == []


def test_what_is_on_its_way_is_held(world: World, wall: SandboxServer):
    make_due(approved(world, draft(connected(world, wall, "facebook"))))
    (delivery,) = claim_all()
    answer = stopped(world)
    assert (answer.data["count"], answer.data["reason"]) == (1, "Attentat à Bruxelles")
    assert fresh(delivery).state == "held"
    deliver(delivery)  # a message that was on its way already
    assert fresh(delivery).state == "held" and wall.control("ledger") == []


def test_pressing_twice_changes_nothing_and_keeps_the_first_reason(world: World):
    stopped(world)
    again = stopped(world, "admin", "autre chose")
    assert (again.status_code, again.data["reason"], again.data["stopped_by"]) == (200, "Attentat à Bruxelles", "Planner")


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_stop_needs_a_reason(world: World, reason: str):
    assert stopped(world, reason=reason).status_code == 400
    assert Organisation.objects.get(pk=world.organisation.pk).stopped_at is None


@pytest.mark.parametrize("who", ["author", "treasurer", "viewer"])
def test_who_may_not_repair_neither_stops_nor_lifts(world: World, who: str):
    assert stopped(world, who).status_code == 403
    stopped(world)
    assert lifted(world, who).status_code == 403


def test_everybody_sees_who_stopped_it_when_and_why(world: World):
    stopped(world)
    seen = world.client("viewer").get("/api/stop/").data
    assert (seen["stopped_by"], seen["reason"]) == ("Planner", "Attentat à Bruxelles") and seen["stopped_at"]


def test_those_who_plan_approve_and_administer_are_told(world: World):
    stopped(world)
    told = set(Notice.objects.filter(code="organisation-stopped").values_list("user__name", flat=True))
    assert told == {"Admin", "Planner", "Approver", "Second_Approver"}
    assert {m.subject for m in mail.outbox} == {"Ours: Planner has stopped everything that goes out"}
    assert all("Attentat à Bruxelles" in m.body for m in mail.outbox)
    assert AuditEntry.objects.filter(act="organisation.stopped", actor_name="Planner").exists()


def test_the_other_organisation_goes_on(world: World, wall: SandboxServer):
    stopped(world)
    assert world.client("other").get("/api/stop/").data["stopped_at"] is None
    assert world.client("other").get("/api/stop/kept-back/").data == {"ahead": 0, "passed_count": 0, "passed": []}


def test_what_passed_its_time_is_missed_and_not_sent_by_itself(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    on_its_way = approved(world, draft(channel, text="en route"))
    make_due(on_its_way)
    claim_all()
    passed, ahead = approved(world, draft(channel, text="passé")), approved(world, draft(channel, text="à venir"))
    stopped(world)
    make_due(passed, ago=timedelta(minutes=5))
    kept = world.client("planner").get("/api/stop/kept-back/").data
    assert (kept["ahead"], kept["passed_count"]) == (1, 2)
    assert {post["first_line"] for post in kept["passed"]} == {"en route", "passé"}
    answer = lifted(world)
    assert (answer.status_code, answer.data["count"], answer.data["stopped_at"]) == (200, 2, None)
    assert state_of(world, passed) == state_of(world, on_its_way) == ["missed"]
    assert state_of(world, ahead) == [] and claim_all() == [] and wall.control("ledger") == []


def test_what_is_still_to_come_goes_out_after_it(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook")))
    stopped(world)
    lifted(world)
    make_due(post)
    (delivery,) = claim_all()
    assert settle(deliver(delivery)).state == "published"


def test_what_was_missed_is_one_line_on_today_and_one_press(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    posts = [approved(world, draft(channel, text=text)) for text in ("un", "deux")]
    stopped(world)
    for post in posts:
        make_due(post, ago=timedelta(minutes=5))
    lifted(world)
    (line,) = world.client("planner").get("/api/troubles/").data
    assert (line["kind"], line["count"]) == ("missed", 2)
    assert world.client("planner").post("/api/troubles/retry/", {"cause": line["cause"]}, format="json").data["done"] == 2


def test_half_a_thread_that_is_online_is_finished_rather_than_missed(world: World, wall: SandboxServer):
    make_due(approved(world, draft(connected(world, wall, "twitter"))))
    (delivery,) = claim_all()
    stopped(world)
    with scopes_disabled():
        Delivery.objects.filter(pk=delivery.pk).update(remote_id="1799")
    lifted(world)
    assert fresh(delivery).state == "due"


def test_a_long_stop_marks_nothing_missed_before_it_is_lifted(world: World, wall: SandboxServer):
    post = approved(world, draft(connected(world, wall, "facebook")))
    stopped(world)
    make_due(post, ago=timedelta(hours=5))
    with scopes_disabled():
        claim.mark_missed(now=timezone.now())
    assert state_of(world, post) == []
    assert lifted(world).data["count"] == 1


def test_while_it_stands_nothing_is_tried_again_or_released(world: World, wall: SandboxServer):
    make_due(approved(world, draft(connected(world, wall, "facebook"))))
    (delivery,) = claim_all()
    stopped(world)
    answer = world.client("planner").post(f"/api/deliveries/{delivery.pk}/release/", {}, format="json")
    assert (answer.status_code, answer.data["problem"]) == (409, "organisation-stopped-now")


def test_lifting_twice_is_said_in_plain_words(world: World):
    stopped(world)
    assert (lifted(world).status_code, lifted(world).data["problem"]) == (200, "not-stopped")


def test_a_hold_of_the_whole_installation_is_shown(world: World):
    Publishing.objects.update_or_create(pk=1, defaults={"held_at": timezone.now(), "reason": "moving house"})
    seen = world.client("viewer").get("/api/stop/").data
    assert seen["held_at"] and seen["held_reason"] == "moving house"
