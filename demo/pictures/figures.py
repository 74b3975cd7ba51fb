"""People, drawn flat: portraits from the chest up, people standing, open hands, a rider on a bicycle."""

import math

from demo.pictures.canvas import Canvas, Point, curve, mix
from demo.pictures.palette import BUTTER, HAIR, INK, SKIN, WHITE
from demo.pictures.scenery import wheel


def portrait(
    c: Canvas,
    x: float,
    y: float,
    s: float,
    *,
    skin: str,
    hair: str,
    cut: str,
    top: str,
    collar: str = "round",
    accent: str = WHITE,
    glasses: bool = False,
    beard: bool = False,
) -> None:
    """A person from the chest up: (x, y) is the middle of the lower edge, s the width of the shoulders."""
    face, dark = SKIN[skin], mix(SKIN[skin], "#5A1E12", 0.24)
    mop, u = HAIR.get(hair, hair), s / 100
    hx, hy, rx = x, y - 78 * u, 19.5 * u

    def at(*pairs: float) -> list[Point]:
        return [(hx + pairs[i] * u, hy + pairs[i + 1] * u) for i in range(0, len(pairs), 2)]

    if cut == "long":
        c.blob(at(0, -31, 19, -26, 27, -6, 27, 20, 31, 42, 18, 48, -18, 48, -31, 42, -27, 20, -27, -6, -19, -26), mop)
    elif cut == "bob":
        c.blob(at(0, -31, 20, -26, 28, -6, 29, 16, 24, 25, 0, 20, -24, 25, -29, 16, -28, -6, -20, -26), mop)
    elif cut == "curls":
        for a in range(0, 360, 30):
            c.circle(hx + math.cos(math.radians(a)) * 21 * u, hy - 8 * u + math.sin(math.radians(a)) * 20 * u, 11 * u, mop)
        c.circle(hx, hy - 10 * u, 22 * u, mop)
    elif cut == "bun":
        c.circle(hx, hy - 33 * u, 11 * u, mop)
    elif cut == "scarf":
        c.blob(at(0, -32, 21, -26, 27, -4, 25, 18, 32, 40, 24, 56, -24, 56, -32, 40, -25, 18, -27, -4, -21, -26), mop)
    # shoulders and neck
    c.blob(
        [
            (x - 50 * u, y + 16 * u),
            (x - 48 * u, y - 20 * u),
            (x - 34 * u, y - 36 * u),
            (x - 12 * u, y - 43 * u),
            (x + 12 * u, y - 43 * u),
            (x + 34 * u, y - 36 * u),
            (x + 48 * u, y - 20 * u),
            (x + 50 * u, y + 16 * u),
        ],
        top,
    )
    if cut != "scarf":
        c.rect(x - 9.5 * u, y - 62 * u, 19 * u, 26 * u, dark)
        if collar != "roll":
            c.half(x, y - 37 * u, 9.5 * u, dark, 0, 180)
    if collar == "round":
        c.arc(x, y - 42 * u, 13 * u, 8, 172, 3.4 * u, accent)
    elif collar == "v":
        c.poly([(x - 12 * u, y - 43.5 * u), (x + 12 * u, y - 43.5 * u), (x, y - 22 * u)], dark)
        c.line([(x - 13 * u, y - 43 * u), (x, y - 21 * u), (x + 13 * u, y - 43 * u)], 3.4 * u, accent)
    elif collar == "shirt":
        c.poly([(x - 14 * u, y - 45 * u), (x - 2 * u, y - 29 * u), (x - 14 * u, y - 25 * u), (x - 20 * u, y - 39 * u)], accent)
        c.poly([(x + 14 * u, y - 45 * u), (x + 2 * u, y - 29 * u), (x + 14 * u, y - 25 * u), (x + 20 * u, y - 39 * u)], accent)
        c.line([(x, y - 28 * u), (x, y + 10 * u)], 1.6 * u, mix(top, INK, 0.3))
    elif collar == "roll":
        c.rect(x - 13 * u, y - 52 * u, 26 * u, 16 * u, mix(top, WHITE, 0.12), 6 * u)
    # head
    if cut != "scarf":
        for side in (-1, 1):
            c.oval(hx + side * rx, hy + 2 * u, 4.2 * u, 5.6 * u, dark)
    c.blob(at(0, -24, 14, -20, 19.5, -4, 18, 10, 9.5, 22, 0, 25, -9.5, 22, -18, 10, -19.5, -4, -14, -20), face)
    if beard:
        c.blob(at(-19.5, 0, -15, 7, -8, 9, 0, 8, 8, 9, 15, 7, 19.5, 0, 18.5, 13, 10, 25, 0, 29, -10, 25, -18.5, 13), mop)
    # hair in front
    if cut in ("long", "bob"):
        c.poly(curve(at(-20, 2, -22, -14, -12, -29, 4, -31, 18, -25, 22, -8, 20.5, 4, 17, -9, 5, -17, -3, -19, -13, -10), steps=8), mop)
    elif cut == "short":
        c.poly(
            curve(at(-20, 1, -23, -14, -14, -29, 2, -32, 18, -27, 23, -12, 20, 1, 17.5, -9, 10, -15, -2, -14, -12, -16, -17, -8), steps=8),
            mop,
        )
    elif cut == "curls":
        for dx, dy in ((-16, -15), (-7, -20), (4, -21), (14, -17)):
            c.circle(hx + dx * u, hy + dy * u, 7.5 * u, mop)
    elif cut == "bun":
        c.poly(curve(at(-20, 0, -21, -15, -12, -27, 0, -30, 12, -27, 21, -15, 20, 0, 15, -12, 0, -19, -15, -12), steps=8), mop)
    elif cut == "bald":
        for side in (-1, 1):
            c.blob([(hx + side * px * u, hy + py * u) for px, py in ((19, -9), (22, -4), (21.5, 4), (18, 1))], mop)
    elif cut == "scarf":
        c.poly(
            curve(at(-20, 14, -22, -10, -14, -25, 0, -29, 14, -25, 22, -10, 20, 14, 17, -8, 9, -18, 0, -20, -9, -18, -17, -8), steps=8), mop
        )
        c.blob(at(-19, 12, -10, 24, 0, 27, 10, 24, 19, 12, 24, 26, 16, 44, 0, 48, -16, 44, -24, 26), mix(mop, INK, 0.1))
    # features
    brow = mix(mop, INK, 0.35) if cut != "scarf" else HAIR["black"]
    for side in (-1, 1):
        c.sweep([(hx + side * 4.5 * u, hy - 6.4 * u), (hx + side * 8 * u, hy - 8 * u), (hx + side * 11.5 * u, hy - 6.2 * u)], 1.5 * u, brow)
        c.oval(hx + side * 8 * u, hy - 1.4 * u, 1.7 * u, 2 * u, INK)
        c.oval(hx + side * 11.5 * u, hy + 7 * u, 4 * u, 2.6 * u, mix(face, "#D2553C", 0.22))
    c.sweep([(hx + 0.5 * u, hy - 1 * u), (hx + 2.4 * u, hy + 6 * u), (hx - 0.8 * u, hy + 6.8 * u)], 1.2 * u, dark)
    mouth = mix(face, "#7A1F1F", 0.6)
    c.sweep([(hx - 6 * u, hy + 13 * u), (hx, hy + 15.6 * u), (hx + 6 * u, hy + 13 * u)], 1.8 * u, mouth)
    if glasses:
        for side in (-1, 1):
            c.ring(hx + side * 8.2 * u, hy - 1.2 * u, 6.6 * u, 1.3 * u, INK)
        c.line([(hx - 1.8 * u, hy - 2 * u), (hx + 1.8 * u, hy - 2 * u)], 1.3 * u, INK)


