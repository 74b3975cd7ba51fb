"""Parts of a town that several pictures share: houses, trees, a tram, bicycles, lamps. (x, y) is the lower left corner."""

import math

from demo.pictures.canvas import Canvas, mix
from demo.pictures.palette import AMBER, BUTTER, INK, MOSS, MOSS_DARK, NIGHT, WHITE


def house(
    c: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    *,
    wall: str,
    roof: str,
    pane: str,
    lit: str,
    door: str,
    top: str = "gable",
    lights: str = "",
) -> None:
    """A Brussels row house. `lights` names the lit windows by number from the upper left, as in "0 4 5"."""
    shade = mix(wall, INK, 0.16)
    c.rect(x, y - h, w, h, wall)
    if top == "gable":
        c.poly([(x - 8, y - h), (x + w / 2, y - h - w * 0.46), (x + w + 8, y - h)], roof)
        c.circle(x + w / 2, y - h - w * 0.15, w * 0.07, pane)
    elif top == "stepped":
        for i in range(4):
            inset = w * 0.13 * i
            c.rect(x + inset, y - h - (i + 1) * w * 0.12, w - 2 * inset, w * 0.13, wall)
            c.rect(x + inset - 4, y - h - (i + 1) * w * 0.12 - 6, w - 2 * inset + 8, 9, roof)
        c.arch(x + w * 0.43, y - h - w * 0.30, w * 0.14, w * 0.2, pane)
    elif top == "mansard":
        c.poly([(x - 6, y - h), (x + w * 0.12, y - h - w * 0.36), (x + w * 0.88, y - h - w * 0.36), (x + w + 6, y - h)], roof)
        c.rect(x + w * 0.36, y - h - w * 0.28, w * 0.28, w * 0.22, pane, 6)
    else:
        c.rect(x - 8, y - h - 14, w + 16, 20, roof, 4)
    c.rect(x, y - h, w, 10, shade)
    columns = 3 if w > 190 else 2
    pitch, width = w / columns, w / columns * 0.52
    floors = max(1, round((h - w * 0.42) / (w * 0.44)))
    storey = (h - w * 0.5) / floors
    on = {int(n) for n in lights.split()}
    for f in range(floors):
        for k in range(columns):
            wx, wy, wh = x + pitch * k + (pitch - width) / 2, y - h + storey * f + storey * 0.24, storey * 0.62
            c.rect(wx - 5, wy - 5, width + 10, wh + 10, mix(wall, WHITE, 0.22), 3)
            c.rect(wx, wy, width, wh, lit if f * columns + k in on else pane, 2)
            c.rect(wx + width / 2 - 2, wy, 4, wh, mix(wall, WHITE, 0.22))
            c.rect(wx, wy + wh * 0.36, width, 4, mix(wall, WHITE, 0.22))
            c.rect(wx - 9, wy + wh + 5, width + 18, 6, shade)
    dw, dh = w * (0.2 if columns == 3 else 0.28), w * 0.4
    dx = x + w * 0.12
    c.arch(dx - 6, y - dh - 6, dw + 12, dh + 6, mix(wall, WHITE, 0.22))
    c.arch(dx, y - dh, dw, dh, door)
    c.circle(dx + dw - 9, y - dh * 0.45, 4, BUTTER)
    gx = dx + dw + w * 0.13
    c.rect(gx, y - dh * 0.82, x + w - gx - w * 0.12, dh * 0.56, lit if 99 in on else pane, 3)


def tree(c: Canvas, x: float, y: float, h: float, *, leaf: str = MOSS, shade: str = MOSS_DARK, trunk: str = "#5B3A28") -> None:
    """A round tree whose foot stands at (x, y)."""
    r = h * 0.3
    c.poly([(x - h * 0.035, y), (x - h * 0.02, y - h * 0.5), (x + h * 0.02, y - h * 0.5), (x + h * 0.035, y)], trunk)
    c.line([(x, y - h * 0.36), (x + h * 0.1, y - h * 0.5)], h * 0.022, trunk)
    c.circle(x - r * 0.55, y - h * 0.55, r * 0.72, shade)
    c.circle(x + r * 0.6, y - h * 0.56, r * 0.68, leaf)
    c.circle(x, y - h * 0.7, r, leaf)
    c.circle(x - r * 0.3, y - h * 0.58, r * 0.6, leaf)
    c.circle(x - r * 0.32, y - h * 0.78, r * 0.42, mix(leaf, WHITE, 0.1))


def lamp(c: Canvas, x: float, y: float, h: float, *, colour: str = INK, light: str = AMBER) -> None:
    c.rect(x - 4, y - h, 8, h, colour)
    c.rect(x - 14, y - 12, 28, 12, colour, 4)
    c.poly([(x - 22, y - h - 44), (x + 22, y - h - 44), (x + 13, y - h), (x - 13, y - h)], light)
    c.rect(x - 28, y - h - 54, 56, 11, colour, 5)
    c.half(x, y - h - 52, 12, colour)


