from typing import Any

import pytest

from tests.world import World


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()
