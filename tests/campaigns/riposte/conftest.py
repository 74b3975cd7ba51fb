from typing import Any

import pytest

from tests.world import World


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


@pytest.fixture
def channels(world: World) -> list[Any]:
    made = [world.channel("facebook"), world.channel("twitter")]
    for channel, languages in zip(made, (["fr"], ["nl"]), strict=True):
        channel.languages = languages
        channel.save()
    return made
