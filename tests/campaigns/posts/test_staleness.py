"""A translation is marked when its source has changed, and only then."""

from typing import Any

import pytest

from campaigns.posts.staleness import behind, is_behind, origin
from tests.world import World, soon

FR, NL = "Un loyer juste.", "Een eerlijke huur."


@pytest.mark.parametrize(
    ("source", "source_text", "now", "expected"),
    [
        ("", None, FR, False),
        ("fr", [FR], FR, False),
        ("fr", [FR], f"  {FR}\n", False),
        ("fr", [FR], "Un loyer juste, enfin.", True),
        ("fr", [FR], "", False),
        ("fr", None, "Autre.", False),
        ("de", [FR], FR, False),
    ],
)
def test_it_is_behind_when_the_source_says_something_else(source: str, source_text: Any, now: str, expected: bool):
    assert is_behind(source=source, source_text=source_text, texts={"fr": [now]}) is expected


def test_a_thread_cut_elsewhere_needs_no_new_translation():
    assert not is_behind(source="fr", source_text=["Un. Deux."], texts={"fr": ["Un.", "Deux."]})


def test_an_empty_translation_is_missing_rather_than_out_of_date():
    assert behind({"fr": (["Neuf."], "", None), "nl": ([""], "fr", ["Vieux."])}) == []


def test_an_edited_translation_is_up_to_date_and_one_left_alone_stays_behind():
    texts = {"fr": ["Neuf."]}
    alone = origin(was=([NL], "fr", [FR]), segments=[NL], source=None, source_text=None, texts=texts)
    edited = origin(was=([NL], "fr", [FR]), segments=["Nieuw."], source=None, source_text=None, texts=texts)
    still_right = origin(was=([NL], "fr", [FR]), segments=[NL], source="fr", source_text=["Neuf."], texts=texts)
    assert (alone, edited, still_right) == (("fr", [FR]), ("fr", ["Neuf."]), ("fr", ["Neuf."]))


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


def two(fr: str, nl: str, **more: Any) -> list[dict[str, Any]]:
    return [{"language": "fr", "segments": [fr]}, {"language": "nl", "segments": [nl], **more}]


def test_a_changed_source_is_shown_everywhere_and_a_new_translation_ends_it(world: World):
    author, channel = world.client("author"), world.channel()
    body = {
        "versions": two(FR, NL, source="fr"),
        "placements": [{"channel": str(channel.pk), "languages": ["nl"], "local_time": soon(60)}],
    }
    post = author.post("/api/posts/", body, format="json").data
    url = f"/api/posts/{post['id']}/"
    assert post["out_of_date"] == []
    changed = author.patch(url, {"versions": two("Un loyer juste, enfin.", NL)}, format="json").data
    said = [p for p in changed["problems"] if p["code"] == "translation-out-of-date"]
    assert changed["out_of_date"] == ["nl"] and [p["blocks"] for p in said] == [False]
    assert author.get("/api/posts/").data["results"][0]["out_of_date"] == ["nl"]
    card = author.get("/api/calendar/", {"from": "2026-01-01T00:00:00Z", "to": "2026-04-01T00:00:00Z"})
    assert card.status_code == 200
    mended = author.patch(url, {"versions": two("Un loyer juste, enfin.", "Eindelijk een eerlijke huur.")}, format="json").data
    assert mended["out_of_date"] == []


def test_where_a_text_comes_from_is_no_part_of_what_was_approved(world: World):
    author, channel = world.client("author"), world.channel()
    body = {"versions": two(FR, NL), "placements": [{"channel": str(channel.pk), "languages": ["nl"], "local_time": soon(60)}]}
    post = author.post("/api/posts/", body, format="json").data
    url = f"/api/posts/{post['id']}/"
    author.post(f"{url}submit/", {}, format="json")
    answer = author.patch(url, {"versions": two(FR, NL, source="fr", source_text=["Ancien."])}, format="json").data
    assert (answer["state"], answer["out_of_date"]) == ("in_review", ["nl"])
