"""Recipes: which size, cut and format a network gets of a picture. Pure; drawing.py carries them out.

A kind is the recipe in one word ("jpg-pad-1440x1800-8000000"), so that networks with equal wishes share a rendition.
"""

import re
from dataclasses import dataclass

from networks.contract import PictureSpec

LONGEST_PX = 2048  # no network shows more
THUMB_PX, WEB_PX = 480, 1600  # boxes of the web app's own renditions
CUT_MOST = 0.15  # of the picture; above that nothing is cut and the missing ground is added

BOXES = {"thumb": THUMB_PX, "web": WEB_PX}
EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
_MIMES = {extension: mime for mime, extension in EXTENSIONS.items()}
_KIND = re.compile(r"(jpg|png|webp)-(keep|crop|pad)-([1-9]\d{0,4})x([1-9]\d{0,4})-(\d{1,9})")


@dataclass(frozen=True)
class Recipe:
    """`keep`: only scaled. `crop`: cut around the centre. `pad`: whole, on added ground. `max_bytes` 0: no limit.

    A PNG that would be too heavy is drawn as JPEG.
    """

    mime: str
    fit: str
    width: int
    height: int
    max_bytes: int = 0

    @property
    def kind(self) -> str:
        return f"{EXTENSIONS[self.mime]}-{self.fit}-{self.width}x{self.height}-{self.max_bytes}"


def recipe_for(spec: PictureSpec, *, width: int, height: int, mime: str) -> Recipe:
    """Return how a picture of that size and MIME is made fit for a network. The result is within the spec's ratios and widths."""
    png = mime == "image/png" and "image/png" in spec.mimes
    ratio = width / height
    wanted = min(max(ratio, spec.min_ratio or ratio), spec.max_ratio or ratio)
    fit, box_width, box_height = _frame(width, height, wanted)
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
    )


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
    extension, fit, new_width, new_height, max_bytes = match.groups()
    return Recipe(mime=_MIMES[extension], fit=fit, width=int(new_width), height=int(new_height), max_bytes=int(max_bytes))


def _frame(width: int, height: int, wanted: float) -> tuple[str, float, float]:
    """Return fit, width and height of the frame in the picture's own pixels, before it is scaled."""
    ratio = width / height
    if wanted == ratio:
        return "keep", width, height
    lost = 1 - min(ratio, wanted) / max(ratio, wanted)
    too_tall = ratio < wanted
    if lost <= CUT_MOST:
        return ("crop", width, width / wanted) if too_tall else ("crop", height * wanted, height)
    return ("pad", height * wanted, height) if too_tall else ("pad", width, width / wanted)


def _height(width: int, nearest: int, spec: PictureSpec) -> int:
    """Return the height that is nearest without leaving the spec's ratios: rounding both sides may have left them by a hair."""
    height = max(1, nearest)
    while spec.min_ratio and height > 1 and width / height < spec.min_ratio:
        height -= 1
    while spec.max_ratio and width / height > spec.max_ratio:
        height += 1
    return height