def standing(c: Canvas, x: float, y: float, h: float, *, skin: str, hair: str, coat: str, legs: str = INK, long: bool = False) -> None:
    """A small person in the street; (x, y) is between the feet."""
    face, mop, u = SKIN[skin], HAIR.get(hair, hair), h / 100
    for side in (-1, 1):
        c.line([(x + side * 4 * u, y - 40 * u), (x + side * 5 * u, y - 2 * u)], 7 * u, legs)
        c.rect(x + side * 5 * u - 4 * u + side * 1.5 * u, y - 4 * u, 9 * u, 4 * u, mix(legs, "#000000", 0.4), 2 * u)
        c.line([(x + side * 11 * u, y - 68 * u), (x + side * 14.5 * u, y - 42 * u)], 6.4 * u, mix(coat, INK, 0.14))
        c.circle(x + side * 14.7 * u, y - 39.5 * u, 3.1 * u, face)
    c.blob(
        [
            (x - 9 * u, y - 75 * u),
            (x + 9 * u, y - 75 * u),
            (x + 14 * u, y - 66 * u),
            (x + 13 * u, y - 34 * u),
            (x - 13 * u, y - 34 * u),
            (x - 14 * u, y - 66 * u),
        ],
        coat,
    )
    c.rect(x - 3.4 * u, y - 81 * u, 6.8 * u, 9 * u, mix(face, "#5A1E12", 0.22), 3 * u)
    if long:
        c.blob(
            [
                (x - 9.5 * u, y - 94 * u),
                (x, y - 100 * u),
                (x + 9.5 * u, y - 94 * u),
                (x + 11 * u, y - 76 * u),
                (x, y - 73 * u),
                (x - 11 * u, y - 76 * u),
            ],
            mop,
        )
    c.oval(x, y - 88 * u, 7.6 * u, 9 * u, face)
    c.half(x, y - 89.5 * u, 9 * u, mop)