def cloud(c: Canvas, x: float, y: float, w: float, fill: str) -> None:
    r = w / 5
    c.rect(x, y - r, w, r, fill, r / 2)
    c.circle(x + w * 0.3, y - r * 0.95, r * 0.85, fill)
    c.circle(x + w * 0.58, y - r * 1.15, r * 1.1, fill)


def tram(c: Canvas, x: float, y: float, w: float, *, body: str, skirt: str, pane: str, light: str, door: str) -> None:
    """A modern tram seen from the side; y is the rail."""
    h = w * 0.24
    c.rect(x + w * 0.06, y - h * 0.17, w * 0.88, h * 0.1, NIGHT, 6)
    for share in (0.14, 0.22, 0.46, 0.54, 0.78, 0.86):
        c.circle(x + w * share, y - h * 0.09, h * 0.1, NIGHT)
        c.circle(x + w * share, y - h * 0.09, h * 0.04, mix(NIGHT, WHITE, 0.4))
    low, high, left, right = y - h * 0.14, y - h, x, x + w
    c.poly(
        [
            (left + w * 0.05, high),
            (right - w * 0.05, high),
            (right - w * 0.012, high + h * 0.32),
            (right, low - h * 0.22),
            (right - w * 0.006, low),
            (left + w * 0.006, low),
            (left, low - h * 0.22),
            (left + w * 0.012, high + h * 0.32),
        ],
        body,
    )
    c.rect(left + w * 0.002, low - h * 0.2, w * 0.996, h * 0.2, skirt, 8)
    c.rect(left + w * 0.1, high - h * 0.08, w * 0.8, h * 0.09, mix(body, INK, 0.35), 6)
    top, tall = high + h * 0.16, h * 0.36
    c.poly([(left + w * 0.055, top), (left + w * 0.088, top), (left + w * 0.088, top + tall), (left + w * 0.012, top + tall)], pane)
    c.poly([(right - w * 0.055, top), (right - w * 0.088, top), (right - w * 0.088, top + tall), (right - w * 0.012, top + tall)], pane)
    for i in range(9):
        wx = left + w * (0.105 + i * 0.0886)
        if i in (1, 4, 7):
            c.rect(wx, top - 3, w * 0.0726, h * 0.7, door, 6)
            for k in (0, 1):
                c.rect(wx + w * (0.005 + 0.0345 * k), top + 4, w * 0.028, h * 0.48, light if i == 4 else pane, 4)
        else:
            c.rect(wx, top, w * 0.0766, tall, light if i in (2, 5) else pane, 6)
    for share in (0.357, 0.643):
        c.rect(x + w * share - 4, high + 4, 8, h * 0.84, mix(body, INK, 0.45))
    for lx in (left + w * 0.012, right - w * 0.028):
        c.rect(lx, low - h * 0.2, w * 0.016, h * 0.09, BUTTER, 5)
    px = x + w * 0.5
    c.line([(px - w * 0.03, high - h * 0.08), (px + w * 0.02, high - h * 0.24), (px - w * 0.025, high - h * 0.4)], 5, INK)
    c.line([(px - w * 0.055, high - h * 0.4), (px + w * 0.005, high - h * 0.4)], 6, INK)


def rails(c: Canvas, y: float, *, bed: str, rail: str) -> None:
    c.rect(0, y, c.width, 26, bed)
    c.rect(0, y, c.width, 6, rail)
    for i in range(0, c.width, 54):
        c.rect(i, y + 12, 30, 8, mix(bed, rail, 0.35), 3)


def wheel(c: Canvas, x: float, y: float, r: float, *, tyre: str, spoke: str) -> None:
    for i in range(6):
        a = math.pi * i / 6 + 0.2
        c.line([(x - r * math.cos(a), y - r * math.sin(a)), (x + r * math.cos(a), y + r * math.sin(a))], 1.8, spoke)
    c.ring(x, y, r, r * 0.1, tyre)
    c.circle(x, y, r * 0.09, tyre)


def town(c: Canvas, y: float, fill: str, heights: tuple[int, ...], *, w: float = 90, start: float = 0) -> None:
    """A far skyline in one colour, gables and flat roofs in turn."""
    for i, h in enumerate(heights):
        x = start + i * w
        c.rect(x, y - h, w + 1, h, fill)
        if i % 3 == 0:
            c.poly([(x, y - h), (x + w / 2, y - h - w * 0.45), (x + w, y - h)], fill)
        elif i % 3 == 1:
            c.rect(x + w * 0.6, y - h - 26, w * 0.16, 28, fill)
