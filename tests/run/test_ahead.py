"""The page brings the first answers of its screen: the very same the API gives, to the very same person, and a phone its first words."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.http import QueryDict
from django.test import Client

from config import ahead
from config.opening import opening
from tests.world import World, draft, soon

BRUSSELS = ZoneInfo("Europe/Brussels")
TODAY = date(2026, 10, 22)
PHONE = "Mozilla/5.0 (Linux; Android 14) Mobile Safari"
PAGE = """<!doctype html><html lang="en"><head></head><body><div id="root"><svg></svg></div></body></html>"""


@pytest.fixture
def app(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE)
    settings.WEB_APP = tmp_path


def asked(path: str, query: str = "", *, is_phone: bool = True) -> list[ahead.Question]:
    return ahead.questions(path, QueryDict(query), zone=BRUSSELS, is_phone=is_phone, today=TODAY)


def of(found: list[ahead.Question], path: str) -> dict[str, Any]:
    return next(question.params["query"] for question in found if question.path == path)


def page_of(world: World, who: str, path: str, *, agent: str = PHONE) -> str:
    client = Client(headers={"User-Agent": agent})
    client.force_login(world.people[who])
    answer = client.get(path)
    assert answer.status_code == 200
    return b"".join(answer).decode()


def carried(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="answers" type="application/json">(.*?)</script>', page, re.DOTALL)
    return {one["path"]: one["answer"] for one in json.loads(found[1])} if found else {}


def test_a_phone_begins_with_two_weeks_and_a_laptop_with_the_week() -> None:
    """25 October 2026 has 25 hours in Brussels."""
    assert of(asked("/demain/calendar"), "/api/calendar/") == {"from": "2026-10-21T22:00:00.000Z", "to": "2026-11-04T23:00:00.000Z"}
    week = {"from": "2026-10-18T22:00:00.000Z", "to": "2026-10-25T23:00:00.000Z"}
    assert of(asked("/demain/calendar", is_phone=False), "/api/calendar/") == week
    assert of(asked("/demain/calendar", "view=week&date=2026-10-21"), "/api/calendar/") == week
    assert of(asked("/demain/calendar"), "/api/layers/") == {"from": "2026-10-22", "to": "2026-11-05"}


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/demain/calendar", "view=month"),
        ("/demain/calendar", "date=the+31st"),
        ("/demain/calendar", "date=9999-12-31"),
        ("/demain/calendar", "date=0001-01-01"),
    ],
)
def test_what_is_not_known_beforehand_is_left_to_the_app(path: str, query: str) -> None:
    assert not [question for question in asked(path, query) if question.path == "/api/calendar/"]


@pytest.mark.parametrize(("path", "query"), [("/demain/posts/new", ""), ("/demain", ""), ("/demain/calendar", "q=rent"), ("/", "")])
def test_other_screens_bring_nothing(path: str, query: str) -> None:
    assert asked(path, query) == []


def test_a_question_is_named_as_the_app_names_it() -> None:
    """frontend/src/api/client.ts makes its keys of these, values and order included."""
    notices = next(question for question in asked("/demain/decisions") if question.path == "/api/notices/")
    assert notices.params == {"query": {"unread": True, "page_size": 1}}
    assert notices.query == "unread=true&page_size=1"


@pytest.mark.django_db
@pytest.mark.usefixtures("app")
def test_the_page_brings_what_the_api_answers() -> None:
    world = World.make()
    client = world.client("planner")
    post = client.post("/api/posts/", draft(world.channel(), when=soon()), format="json").json()
    brought = carried(page_of(world, "planner", f"/{world.organisation.slug}/posts/{post['id']}"))
    assert brought["/api/posts/{id}/"] == client.get(f"/api/posts/{post['id']}/").json()
    assert brought["/api/channels/"] == client.get("/api/channels/?gone=true").json()
    brought = carried(page_of(world, "planner", f"/{world.organisation.slug}/calendar"))
    assert [row["post"] for row in brought["/api/calendar/"]] == [post["id"]]
    assert brought["/api/stop/"] == client.get("/api/stop/").json()


@pytest.mark.django_db
@pytest.mark.usefixtures("app")
def test_nobody_is_brought_what_is_not_theirs() -> None:
    world = World.make()
    post = world.client("planner").post("/api/posts/", draft(world.channel(), text="Among us", when=soon()), format="json").json()
    path = f"/{world.organisation.slug}/posts/{post['id']}"
    assert "Among us" not in b"".join(Client(headers={"User-Agent": PHONE}).get(path)).decode()
    assert "Among us" in page_of(world, "viewer", path)
    for who in ("stranger", "other"):
        assert "Among us" not in page_of(world, who, path)
    assert "Among us" not in page_of(world, "other", f"/{world.other.slug}/posts/{post['id']}")


@pytest.mark.django_db
@pytest.mark.usefixtures("app")
def test_a_phone_reads_the_first_words_before_the_app_is_there() -> None:
    world = World.make()
    text = "<script>alert(1)</script> Un loyer juste"
    world.client("planner").post("/api/posts/", draft(world.channel(), text=text, when=soon()), format="json")
    path = f"/{world.organisation.slug}/calendar"
    page = page_of(world, "planner", path)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Un loyer juste</li>" in page
    assert "<script>alert" not in page
    assert page.index("opening-words") < page.index('id="answers"')
    assert "opening-words" not in page_of(world, "planner", path, agent="Mozilla/5.0 (X11; Linux x86_64)")


@pytest.mark.django_db
@pytest.mark.usefixtures("app")
def test_trouble_with_one_answer_leaves_the_page_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World.make()
    monkeypatch.setattr("campaigns.posts.api.span", lambda _: 1 // 0)
    page = page_of(world, "planner", f"/{world.organisation.slug}/calendar")
    assert page.endswith("</body></html>")
    assert "/api/calendar/" not in carried(page)
    assert "/api/stop/" in carried(page)


def test_one_line_for_a_post_that_goes_to_several_channels() -> None:
    at = (datetime.now(UTC) + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
    row = {"local_time": at, "first_line": "Ensemble"}
    assert opening({"path": "/api/calendar/", "answer": [row, row]}).count("<li") == 1
    assert opening({"path": "/api/calendar/", "answer": []}) == ""
    assert opening({"path": "/api/stop/", "answer": {}}) == ""


def test_the_first_card_brings_the_files_of_its_request() -> None:
    cards = [{"money": {"id": "first"}}, {"money": {"id": "second"}}]
    assert ahead.papers(cards) == [ahead.Question("/api/documents/", {"query": {"request": "first"}})]
    assert ahead.papers([{"money": None}, *cards]) == ahead.papers([]) == []
