"""Chaud chez soi · Warm thuis: butter, amber and ink."""

from demo.pictures.canvas import Canvas, mix
from demo.pictures.marks import floor, party, rule
from demo.pictures.palette import AMBER, AMBER_DARK, BLUE, BRICK, BUTTER, CREAM, INK, NIGHT, PAPER, SAND, VERDIGRIS, WHITE
from demo.pictures.registry import SQUARE, TALL, WIDE, picture


@picture("energie-chat", SQUARE, BUTTER)
def cat(c: Canvas) -> None:
    c.rect(0, 0, 1080, 860, BUTTER)
    c.rect(640, 90, 330, 420, WHITE, 6)
    c.rect(660, 110, 290, 380, NIGHT)
    for x, y, size in c.scatter(4, 34, (668, 118, 274, 364)):
        c.circle(x, y, 2 + size * 3, mix(NIGHT, WHITE, 0.75))
    c.rect(798, 110, 14, 380, WHITE)
    c.rect(660, 290, 290, 12, WHITE)
    c.rect(610, 504, 390, 24, mix(BUTTER, AMBER_DARK, 0.25), 5)
    for i in range(11):
        x = 130 + i * 76
        c.rect(x, 610, 62, 270, WHITE, 30)
        c.rect(x + 44, 630, 10, 230, mix(WHITE, AMBER_DARK, 0.16), 5)
    c.rect(110, 640, 860, 26, WHITE)
    c.rect(110, 826, 860, 26, WHITE)
    c.rect(966, 640, 56, 18, "#B9BCC4", 6)
    c.circle(1026, 649, 24, BRICK)
    floor(c, 890, AMBER_DARK)
    # the cat sleeps on top
    fur, dark = AMBER, AMBER_DARK
    c.sweep([(560, 590), (620, 610), (636, 690), (610, 740)], 34, fur)
    c.blob([(200, 612), (216, 540), (300, 490), (420, 476), (530, 506), (590, 570), (588, 616), (400, 626)], fur)
    for x in (380, 440, 500):
        c.sweep([(x, 486 + (x - 380) * 0.12), (x + 12, 520), (x + 4, 556)], 14, dark)
    c.poly([(196, 556), (186, 474), (250, 508)], fur)
    c.poly([(292, 508), (344, 468), (344, 546)], fur)
    c.oval(266, 566, 86, 66, fur)
    for side in (-1, 1):
        c.sweep([(266 + side * 52, 562), (266 + side * 36, 574), (266 + side * 18, 562)], 6, INK)
        for dy in (0, 14):
            c.line([(266 + side * 62, 588 + dy * 0.6), (266 + side * 118, 580 + dy * 1.6)], 3, WHITE)
    c.poly([(256, 582), (276, 582), (266, 593)], BRICK)
    c.sweep([(250, 604), (258, 608), (266, 598), (274, 608), (282, 604)], 4, INK)
    c.oval(240, 630, 34, 18, fur)
    c.oval(318, 632, 34, 18, fur)
    for i, x in enumerate((300, 380, 460)):
        c.sweep([(x, 430 - i * 14), (x + 18, 396 - i * 14), (x, 366 - i * 14), (x + 18, 332 - i * 14)], 9, mix(BUTTER, BRICK, 0.4))
    c.block(70, 146, 560, "Avoir chaud\nchez soi.", 84, INK, leading=1.02)
    c.words(72, 308, "Warm thuis.", 52, BRICK, face="head")
    c.words(72, 980, "Ce n’est pas une faveur, c’est un droit. · Geen gunst, een recht.", 30, WHITE, face="bold")
    party(c, 72, 1040, ink=WHITE, size=24)


