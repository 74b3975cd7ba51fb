"""A part as the supervisor sees it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One process. `is_ready` is asked a few times a second until it says True; parts that `others_need` are ended last."""

    name: str
    run: Callable[[], None]
    is_ready: Callable[[], bool]
    about: str = ""
    others_need: bool = False
