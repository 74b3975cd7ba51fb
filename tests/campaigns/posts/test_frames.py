"""Whoever decides sees the part of a picture that will be published."""

from typing import Any

import pytest
from django_scopes import scope

from campaigns.media.models import Asset
from tests.world import World, draft


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


def framed(world: World, network: str, crop: dict[str, int] | None = None) -> dict[str, Any]:
    asset = world.picture()
    with scope(organisation=world.organisation):
        Asset.objects.filter(pk=asset.pk).update(width=1000, height=2000)
    body = draft(world.channel(network))
    body["versions"][0]["pictures"] = [{"asset": str(asset.pk), "alt": "Une affiche", "crop": crop}]
    answer = world.client("author").post("/api/posts/", body, format="json")
    assert answer.status_code == 201, answer.json()
    [frame] = answer.json()["placements"][0]["frames"]
    assert frame["asset"] == str(asset.pk)
    found: dict[str, Any] = frame
    return found


def test_a_chosen_part_is_what_goes_out(world: World):
    crop = {"x": 0, "y": 100, "width": 1000, "height": 500}
    frame = framed(world, "instagram", crop)
    assert (frame["part"], frame["fit"], frame["ratio"]) == (crop, "keep", 1.0)


def test_without_one_the_network_decides(world: World):
    tall = framed(world, "instagram")
    assert (tall["part"], tall["fit"]) == (None, "pad") and tall["ratio"] == pytest.approx(0.8, abs=0.01)
    whole = framed(world, "facebook")
    assert (whole["part"], whole["fit"]) == (None, "keep") and whole["ratio"] == pytest.approx(0.5, abs=0.01)
