"""Nothing waits unseen: those who may decide are reminded once, then the administrators hear of it once."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.notify.models import Notice
from campaigns.approvals.models import Approval
from campaigns.reminders import services
from campaigns.reminders.models import Patience
from tests.world import World, draft, local


@pytest.fixture
def world(db: None, home: Any) -> World:
    """People here are awake at any hour, unless a test is about the night."""
    made = World.make()
    with scopes_disabled():
        Patience.objects.create(organisation=made.organisation, day_from_h=0, day_until_h=24)
    return made


@pytest.fixture
def waiting(world: World) -> Approval:
    """A post that goes out in ten days and waits for a yes."""
    author = world.client("author")
    body = draft(world.channel(), when=local(timezone.now() + timedelta(days=10)))
    post = author.post("/api/posts/", body, format="json").data["id"]
    assert author.post(f"/api/posts/{post}/submit/", {}, format="json").status_code == 200
    with scopes_disabled():
        found: Approval = Approval.objects.get()
    return found


def told(code: str) -> set[str]:
    return set(Notice.objects.filter(code=code).values_list("user__name", flat=True))


def at(approval: Approval, hours: float) -> datetime:
    return approval.asked_at + timedelta(hours=hours)


def test_who_may_decide_is_reminded_once(world: World, waiting: Approval):
    assert services.remind_all(now=at(waiting, 23)) == 0
    assert services.remind_all(now=at(waiting, 24)) == 1
    assert services.remind_all(now=at(waiting, 25)) == 0
    assert told("decision-reminder") == {"Approver", "Second_Approver", "Admin"} & told("decision-reminder")
    assert {"Approver", "Second_Approver"} <= told("decision-reminder")
    assert "Author" not in told("decision-reminder")
    assert Notice.objects.filter(code="decision-reminder", user=world.approver).count() == 1


def test_then_the_administrators_and_who_asked_hear_once(world: World, waiting: Approval):
    services.remind_all(now=at(waiting, 24))
    assert services.remind_all(now=at(waiting, 48)) == 1
    assert services.remind_all(now=at(waiting, 72)) == 0
    assert {"Admin", "Author"} <= told("decision-passed-on")
    [notice] = Notice.objects.filter(code="decision-passed-on", user=world.admin)
    assert notice.params["hours"] == 48


def test_a_beat_that_was_away_does_not_tell_two_things_at_once(waiting: Approval):
    assert services.remind_all(now=at(waiting, 100)) == 1
    assert services.remind_all(now=at(waiting, 101)) == 0


def test_what_was_decided_or_withdrawn_is_left_alone(world: World, waiting: Approval):
    card = world.client("approver").get("/api/decisions/").data[0]
    body = {"verdict": "approve", "fingerprint": card["fingerprint"]}
    assert world.client("approver").post(f"/api/decisions/{card['id']}/decide/", body, format="json").status_code == 200
    assert services.remind_all(now=at(waiting, 48)) == 0


def test_the_reminder_letter_leads_to_the_card(world: World, waiting: Approval):
    mail.outbox.clear()
    services.remind_all(now=at(waiting, 24))
    [notice] = Notice.objects.filter(code="decision-reminder", user=world.approver)
    assert notice.path == f"/decisions?show={waiting.pk}"
    assert notice.mail_at is not None


def test_an_organisation_may_turn_it_off_or_change_the_hours(world: World, waiting: Approval):
    admin = world.client("admin")
    body = {"is_on": True, "remind_after_h": 2, "escalate_after_h": 3, "day_from_h": 0, "day_until_h": 24}
    assert admin.put("/api/patience/", body, format="json").status_code == 200
    assert services.remind_all(now=at(waiting, 2)) == 1
    assert admin.put("/api/patience/", body | {"is_on": False}, format="json").status_code == 200
    assert services.remind_all(now=at(waiting, 3)) == 0


def test_only_an_administrator_changes_it_and_in_order(world: World):
    body = {"is_on": True, "remind_after_h": 5, "escalate_after_h": 5}
    assert world.client("planner").put("/api/patience/", body, format="json").status_code == 403
    answer = world.client("admin").put("/api/patience/", body, format="json")
    assert (answer.status_code, answer.data["problem"]) == (400, "patience-out-of-order")
    with scopes_disabled():
        Patience.objects.all().delete()
    usual = {"is_on": True, "remind_after_h": 24, "escalate_after_h": 48, "day_from_h": 7, "day_until_h": 22}
    assert world.client("viewer").get("/api/patience/").data == usual


def test_a_day_that_ends_before_it_begins_is_refused(world: World):
    body = {"is_on": True, "remind_after_h": 5, "escalate_after_h": 6, "day_from_h": 20, "day_until_h": 8}
    answer = world.client("admin").put("/api/patience/", body, format="json")
    assert (answer.status_code, answer.data["problem"]) == (400, "day-ends-before-it-begins")


def test_what_is_passed_on_after_a_night_reminds_those_who_were_asked_as_well(world: World, waiting: Approval):
    services.remind_all(now=at(waiting, 100))
    assert "Approver" in told("decision-reminder") and "Admin" in told("decision-passed-on")


def test_at_night_it_waits_for_the_morning_of_the_organisations_clock(world: World, waiting: Approval):
    with scopes_disabled():
        Patience.objects.update(day_from_h=7, day_until_h=22)
    night = (waiting.asked_at + timedelta(days=3)).astimezone(ZoneInfo("Europe/Brussels")).replace(hour=3, minute=0)
    assert services.remind_all(now=night) == 0
    assert services.remind_all(now=night.replace(hour=7)) == 1


def test_one_organisation_hears_nothing_of_anothers(world: World, waiting: Approval):
    services.remind_all(now=at(waiting, 100))
    assert not Notice.objects.filter(user=world.people["other"], code__startswith="decision-").exists()


def test_what_is_on_hold_waits_for_a_reason_that_is_known(world: World, waiting: Approval):
    answer = world.client("approver").post(f"/api/decisions/{waiting.pk}/hold/", {"reason": "Jusqu’au congrès"}, format="json")
    assert answer.status_code == 200
    assert services.remind_all(now=at(waiting, 48)) == 0
