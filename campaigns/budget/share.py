"""The digital share. Pure; worked examples in docs/algorithms/digital-share.md."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from campaigns.budget.money import divided


@dataclass(frozen=True)
class Item:
    """What something cost (money.cost), how much of it is digital, and whether it buys space or time from somebody else's audience.

    `is_extension`: a digital form of an older medium, which some statistics leave out (media.py).
    """

    cents: int
    digital_permille: int
    is_paid_media: bool = False
    is_extension: bool = False


@dataclass(frozen=True)
class Share:
    """`numerator` and `denominator` in cents; `permille` 0-1000, None when there is nothing to share out.

    `thousandths` is the numerator before rounding, in thousandths of a cent.
    """

    numerator: int
    denominator: int
    permille: int | None
    thousandths: int = field(repr=False)

    def short_of(self, target_permille: int) -> int:
        """Return the cents that would have to move from other media to digital ones to reach the target; 0 when it is reached."""
        missing = self.denominator * target_permille - self.thousandths
        return max(0, -(-missing // 1000))  # rounded up: a move of that size does reach it


def digital_share(items: Iterable[Item]) -> Share:
    """Return digital spend ÷ all spend, both as costs (money.cost). See docs/algorithms/digital-share.md."""
    thousandths = total = 0
    for item in items:
        thousandths += item.cents * item.digital_permille
        total += item.cents
    return Share(
        numerator=divided(thousandths, 1000),  # one rounding, of the sum: many small lines lose nothing
        denominator=total,
        permille=divided(thousandths, total) if total > 0 else None,
        thousandths=thousandths,
    )


def paid_media_share(items: Iterable[Item]) -> Share:
    """Return digital paid media ÷ all paid media: what other organisations' published figures can be compared with."""
    return digital_share(item for item in items if item.is_paid_media)


def full_cost_share(items: Iterable[Item]) -> Share:
    """Return the digital part of all communication costs: production, tools, staff and agency included, each by its documented split."""
    return digital_share(items)


SHARES = {"paid_media": paid_media_share, "full_cost": full_cost_share}


def strictly(items: Iterable[Item]) -> list[Item]:
    """Return the same costs with the digital forms of older media counted as those media: the denominator stays what it was."""
    return [replace(item, digital_permille=0) if item.is_extension else item for item in items]
