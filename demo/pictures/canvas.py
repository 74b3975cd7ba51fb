"""A sheet to draw on with flat shapes and real typography. Coordinates are final pixels; drawn twice as large, then reduced."""

import math
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

Point = tuple[float, float]
FONTS = Path(__file__).resolve().parent.parent / "fonts"
FACES = {
    "head": "bricolage-grotesque-800.woff",
    "text": "figtree-500.woff",
    "bold": "figtree-700.woff",
    "serif": "fraunces-600.woff",
}
DEEP = 2  # how much larger than the result everything is drawn, so that edges are smooth


@cache
def font(face: str, size: float) -> ImageFont.FreeTypeFont:
    """Return one of the four faces that ship with the demo, all under the SIL Open Font License."""
    return ImageFont.truetype(str(FONTS / FACES[face]), round(size * DEEP))


def curve(points: Sequence[Point], *, closed: bool = True, steps: int = 12) -> list[Point]:
    """Return a smooth line through the points (Catmull-Rom)."""
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    out: list[Point] = []
    for one, two, three, four in zip(around, around[1:], around[2:], around[3:], strict=False):
        for step in range(steps):
            t = step / steps
            out.append((between(one[0], two[0], three[0], four[0], t), between(one[1], two[1], three[1], four[1], t)))
    return out if closed else [*out, points[-1]]


def between(a: float, b: float, c: float, d: float, t: float) -> float:
    """Return the value a share t of the way from b to c, bent by their neighbours a and d."""
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


class Canvas:
    """One picture in the making."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * DEEP, height * DEEP), ground)
        self.pen = ImageDraw.Draw(self.image)

    def finish(self) -> Image.Image:
        return self.image.reduce(DEEP)

    # ── shapes ───────────────────────────────────────────────────────────────────────────────────────────────────
    def rect(self, x: float, y: float, w: float, h: float, fill: str, radius: float = 0) -> None:
        box = (x * DEEP, y * DEEP, (x + w) * DEEP - 1, (y + h) * DEEP - 1)
        if radius:
            self.pen.rounded_rectangle(box, radius * DEEP, fill)
        else:
            self.pen.rectangle(box, fill)

    def arch(self, x: float, y: float, w: float, h: float, fill: str) -> None:
        """A window or door with a round top."""
        self.half(x + w / 2, y + w / 2, w / 2, fill)
        self.rect(x, y + w / 2, w, h - w / 2, fill)

    def circle(self, x: float, y: float, r: float, fill: str) -> None:
        self.oval(x, y, r, r, fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        self.pen.ellipse(((x - rx) * DEEP, (y - ry) * DEEP, (x + rx) * DEEP, (y + ry) * DEEP), fill)

    def ring(self, x: float, y: float, r: float, width: float, colour: str) -> None:
        self.pen.ellipse(((x - r) * DEEP, (y - r) * DEEP, (x + r) * DEEP, (y + r) * DEEP), outline=colour, width=round(width * DEEP))

    def half(self, x: float, y: float, r: float, fill: str, start: float = 180, end: float = 360) -> None:
        """A pie; by default the upper half of a circle. Angles in degrees, clockwise from three o'clock."""
        self.pen.pieslice(((x - r) * DEEP, (y - r) * DEEP, (x + r) * DEEP, (y + r) * DEEP), start, end, fill)

    def arc(self, x: float, y: float, r: float, start: float, end: float, width: float, colour: str) -> None:
        turn = [math.radians(start + (end - start) * i / 40) for i in range(41)]
        self.line([(x + r * math.cos(t), y + r * math.sin(t)) for t in turn], width, colour)

    def poly(self, points: Sequence[Point], fill: str) -> None:
        self.pen.polygon([(x * DEEP, y * DEEP) for x, y in points], fill)

    def blob(self, points: Sequence[Point], fill: str) -> None:
        """A smooth closed shape through the points."""
        self.poly(curve(points), fill)

    def line(self, points: Sequence[Point], width: float, colour: str, *, round_ends: bool = True) -> None:
        self.pen.line([(x * DEEP, y * DEEP) for x, y in points], colour, round(width * DEEP), joint="curve")
        if round_ends:
            for x, y in (points[0], points[-1]):
                self.circle(x, y, width / 2, colour)

    def sweep(self, points: Sequence[Point], width: float, colour: str) -> None:
        """A smooth open line through the points."""
        self.line(curve(points, closed=False), width, colour)

    def glow(self, x: float, y: float, r: float, colour: str, *, ground: str, rings: int = 5) -> None:
        """Light as flat steps from the ground to the colour."""
        for i in range(rings, 0, -1):
            self.circle(x, y, r * i / rings, mix(ground, colour, (rings - i + 1) / rings * 0.55))

    def scatter(self, seed: int, count: int, area: tuple[float, float, float, float]) -> list[tuple[float, float, float]]:
        """Return the same (x, y, 0-1) triples every time, spread over the area (x, y, w, h): stars, snow."""
        dice, (x, y, w, h) = random.Random(seed), area
        return [(x + dice.random() * w, y + dice.random() * h, dice.random()) for _ in range(count)]

    # ── words ────────────────────────────────────────────────────────────────────────────────────────────────────
    def words(self, x: float, y: float, text: str, size: float, fill: str, *, face: str = "text", anchor: str = "ls") -> float:
        """Write one line, y is the baseline; return its width."""
        type_ = font(face, size)
        self.pen.text((x * DEEP, y * DEEP), text, fill, type_, anchor=anchor)
        return type_.getlength(text) / DEEP

    def block(
        self, x: float, y: float, width: float, text: str, size: float, fill: str, *, face: str = "head", leading: float = 1.08
    ) -> float:
        """Write lines broken to the width (and at newlines), y is the first baseline; return the last baseline."""
        for number, row in enumerate(rows := self.broken(text, face, size, width)):
            self.words(x, y + number * size * leading, row, size, fill, face=face)
        return y + (len(rows) - 1) * size * leading

    def broken(self, text: str, face: str, size: float, width: float) -> list[str]:
        type_, rows = font(face, size), []
        for part in text.split("\n"):
            row = ""
            for word in part.split(" "):
                longer = f"{row} {word}".strip()
                if row and type_.getlength(longer) / DEEP > width:
                    rows.append(row)
                    longer = word
                row = longer
            rows.append(row)
        return rows

    def tag(self, x: float, y: float, text: str, size: float, *, fill: str, ink: str) -> float:
        """A pill with a few words, (x, y) is its upper left corner; return its width."""
        width = font("bold", size).getlength(text) / DEEP + size * 1.4
        self.rect(x, y, width, size * 1.9, fill, size * 0.95)
        self.words(x + width / 2, y + size * 0.98, text, size, ink, face="bold", anchor="mm")
        return width


def mix(a: str, b: str, share: float) -> str:
    """Return the colour that lies `share` (0-1) of the way from a to b."""
    one, two = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (a, b))
    return "#" + "".join(f"{round(p + (q - p) * share):02x}" for p, q in zip(one, two, strict=True))
