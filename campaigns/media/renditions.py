"""Recipes: which size, cut and format a network gets of a picture. Pure; drawing.py carries them out.

A kind is the recipe in one word ("jpg-pad-1440x1800-8000000"), so that networks with equal wishes share a rendition. One of a part of
the picture names that part ("jpg-crop-1080x1350-8000000-100.0.800.1000").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from campaigns.media.crops import CENTRE, WHOLE, Window, around, for_bounds, window_in
from networks.contract import PictureSpec

LONGEST_PX = 2048  # no network shows more
THUMB_PX, WEB_PX = 480, 1600  # boxes of the web app's own renditions
CUT_MOST = 0.15  # of the picture; above that nothing is cut and the missing ground is added

BOXES = {"thumb": THUMB_PX, "web": WEB_PX}
EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
_MIMES = {extension: mime for mime, extension in EXTENSIONS.items()}
_KIND = re.compile(r"(jpg|png|webp)-(keep|crop|pad)-([1-9]\d{0,4})x([1-9]\d{0,4})-(\d{1,9})(?:-([\d.]{7,19}))?")


@dataclass(frozen=True)
class Recipe:
    """`keep`: only scaled. `crop`: cut around the centre. `pad`: whole, on added ground. `max_bytes` 0: no limit.

    `window`: the part of the picture all this is done to; None: all of it. A PNG that would be too heavy is drawn as JPEG.
    """

    mime: str
    fit: str
    width: int
    height: int
    max_bytes: int = 0
    window: Window | None = None

    @property
    def kind(self) -> str:
        part = f"-{self.window.in_words()}" if self.window else ""
        return f"{EXTENSIONS[self.mime]}-{self.fit}-{self.width}x{self.height}-{self.max_bytes}{part}"


@dataclass(frozen=True)
class Framing:
    """What people said of the part to show: `only` this part in this post; else crops by ratio, and what must stay in view."""

    only: Window | None = None
    crops: Mapping[str, Window] = field(default_factory=dict)
    focus: tuple[int, int] = CENTRE


def recipe_for(spec: PictureSpec, *, width: int, height: int, mime: str, framing: Framing = Framing()) -> Recipe:
    """Return how a picture of that size and MIME is made fit for a network. The result is within the spec's ratios and widths."""
    png = mime == "image/png" and "image/png" in spec.mimes
    window, fit, box_width, box_height = framed(spec, width=width, height=height, framing=framing)
    scale = min(1.0, LONGEST_PX / max(box_width, box_height), (spec.max_width or LONGEST_PX) / box_width)
    if box_width * scale < spec.min_width:
        scale = spec.min_width / box_width
    new_width = max(1, round(box_width * scale))
    return Recipe(
        mime="image/png" if png else "image/jpeg",
        fit=fit,
        width=new_width,
        height=_height(new_width, round(box_height * scale), spec),
        max_bytes=spec.max_bytes,
        window=window,
    )


def framed(spec: PictureSpec, *, width: int, height: int, framing: Framing) -> tuple[Window | None, str, float, float]:
    """Return the part that is shown (None: all), how it is fitted, and the frame's width and height in the picture's own pixels."""
    base = framing.only or WHOLE
    base_width, base_height = width * base.width / 1000, height * base.height / 1000
    ratio = base_width / base_height
    wanted = min(max(ratio, spec.min_ratio or ratio), spec.max_ratio or ratio)
    if wanted != ratio and not framing.only:
        made = for_bounds(framing.crops, wanted=wanted, least=spec.min_ratio, most=spec.max_ratio)
        if made:
            window, shape = made
            shape = min(max(shape, spec.min_ratio or shape), spec.max_ratio or shape)
            return (window, "crop", *_cut(width * window.width / 1000, height * window.height / 1000, shape))
    fit, frame_width, frame_height = _frame(base_width, base_height, wanted)
    if fit == "crop" and framing.focus != CENTRE:
        part = around(framing.focus, within=base, width=frame_width / width * 1000, height=frame_height / height * 1000)
        return part, fit, frame_width, frame_height
    return framing.only, fit, frame_width, frame_height


def boxed(name: str, *, width: int, height: int) -> Recipe:
    """Return the recipe of one of the web app's own renditions: the whole picture within a square box, never enlarged."""
    scale = min(1.0, BOXES[name] / max(width, height))
    return Recipe(mime="image/webp", fit="keep", width=max(1, round(width * scale)), height=max(1, round(height * scale)))


def recipe(kind: str, *, width: int, height: int) -> Recipe:
    """Return the recipe that a kind names, for a picture of that size. Raises ValueError for what is no kind."""
    if kind in BOXES:
        return boxed(kind, width=width, height=height)
    match = _KIND.fullmatch(kind)
    if match is None:
        raise ValueError(f"not a kind of rendition: {kind!r}")
    extension, fit, new_width, new_height, max_bytes, part = match.groups()
    return Recipe(
        mime=_MIMES[extension],
        fit=fit,
        width=int(new_width),
        height=int(new_height),
        max_bytes=int(max_bytes),
        window=window_in(part or ""),
    )


def _frame(width: float, height: float, wanted: float) -> tuple[str, float, float]:
    """Return fit, width and height of the frame in the picture's own pixels, before it is scaled."""
    ratio = width / height
    if wanted == ratio:
        return "keep", width, height
    lost = 1 - min(ratio, wanted) / max(ratio, wanted)
    too_tall = ratio < wanted
    if lost <= CUT_MOST:
        return ("crop", *_cut(width, height, wanted))
    return ("pad", height * wanted, height) if too_tall else ("pad", width, width / wanted)


def _cut(width: float, height: float, wanted: float) -> tuple[float, float]:
    """Return the largest sides of that ratio within these."""
    return (width, width / wanted) if width / height < wanted else (height * wanted, height)


def _height(width: int, nearest: int, spec: PictureSpec) -> int:
    """Return the height that is nearest without leaving the spec's ratios: rounding both sides may have left them by a hair."""
    height = max(1, nearest)
    while spec.min_ratio and height > 1 and width / height < spec.min_ratio:
        height -= 1
    while spec.max_ratio and width / height > spec.max_ratio:
        height += 1
    return height
