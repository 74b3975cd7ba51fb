"""What will have been spent at the end of a period. Pure; worked example in docs/algorithms/digital-share.md."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from campaigns.budget.share import Item


@dataclass(frozen=True)
class Planned:
    """A line's plan: its cost in cents and how that counts for the shares."""

    line: Hashable
    cents: int
    digital_permille: int
    is_paid_media: bool = False
    is_extension: bool = False

    def item(self, cents: int | None = None) -> Item:
        return Item(self.cents if cents is None else cents, self.digital_permille, self.is_paid_media, self.is_extension)


def rest_of_plan(lines: Iterable[Planned], *, bound: Mapping[Hashable, int]) -> list[Item]:
    """Return what each line's plan still expects beyond what is spent and promised on it (`bound`, cents).

    A line on which more is bound than planned expects nothing more, and takes nothing from the others.
    Lines of a period that is over expect nothing: whoever calls leaves them out.
    """
    rests = ((line, line.cents - bound.get(line.line, 0)) for line in lines)
    return [line.item(rest) for line, rest in rests if rest > 0]


def moved(lines: Sequence[Planned], *, source: Hashable, target: Hashable, cents: int) -> list[Planned]:
    """Return the plan with that much taken from one line and given to another."""
    change = {source: -cents, target: cents}
    return [replace(line, cents=line.cents + change.get(line.line, 0)) for line in lines]