def palm(c: Canvas, x: float, y: float, s: float, *, skin: str, sleeve: str, lean: float = 0, left: bool = False) -> None:
    """A raised open hand on an arm that comes from below; (x, y) is the wrist, s the height of the hand."""
    face, shade, u = SKIN[skin], mix(SKIN[skin], "#5A1E12", 0.16), s / 100
    turn, flip = math.radians(lean), -1 if left else 1

    def at(px: float, py: float) -> Point:
        px *= flip
        return x + (px * math.cos(turn) - py * math.sin(turn)) * u, y + (px * math.sin(turn) + py * math.cos(turn)) * u

    c.line([at(0, 320), at(0, 26)], 40 * u, sleeve, round_ends=False)
    c.poly([at(-20, 18), at(20, 18), at(21, 36), at(-21, 36)], mix(sleeve, WHITE, 0.25))
    c.line([at(0, 20), at(0, -6)], 29 * u, face)
    for px, py, qx, qy in ((-18, -52, -25, -82), (-6.5, -58, -9, -98), (6.5, -58, 7.5, -99), (18.5, -52, 23, -84)):
        c.line([at(px * 0.92, -30), at(px, py), at(qx, qy)], 12.4 * u, face)
    c.line([at(13, -8), at(30, -26), at(40, -44)], 13.5 * u, face)
    c.poly(curve([at(-21, -14), at(-24, -40), at(-20, -60), at(0, -64), at(20, -60), at(24, -36), at(19, -6), at(0, 4)]), face)
    c.sweep([at(22, -26), at(10, -30), at(4, -18), at(6, -4)], 2 * u, shade)
    c.sweep([at(-18, -36), at(-2, -42), at(16, -40)], 2 * u, shade)


