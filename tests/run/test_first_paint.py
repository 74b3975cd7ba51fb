"""The page names beforehand what its address needs, and what is answered travels compressed."""

import base64
import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory

from accounts.people.models import User
from config import first_paint
from config.compress import Compressed
from config.headers import policy_with
from config.web import PieceByPiece

SCREENS = {
    "$org/posts/$id": ["/assets/composer.js", "/assets/composer.css"],
    "$org/posts/new": ["/assets/new.js"],
    "$org/calendar": ["/assets/calendar.js"],
    "sign-in": ["/assets/sign-in.js"],
}
PAGE = """<!doctype html><html lang="en"><head><meta name="theme-color" content="#FBFAF7" media="(prefers-color-scheme: light)" />
<meta name="theme-color" content="#0E1626" media="(prefers-color-scheme: dark)" /><script type="module" crossorigin src="/a.js"></script>
<link rel="stylesheet" crossorigin href="/assets/index.css"></head><body><div id="root"><svg></svg></div></body></html>"""


def page_of(*given: Any, **asked: Any) -> str:
    return str(first_paint.page(*given, **asked))


def test_an_address_needs_the_files_of_its_screen() -> None:
    assert first_paint.needed(SCREENS, "/demain/calendar") == ["/assets/calendar.js"]
    assert first_paint.needed(SCREENS, "/demain/posts/12/") == SCREENS["$org/posts/$id"]
    assert first_paint.needed(SCREENS, "/demain/posts/new") == ["/assets/new.js"]
    assert first_paint.needed(SCREENS, "/nowhere/at/all/of/it") == []


def test_the_page_is_in_the_readers_language_and_says_who_reads_it() -> None:
    built = first_paint.Built(page=PAGE, screens=SCREENS, languages={"fr": "/assets/fr.js"})
    page = page_of(built, path="/demain/posts/12", language="fr", me={"name": "</script><script>alert(1)"})
    assert '<html lang="fr">' in page
    assert '<link rel="modulepreload" crossorigin href="/assets/fr.js">' in page
    assert "<script>alert" not in page


def test_the_app_is_named_on_every_page_before_what_an_address_needs() -> None:
    built = first_paint.Built(page=PAGE, app=["/assets/app.js"], screens=SCREENS)
    page = page_of(built, path="/demain/calendar", language="en", me=None)
    assert page.index("/assets/app.js") < page.index("/assets/calendar.js")
    assert "/assets/app.js" in page_of(built, path="/sign-in", language="en", me=None)


def test_the_page_carries_its_styles_in_their_order_and_the_apps_loader_knows_them() -> None:
    styles = {"/assets/index.css": "body{margin:0}", "/assets/composer.css": ".desk{gap:1px}"}
    built = first_paint.Built(page=PAGE, screens=SCREENS, styles=styles)
    page = page_of(built, path="/demain/posts/12", language="en", me=None)
    assert page.index("<style>body{margin:0}</style>") < page.index("<style>.desk{gap:1px}</style>")
    assert '<link rel="stylesheet" crossorigin href="/assets/composer.css" disabled>' in page
    assert '<script type="module" crossorigin src="/a.js">' in page


def test_the_apps_files_come_after_what_is_drawn_without_them() -> None:
    built = first_paint.Built(page=PAGE, app=["/assets/app.js"], screens=SCREENS, languages={"fr": "/assets/fr.js"})
    page = first_paint.page(built, path="/demain/calendar", language="fr", me=None)
    assert page.opening.endswith("</svg>") and "/assets/index.css" in page.opening and ".js" not in page.opening
    for file in ("/a.js", "/assets/app.js", "/assets/fr.js", "/assets/calendar.js"):
        assert file in page.app
    assert page.app.startswith("</div>"), "what the app draws into holds nothing of it"


def test_the_app_waits_until_the_first_words_are_drawn() -> None:
    built = first_paint.Built(page=PAGE, app=["/assets/app.js"], screens=SCREENS)
    page = first_paint.page(built, path="/demain/calendar", language="en", me=None)
    told = page.app_after("<ul>words</ul>")
    assert told.startswith("<ul>words</ul></div>"), "the words stand in what the app clears"
    held, script = re.fullmatch(r'.*<template id="app">(.*)</template><script>(.*)</script>', told, re.S).groups()  # type: ignore[union-attr]
    assert "/a.js" in held and "/assets/app.js" in held
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in policy_with(first_paint.DRAW_FIRST)


@pytest.mark.parametrize(("theme", "kind", "bar"), [("dark", ' class="dark"', "#0E1626"), ("light", ' class="light"', "#FBFAF7")])
def test_a_chosen_theme_is_there_from_the_first_moment(theme: str, kind: str, bar: str) -> None:
    page = page_of(first_paint.Built(page=PAGE), path="/", language="en", me=None, theme=theme)
    assert f'<html lang="en"{kind}>' in page
    assert page.count(f'content="{bar}"') == 2


@pytest.mark.parametrize("theme", ["", "system", '"><script>'])
def test_any_other_theme_leaves_it_to_the_device(theme: str) -> None:
    page = page_of(first_paint.Built(page=PAGE), path="/", language="en", me=None, theme=theme)
    assert '<html lang="en">' in page
    assert "#FBFAF7" in page and "#0E1626" in page


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


def test_a_stream_can_be_read_piece_by_piece() -> None:
    pieces = [b"<p>at once</p>" * 100, b"<p>later</p>"]
    request = RequestFactory().get("/", HTTP_ACCEPT_ENCODING="gzip")
    answer = Compressed(lambda _: StreamingHttpResponse(iter(pieces), content_type="text/html"))(request)
    assert isinstance(answer, StreamingHttpResponse)
    reader = zlib.decompressobj(16 + zlib.MAX_WBITS)
    got = [reader.decompress(piece) for piece in answer]
    assert got[:2] == pieces
    assert not b"".join(got[2:])
    assert reader.eof


def test_a_piece_leaves_before_the_next_is_made() -> None:
    made = []

    def pieces() -> Iterator[bytes]:
        for piece in (b"at once", b"later"):
            made.append(piece)
            yield piece

    async def read() -> list[tuple[bytes, int]]:
        return [(piece, len(made)) async for piece in PieceByPiece(pieces())]

    assert async_to_sync(read)() == [(b"at once", 1), (b"later", 2)]


def test_a_stream_stays_as_it_is_for_whoever_cannot() -> None:
    answer = Compressed(lambda _: StreamingHttpResponse(iter([b"as it is"]), content_type="text/html"))(RequestFactory().get("/"))
    assert isinstance(answer, StreamingHttpResponse)
    assert b"".join(answer) == b"as it is"
    assert not answer.has_header("Content-Encoding")
