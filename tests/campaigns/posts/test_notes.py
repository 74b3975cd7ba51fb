"""Notes beside a post: read by everybody who sees it, changed by who wrote them, heard of by who is named."""

from typing import Any

import pytest
from django.core import mail

from accounts.notify.models import Notice
from tests.world import World, draft


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


@pytest.fixture
def notes(world: World) -> str:
    post = world.client("author").post("/api/posts/", draft(world.channel()), format="json").data
    return f"/api/posts/{post['id']}/notes/"


def test_who_is_named_hears_of_it_and_the_author_too(world: World, notes: str):
    body = {"text": "@Approver, peux-tu relire ?", "mentions": [str(world.approver.pk)]}
    said = world.client("planner").post(notes, body, format="json")
    assert said.status_code == 201 and said.data["is_mine"]
    heard = {(notice.user.name, notice.code, notice.mail_at is not None) for notice in Notice.objects.select_related("user")}
    assert heard == {("Approver", "note-names-you", True), ("Author", "note-on-your-post", False)}
    assert mail.outbox == []  # it leaves after the transaction


def test_strangers_cannot_be_named(world: World, notes: str):
    body = {"text": "@Other", "mentions": [str(world.people["other"].pk)]}
    said = world.client("author").post(notes, body, format="json")
    assert said.data["mentions"] == [] and not Notice.objects.exists()


def test_a_note_is_its_writers(world: World, notes: str):
    author, planner = world.client("author"), world.client("planner")
    note = author.post(notes, {"text": "La virgule."}, format="json").data
    url = f"/api/notes/{note['id']}/"
    refused = planner.patch(url, {"text": "Autre."}, format="json")
    assert (refused.status_code, refused.data["problem"]) == (403, "not-your-note")
    assert planner.delete(url).status_code == 403
    edited = author.patch(url, {"text": "La virgule, ligne 2."}, format="json").data
    assert edited["edited_at"] and edited["text"] == "La virgule, ligne 2."
    assert author.delete(url).status_code == 204
    assert planner.get(notes).data == []
    assert author.post(f"{url}put-back/", {}, format="json").status_code == 200
    assert len(planner.get(notes).data) == 1


def test_anybody_may_say_that_it_is_done_and_the_card_counts_what_is_open(world: World, notes: str):
    author, viewer = world.client("author"), world.client("viewer")
    note = author.post(notes, {"text": "La virgule."}, format="json").data
    post = notes.removesuffix("notes/")
    assert viewer.get(post).data["open_notes"] == 1
    done = viewer.post(f"/api/notes/{note['id']}/resolve/", {"is_resolved": True}, format="json").data
    assert done["resolved_by_name"] == "Viewer"
    assert viewer.get(post).data["open_notes"] == 0


@pytest.mark.parametrize(
    "body", [{}, {"text": " "}, {"text": "a" * 4001}, {"text": "a", "mentions": ["x"]}, {"text": "a", "language": "tlh"}]
)
def test_bad_input_is_said(world: World, notes: str, body: dict[str, Any]):
    assert world.client("author").post(notes, body, format="json").status_code == 400


def test_other_organisations_cannot_touch_one(world: World, notes: str):
    note = world.client("author").post(notes, {"text": "Entre nous."}, format="json").data
    other = world.client("other", world.other)
    assert other.patch(f"/api/notes/{note['id']}/", {"text": "x"}, format="json").status_code == 404
    assert other.delete(f"/api/notes/{note['id']}/").status_code == 404
