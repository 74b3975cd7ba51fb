"""What hours of work come to. Pure; worked example in docs/algorithms/digital-share.md."""

from collections.abc import Iterable
from dataclasses import dataclass

from campaigns.budget.money import divided
from campaigns.budget.share import Share


@dataclass(frozen=True)
class Worked:
    """`rate_cents`: what an unpaid hour of its period is reckoned at, None where nobody has said so."""

    minutes: int
    digital_permille: int
    is_unpaid: bool
    rate_cents: int | None = None


@dataclass(frozen=True)
class Reckoned:
    """Minutes, paid and unpaid apart. `value` and `digital_value`: the unpaid ones at their rate, in cents; None without a rate."""

    unpaid: int
    unpaid_digital: int
    staff: int
    staff_digital: int
    permille: int | None
    value: int | None
    digital_value: int | None
    value_thousandths: int = 0

    def beside(self, money: Share) -> Share | None:
        """Return the full-cost share as it would be with the unpaid hours at their rate: a figure of its own, never the share itself."""
        if self.value is None:
            return None
        total, thousandths = money.denominator + self.value, money.thousandths + self.value_thousandths
        return Share(divided(thousandths, 1000), total, divided(thousandths, total) if total else None, thousandths)


def reckon(worked: Iterable[Worked]) -> Reckoned:
    """Return the sums, each rounded once. One unpaid hour without a rate: no value is told, as it would leave work out."""
    rows = list(worked)
    unpaid, staff = [row for row in rows if row.is_unpaid], [row for row in rows if not row.is_unpaid]
    every = sum(row.minutes for row in rows)
    is_valued = bool(unpaid) and all(row.rate_cents is not None for row in unpaid)
    value = divided(sum(row.minutes * (row.rate_cents or 0) for row in unpaid), 60)
    thousandths = divided(sum(row.minutes * (row.rate_cents or 0) * row.digital_permille for row in unpaid), 60)
    return Reckoned(
        unpaid=sum(row.minutes for row in unpaid),
        unpaid_digital=_digital(unpaid),
        staff=sum(row.minutes for row in staff),
        staff_digital=_digital(staff),
        permille=divided(sum(row.minutes * row.digital_permille for row in rows), every) if every else None,
        value=value if is_valued else None,
        digital_value=divided(thousandths, 1000) if is_valued else None,
        value_thousandths=thousandths if is_valued else 0,
    )


def _digital(rows: Iterable[Worked]) -> int:
    return divided(sum(row.minutes * row.digital_permille for row in rows), 1000)
