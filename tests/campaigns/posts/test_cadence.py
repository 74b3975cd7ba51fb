"""How often each channel is heard: counted by the database, by day and by week, against targets and limits."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scopes_disabled

from campaigns.posts.models import Placement
from tests.world import World, draft


@pytest.fixture
def world(db, home):
    return World.make()


@pytest.fixture
def board(world):
    channel = world.channel("facebook")
    channel.weekly_target = 5
    channel.save()
    return channel


def monday_after():
    today = timezone.now().date()
    return today + timedelta(days=7 - today.weekday())


def plan(client, channel, day, hour="10:00", **more):
    post = client.post("/api/posts/", draft(channel, text=f"Texte {day} {hour}", **more), format="json").data
    moved = client.post(f"/api/posts/{post['id']}/move/", {"local_time": f"{day}T{hour}"}, format="json")
    assert moved.status_code == 200, moved.data
    return post["id"]


def week(client, path="", **more):
    start = monday_after()
    asked = {"from": f"{start}T00:00:00+01:00", "to": f"{start + timedelta(days=7)}T00:00:00+01:00", **more}
    return client.get(f"/api/cadence/{path}", asked).data


def test_what_is_planned_and_published_counts_and_what_failed_does_not(world, board):
    planner = world.client("planner", world.organisation)
    day = monday_after()
    posts = [plan(planner, board, day, f"{hour}:00") for hour in (10, 13, 16, 19)]
    with scopes_disabled():
        Placement.objects.filter(post=posts[0]).update(outcome="published")
        Placement.objects.filter(post=posts[1]).update(outcome="failed")
    planner.delete(f"/api/posts/{posts[2]}/")
    [row] = week(planner)
    assert (row["planned"], row["published"], row["scheduled"], row["outside"], row["target"]) == (2, 1, 0, 0, 5)


def test_a_day_with_more_than_its_limit_is_named_and_the_limit_is_the_organisations(world, board):
    planner = world.client("planner", world.organisation)
    day = monday_after()
    for hour in (8, 11, 14):
        plan(planner, board, day, f"{hour:02}:00")
    [row] = week(planner)
    assert row["overloads"] == [{"day": str(day), "count": 3, "most": 2}] and row["is_own_limit"] is False
    assert planner.put(f"/api/cadence/limits/{board.pk}/", {"most": 3}, format="json").status_code == 204
    [row] = week(planner)
    assert (row["overloads"], row["daily_most"], row["is_own_limit"]) == ([], 3, True)
    assert planner.put(f"/api/cadence/limits/{board.pk}/", {"most": 0}, format="json").data["problem"] == "too-few-a-day"
    planner.put(f"/api/cadence/limits/{board.pk}/", {"most": None}, format="json")
    assert week(planner)[0]["daily_most"] == 2


def test_limits_are_for_planners_of_the_same_organisation(world, board):
    assert world.client("author", world.organisation).put(f"/api/cadence/limits/{board.pk}/", {"most": 3}, format="json").status_code == 403
    assert world.client("other", world.other).put(f"/api/cadence/limits/{board.pk}/", {"most": 3}, format="json").status_code == 404
    assert week(world.client("other", world.other)) == []


def test_gaps_say_how_many_are_missing_and_when_they_could_go(world, board):
    planner = world.client("planner", world.organisation)
    plan(planner, board, monday_after(), "14:00")
    found = week(planner, "gaps/")
    assert sum(gap["missing"] for gap in found) == 4 == found[0]["week_missing"]
    assert all(gap["missing"] == len(gap["proposals"]) and gap["proposals"][0].startswith(gap["day"]) for gap in found)
    assert len({gap["day"] for gap in found}) == 4


def test_a_campaigns_gaps_count_its_own_posts_against_its_own_targets(world, board):
    planner = world.client("planner", world.organisation)
    target = {"channel": str(board.pk), "weekly": 2}
    campaign = planner.post("/api/campaigns/", {"name": "C", "targets": [target]}, format="json").data
    assert campaign["weekly_target"] == 2
    plan(planner, board, monday_after(), "14:00")
    plan(planner, board, monday_after(), "18:00", campaign=campaign["id"])
    found = week(planner, "gaps/", campaign=campaign["id"])
    assert [gap["missing"] for gap in found] == [1]


def test_weeks_are_the_last_eight_this_one_and_four_ahead(world, board):
    planner = world.client("planner", world.organisation)
    plan(planner, board, monday_after(), "14:00")
    shown = planner.get("/api/cadence/weeks/").data
    assert len(shown["weeks"]) == 13 and shown["weeks"][8] == shown["this_week"]
    assert [each["planned"] for each in shown["channels"][0]["weeks"]][9] == 1
    assert (shown["reference"]["from"], shown["reference"]["to"]) == (80, 90)


def test_the_number_of_statements_does_not_grow_with_the_posts(world, board):
    planner = world.client("planner", world.organisation)
    plan(planner, board, monday_after(), "08:00")
    with CaptureQueriesContext(connection) as few:
        week(planner)
    for hour in (11, 14, 17, 20):
        plan(planner, board, monday_after(), f"{hour}:00")
    with CaptureQueriesContext(connection) as many:
        week(planner)
    assert len(many) == len(few)


def test_a_campaigns_posts_are_counted_by_state_and_language(world, board):
    planner = world.client("planner", world.organisation)
    campaign = planner.post("/api/campaigns/", {"name": "C"}, format="json").data["id"]
    plan(planner, board, monday_after(), "14:00", campaign=campaign)
    shown = planner.get(f"/api/campaigns/{campaign}/standing/").data
    assert (shown["posts"], shown["undated"]) == (1, 0)
    assert shown["states"] == [{"state": "draft", "count": 1}]
    assert {each["language"]: each["missing"] for each in shown["languages"]} == {"fr": 0, "nl": 1}
    assert world.client("other", world.other).get(f"/api/campaigns/{campaign}/standing/").status_code == 404


def test_money_of_a_campaign_is_for_who_may_see_money(world, board):
    campaign = world.client("planner", world.organisation).post("/api/campaigns/", {"name": "C"}, format="json").data["id"]
    assert world.client("treasurer", world.organisation).get(f"/api/campaigns/{campaign}/money/").data == []
    assert world.client("author", world.organisation).get(f"/api/campaigns/{campaign}/money/").status_code == 403


def test_posts_that_serve_no_goal_are_listed_until_their_campaign_leads_somewhere(world, board):
    planner = world.client("planner", world.organisation)
    campaign = planner.post("/api/campaigns/", {"name": "C"}, format="json").data["id"]
    plan(planner, board, monday_after(), "14:00", campaign=campaign)
    plan(planner, board, monday_after(), "17:00")
    assert planner.get("/api/posts/?aimless=true").data["count"] == 2
    objective = planner.post("/api/objectives/", {"name": "O", "starts_on": "2026-01-01", "ends_on": "2026-12-31"}, format="json").data[
        "id"
    ]
    planner.patch(f"/api/campaigns/{campaign}/", {"objective": objective}, format="json")
    assert planner.get("/api/posts/?aimless=true").data["count"] == 1
