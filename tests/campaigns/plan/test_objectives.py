"""Objectives: started, measured, reviewed, archived; templates begin them whole."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.notify.models import Notice
from campaigns.plan.models import Objective
from campaigns.plan.objectives import reviews, templates
from tests.world import World

KPI = {"name": "Signatures", "baseline": "0", "target": "5000", "unit": "signatures", "direction": "up"}


@pytest.fixture
def world(db, home):
    return World.make()


@pytest.fixture
def planner(world):
    return world.client("planner", world.organisation)


def start(client, **more):
    today = timezone.now().date()
    body = {"name": "Loyers", "starts_on": str(today - timedelta(days=50)), "ends_on": str(today + timedelta(days=50)), "kpis": [KPI]}
    return client.post("/api/objectives/", body | more, format="json")


def test_a_reading_says_how_it_stands_and_the_same_day_is_put_right(planner):
    made = start(planner).data
    url = f"/api/objectives/{made['id']}/kpis/{made['kpis'][0]['id']}/readings/"
    today = str(timezone.now().date())
    assert planner.post(url, {"day": today, "value": "1000"}, format="json").data["standing"] == "behind"
    shown = planner.post(url, {"day": today, "value": "2600", "note": "compté deux fois"}, format="json").data
    assert (shown["standing"], len(shown["kpis"][0]["readings"])) == ("on_track", 1)
    reading = shown["kpis"][0]["readings"][0]["id"]
    assert planner.delete(f"/api/objectives/{made['id']}/readings/{reading}/").data["standing"] == "unread"


def test_what_cannot_be_is_refused(world, planner):
    assert start(planner, starts_on="2026-12-01", ends_on="2026-11-01").data["problem"] == "objective-ends-before-start"
    assert start(planner, kpis=[KPI | {"target": "-1"}]).data["problem"] == "kpi-target-behind"
    assert start(planner, kpis=[KPI] * 9).data["problem"] == "too-many-kpis"
    assert start(planner, owner=str(world.other.pk)).data["problem"] == "owner-not-member"
    made = start(planner).data
    url = f"/api/objectives/{made['id']}/kpis/{made['kpis'][0]['id']}/readings/"
    later = str(timezone.now().date() + timedelta(days=2))
    assert planner.post(url, {"day": later, "value": "1"}, format="json").data["problem"] == "reading-in-future"
    assert planner.post(url, {"day": "2026-01-01", "value": "1e400"}, format="json").status_code == 400


def test_figures_keep_their_readings_when_the_objective_changes(planner):
    made = start(planner).data
    kpi = made["kpis"][0]["id"]
    planner.post(f"/api/objectives/{made['id']}/kpis/{kpi}/readings/", {"day": made["starts_on"], "value": "10"}, format="json")
    changed = planner.patch(
        f"/api/objectives/{made['id']}/", {"kpis": [KPI | {"name": "Autre"}, KPI | {"id": kpi, "target": "9000"}]}, format="json"
    ).data
    assert [(k["name"], len(k["readings"])) for k in changed["kpis"]] == [("Autre", 0), ("Signatures", 1)]


def test_it_is_archived_when_something_belongs_to_it_and_comes_back(planner):
    made = start(planner).data
    campaign = planner.post("/api/campaigns/", {"name": "C", "objective": made["id"]}, format="json").data
    assert campaign["horizon"] == made["horizon"]  # the objective's
    assert planner.delete(f"/api/objectives/{made['id']}/").data["archived_at"]
    assert planner.get("/api/objectives/").data == []
    assert len(planner.get("/api/objectives/?archived=true").data) == 1
    assert planner.post(f"/api/objectives/{made['id']}/restore/").data["archived_at"] is None
    empty = start(planner).data
    assert planner.delete(f"/api/objectives/{empty['id']}/").status_code == 204


@pytest.mark.parametrize("role", ["viewer", "author", "approver", "treasurer"])
def test_all_may_look_and_only_planners_write(world, planner, role):
    made = start(planner).data
    client = world.client(role, world.organisation)
    assert client.get("/api/objectives/").status_code == 200
    assert start(client).status_code == 403
    assert client.patch(f"/api/objectives/{made['id']}/", {"name": "x"}, format="json").status_code == 403
    assert client.post("/api/objectives/from-template/", {"key": "moment", "starts_on": "2026-12-01"}, format="json").status_code == 403


def test_another_organisation_sees_and_uses_none_of_it(world, planner):
    made = start(planner).data
    other = world.client("other", world.other)
    assert other.get("/api/objectives/").data == []
    assert other.get(f"/api/objectives/{made['id']}/").status_code == 404
    kpi = made["kpis"][0]["id"]
    own = start(other).data
    assert (
        other.post(f"/api/objectives/{own['id']}/kpis/{kpi}/readings/", {"day": "2026-01-01", "value": "1"}, format="json").status_code
        == 404
    )
    assert other.post("/api/campaigns/", {"name": "C", "objective": made["id"]}, format="json").data["problem"] == "objective-gone"


def test_an_overdue_review_is_told_to_its_owner_once(world, planner):
    now = timezone.now()
    start(planner, owner=str(world.author.pk), review_on=str((now - timedelta(days=1)).date()))
    start(planner, review_on=str((now + timedelta(days=9)).date()))
    assert reviews.remind(now=now) == 1
    assert reviews.remind(now=now + timedelta(days=1)) == 0
    with scopes_disabled():
        notice = Notice.objects.get()
        assert (notice.user, notice.code) == (world.author, "objective-review-overdue")
        objective = Objective.objects.get(review_on__lt=now.date())
    shown = planner.post(f"/api/objectives/{objective.pk}/review/", {"next_on": str((now + timedelta(days=30)).date())}, format="json").data
    assert shown["is_review_overdue"] is False


def test_an_overdue_review_without_an_owner_is_told_to_who_plans(world, planner):
    now = timezone.now()
    start(planner, review_on=str((now - timedelta(days=1)).date()))
    reviews.remind(now=now)
    assert set(Notice.objects.values_list("user__email", flat=True)) >= {"planner@example.org"}


@pytest.mark.parametrize("key", ["moment", "rhythm", "community"])
def test_a_template_is_started_whole_in_the_readers_language(world, planner, key):
    world.channel("facebook")
    world.channel("twitter")
    offered = planner.get("/api/objectives/templates/", headers={"Accept-Language": "nl"}).data
    template = next(each for each in offered["templates"] if each["key"] == key)
    made = planner.post(
        "/api/objectives/from-template/", {"key": key, "starts_on": "2026-12-01"}, format="json", headers={"Accept-Language": "nl"}
    )
    assert made.status_code == 201 and made.data["name"] == template["name"]
    assert len(made.data["kpis"]) == len(template["kpis"]) and len(made.data["campaigns"]) == len(template["campaigns"])
    campaign = planner.get(f"/api/campaigns/{made.data['campaigns'][0]}/").data
    assert campaign["weekly_target"] == sum(each["weekly"] for each in campaign["targets"]) > 0


def test_templates_say_the_same_in_four_languages():
    def texts(value):
        if isinstance(value, dict):
            if "en" in value:
                yield value
            else:
                for each in value.values():
                    yield from texts(each)
        elif isinstance(value, list):
            for each in value:
                yield from texts(each)

    for text in texts(templates.shipped()):
        assert set(text) == {"en", "fr", "nl", "de"} and all(each.strip() for each in text.values())
