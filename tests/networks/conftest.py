"""One sandbox for the tests of the adapters, spoken to over HTTP like the real networks."""

from collections.abc import Callable, Iterator

import pytest

from networks.contract import Caller, Site
from tests.networks.playground import Playground, picture_server
from tests.sandbox_server import SandboxServer


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxServer]:
    """A running sandbox, shared by the tests of one process; every test makes accounts of its own in it."""
    server = SandboxServer.start(tmp_path_factory.mktemp("sandbox"))
    server.settings(instagram_processing_seconds=0.05)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def pictures() -> Iterator[str]:
    """The address of a server that answers every request with a JPEG, as our media addresses do."""
    with picture_server() as url:
        yield url


@pytest.fixture
def play(sandbox: SandboxServer, pictures: str) -> Iterator[Playground]:
    """What a test does in the sandbox; open faults are dropped at its end."""
    yield Playground(sandbox, pictures)
    sandbox.control("faults", method="DELETE")


@pytest.fixture
def caller_at() -> Callable[[str], Caller]:
    """Makes a caller whose network is the server at an address."""
    return lambda url: Caller(site=Site("app", "secret", url), remote_id="1001", handle="demain", access_token="t" * 40)
