"""What a post said after each sitting can be read, and put back."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django_scopes import scopes_disabled

from campaigns.posts.history.models import Revision
from campaigns.posts.history.rules import changed, goes_on
from tests.world import World, draft

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "who", "is_closed", "expected"), [(0, "ana", False, True), (4, "ana", False, True), (6, "ana", False, False),
        (1, "ben", False, False), (1, "ana", True, False)],
)  # fmt: skip
def test_one_sitting_is_one_revision(minutes: int, who: str, is_closed: bool, expected: bool):
    assert goes_on(at=NOW - timedelta(minutes=minutes), by="ana", is_closed=is_closed, now=NOW, who=who) is expected


def test_what_changed_is_said_by_language():
    before = {"title": "", "versions": [{"language": "fr", "segments": ["a"], "pictures": []}], "placements": []}
    after = {
        "title": "Neuf",
        "versions": [{"language": "fr", "segments": ["b"], "pictures": [{"asset": "1"}]}, {"language": "nl", "segments": ["c"]}],
        "placements": [{"channel": "1", "languages": ["fr"], "local_time": "", "zone": ""}],
    }
    said = [(one["what"], one["language"]) for one in changed(before, after)]
    assert said == [("title", ""), ("text", "fr"), ("pictures", "fr"), ("language-added", "nl"), ("channels", "")]


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


def test_saves_of_one_sitting_are_one_and_another_person_begins_the_next(world: World):
    author, planner = world.client("author"), world.client("planner")
    post = author.post("/api/posts/", draft(world.channel()), format="json").data
    url = f"/api/posts/{post['id']}/"
    for text in ("Un.", "Deux.", "Trois."):
        author.patch(url, {"versions": [{"language": "fr", "segments": [text]}]}, format="json")
    planner.patch(url, {"versions": [{"language": "fr", "segments": ["Quatre."]}]}, format="json")
    history = author.get(f"{url}history/").json()
    assert [(row["by_name"], [c["what"] for c in row["changed"]]) for row in history] == [("Planner", ["text"]), ("Author", ["begun"])]
    one = author.get(f"{url}history/{history[0]['id']}/").json()
    assert one["content"]["versions"][0]["segments"] == ["Quatre."] and one["before"]["versions"][0]["segments"] == ["Trois."]


def test_what_was_submitted_stays_readable_as_it_was(world: World):
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel(), text="Soumis."), format="json").data
    url = f"/api/posts/{post['id']}/"
    author.post(f"{url}submit/", {}, format="json")
    author.patch(url, {"versions": [{"language": "fr", "segments": ["Changé."]}]}, format="json")
    history = author.get(f"{url}history/").json()
    assert [row["was_submitted"] for row in history] == [False, True]


def test_saving_the_same_again_or_deciding_keeps_nothing_new(world: World):
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel()), format="json").data
    for _ in range(3):
        author.patch(f"/api/posts/{post['id']}/", {"title": ""}, format="json")
    with scopes_disabled():
        assert Revision.objects.count() == 1


def test_a_post_from_before_keeps_what_it_said(world: World):
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel(), text="Avant."), format="json").data
    with scopes_disabled():
        Revision.objects.all().delete()
    author.patch(f"/api/posts/{post['id']}/", {"title": "Neuf"}, format="json")
    history = author.get(f"/api/posts/{post['id']}/history/").json()
    first = author.get(f"/api/posts/{post['id']}/history/{history[-1]['id']}/").json()
    assert first["content"]["versions"][0]["segments"] == ["Avant."]


def test_other_organisations_read_nothing_of_it(world: World):
    post = world.client("author").post("/api/posts/", draft(world.channel()), format="json").data
    other = world.client("other", world.other)
    for path in ("history/", "notes/", "presence/"):
        assert other.get(f"/api/posts/{post['id']}/{path}").status_code == 404
