"""Weekly times of channels, and which of them are free."""

from datetime import UTC, date, datetime

import pytest

from campaigns.posts.slots import is_taken, times
from tests.world import World, draft

NINE = [{"day": 0, "time": "09:00"}, {"day": 2, "time": "18:30"}]


@pytest.fixture
def world(db, home):
    return World.make()


def test_slots_follow_the_wall_clock_over_the_change_of_time():
    found = list(times([{"day": 6, "time": "09:00"}], first=date(2026, 10, 18), last=date(2026, 10, 25), zone="Europe/Brussels"))
    assert [at.hour for _, at in found] == [7, 8] and all(local.endswith("09:00") for local, _ in found)


def test_a_slot_in_the_skipped_hour_is_left_out():
    assert not list(times([{"day": 6, "time": "02:30"}], first=date(2026, 3, 29), last=date(2026, 3, 29), zone="Europe/Brussels"))


def test_half_an_hour_away_is_another_time():
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert is_taken(at, [at.replace(minute=29)]) and not is_taken(at, [at.replace(minute=30)])


def test_whoever_plans_sets_the_slots(world):
    channel = world.channel()
    url = f"/api/channels/{channel.pk}/"
    given = [NINE[1], NINE[0], NINE[0]]
    assert world.client("planner").patch(url, {"slots": given}, format="json").data["slots"] == NINE
    assert world.client("author").patch(url, {"slots": NINE}, format="json").status_code == 403


@pytest.mark.parametrize(
    "slots", [[{"day": 7, "time": "09:00"}], [{"day": 0, "time": "24:00"}], [{"day": 0}], "x", [{"day": 0, "time": "9"}]]
)
def test_slots_that_are_no_times_are_refused(world, slots):
    answer = world.client("planner").patch(f"/api/channels/{world.channel().pk}/", {"slots": slots}, format="json")
    assert answer.status_code == 400


def test_a_post_takes_its_slot(world):
    channel = world.channel()
    world.client("planner").patch(f"/api/channels/{channel.pk}/", {"slots": NINE}, format="json")
    span = {"from": "2031-11-24T00:00:00Z", "to": "2031-12-01T00:00:00Z"}
    client = world.client("author")
    assert [slot["local_time"] for slot in client.get("/api/slots/free/", span).data] == ["2031-11-24T09:00", "2031-11-26T18:30"]
    client.post("/api/posts/", draft(channel, when="2031-11-24T09:10"), format="json")
    assert [slot["local_time"] for slot in client.get("/api/slots/free/", span).data] == ["2031-11-26T18:30"]
    assert world.client("other").get("/api/slots/free/", span).data == []


def test_what_has_passed_is_not_free(world):
    channel = world.channel()
    world.client("planner").patch(f"/api/channels/{channel.pk}/", {"slots": NINE}, format="json")
    assert world.client("author").get("/api/slots/free/", {"from": "2020-11-24T00:00:00Z", "to": "2020-12-01T00:00:00Z"}).data == []
