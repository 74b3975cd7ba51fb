"""Files in pieces, as a tus client sends them: over lines that break, from people who may and who may not."""

import base64
import hashlib
from datetime import timedelta

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from campaigns.media import pieces, sweep
from campaigns.media.models import Asset, Upload
from tests.campaigns.media import pictures
from tests.campaigns.media.pictures import drawn, saved

PIECE = "application/offset+octet-stream"


def begin(client, size, *, name="manif.jpg", sha256="", **more):
    said = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in {"filename": name, "sha256": sha256}.items())
    return client.post("/api/uploads/", HTTP_TUS_RESUMABLE="1.0.0", HTTP_UPLOAD_LENGTH=str(size), HTTP_UPLOAD_METADATA=said, **more)


def send(client, where, offset, content):
    return client.generic("PATCH", where, content, content_type=PIECE, HTTP_TUS_RESUMABLE="1.0.0", HTTP_UPLOAD_OFFSET=str(offset))


def test_a_picture_in_three_pieces_is_in_the_library(author, home):
    content = saved(drawn(900, 700), "PNG")
    where = begin(author, len(content), sha256=hashlib.sha256(content).hexdigest())["Location"]
    for start in range(0, len(content), len(content) // 3 + 1):
        answer = send(author, where, start, content[start : start + len(content) // 3 + 1])
        assert answer.status_code == 204 and answer["Tus-Resumable"] == "1.0.0"
    state = author.get(where).data
    assert (state["asset"]["name"], state["asset"]["width"], state["was_known"], state["problem"]) == ("manif.jpg", 900, False, "")
    assert not list((home / "media").rglob("*uploads/*"))


def test_after_a_break_one_asks_how_far_it_is_and_goes_on(author):
    content = saved(drawn(), "PNG")
    where = begin(author, len(content))["Location"]
    send(author, where, 0, content[:2000])
    asked = author.head(where)
    assert (asked["Upload-Offset"], asked["Upload-Length"], asked["Cache-Control"]) == ("2000", str(len(content)), "no-store")
    again = send(author, where, 0, content[:2000])
    assert again.status_code == 409 and again.data["problem"] == "upload-elsewhere"
    send(author, where, 2000, content[2000:])
    assert author.get(where).data["asset"]["width"] == 800


def test_the_first_piece_may_come_at_once(author):
    content = saved(drawn(), "PNG")
    said = {"HTTP_TUS_RESUMABLE": "1.0.0", "HTTP_UPLOAD_LENGTH": str(len(content))}
    answer = author.generic("POST", "/api/uploads/", content, content_type=PIECE, **said)
    assert (answer.status_code, answer["Upload-Offset"]) == (201, str(len(content)))
    assert author.get(answer["Location"]).data["asset"]


@pytest.mark.parametrize(("content", "code"), [(pictures.HEIC, "picture-heic"), (b"%PDF-1.7", "picture-unknown")])
def test_what_is_no_picture_is_refused_with_its_first_piece(author, content, code):
    where = begin(author, len(content) + 1_000_000)["Location"]
    answer = send(author, where, 0, content.ljust(5000))
    assert answer.status_code == 415 and answer.data["problem"] == code


def test_too_large_is_refused_before_a_byte_is_sent(author, settings):
    settings.UPLOAD_MAX_BYTES = 50 * 1024 * 1024
    answer = begin(author, 60 * 1024 * 1024)
    assert answer.status_code == 413 and "50 MB" in answer.data["message"]
    assert author.options("/api/uploads/")["Tus-Max-Size"] == str(50 * 1024 * 1024)


def test_a_file_that_changed_on_the_way_is_not_taken(author):
    content = saved(drawn(), "PNG")
    where = begin(author, len(content), sha256="0" * 64)["Location"]
    send(author, where, 0, content)
    state = author.get(where).data
    assert state["asset"] is None and state["problem"] == "upload-damaged" and "did not arrive" in state["message"]
    with scopes_disabled():
        assert not Asset.objects.exists()


def test_the_same_picture_again_is_said_before_and_after(author):
    content = saved(drawn(), "PNG")
    digest = hashlib.sha256(content).hexdigest()
    assert author.get("/api/assets/known/", {"sha256": digest}).data["asset"] is None
    for was_known in (False, True):
        where = begin(author, len(content))["Location"]
        send(author, where, 0, content)
        assert author.get(where).data["was_known"] is was_known
    assert author.get("/api/assets/known/", {"sha256": digest}).data["asset"]["name"] == "manif.jpg"


def test_more_than_was_announced_and_nonsense_are_refused(author):
    where = begin(author, 100)["Location"]
    assert send(author, where, 0, b"x" * 101).status_code == 400
    assert begin(author, 0).status_code == 415
    assert begin(author, "-1").status_code == begin(author, "1e3").status_code == 400
    assert author.generic("PATCH", where, b"x", content_type=PIECE, HTTP_UPLOAD_OFFSET="0").status_code == 412


def test_an_upload_is_its_senders_alone(world, author):
    where = begin(author, 100)["Location"]
    for name, organisation in (("planner", world.organisation), ("other", world.other)):
        client = world.client(name, organisation)
        assert {client.head(where).status_code, send(client, where, 0, b"x").status_code, client.delete(where).status_code} == {404}
    assert begin(world.client("viewer", world.organisation), 100).status_code == 403
    assert author.delete(where).status_code == 204 and author.head(where).status_code == 404


def test_what_is_never_finished_is_swept(author, home):
    content = saved(drawn(), "PNG")
    send(author, begin(author, len(content))["Location"], 0, content[:2000])
    sweep.sweep(now=timezone.now())
    with scopes_disabled():
        assert Upload.objects.count() == 1
    sweep.sweep(now=timezone.now() + pieces.KEPT + timedelta(minutes=1))
    with scopes_disabled():
        assert not Upload.objects.exists()
    assert not [path for path in (home / "media").rglob("*") if path.is_file()]
