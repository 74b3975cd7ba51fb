"""From which sum on who decides, and how many. Pure. Worked examples in docs/algorithms/ledger.md."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from accounts.orgs.rights import Verb

DECIDERS = (Verb.DECIDE_MONEY, Verb.DECIDE_LARGE, Verb.DECIDE_LARGEST)  # each holder of a later one holds the earlier ones too
SPLIT_DAYS = 30


@dataclass(frozen=True)
class Limit:
    """From this cost on, `needed` different people say yes in all, the last of them a holder of `verb`."""

    from_cents: int
    verb: Verb
    needed: int = 1


DEFAULTS = (
    Limit(0, Verb.DECIDE_MONEY, 1),
    Limit(250_00, Verb.DECIDE_MONEY, 2),
    Limit(2_500_00, Verb.DECIDE_LARGE, 2),
    Limit(10_000_00, Verb.DECIDE_LARGEST, 2),
)


def limit_for(cents: int, limits: Iterable[Limit]) -> Limit:
    """Return the highest limit that this cost reaches."""
    return max((limit for limit in limits if limit.from_cents <= cents), key=lambda limit: limit.from_cents)


def steps_of(limit: Limit) -> tuple[tuple[Verb, int], ...]:
    """Return the steps of an approval: the others first, then who must be among them."""
    if limit.verb == Verb.DECIDE_MONEY:
        return ((Verb.DECIDE_MONEY, limit.needed),)
    others = ((Verb.DECIDE_MONEY, limit.needed - 1),) if limit.needed > 1 else ()
    return (*others, (limit.verb, 1))


def lowest(limits: Iterable[Limit]) -> int | None:
    """Return the cost from which on an expense needs an approved request, or None: no limit above zero."""
    return min((limit.from_cents for limit in limits if limit.from_cents > 0), default=None)


def highest(limits: Iterable[Limit]) -> Limit:
    return max(limits, key=lambda limit: limit.from_cents)


def incomparable(limits: Sequence[Limit]) -> tuple[Limit, ...]:
    """Return what counts for sums in another currency than the limits': nobody can say which they reach, so each reaches the highest."""
    top, asks = highest(limits), lowest(limits) is not None
    return tuple(replace(top, from_cents=cents) for cents in ((0, 1) if asks else (0,)))


@dataclass(frozen=True)
class Order:
    """Something else bought from a supplier: asked for or booked on that day."""

    on: date
    supplier: str
    cents: int


def same_supplier(one: str, other: str) -> bool:
    return bool(one.strip()) and " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def split_with(*, supplier: str, cents: int, on: date, others: Iterable[Order], limits: Sequence[Limit]) -> tuple[Order, ...]:
    """Return the orders of the last 30 days that lift this one over a limit it does not reach by itself; else nothing."""
    near = [o for o in others if same_supplier(o.supplier, supplier) and timedelta(0) <= on - o.on <= timedelta(days=SPLIT_DAYS)]
    together = cents + sum(o.cents for o in near)
    return tuple(near) if limit_for(together, limits) != limit_for(cents, limits) else ()
