"""Whoever belongs to no organisation, or to another one, is told 404 on every route: it is as if nothing were there."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.test import APIClient
from rest_framework.views import APIView

from accounts.orgs.access import InOrganisation
from tests.world import World, draft

METHODS = ("get", "post", "patch", "put", "delete")


def routes(resolver: Any = None, prefix: str = "") -> Iterator[tuple[str, type[APIView], list[str]]]:
    """Yield path template, view class and methods of every API view."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, path)
        elif isinstance(pattern, URLPattern):
            view: Any = pattern.callback
            cls = getattr(view, "cls", None)
            if isinstance(cls, type) and issubclass(cls, APIView):
                methods = list(getattr(view, "actions", None) or [m for m in METHODS if hasattr(cls, m)])
                yield path, cls, methods


IN_ORGANISATION = [(path, method) for path, cls, methods in routes() if issubclass(cls, InOrganisation) for method in methods]


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


def filled(path: str, known: dict[str, str]) -> str:
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda m: known.get(m.group(1), known["pk"]), path)


def test_there_are_routes_to_walk():
    assert len(IN_ORGANISATION) > 40


@pytest.mark.parametrize(("path", "method"), IN_ORGANISATION)
def test_a_stranger_is_told_404(world: World, path: str, method: str):
    post = world.client("author").post("/api/posts/", draft(world.channel()), format="json").data["id"]
    url = filled(path, {"pk": post})
    for client in (world.client("stranger", world.organisation), world.client("other", world.organisation)):
        assert getattr(client, method)(url, {}, format="json").status_code == 404


@pytest.mark.parametrize(("path", "method"), IN_ORGANISATION)
def test_nobody_signed_in_is_asked_to_sign_in(world: World, path: str, method: str):
    url = filled(path, {"pk": str(world.organisation.pk)})
    answer = getattr(APIClient(), method)(url, {}, format="json", headers={"X-Organisation": str(world.organisation.pk)})
    assert (answer.status_code, answer.data["problem"]) == (401, "sign-in-needed")


def test_another_organisations_rows_are_not_there(world: World):
    """The other side asks within its own organisation for rows of ours, by their true ids."""
    channel = world.channel()
    asset = world.picture()
    author = world.client("author")
    post = author.post("/api/posts/", draft(channel), format="json").data["id"]
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    approval = world.client("approver").get("/api/decisions/").data[0]["id"]
    other = world.client("other")
    for url in (f"/api/posts/{post}/", f"/api/channels/{channel.pk}/", f"/api/assets/{asset.pk}/", f"/api/decisions/{approval}/"):
        assert other.get(url).status_code == 404, url
    theirs = {"versions": [{"language": "fr", "segments": ["x"], "pictures": [{"asset": str(asset.pk)}]}], "placements": []}
    assert other.post("/api/posts/", theirs, format="json").data["problem"] == "picture-gone"
    assert other.post("/api/posts/", draft(channel), format="json").data["problem"] == "channel-gone"
    assert other.get("/api/posts/").data["count"] == 0
