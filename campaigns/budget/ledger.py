"""What the entries of a ledger amount to. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from campaigns.budget.money import cost

COMMITMENT, RELEASE, EXPENSE = "commitment", "release", "expense"


@dataclass(frozen=True)
class Posting:
    kind: str
    net_cents: int
    vat_cents: int = 0


@dataclass(frozen=True)
class Balance:
    """Costs in cents (money.cost): promised and not yet used up; spent."""

    committed: int = 0
    spent: int = 0

    def left_of(self, planned: int) -> int:
        """Return what may still be promised; negative when too much was."""
        return planned - self.committed - self.spent


def balance(postings: Iterable[Posting], *, recovers: bool) -> Balance:
    """Return what these amount to for an organisation that `recovers` VAT, or not."""
    committed = spent = 0
    for posting in postings:
        cents = cost(posting.net_cents, posting.vat_cents, recovers)
        if posting.kind == EXPENSE:
            spent += cents
        else:
            committed += cents
    return Balance(committed=committed, spent=spent)


def release_due(postings: Iterable[Posting], *, asked: tuple[int, int], closed: bool) -> tuple[int, int]:
    """Return the release (net, VAT) that a request's entries still lack: negative when expenses have used up more of its commitment,
    positive when one of them was taken back. Afterwards what is committed equals what was asked less what was spent, never below 0;
    nothing once the request is closed.
    """
    seen = list(postings)
    spent = [sum(p.net_cents for p in seen if p.kind == EXPENSE), sum(p.vat_cents for p in seen if p.kind == EXPENSE)]
    committed = [sum(p.net_cents for p in seen if p.kind != EXPENSE), sum(p.vat_cents for p in seen if p.kind != EXPENSE)]
    net = 0 if closed else max(0, asked[0] - spent[0])
    vat = 0 if net == 0 else max(0, asked[1] - spent[1])
    return net - committed[0], vat - committed[1]
