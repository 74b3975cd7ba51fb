"""Which part of a picture is shown: windows in ‰ of its sides, crops by ratio, and the point that must stay in view. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

RATIOS = {"1:1": 1.0, "4:5": 0.8, "1.91:1": 1.91, "16:9": 16 / 9, "9:16": 9 / 16}
LEAST = 50  # ‰ of a side: less than that is a slip of the finger
OFF_BY = 0.02  # how far a crop's shape may be from its ratio: ‰ of small sides are coarse


@dataclass(frozen=True)
class Window:
    """A part of a picture, from its left and top, in ‰ of its width and height."""

    x: int
    y: int
    width: int
    height: int

    def in_words(self) -> str:
        return f"{self.x}.{self.y}.{self.width}.{self.height}"

    def data(self) -> dict[str, int]:
        return asdict(self)

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Return left, top, right, bottom in pixels of a picture of that size: at least one pixel."""
        left, top = min(self.x * width // 1000, width - 1), min(self.y * height // 1000, height - 1)
        right, bottom = round((self.x + self.width) * width / 1000), round((self.y + self.height) * height / 1000)
        return left, top, max(left + 1, min(right, width)), max(top + 1, min(bottom, height))


WHOLE = Window(0, 0, 1000, 1000)
CENTRE = (500, 500)


def window_of(data: Any) -> Window | None:
    """Return the window that this data describes; None where it describes none, or the whole picture. Raises ValueError for nonsense."""
    if not data:
        return None
    try:
        window = Window(*(int(data[key]) for key in ("x", "y", "width", "height")))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise ValueError("not a window") from error
    if min(window.x, window.y) < 0 or min(window.width, window.height) < LEAST:
        raise ValueError("outside the picture")
    if window.x + window.width > 1000 or window.y + window.height > 1000:
        raise ValueError("outside the picture")
    return None if window == WHOLE else window


def window_in(words: str) -> Window | None:
    """Return the window written as "100.50.800.900". Raises ValueError for nonsense."""
    return window_of(dict(zip(("x", "y", "width", "height"), words.split("."), strict=True))) if words else None


def crops_of(data: Mapping[str, Any], *, width: int, height: int) -> dict[str, Window]:
    """Return the crops by ratio of a picture of that size. Raises ValueError for an unknown ratio or a crop of another shape."""
    crops = {}
    for name, given in data.items():
        window = window_of(given)
        if name not in RATIOS:
            raise ValueError("unknown ratio")
        if window is None:
            continue
        ratio = window.width * width / (window.height * height)
        if abs(ratio / RATIOS[name] - 1) > OFF_BY:
            raise ValueError("another shape")
        crops[name] = window
    return crops


def for_bounds(crops: Mapping[str, Window], *, wanted: float, least: float, most: float) -> tuple[Window, float] | None:
    """Return the crop somebody made whose ratio is nearest to the wanted one among those within the bounds (0: no bound), and its ratio."""
    fitting = [(RATIOS[name], name) for name in crops if least * 0.99 <= RATIOS[name] and (not most or RATIOS[name] <= most * 1.01)]
    if not fitting:
        return None
    ratio, name = min(fitting, key=lambda each: abs(each[0] / wanted - 1))
    return crops[name], ratio


def around(focus: tuple[int, int], *, within: Window, width: float, height: float) -> Window:
    """Return a window of that size (‰ of the picture) within the other, with the focus as near to its middle as it goes."""
    wide, high = min(round(width), within.width), min(round(height), within.height)
    x = min(max(focus[0] - wide // 2, within.x), within.x + within.width - wide)
    y = min(max(focus[1] - high // 2, within.y), within.y + within.height - high)
    return Window(x, y, wide, high)
