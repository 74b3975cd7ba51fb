"""The page names beforehand what its address needs, and what the API answers travels compressed."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from accounts.people.models import User
from config import first_paint
from config.compress import Compressed

SCREENS = {
    "$org/posts/$id": ["/assets/composer.js", "/assets/composer.css"],
    "$org/posts/new": ["/assets/new.js"],
    "$org/calendar": ["/assets/calendar.js"],
    "sign-in": ["/assets/sign-in.js"],
}
PAGE = '<!doctype html><html lang="en"><head><title>Carillon</title></head><body></body></html>'


def test_an_address_needs_the_files_of_its_screen() -> None:
    assert first_paint.needed(SCREENS, "/demain/calendar") == ["/assets/calendar.js"]
    assert first_paint.needed(SCREENS, "/demain/posts/12/") == SCREENS["$org/posts/$id"]
    assert first_paint.needed(SCREENS, "/demain/posts/new") == ["/assets/new.js"]
    assert first_paint.needed(SCREENS, "/nowhere/at/all/of/it") == []


def test_the_page_is_in_the_readers_language_and_says_who_reads_it() -> None:
    built = first_paint.Built(page=PAGE, screens=SCREENS, languages={"fr": "/assets/fr.js"})
    page = first_paint.page(built, path="/demain/posts/12", language="fr", me={"name": "</script><script>alert(1)"})
    assert '<html lang="fr">' in page
    assert '<link rel="modulepreload" fetchpriority="low" crossorigin href="/assets/fr.js">' in page
    assert '<link rel="stylesheet" crossorigin href="/assets/composer.css">' in page
    assert "<script>alert" not in page


@pytest.mark.django_db
def test_a_page_for_nobody_says_nothing_of_anybody(client: Client, settings: Any, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "screens.json").write_text(json.dumps({"screens": SCREENS, "languages": {}}))
    settings.WEB_APP = tmp_path
    assert 'id="me"' not in client.get("/demain/calendar").content.decode()
    client.force_login(User.objects.create_user("ada@example.org", "a-long-password"))
    assert "ada@example.org" in client.get("/demain/calendar").content.decode()


@pytest.mark.parametrize(("kind", "is_compressed"), [("application/json", True), ("image/png", False), ("text/event-stream", False)])
def test_texts_are_compressed_for_whoever_can_read_it(kind: str, is_compressed: bool) -> None:
    body = b'{"words": "always the same"}' * 100
    request = RequestFactory().get("/api/posts/", HTTP_ACCEPT_ENCODING="gzip, br")
    answer = Compressed(lambda _: HttpResponse(body, content_type=kind, headers={"ETag": '"7"'}))(request)
    assert isinstance(answer, HttpResponse)
    assert answer.has_header("Content-Encoding") == is_compressed
    assert (gzip.decompress(answer.content) if is_compressed else answer.content) == body
    assert answer.headers["ETag"] == '"7"'
