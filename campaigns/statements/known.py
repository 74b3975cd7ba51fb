"""Which movements of a file are known already. Pure. Rules and examples in docs/algorithms/ledger.md."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from campaigns.statements.movements import Movement

MARKS = ("coda", "bank", "entry", "end", "number", "balance")  # see the readers


@dataclass(frozen=True)
class Kept:
    """A movement that was taken in before. `key`: key_of(…)."""

    id: UUID
    key: str
    digest: str
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """A movement of a file, and the kept one that it is; None: it is new. Not `is_certain`: only account, day, amount and counter-account
    say so, and the bank may have made two alike.
    """

    movement: Movement
    kept: Kept | None
    is_certain: bool = True


def key_of(*, account: str, on: date, cents: int, currency: str, iban: str) -> str:
    """Return what two files say alike of one movement. Names and communications are left out: the formats of one bank write them
    differently, and the same movement must not count twice.
    """
    return "|".join([account, on.isoformat(), str(cents), currency, iban])


def digest_of(key: str, nth: int) -> str:
    """Return what the database lets in once: the second movement with this key is another one than the first."""
    return hashlib.sha256(f"{key}|{nth}".encode()).hexdigest()


def free_digest(key: str, taken: Collection[str]) -> str:
    nth = 1
    while digest_of(key, nth) in taken:
        nth += 1
    return digest_of(key, nth)


def told(movements: Iterable[Movement], kept: Iterable[Kept], *, another: Collection[int] = ()) -> list[Told]:
    """Return of each movement whether it is known. Each kept one is told of by one row of a file at most.

    1. A mark that both bear (the bank's number …) decides: equal ones are the same movement, other ones are two.
    2. What is left goes in order, the first with the first, unless a mark says otherwise.
    `another`: rows of which a person says that they are another movement; only where nothing is certain.
    """
    waiting: defaultdict[str, list[Kept]] = defaultdict(list)
    for one in kept:
        waiting[one.key].append(one)
    rows = list(movements)
    found: dict[int, Told] = {}
    for place, movement in enumerate(rows):
        same = next((one for one in waiting[keyed(movement)] if _agree(movement.marks, one.marks) is True), None)
        if same:
            waiting[same.key].remove(same)
            found[place] = Told(movement, same)
    for place, movement in enumerate(rows):
        if place in found:
            continue
        same = next((one for one in waiting[keyed(movement)] if _agree(movement.marks, one.marks) is None), None)
        if same:
            waiting[same.key].remove(same)
        found[place] = Told(movement, None if movement.number in another else same, is_certain=same is None)
    return [found[place] for place in range(len(rows))]


def keyed(movement: Movement) -> str:
    """Return its key; "" for a row without a day, which nothing is like."""
    if movement.on is None:
        return ""
    return key_of(account=movement.account, on=movement.on, cents=movement.cents, currency=movement.currency, iban=movement.iban)


def _agree(one: Mapping[str, str], other: Mapping[str, str]) -> bool | None:
    """Return whether two movements are the same by their marks; None when no kind of mark is on both."""
    shared = [kind for kind in MARKS if kind in one and kind in other]
    return any(one[kind] == other[kind] for kind in shared) if shared else None
