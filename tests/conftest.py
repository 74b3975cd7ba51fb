"""What every test may ask for. Only this machine can be reached from a test (pytest-socket, see pyproject.toml)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scheduler.delivery import sender


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    """A CARILLON_HOME of this test's own."""
    settings.HOME = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path


@pytest.fixture(autouse=True)
def nothing_on_its_way() -> Iterator[None]:
    """What a test began to send is finished and let go of: no thread, lock or connection outlives it."""
    yield
    sender.close()
