"""Cost per post and per result. Pure; rule and worked example in docs/algorithms/digital-share.md."""

from decimal import ROUND_HALF_EVEN, Decimal


def per_post(cents: int, posts: int) -> int | None:
    """Return what one of so many posts cost on average; None where nothing was spent or nothing published: that is unknown, not free."""
    return per_result(cents, Decimal(posts))


def per_result(cents: int, gained: Decimal | None) -> int | None:
    """Return what one unit of a result cost; None while it is not measured, has not grown, or nothing was spent."""
    if gained is None or gained <= 0 or cents <= 0:
        return None
    return int((Decimal(cents) / gained).quantize(Decimal(1), ROUND_HALF_EVEN))


def gained(baseline: Decimal, value: Decimal | None, *, is_up: bool) -> Decimal | None:
    """Return how far a figure has come from its baseline, in the direction it should go; None before its first reading."""
    if value is None:
        return None
    return value - baseline if is_up else baseline - value
