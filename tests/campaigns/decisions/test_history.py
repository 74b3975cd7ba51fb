"""What was decided stays in reach: the newest at first, further back when asked."""

from typing import Any

import pytest

from tests.campaigns.proof.conftest import decide
from tests.world import World, draft


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


def test_the_history_goes_as_far_back_as_asked(world: World):
    channel, author = world.channel(), world.client("author")
    for text in ("Un", "Deux", "Trois"):
        post = author.post("/api/posts/", draft(channel, text=text), format="json").data["id"]
        author.post(f"/api/posts/{post}/submit/", {}, format="json")
        decide(world.client("approver"))
    viewer = world.client("viewer")
    titles = [c["title"] for c in viewer.get("/api/decisions/?state=decided").data]
    assert titles == ["Trois", "Deux", "Un"]
    for asked, found in (("2", 2), ("500", 3), ("100000", 3), ("x", 3), ("-1", 3), ("²", 3)):
        assert len(viewer.get(f"/api/decisions/?state=decided&most={asked}").data) == found, asked
