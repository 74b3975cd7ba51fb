"""Troubles by chance: a share of the mutating calls, drawn from a seed, so that the same calls meet the same troubles again."""

import random
from collections import Counter
from dataclasses import dataclass, field

from sandbox.faults import AFTER, BEFORE, Fault, UnknownFault
from sandbox.settings import Settings

MUTATING = {
    "facebook": ("upload", "create", "publish", "edit", "delete"),
    "instagram": ("container", "publish"),
    "twitter": ("upload", "metadata", "create", "delete"),
}
# Not among them: what ends an account's work for long (a revoked token, empty credits) and Graph's throttling, which counts in minutes.
USUAL = ("twitter:429", "5xx_before", "reset_before", "hang", "html_body", "odd_json", "unknown_4xx", *AFTER)
BY_ORDER_OF_CHANCE = 0  # no order of faults.py has this number


@dataclass
class Chance:
    """Draws for each call by its place in the row of the account's calls of that kind, whatever else arrives in between."""

    settings: Settings
    counted: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def draw(self, *, network: str, operation: str, account: str) -> Fault | None:
        """Return the trouble this call meets, if any."""
        rate = self.settings["chance_rate"]
        if not rate or operation not in MUTATING[network]:
            return None
        key = (network, operation, account)
        self.counted[key] += 1
        dice = random.Random(f"{self.settings['chance_seed']}:{':'.join(key)}:{self.counted[key]}")
        if dice.random() >= rate:
            return None
        among = AFTER if dice.random() < self.settings["chance_after"] else BEFORE
        kinds = [kind for kind in self.kinds(network) if kind in among]
        return Fault(id=BY_ORDER_OF_CHANCE, kind=dice.choice(kinds), seconds=self.settings["chance_seconds"]) if kinds else None

    def kinds(self, network: str) -> list[str]:
        """Return the kinds that may strike this network."""
        named = [name.rpartition(":") for name in self.settings["chance_kinds"] or USUAL]
        return [kind for only, _, kind in named if only in ("", network)]

    def forget(self) -> None:
        """Begin the rows anew."""
        self.counted.clear()


def check(kinds: list[str]) -> None:
    """Raises UnknownFault for a kind that cannot strike by chance."""
    for name in kinds:
        if str(name).rpartition(":")[2] not in BEFORE + AFTER:
            raise UnknownFault(f"unknown kind {name}; known: {', '.join(BEFORE + AFTER)}")
