"""The card of a link: what pages say of themselves, however they are written, and nothing from inside."""

from typing import Any

import pytest

from campaigns.posts.links import page
from networks.wire import guard
from tests.world import World, png


def read(html: str, charset: str = "", encoding: str = "utf-8") -> page.Card:
    return page.read(html.encode(encoding), url="https://example.org/a/b", charset=charset)


def test_open_graph_comes_first_and_addresses_become_whole():
    card = read(
        """<html lang="fr-BE"><head><title>Onglet</title><meta property="og:title" content="Un&nbsp;loyer &amp; juste">
        <meta name="description" content="Vieux"><meta property="og:description" content="Signez
        ici"><meta property="og:image" content="/i.png"><meta property="og:site_name" content="Demain"></head></html>"""
    )
    assert (card.title, card.description, card.image) == ("Un loyer & juste", "Signez ici", "https://example.org/i.png")
    assert (card.site, card.language) == ("Demain", "fr-be")


@pytest.mark.parametrize(
    ("encoding", "charset", "meta"),
    [("utf-8", "", ""), ("iso-8859-1", "iso-8859-1", ""), ("cp1252", "", '<meta charset="windows-1252">'), ("cp1252", "", ""),
     ("utf-16", "", ""), ("utf-8", "no-such-set", "")],
)  # fmt: skip
def test_accents_survive_every_charset(encoding: str, charset: str, meta: str):
    assert read(f"<head>{meta}<title>Égalité été</title>", charset, encoding).title == "Égalité été"


@pytest.mark.parametrize(
    "html", ["", "<title", "<" * 5000, "<meta property=og:title content=>", "\x00\x01<title>\x00</title>", "<svg/onload=x>"]
)
def test_what_is_no_page_gives_an_empty_card(html: str):
    assert read(html).title == ""


def test_a_script_as_picture_is_none():
    for image in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://[", " "):
        assert read(f'<meta property="og:image" content="{image}"><title>a</title>').image == ""


def test_a_title_without_end_is_cut():
    assert len(read(f"<title>{'é' * 5000}</title>").title) == page.TITLE_MOST


@pytest.fixture
def world(db: None, home: Any) -> World:
    from django.core.cache import cache

    cache.clear()
    return World.make()


def test_an_address_inside_is_away_and_never_asked(world: World):
    for url in ("http://127.0.0.1:8000/", "http://169.254.169.254/latest/", "http://[::1]/"):
        card = world.client("author").get("/api/link-preview/", {"url": url}).json()
        assert (card["state"], card["title"], card["image"]) == ("away", "", "")


def test_what_is_no_address_is_said(world: World):
    for url in ("", "javascript:alert(1)", "example", "https://" + "a" * 3000):
        assert world.client("author").get("/api/link-preview/", {"url": url}).status_code == 400
    assert world.client("viewer").get("/api/link-preview/", {"url": "https://example.org"}).status_code == 403


def test_a_page_is_asked_once_and_its_picture_drawn_anew(world: World, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []

    def outside(url: str, **_: Any) -> guard.Fetched:
        asked.append(url)
        body = png(1200, 630) if url.endswith(".png") else b'<title>Page</title><meta property="og:image" content="/i.png">'
        return guard.Fetched(url=url, kind="", charset="utf-8", body=body)

    monkeypatch.setattr(guard, "follow", outside)
    cards = [world.client("author").get("/api/link-preview/", {"url": "https://example.org/p"}).json() for _ in range(2)]
    assert cards[0] == cards[1] and cards[0]["state"] == "shown" and cards[0]["image"].startswith("data:image/webp;base64,")
    assert asked == ["https://example.org/p", "https://example.org/i.png"]


def test_a_picture_that_is_none_leaves_the_words(world: World, monkeypatch: pytest.MonkeyPatch):
    def outside(url: str, **_: Any) -> guard.Fetched:
        return guard.Fetched(url=url, kind="", charset="", body=b'<title>Page</title><meta property="og:image" content="/i.png">')

    monkeypatch.setattr(guard, "follow", outside)
    card = world.client("author").get("/api/link-preview/", {"url": "https://example.org/q"}).json()
    assert (card["title"], card["image"]) == ("Page", "")
