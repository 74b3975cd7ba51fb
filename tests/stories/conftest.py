from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox_server import SandboxServer
from tests.world import World


@pytest.fixture
def world(db: None, home: Path) -> World:
    return World.make()


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxServer]:
    """The real sandbox, in a process of its own, where new posts show at once."""
    server = SandboxServer.start(tmp_path_factory.mktemp("sandbox"))
    yield server
    server.stop()


@pytest.fixture
def wall(sandbox: SandboxServer, settings: Any, live_server: Any) -> SandboxServer:
    """The sandbox as this test's networks: no faults, nothing of earlier tests."""
    sandbox.control("reset", {})
    settings.NETWORK_SITES = {slug: replace(site, base_url=sandbox.url(slug)) for slug, site in settings.NETWORK_SITES.items()}
    settings.SITE_URL = live_server.url  # Instagram fetches pictures by their public address
    sandbox.settings(instagram_processing_seconds=0.0)
    settings.LOOKS_S = [0.0, 0.0, 0.0]
    return sandbox
