"""What a card of the calendar shows, and that a full week costs the database no more questions than a quiet one."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import World, draft, local

DAY = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=3)


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


def planned(world: World, body: dict[str, Any]) -> None:
    answer = world.client("planner").post("/api/posts/", body, format="json")
    assert answer.status_code == 201, answer.json()


def cards(world: World, **asked: Any) -> list[dict[str, Any]]:
    span = {"from": (DAY - timedelta(days=1)).isoformat(), "to": (DAY + timedelta(days=1)).isoformat()}
    found: list[dict[str, Any]] = world.client("planner").get("/api/calendar/", {**span, **asked}).json()
    return found


def in_two_languages(world: World, **more: Any) -> dict[str, Any]:
    picture = world.picture()
    return {
        "versions": [
            {"language": "fr", "segments": ["\n  Un loyer juste.\nLa suite."]},
            {"language": "nl", "segments": ["Een eerlijke huur."], "pictures": [{"asset": str(picture.pk), "alt": "Affiche"}]},
        ],
        "placements": [
            {"channel": str(world.channel("facebook").pk), "languages": ["fr"], "local_time": local(DAY)},
            {"channel": str(world.channel("twitter").pk), "languages": ["nl"], "local_time": local(DAY), **more},
        ],
    }


def test_a_card_shows_the_first_line_and_the_picture_of_its_own_language(world: World):
    planned(world, in_two_languages(world))
    shown = {card["network"]: card for card in cards(world)}
    assert shown["facebook"]["first_line"] == "Un loyer juste."
    assert shown["facebook"]["asset"] is None
    assert shown["twitter"]["first_line"] == "Een eerlijke huur."
    assert shown["twitter"]["asset"] is not None


def test_a_channels_own_text_is_what_its_card_shows(world: World):
    planned(world, in_two_languages(world, own_segments=["Kort voor X."]))
    shown = {card["network"]: card["first_line"] for card in cards(world)}
    assert shown == {"facebook": "Un loyer juste.", "twitter": "Kort voor X."}


def test_the_calendar_is_narrowed_by_channel_language_state_and_words(world: World):
    planned(world, in_two_languages(world))
    facebook = next(card["channel"] for card in cards(world) if card["network"] == "facebook")
    assert [card["network"] for card in cards(world, channel=facebook)] == ["facebook"]
    assert [card["network"] for card in cards(world, language="nl")] == ["twitter"]
    assert len(cards(world, q="eerlijke")) == 2
    assert len(cards(world, state="draft")) == 2
    assert cards(world, state="published") == []


def test_a_post_in_three_languages_is_found_by_each(world: World):
    body = in_two_languages(world)
    body["versions"].append({"language": "de", "segments": ["Eine faire Miete."]})
    body["placements"] = [{"channel": str(world.channel("facebook").pk), "languages": ["nl", "fr", "de"], "local_time": local(DAY)}]
    planned(world, body)
    assert [len(cards(world, language=code)) for code in ("nl", "fr", "de", "en")] == [1, 1, 1, 0]


def test_the_calendar_is_narrowed_by_author(world: World):
    planned(world, draft(world.channel(), when=local(DAY)))
    assert len(cards(world, author=str(world.planner.pk))) == 1
    assert cards(world, author=str(world.author.pk)) == []


def test_a_full_week_costs_no_more_questions_than_a_quiet_one(world: World):
    channel = world.channel("facebook")
    planned(world, draft(channel, text="Le premier.", when=local(DAY)))
    cards(world)
    with CaptureQueriesContext(connection) as quiet:
        cards(world)
    for number in range(20):
        planned(world, draft(channel, text=f"Encore un, le numéro {number}.", when=local(DAY + timedelta(minutes=number))))
    with CaptureQueriesContext(connection) as full:
        assert len(cards(world)) == 21
    assert len(full) == len(quiet)


@pytest.mark.parametrize("what", ["calendar", "outside", "cadence", "cadence/gaps", "slots/free"])
def test_a_span_at_the_end_of_all_calendars_is_refused_in_words(world: World, what: str):
    span = {"from": "9999-12-26T23:00:00Z", "to": "9999-12-30T23:00:00Z"}
    answer = world.client("planner").get(f"/api/{what}/", span)
    assert (answer.status_code, answer.json()["problem"]) == (400, "time-not-understood")
