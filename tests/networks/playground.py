"""What a test does in the sandbox: make an account, sign in to it for real, order faults, read the ledger."""

import io
import re
import secrets
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from PIL import Image

import networks
from networks.contract import Account, Caller, Content, NotSent, Picture, Posted, Receipt, Site, Step
from networks.wire import deadline
from tests.networks.wire_server import serving
from tests.sandbox_server import APP_ID, APP_SECRET, SandboxServer

VERIFIER = "v" * 64


def adapter(slug: str) -> Any:
    """Return the adapter with all it can do, whatever its type says."""
    return networks.get(slug)


@cache
def jpeg() -> bytes:
    """Return a small JPEG that every network takes."""
    file = io.BytesIO()
    Image.effect_noise((640, 640), 40).convert("RGB").save(file, "JPEG", quality=60)
    return file.getvalue()


@contextmanager
def picture_server() -> Iterator[str]:
    """Serve the JPEG at every path."""
    body = jpeg()
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    with serving(answer) as server:
        yield server.url


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


class Playground:
    """One test's view of the sandbox."""

    def __init__(self, sandbox: SandboxServer, pictures: str) -> None:
        self.sandbox, self.url, self.pictures, self.patience_s = sandbox, sandbox.base, pictures, 10.0

    def fault(self, slug: str, operation: str, kind: str, *, seconds: float | None = None) -> None:
        """Order a fault; of a server that hangs, the next call is short of patience."""
        self.patience_s = 0.5 if kind.startswith("hang") else 10.0
        self.sandbox.fault(slug, operation, kind, seconds=seconds)

    def created(self, caller: Caller, slug: str) -> list[dict[str, Any]]:
        """Return what the network accepted as visible posts of this account, from its own ledger."""
        return self.sandbox.ledger(slug, caller.remote_id)

    # ── Signing in ───────────────────────────────────────────────────────────────────────────────────────────────
    def site(self, slug: str) -> Site:
        return Site(app_id=APP_ID, app_secret=APP_SECRET, base_url=self.sandbox.url(slug))

    def redirect_uri(self, slug: str) -> str:
        return f"http://localhost:8000/connect/{slug}/callback"

    def new_account(self, slug: str, name: str = "Demain") -> str:
        """Return the id of a fictional account nobody else uses."""
        return str(self.sandbox.account(slug, name, f"demain{secrets.token_hex(4)}")["id"])

    def consent(self, slug: str, *accounts: str, choice: str = "allow") -> str:
        """Answer the consent page; return where the person is sent back to."""
        address = adapter(slug).authorize_url(site=self.site(slug), redirect_uri=self.redirect_uri(slug), state="s1", verifier=VERIFIER)
        data = urllib.parse.urlencode([("choice", choice), *(("account", account) for account in accounts)]).encode()
        with pytest.raises(urllib.error.HTTPError) as sent_back:
            urllib.request.build_opener(_Stay).open(urllib.request.Request(address, data=data), timeout=10)
        assert sent_back.value.code == 303, sent_back.value.read()[:500]
        return str(sent_back.value.headers["Location"])

    def code(self, slug: str, *accounts: str) -> str:
        """Return the code that comes back, with the ending that Instagram appends."""
        found = re.search(r"[?&]code=([^&]+)", self.consent(slug, *accounts))
        assert found
        return urllib.parse.unquote(found[1])

    def sign_in(self, slug: str, *accounts: str) -> tuple[Account, ...]:
        code = self.code(slug, *accounts)
        found: tuple[Account, ...] = adapter(slug).accounts(
            site=self.site(slug), redirect_uri=self.redirect_uri(slug), code=code, verifier=VERIFIER
        )
        return found

    def caller(self, slug: str) -> Caller:
        """Return a caller for a fresh account, signed in through the consent page."""
        (account,) = self.sign_in(slug, self.new_account(slug))
        return Caller(site=self.site(slug), remote_id=account.remote_id, handle=account.handle, access_token=account.tokens.access)

    # ── Posting ──────────────────────────────────────────────────────────────────────────────────────────────────
    def picture(self, alt: str = "Une place pleine") -> Picture:
        url, size = f"{self.pictures}/{secrets.token_hex(4)}.jpg", len(jpeg())
        return Picture(key="p", mime="image/jpeg", width=640, height=640, size_bytes=size, alt=alt, url=url, read=jpeg)

    def perform(self, slug: str, step: Step, caller: Caller, content: Content, handles: dict[str, str]) -> Receipt:
        """Take one step."""
        with deadline.sending(until=deadline.clock() + 5, total_s=self._patience()):
            receipt: Receipt = adapter(slug).perform(step, caller=caller, content=content, handles=handles)
        handles[step.name] = receipt.handle
        return receipt

    def _patience(self) -> float:
        patience, self.patience_s = self.patience_s, 10.0
        return patience

    def look(self, slug: str, step: Step, caller: Caller, content: Content, handles: dict[str, str]) -> tuple[Posted, ...]:
        with deadline.sending(until=None, total_s=self._patience()):
            found: tuple[Posted, ...] = adapter(slug).look(
                step, caller=caller, content=content, handles=handles, since=datetime.now(UTC) - timedelta(minutes=1)
            )
        return found

    def prepare(self, slug: str, caller: Caller, content: Content, *, before: str = "") -> tuple[Step, dict[str, str]]:
        """Take all steps before the one of this name, else before the first visible one; return that step and the handles."""
        handles: dict[str, str] = {}
        for step in adapter(slug).steps(content):
            if step.name == before or (not before and step.visible):
                return step, handles
            self.insist(slug, step, caller, content, handles)
        raise AssertionError("no such step")

    def insist(self, slug: str, step: Step, caller: Caller, content: Content, handles: dict[str, str]) -> Receipt:
        """Take a step, again while the network says that it is not ready."""
        for _ in range(50):
            try:
                return self.perform(slug, step, caller, content, handles)
            except NotSent as error:
                if error.code != "still-preparing":
                    raise
                time.sleep(0.1)
        raise AssertionError("never ready")

    def publish(self, slug: str, caller: Caller, content: Content) -> list[Receipt]:
        """Take every step; return the receipts."""
        handles: dict[str, str] = {}
        return [self.insist(slug, step, caller, content, handles) for step in adapter(slug).steps(content)]
