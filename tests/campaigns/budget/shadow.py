"""The books kept a second time, on the back of an envelope: what people did, added up without the ledger's code or tables."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any


@dataclass
class Bought:
    """An expense as its papers say. `permille` and `is_paid_media`: of its line on the day it was booked."""

    line: int
    net: int
    vat: int
    permille: int
    is_paid_media: bool
    on: date
    request: Hashable = None
    has_invoice: bool = False
    settled: int = 0

    @property
    def gross(self) -> int:
        return self.net + self.vat


@dataclass
class Asked:
    """`promised`: somebody said yes; `is_closed`: nothing more will come for it."""

    line: int
    net: int
    vat: int
    by: Any
    is_promised: bool = False
    is_closed: bool = False


@dataclass
class Shadow:
    recovers: bool = False
    splits: dict[int, tuple[int, bool]] = field(default_factory=dict)  # line → per mille, paid media
    bought: dict[Any, Bought] = field(default_factory=dict)  # what stands
    asked: dict[Any, Asked] = field(default_factory=dict)
    paid: dict[Any, dict[Any, int]] = field(default_factory=dict)  # payment that stands → expense → gross cents
    amounts: dict[Any, int] = field(default_factory=dict)  # payment that stands → what left the account

    def cost(self, each: Bought | Asked) -> int:
        return each.net if self.recovers else each.net + each.vat

    def buy(self, key: Hashable, *, line: int, net: int, vat: int, on: date, request: Any = None, closes: bool = False) -> None:
        if request is not None and closes:
            self.close(request)
        self.bought[key] = Bought(line, net, vat, *self.splits[line], on, request)

    def close(self, request: Hashable) -> None:
        """Nothing more will come for it; where nothing is open any more, there is nothing to close."""
        self.asked[request].is_closed = self.asked[request].is_closed or any(self.open_of(request))

    def pay(self, key: Hashable, expenses: Iterable[Hashable], cents: int) -> None:
        """The first expense first."""
        parts: dict[Any, int] = {}
        self.amounts[key] = cents
        for each in expenses:
            part = min(cents, self.bought[each].gross - self.bought[each].settled)
            if part:
                self.bought[each].settled += part
                parts[each], cents = part, cents - part
        assert cents == 0, "more was paid than was open"
        self.paid[key] = parts

    def unpay(self, key: Hashable) -> None:
        for each, part in self.paid.pop(key).items():
            self.bought[each].settled -= part
        del self.amounts[key]

    def lower(self, old: Hashable, new: Hashable | None, *, net: int, vat: int) -> None:
        """A credit note, or a corrected amount: what is left stands in its place, by the split of its day, paid as far as fits."""
        was = self.bought.pop(old)
        rest = Bought(was.line, was.net - net, was.vat - vat, was.permille, was.is_paid_media, was.on, was.request, was.has_invoice)
        fits = rest.gross
        for parts in self.paid.values():
            kept = min(parts.pop(old, 0), fits)
            if kept and new is not None:
                parts[new], fits, rest.settled = kept, fits - kept, rest.settled + kept
        if new is not None:
            self.bought[new] = rest

    def spent(self, line: int) -> int:
        return sum(self.cost(each) for each in self.bought.values() if each.line == line)

    def settled(self, line: int) -> int:
        """Return how much of the line's cost is paid, each expense rounded half to even."""
        here = [each for each in self.bought.values() if each.line == line]
        return sum(round(Fraction(self.cost(each) * each.settled, each.gross)) for each in here)

    def open_of(self, request: Hashable) -> tuple[int, int]:
        """Return what is promised and not used up, net and VAT: asked less spent, never below nothing, and no VAT where no net is."""
        asked = self.asked[request]
        if not asked.is_promised or asked.is_closed:
            return 0, 0
        used = [each for each in self.bought.values() if each.request == request]
        net = max(0, asked.net - sum(each.net for each in used))
        return net, max(0, asked.vat - sum(each.vat for each in used)) if net else 0

    def committed(self, line: int) -> int:
        """Return what is promised on the line, as a cost."""
        found = [self.open_of(key) for key, asked in self.asked.items() if asked.line == line]
        return sum(net if self.recovers else net + vat for net, vat in found)

    def invoiced(self, line: int) -> int:
        return sum(self.cost(each) for each in self.bought.values() if each.line == line and each.has_invoice)

    def months(self) -> dict[str, int]:
        """Return what was spent by month, "2026-11"."""
        sums: Counter[str] = Counter()
        for each in self.bought.values():
            sums[f"{each.on:%Y-%m}"] += self.cost(each)
        return dict(sums)

    def share(self, figure: str) -> tuple[Fraction, int]:
        """Return the exact digital part and the whole, in cents."""
        counted = [each for each in self.bought.values() if figure == "full_cost" or each.is_paid_media]
        digital = sum((Fraction(self.cost(each) * each.permille, 1000) for each in counted), Fraction(0))
        return digital, sum(self.cost(each) for each in counted)