def rider(
    c: Canvas, x: float, y: float, s: float, *, skin: str, hair: str, coat: str, legs: str, frame: str, tyre: str = INK, helmet: str = ""
) -> None:
    """Somebody on a city bicycle riding to the right; (x, y) is the ground under the rear wheel, s the wheel base."""
    u, face = s / 100, SKIN[skin]
    r = 31 * u
    rear, front, crank = (x, y - r), (x + 100 * u, y - r), (x + 42 * u, y - r + 4 * u)
    seat, head = (x + 30 * u, y - 82 * u), (x + 84 * u, y - 84 * u)
    hip, shoulder = (x + 31 * u, y - 93 * u), (x + 52 * u, y - 138 * u)
    wheel(c, *rear, r, tyre=tyre, spoke=mix(tyre, WHITE, 0.55))
    wheel(c, *front, r, tyre=tyre, spoke=mix(tyre, WHITE, 0.55))
    c.line([hip, (x + 62 * u, y - 72 * u), (x + 50 * u, y - 44 * u)], 13 * u, mix(legs, INK, 0.45))  # far leg
    c.line([rear, crank, (seat[0] + 2 * u, seat[1] + 18 * u), rear], 4.4 * u, frame)
    c.line([crank, (head[0] + 3 * u, head[1] + 22 * u)], 4.6 * u, frame)
    c.line([(seat[0] + 4 * u, seat[1] + 26 * u), (head[0] + 2 * u, head[1] + 14 * u)], 4.4 * u, frame)
    c.line([front, (head[0], head[1])], 4.4 * u, frame)
    c.line([(seat[0], seat[1]), crank], 4 * u, frame)
    c.sweep([head, (head[0] - 2 * u, head[1] - 13 * u), (head[0] - 15 * u, head[1] - 17 * u)], 4 * u, tyre)
    c.rect(seat[0] - 12 * u, seat[1] - 4 * u, 27 * u, 6 * u, tyre, 3 * u)
    c.circle(*crank, 5.5 * u, tyre)
    c.arc(*rear, r + 5 * u, 195, 320, 3 * u, frame)
    c.rect(x - 23 * u, y - 71 * u, 40 * u, 4 * u, tyre, 2 * u)
    c.rect(x - 22 * u, y - 93 * u, 29 * u, 22 * u, mix(frame, BUTTER, 0.7), 4 * u)
    c.line([hip, (x + 66 * u, y - 62 * u), (x + 40 * u, y - 15 * u)], 13.5 * u, legs)  # near leg
    c.line([(x + 37 * u, y - 12 * u), (x + 52 * u, y - 10 * u)], 8 * u, INK)
    back = [
        (hip[0] - 12 * u, hip[1] + 6 * u),
        (hip[0] - 8 * u, hip[1] - 24 * u),
        (shoulder[0] - 14 * u, shoulder[1] - 4 * u),
        (shoulder[0] + 2 * u, shoulder[1] - 11 * u),
    ]
    c.blob(
        [*back, (shoulder[0] + 11 * u, shoulder[1] + 3 * u), (hip[0] + 20 * u, hip[1] - 12 * u), (hip[0] + 10 * u, hip[1] + 10 * u)], coat
    )
    c.line(
        [(shoulder[0] + 1 * u, shoulder[1] + 2 * u), (x + 62 * u, y - 108 * u), (head[0] - 15 * u, head[1] - 18 * u)],
        10 * u,
        mix(coat, INK, 0.16),
    )
    c.circle(head[0] - 14 * u, head[1] - 18 * u, 5.4 * u, face)
    hx, hy = shoulder[0] + 10 * u, shoulder[1] - 26 * u
    c.line([(shoulder[0] + 2 * u, shoulder[1] - 6 * u), (hx - 2 * u, hy + 8 * u)], 8.6 * u, mix(face, "#5A1E12", 0.22))
    c.oval(hx, hy, 12 * u, 14 * u, face)
    c.poly([(hx + 11 * u, hy - 1 * u), (hx + 14.5 * u, hy + 4 * u), (hx + 10.5 * u, hy + 5 * u)], face)
    c.blob(
        [
            (hx - 12 * u, hy + 10 * u),
            (hx - 15 * u, hy - 2 * u),
            (hx - 9 * u, hy - 14 * u),
            (hx + 6 * u, hy - 12 * u),
            (hx - 3 * u, hy - 4 * u),
            (hx - 4 * u, hy + 6 * u),
        ],
        HAIR.get(hair, hair),
    )
    if helmet:
        c.half(hx - 0.5 * u, hy - 4 * u, 15.5 * u, helmet, 176, 356)
        c.rect(hx - 15 * u, hy - 6 * u, 32 * u, 4.4 * u, mix(helmet, INK, 0.25), 2 * u)
    c.oval(hx + 6 * u, hy - 0.5 * u, 1.3 * u, 1.7 * u, INK)
    c.sweep([(hx + 4.5 * u, hy + 7.4 * u), (hx + 7.4 * u, hy + 8 * u), (hx + 9.8 * u, hy + 6.4 * u)], 1.4 * u, mix(face, "#7A1F1F", 0.6))
