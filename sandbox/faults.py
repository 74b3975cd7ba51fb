"""Troubles ordered through the control API: which network, at which operation, of which kind, how many times."""

from dataclasses import dataclass

from sandbox.store import Row, Store

OPERATIONS: dict[str, tuple[str, ...]] = {
    "facebook": ("token", "me", "upload", "create", "comment", "publish", "edit", "delete", "look", "status", "any"),
    "instagram": ("token", "me", "container", "status", "publish", "comment", "look", "limit", "any"),
    "twitter": ("token", "me", "upload", "metadata", "create", "delete", "look", "status", "any"),
}
DELAYS = ("latency", "visibility_delay")
BEFORE = ("429", "5xx_before", "reset_before", "hang", "html_body", "odd_json", "token_revoked", "unknown_4xx", "credit_empty")
AFTER = ("5xx_after", "reset_after", "hang_after", "cut_body", "html_after")
KINDS = DELAYS + BEFORE + AFTER
DEFAULT_SECONDS = {"latency": 1.0, "visibility_delay": 5.0, "429": 30.0, "hang": 60.0, "hang_after": 60.0}


class UnknownFault(ValueError):
    """The order names something the sandbox does not know; the message lists what it knows."""


@dataclass(frozen=True)
class Fault:
    """One order taken by one request."""

    id: int
    kind: str
    seconds: float


class Faults:
    """The orders still open, oldest first."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def order(self, *, network: str, operation: str, kind: str, account: str, times: int, seconds: float | None, now_ms: int) -> int:
        """Keep an order and return its number. `account` empty means all. Raises UnknownFault."""
        if network not in OPERATIONS:
            raise UnknownFault(f"unknown network {network}; known: {', '.join(OPERATIONS)}")
        if operation not in OPERATIONS[network]:
            raise UnknownFault(f"unknown operation {operation}; {network} knows: {', '.join(OPERATIONS[network])}")
        if kind not in KINDS:
            raise UnknownFault(f"unknown kind {kind}; known: {', '.join(KINDS)}")
        if kind == "credit_empty" and network != "twitter":
            raise UnknownFault("credit_empty exists on twitter only")
        if not 1 <= times <= 1_000_000:
            raise UnknownFault("times must be 1 to 1 000 000")
        if seconds is not None and not 0 <= seconds <= 86_400:
            raise UnknownFault("seconds must be 0 to 86 400")
        wait = DEFAULT_SECONDS.get(kind, 0.0) if seconds is None else seconds
        self._store.add(
            "faults", network=network, operation=operation, kind=kind, account=account, times=times, seconds=wait, created_ms=now_ms
        )
        row = self._store.one("SELECT last_insert_rowid() AS id")
        return int(row["id"]) if row else 0

    def take(self, *, network: str, operation: str, account: str) -> list[Fault]:
        """Use up, for one request, at most one order of each delay and one of the others."""
        taken: dict[str, Fault] = {}
        for row in self._store.all(
            "SELECT * FROM faults WHERE network = ? AND operation IN (?, 'any') AND account IN ('', ?) AND times > 0 ORDER BY id",
            network,
            operation,
            account,
        ):
            group = row["kind"] if row["kind"] in DELAYS else "outcome"
            taken.setdefault(group, Fault(id=row["id"], kind=row["kind"], seconds=row["seconds"]))
        for fault in taken.values():
            self._store.run("UPDATE faults SET times = times - 1 WHERE id = ?", fault.id)
        return list(taken.values())

    def give_back(self, fault: Fault) -> None:
        """Leave an order open after all: what it needs did not happen. What came by chance was no order."""
        self._store.run("UPDATE faults SET times = times + 1 WHERE id = ?", fault.id)

    def open(self) -> list[Row]:
        """Return the orders that may still strike."""
        return self._store.all("SELECT * FROM faults WHERE times > 0 ORDER BY id")

    def cancel(self, *, id: int | None = None) -> int:
        """Drop one order or all; return how many."""
        return self._store.run("DELETE FROM faults WHERE ? IS NULL OR id = ?", id, id)
