"""What the responder tells about a call, and the mark by which a benchmark knows its own posts again."""

import re
from typing import NamedTuple

MARK = re.compile(r"no (\d+)\b")


class Call(NamedTuple):
    """`at`: when its first byte came, epoch seconds. `mark`: the post's number, -1 where there is none to see."""

    at: float
    path: str
    is_visible: bool
    mark: int


def text(number: int) -> str:
    """Return a message of usual length that carries its number."""
    return f"Un loyer juste, c’est 30 % du revenu, pas la moitié. Nous le portons dans chaque commune, no {number}, et nous le tiendrons."


def mark_in(shown: str) -> int:
    found = MARK.search(shown)
    return int(found[1]) if found else -1
