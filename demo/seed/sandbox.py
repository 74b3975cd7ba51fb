"""The sandbox's control API, as far as the demo needs it: accounts, sign-ins, posts of the past."""

import base64
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings

from bootstrap.say import Trouble

PATIENCE_S = 20


class Sandbox:
    """Raises Trouble, in one sentence, when it is away or refuses."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._session = requests.Session()
        self._session.trust_env = False  # no proxy on the way to this machine

    @classmethod
    def of_settings(cls) -> "Sandbox | None":
        """Return the sandbox that stands for every network here, or None when one of them is a real one."""
        bases = {site.base_url.removesuffix(f"/{slug}") for slug, site in settings.NETWORK_SITES.items()}
        base = bases.pop()
        return cls(base) if not bases and urlsplit(base).hostname in ("localhost", "127.0.0.1", "::1") else None

    def forget(self) -> None:
        """Its walls are empty and it knows nobody: what it still shows belongs to an earlier Carillon."""
        self._call("reset", {})

    def make_accounts(self, wanted: list[dict[str, str]]) -> None:
        self._call("accounts", wanted)

    def avatar(self, network: str, account: str) -> str:
        """Return the address of the picture that the networks' answers give."""
        return f"{self.base}/avatar/{network}/{account}"

    def grant(self, network: str, account: str) -> dict[str, Any]:
        """Return the network's own token answer for this account."""
        answer: dict[str, Any] = self._call("grant", {"network": network, "account": account})
        return answer

    def post(
        self,
        *,
        network: str,
        account: str,
        text: str,
        link: str = "",
        at: datetime,
        pictures: list[tuple[bytes, str]] | None = None,
        reply_to: str = "",
    ) -> tuple[str, str]:
        """The post stands on the wall since then; return its id and permalink. `pictures`: bytes and alternative text."""
        shown = [{"base64": encoded(content), "alt": alt} for content, alt in pictures or []]
        body = {"network": network, "account": account, "text": text, "link": link, "created_at": at.isoformat(), "reply_to": reply_to}
        made = self._call("posts", body | {"pictures": shown})[0]
        return str(made["id"]), str(made["permalink"])

    def _call(self, path: str, body: Any) -> Any:
        try:
            answer = self._session.post(f"{self.base}/control/{path}", json=body, timeout=PATIENCE_S)
            told = answer.json()
        except requests.RequestException:
            raise Trouble(f"The sandbox does not answer at {self.base}, so the demo was not filled. `make run` starts both.") from None
        if answer.status_code != 200:
            raise Trouble(f"The sandbox refused {path}, so the demo was not filled: {told.get('error', told)}")
        return told


def encoded(content: bytes) -> str:
    """Return the bytes as the control API takes them."""
    return base64.b64encode(content).decode()
