"""What the tables of a budget are made of."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from accounts.words import word
from campaigns.budget.models import Line
from campaigns.exchange.writing import Cell


@dataclass(frozen=True)
class Table:
    name: str
    header: list[str]
    rows: list[list[Cell]]


def money(cents: int) -> Decimal:
    return Decimal(cents) / 100


def share(permille: int | None) -> float | None:
    return None if permille is None else permille / 1000


def yes_or_no(value: bool) -> str:
    return gettext("yes") if value else gettext("no")


def name_of(line: Line) -> str:
    return line.name or word(f"medium-{line.medium}", {})
