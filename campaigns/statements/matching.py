"""What a movement may have paid. Pure: a person always confirms. Weights and examples in docs/algorithms/ledger.md."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from campaigns.budget.suppliers.names import alike, core_of

SURE, LIKELY = 100, 60  # from here on it is proposed as the one; from here on it is among the proposals
BACK = 40  # the same for what came back: seldom all of it, and only what was paid can
LATEST = timedelta(days=400)
MOST = 5


@dataclass(frozen=True)
class Wanted:
    """Something that waits to be paid. `kind`: "invoice", "expense" or "request" (approved, with something of it still promised)."""

    kind: str
    id: UUID
    cents: int  # what is open, gross
    currency: str
    on: date
    title: str
    names: tuple[str, ...] = ()
    ibans: frozenset[str] = field(default_factory=frozenset)
    reference: str = ""
    number: str = ""


@dataclass(frozen=True)
class Match:
    wanted: Wanted
    points: int
    reasons: tuple[str, ...]  # of "reference", "number", "iban", "name", "amount"

    @property
    def is_sure(self) -> bool:
        return self.points >= SURE


def matches(
    *, cents: int, currency: str, on: date, name: str, iban: str, communication: str, structured: str, among: Iterable[Wanted],
    least: int = LIKELY,
) -> list[Match]:  # fmt: skip
    """Return what a payment of so many cents (above zero) may have paid, the most probable first. `least`: points, from which on."""
    found = []
    for wanted in among:
        if wanted.currency != currency or wanted.cents <= 0 or not on - LATEST <= wanted.on <= on + LATEST:
            continue
        reasons = _reasons(wanted, cents=cents, name=name, iban=iban, communication=communication, structured=structured)
        points = sum(points for _, points in reasons)
        if points >= least and cents <= wanted.cents:
            found.append(Match(wanted, points, tuple(reason for reason, _ in reasons)))
    return sorted(found, key=lambda match: (-match.points, abs((match.wanted.on - on).days), str(match.wanted.id)))[:MOST]


def _reasons(wanted: Wanted, *, cents: int, name: str, iban: str, communication: str, structured: str) -> Sequence[tuple[str, int]]:
    reasons = []
    if structured and structured == re.sub(r"\D", "", wanted.reference):
        reasons.append(("reference", 80))
    if len(wanted.number) > 3 and _bare(wanted.number) in _bare(communication):
        reasons.append(("number", 50))
    if iban and iban in wanted.ibans:
        reasons.append(("iban", 50))
    elif core_of(name) and alike(name, wanted.names):
        reasons.append(("name", 40))
    if cents == wanted.cents:
        reasons.append(("amount", 40))
    return reasons


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())
