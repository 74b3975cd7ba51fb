"""Who is on call, set through the API."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.audit.models import AuditEntry
from campaigns.riposte.models import Lane
from tests.campaigns.riposte.play import put_on_call
from tests.world import World, local


class TestRota:
    def test_planners_set_it_and_people_see_until_when(self, world: World):
        now = timezone.now()
        body = {"person": str(world.approver.pk), "starts": local(now - timedelta(hours=1)), "ends": local(now + timedelta(hours=5))}
        assert world.client("author").post("/api/duties/", body, format="json").status_code == 403
        assert world.client("planner").post("/api/duties/", body, format="json").status_code == 201
        mine = world.client("approver").get("/api/on-call/").data
        assert mine["is_mine"] and mine["mine_until"] is not None and [p["name"] for p in mine["now"]] == ["Approver"]
        (duty,) = mine["duties"]
        assert (duty["starts"], duty["ends"]) == (body["starts"], body["ends"])
        assert world.client("approver").delete(f"/api/duties/{duty['id']}/").status_code == 403
        assert world.client("admin").delete(f"/api/duties/{duty['id']}/").status_code == 204
        acts = AuditEntry.objects.filter(organisation_id=world.organisation.pk).values_list("act", flat=True)
        assert list(acts.order_by("number")) == ["rota.on_call", "rota.off_call"]

    def test_only_who_may_decide_can_be_on_call(self, world: World):
        body = {"person": str(world.author.pk), "starts": "2030-01-07T00:00", "ends": "2030-01-14T00:00"}
        assert world.client("planner").post("/api/duties/", body, format="json").data["problem"] == "person-cannot-decide"
        body = {"person": str(world.other.pk), "starts": "2030-01-07T00:00", "ends": "2030-01-14T00:00"}
        assert world.client("planner").post("/api/duties/", body, format="json").data["problem"] == "person-cannot-decide"

    @pytest.mark.parametrize(
        ("starts", "ends", "problem"),
        [
            ("2030-01-07T10:00", "2030-01-07T09:00", "duty-ends-before-start"),
            ("2020-01-07T10:00", "2020-01-08T09:00", "duty-is-over"),
            ("2030-03-31T02:30", "2030-04-02T09:00", "time-skipped"),
            ("tomorrow", "2030-04-02T09:00", "time-not-understood"),
        ],
    )
    def test_odd_spans_are_refused_with_the_reason(self, world: World, starts: str, ends: str, problem: str):
        body = {"person": str(world.approver.pk), "starts": starts, "ends": ends}
        assert world.client("planner").post("/api/duties/", body, format="json").data["problem"] == problem

    def test_everybody_says_of_themselves_that_they_are_away(self, world: World):
        put_on_call(world, "approver")
        today = timezone.localdate()
        body = {"person": str(world.approver.pk), "starts_on": str(today), "ends_on": str(today + timedelta(days=3))}
        assert world.client("second_approver").post("/api/absences/", body, format="json").status_code == 403
        assert world.client("approver").post("/api/absences/", body, format="json").status_code == 201
        found = world.client("approver").get("/api/on-call/").data
        assert found["now"] == [] and not found["is_mine"]
        assert world.client("approver").delete(f"/api/absences/{found['absences'][0]['id']}/").status_code == 204

    def test_the_default_person_and_the_minutes(self, world: World):
        body = {"default_person": str(world.second_approver.pk), "patience_min": 3}
        assert world.client("approver").patch("/api/on-call/", body, format="json").status_code == 403
        found = world.client("admin").patch("/api/on-call/", body, format="json").data
        assert (found["default_person"]["name"], found["patience_min"], found["target_min"]) == ("Second_Approver", 3, 15)
        assert world.client("admin").patch("/api/on-call/", {"default_person": None}, format="json").data["default_person"] is None
        with scopes_disabled():
            assert Lane.objects.count() == 1