@picture("energie-facture", TALL, INK)
def bill(c: Canvas) -> None:
    c.block(80, 170, 920, "Votre facture,\nligne par ligne.", 108, WHITE, leading=1.0)
    c.words(82, 360, "Je factuur, lijn per lijn.", 56, AMBER, face="head")
    edge = [(130 + i * 41, 1180 + (24 if i % 2 else 0)) for i in range(21)]
    c.poly([(130, 430), (950, 430), *reversed(edge)], PAPER)
    c.rect(130, 430, 820, 16, AMBER)
    parts = (
        (44, BRICK, "Énergie", "Energie"),
        (27, AMBER, "Réseaux", "Netten"),
        (17, BLUE, "Taxes et TVA", "Taksen en btw"),
        (12, VERDIGRIS, "Redevances", "Heffingen"),
    )
    start = -90.0
    for share, colour, *_ in parts:
        c.half(350, 690, 170, colour, start, start + share * 3.6)
        start += share * 3.6
    c.circle(350, 690, 96, PAPER)
    c.words(350, 676, "100 €", 46, INK, face="head", anchor="mm")
    c.words(350, 722, "exemple · voorbeeld", 18, "#46506A", anchor="mm")
    for i, (share, colour, fr, nl) in enumerate(parts):
        y = 560 + i * 88
        c.rect(580, y - 24, 26, 26, colour, 6)
        c.words(624, y, fr, 31, INK, face="bold")
        c.words(624, y + 32, nl, 24, "#46506A")
        c.words(902, y, f"{share} €", 33, INK, face="head", anchor="rs")
    for i, (w, last) in enumerate(((420, 90), (360, 70), (460, 110))):
        y = 950 + i * 52
        c.rect(180, y, w, 14, "#E3DFD5", 7)
        c.rect(902 - last, y, last, 14, "#E3DFD5", 7)
    c.rect(180, 1110, 722, 4, INK)
    party(c, 80, 1290, ink=WHITE, size=28)


@picture("energie-isoler", WIDE, CREAM)
def insulate(c: Canvas) -> None:
    c.block(60, 130, 620, "Isoler d’abord,\nfacturer moins.", 66, INK, leading=1.05)
    c.words(62, 258, "Eerst isoleren, dan minder betalen.", 32, AMBER_DARK, face="bold")
    rule(c, 62, 296, 60, BRICK)
    c.block(
        62,
        360,
        480,
        "Quartier par quartier, sans dette pour les ménages.\nWijk per wijk, zonder schuld voor de gezinnen.",
        26,
        "#46506A",
        face="text",
        leading=1.5,
    )
    floor(c, 540, SAND)
    x, y, w, h = 730, 540, 360, 250
    c.glow(910, 400, 270, AMBER, ground=CREAM)
    c.rect(x - 26, y - h - 4, w + 52, h + 4, AMBER, 8)
    c.poly([(x - 70, y - h + 8), (x + w / 2, y - h - 190), (x + w + 70, y - h + 8)], AMBER)
    for i in range(8):
        c.arc(x - 13, y - h + 14 + i * 32, 9, -90, 90, 4, mix(AMBER, WHITE, 0.6))
        c.arc(x + w + 13, y - h + 14 + i * 32, 9, 90, 270, 4, mix(AMBER, WHITE, 0.6))
    c.rect(x, y - h, w, h, WHITE)
    c.poly([(x - 26, y - h + 8), (x + w / 2, y - h - 150), (x + w + 26, y - h + 8)], BRICK)
    c.rect(x + w * 0.72, y - h - 150, 44, 90, INK)
    for k in range(2):
        wx = x + 48 + k * 160
        c.rect(wx - 8, y - 206, 116, 106, INK, 6)
        c.rect(wx, y - 198, 100, 90, BUTTER)
        c.rect(wx + 46, y - 198, 8, 90, INK)
    c.arch(x + 146, y - 92, 68, 92, VERDIGRIS)
    party(c, 60, 592, size=24)


@picture("energie-ampoule", SQUARE, NIGHT)
def bulb(c: Canvas) -> None:
    c.glow(540, 400, 430, AMBER, ground=NIGHT, rings=6)
    c.blob([(540, 170), (690, 235), (745, 390), (690, 520), (622, 612), (540, 626), (458, 612), (390, 520), (335, 390), (390, 235)], BUTTER)
    c.poly([(440, 470), (540, 370), (640, 470), (640, 560), (440, 560)], NIGHT)
    c.rect(516, 500, 48, 60, AMBER, 4)
    c.line([(420, 482), (540, 362), (660, 482)], 18, NIGHT)
    for i in range(3):
        c.rect(462, 620 + i * 34, 156, 26, "#B9BCC4" if i % 2 else "#8C93A6", 12)
    c.half(540, 720, 50, "#8C93A6", 0, 180)
    c.words(540, 888, "Le tarif social, vous y avez droit ?", 58, WHITE, face="head", anchor="ms")
    c.words(540, 946, "Heb jij recht op het sociaal tarief?", 42, AMBER, face="bold", anchor="ms")
    party(c, 400, 1026, ink=WHITE, size=26)
