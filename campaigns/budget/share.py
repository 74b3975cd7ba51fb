"""The digital share. Pure; worked examples in docs/algorithms/digital-share.md."""

from collections.abc import Iterable
from dataclasses import dataclass

from campaigns.budget.money import divided


@dataclass(frozen=True)
class Item:
    """An amount net of VAT, how much of it is digital, and whether it buys space or time from somebody else's audience."""

    cents: int
    digital_permille: int
    is_paid_media: bool = False


@dataclass(frozen=True)
class Share:
    """`numerator` and `denominator` in cents; `permille` 0-1000, None when there is nothing to share out."""

    numerator: int
    denominator: int
    permille: int | None

    def short_of(self, target_permille: int) -> int:
        """Return the cents that would have to move from other media to digital ones to reach the target; 0 when it is reached."""
        wanted = self.denominator * target_permille
        missing = -((self.numerator * 1000 - wanted) // 1000)  # rounded up: a move of that size does reach it
        return max(0, missing)


def digital_share(items: Iterable[Item]) -> Share:
    """Return digital spend ÷ all spend. Amounts net of VAT. See docs/algorithms/digital-share.md."""
    thousandths = total = 0
    for item in items:
        thousandths += item.cents * item.digital_permille
        total += item.cents
    # One rounding, of the sum: cents of many small lines do not get lost.
    numerator = divided(thousandths, 1000)
    return Share(numerator=numerator, denominator=total, permille=divided(thousandths, total) if total > 0 else None)


def paid_media_share(items: Iterable[Item]) -> Share:
    """Return digital paid media ÷ all paid media: what other organisations' published figures can be compared with."""
    return digital_share(item for item in items if item.is_paid_media)


def full_cost_share(items: Iterable[Item]) -> Share:
    """Return the digital part of all communication costs: production, tools, staff and agency included, each by its documented split."""
    return digital_share(items)
