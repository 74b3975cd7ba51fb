"""The signs of the two organisations, and the small parts of every poster."""

from demo.pictures.canvas import Canvas, mix
from demo.pictures.palette import AMBER, INK, WHITE


def sun(c: Canvas, x: float, y: float, r: float, *, colour: str, ray: str) -> None:
    """The party's sign: half a sun above a line."""
    c.half(x, y, r, colour)
    c.rect(x - r * 1.42, y + r * 0.16, r * 2.84, r * 0.2, ray, r * 0.1)
    c.rect(x - r * 0.9, y + r * 0.54, r * 1.8, r * 0.2, ray, r * 0.1)


def party(c: Canvas, x: float, y: float, *, ink: str = INK, light: str = AMBER, size: float = 28) -> None:
    """Sign and name of Demain · Morgen; (x, y) is the left end of the baseline."""
    sun(c, x + size * 1.05, y - size * 0.2, size * 0.72, colour=light, ray=ink)
    c.words(x + size * 2.5, y, "Demain · Morgen", size, ink, face="bold")


def roof(c: Canvas, x: float, y: float, s: float, *, colour: str, dot: str) -> None:
    """The NGO's sign: a roof over a round window; (x, y) is its middle."""
    c.line([(x - s, y + s * 0.2), (x, y - s * 0.66), (x + s, y + s * 0.2)], s * 0.3, colour)
    c.circle(x, y + s * 0.5, s * 0.3, dot)


def ngo(c: Canvas, x: float, y: float, *, ink: str, light: str, size: float = 28) -> None:
    roof(c, x + size * 0.9, y - size * 0.42, size * 0.8, colour=light, dot=ink)
    c.words(x + size * 2.3, y, "Le Toit Solidaire", size, ink, face="serif")


def quote(c: Canvas, x: float, y: float, s: float, colour: str) -> None:
    """Opening quotation marks as two solid drops."""
    for dx in (0, s * 0.62):
        c.circle(x + dx + s * 0.25, y + s * 0.42, s * 0.25, colour)
        c.poly(
            [(x + dx, y + s * 0.42), (x + dx + s * 0.06, y + s * 0.12), (x + dx + s * 0.34, y - s * 0.1), (x + dx + s * 0.3, y + s * 0.3)],
            colour,
        )


def rule(c: Canvas, x: float, y: float, w: float, colour: str) -> None:
    c.rect(x, y, w, 6, colour, 3)


def floor(c: Canvas, y: float, fill: str) -> None:
    """The ground somebody or something stands on, down to the lower edge, with a lighter kerb."""
    c.rect(0, y, c.width, c.height - y, fill)
    c.rect(0, y, c.width, 8, mix(fill, WHITE, 0.2))
