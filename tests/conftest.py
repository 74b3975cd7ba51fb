"""What every test may ask for. Only this machine can be reached from a test (pytest-socket, see pyproject.toml)."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    """A CARILLON_HOME of this test's own."""
    settings.HOME = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path
