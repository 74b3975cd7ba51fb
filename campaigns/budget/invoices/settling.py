"""How payments settle expenses. Pure. Amounts are gross cents: what leaves the account. Examples in docs/algorithms/ledger.md."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from campaigns.budget.money import cost, divided

Key = TypeVar("Key", bound=Hashable)


def spread(cents: int, open_cents: Sequence[tuple[Key, int]]) -> list[tuple[Key, int]]:
    """Return how an amount settles what is open, the first first. What is more than all of it settles nothing."""
    shares = []
    for key, still in open_cents:
        taken = min(cents, still)
        if taken > 0:
            shares.append((key, taken))
            cents -= taken
    return shares


def paid_cost(*, net_cents: int, vat_cents: int, settled: int, recovers: bool) -> int:
    """Return how much of an expense's cost is paid, when so much of its gross amount is settled: all of it once all is settled."""
    gross = net_cents + vat_cents
    return divided(cost(net_cents, vat_cents, recovers) * settled, gross) if gross else 0


def rest_of(net_cents: int, vat_cents: int, *, credit: tuple[int, int]) -> tuple[int, int] | None:
    """Return what is left (net, VAT) of an expense after a credit note, or None where the credit note does not fit it."""
    net, vat = net_cents - credit[0], vat_cents - credit[1]
    return (net, vat) if net >= 0 and vat >= 0 and (net > 0 or vat == 0) else None


def part_of(net_cents: int, vat_cents: int, *, gross: int) -> tuple[int, int]:
    """Return so much of an expense's gross amount as net and VAT, in the proportion of the whole. No VAT is left where no net amount is."""
    net = divided(gross * net_cents, net_cents + vat_cents)
    vat = gross - net
    return (net - 1, vat + 1) if net == net_cents and vat < vat_cents else (net, vat)


def credit_over(expenses: Sequence[tuple[Key, int, int]], *, credit: tuple[int, int]) -> list[tuple[Key, int, int]] | None:
    """Return how a credit note (net, VAT) lowers these expenses when nobody says how: the first that it fits, else as much of each as it
    bears, in order. None where that does not come out: then a person divides it.
    """
    for key, net, vat in expenses:
        if rest_of(net, vat, credit=credit) is not None:
            return [(key, *credit)]
    shares = []
    for key, net, vat in expenses:
        part = (net, vat) if credit[0] >= net and credit[1] >= vat else (min(net, credit[0]), min(vat, credit[1]))
        if any(part) and rest_of(net, vat, credit=part) is not None:
            shares.append((key, *part))
            credit = (credit[0] - part[0], credit[1] - part[1])
    return shares if not any(credit) else None


def kept_of(settled: Iterable[tuple[Key, int]], *, most: int) -> list[tuple[Key, int]]:
    """Return what of these settlements still fits into `most`, the first first."""
    return spread(most, [(key, cents) for key, cents in settled if cents > 0])
