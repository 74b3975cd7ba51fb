"""The networks' side of it: accounts, sign-ins and troubles ordered, and what stands on the wall, by the sandbox's control API."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings

from accounts.problems import Refusal

PATIENCE_S = 5.0
NEAR = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Standing:
    """One post as a network accepted it."""

    account: str
    text: str
    at: datetime


class Wall:
    """Raises Refusal("sandbox-away")."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._session = requests.Session()
        self._session.trust_env = False  # no proxy on the way to this machine

    @classmethod
    def of_settings(cls) -> "Wall":
        """Return the sandbox that stands for every network here. Raises Refusal where one of them is a real one."""
        bases = {site.base_url.removesuffix(f"/{slug}") for slug, site in settings.NETWORK_SITES.items()}
        base = bases.pop()
        if bases or urlsplit(base).hostname not in NEAR:
            raise Refusal("break-it-real-network", status=409)
        return cls(base)

    def make_account(self, *, network: str, name: str, handle: str) -> str:
        """Return the id of the account with this handle, made when it was not there."""
        return str(self._ask("POST", "accounts", {"network": network, "name": name, "handle": handle})[0]["id"])

    def avatar(self, network: str, account: str) -> str:
        return f"{self.base}/avatar/{network}/{account}"

    def grant(self, network: str, account: str) -> dict[str, Any]:
        """Return the network's own token answer, as after a sign-in."""
        answer: dict[str, Any] = self._ask("POST", "grant", {"network": network, "account": account})
        return answer

    def order(self, *, network: str, operation: str, kind: str, account: str, times: int, seconds: float | None = None) -> None:
        """So many of the next calls meet this trouble."""
        order = {"network": network, "operation": operation, "kind": kind, "account": account, "times": times, "seconds": seconds}
        self._ask("POST", "faults", order)

    def call_off(self, accounts: set[str]) -> None:
        """No trouble is ordered for these accounts any more."""
        for fault in self._ask("GET", "faults")["faults"]:
            if fault["account"] in accounts:
                self._ask("DELETE", f"faults?id={fault['id']}")

    def newest(self) -> int:
        """Return the number of the newest entry of the ledger."""
        rows = self._ask("GET", "ledger")
        return int(rows[-1]["seq"]) if rows else 0

    def since(self, seq: int, *, accounts: set[str]) -> list[Standing]:
        """Return what these accounts' networks have accepted after that entry, oldest first."""
        return [
            Standing(account=row["account"], text=row["text"], at=datetime.fromtimestamp(row["created_ms"] / 1000, UTC))
            for row in self._ask("GET", f"ledger?after={seq}")
            if row["account"] in accounts
        ]

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        try:
            answer = self._session.request(method, f"{self.base}/control/{path}", json=body, timeout=PATIENCE_S)
            answer.raise_for_status()
            return answer.json()
        except (requests.RequestException, ValueError):
            raise Refusal("sandbox-away", status=503) from None
