"""What a notice is about, as a room above encloses it in the letter: the thing itself, and an address where one decides on it.

Rooms above say when they load what they enclose (`offer`); this one knows none of them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

import structlog

from accounts.notify.models import Notice

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Picture:
    """One that the letter carries along; `name` is what its HTML calls it, as in cid:name."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True)
class Enclosed:
    """`html` and `text` say the same. `url` is where the button leads instead; `terms` say in small print what that address is.

    `is_long`: the button stands above it as well.
    """

    url: str
    html: str = ""
    text: str = ""
    pictures: tuple[Picture, ...] = ()
    terms: str = ""
    is_long: bool = False


Maker = Callable[[Notice, datetime], Enclosed | None]
_makers: dict[str, Maker] = {}


def offer(codes: Iterable[str], maker: Maker) -> None:
    """Letters about notices of these codes enclose what the maker says, in the language that is spoken then."""
    _makers.update(dict.fromkeys(codes, maker))


def of(notice: Notice, *, now: datetime) -> Enclosed | None:
    """Return what goes into this letter, or None. Each call may make a new address: ask once for each letter."""
    maker = _makers.get(notice.code)
    if maker is None:
        return None
    try:
        return maker(notice, now)
    except Exception:  # the edge between a letter and what decorates it: without, it still says what happened
        log.exception("letter.nothing_enclosed", code=notice.code)
        return None
