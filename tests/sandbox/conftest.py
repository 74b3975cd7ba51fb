"""One sandbox for all of these tests, emptied before each."""

import functools
import http.server
import io
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
from PIL import Image

from tests.sandbox_server import SandboxServer


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxServer]:
    server = SandboxServer.start(tmp_path_factory.mktemp("sandbox"))
    yield server
    server.stop()


@pytest.fixture
def sandbox(running: SandboxServer) -> SandboxServer:
    running.reset()
    running.settings(instagram_processing_seconds=0.0)
    return running


def picture(width: int = 1080, height: int = 1080, kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, kind)
    return out.getvalue()


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A small web server on this machine: its address, and the folder it serves."""
    folder = tmp_path_factory.mktemp("shelf")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", folder
        server.shutdown()


@dataclass
class Page:
    """A Facebook Page with its token."""

    base: str
    id: str
    token: str

    def get(self, path: str, **query: Any) -> requests.Response:
        return requests.get(f"{self.base}/v25.0/{path}", params={"access_token": self.token, **query}, timeout=10)

    def post(self, path: str, files: Any = None, **form: Any) -> requests.Response:
        return requests.post(f"{self.base}/v25.0/{path}", data={"access_token": self.token, **form}, files=files, timeout=10)

    def delete(self, path: str) -> requests.Response:
        return requests.delete(f"{self.base}/v25.0/{path}", params={"access_token": self.token}, timeout=10)

    def error(self, answer: requests.Response) -> tuple[int, int]:
        body = answer.json()["error"]
        return body["code"], body.get("error_subcode", 0)


@pytest.fixture
def our_page(sandbox: SandboxServer) -> Page:
    account = sandbox.account("facebook", "Demain", "demain.morgen")
    return Page(sandbox.url("facebook"), account["id"], sandbox.grant("facebook", account["id"])["access_token"])


@pytest.fixture
def profile(sandbox: SandboxServer) -> Page:
    account = sandbox.account("instagram", "Demain", "demain.morgen")
    return Page(sandbox.url("instagram"), account["id"], sandbox.grant("instagram", account["id"])["access_token"])


@dataclass
class Handle:
    """An X account with its token."""

    base: str
    id: str
    token: str

    def call(self, method: str, path: str, **more: Any) -> requests.Response:
        return requests.request(method, f"{self.base}/2/{path}", headers={"Authorization": f"Bearer {self.token}"}, timeout=10, **more)

    def post(self, text: str, **more: Any) -> requests.Response:
        return self.call("POST", "tweets", json={"text": text, **more})


@pytest.fixture
def handle(sandbox: SandboxServer) -> Handle:
    account = sandbox.account("twitter", "Demain", "demain")
    return Handle(sandbox.url("twitter"), account["id"], sandbox.grant("twitter", account["id"])["access_token"])
