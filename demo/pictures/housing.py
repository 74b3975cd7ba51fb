"""Loyers justes · Eerlijke huur: cream, verdigris and brick."""

from demo.pictures.canvas import Canvas, mix
from demo.pictures.figures import portrait
from demo.pictures.marks import floor, party, quote, rule
from demo.pictures.palette import (
    AMBER,
    BRICK,
    BRICK_DARK,
    BUTTER,
    CREAM,
    INK,
    NIGHT,
    PAPER,
    SAND,
    VERDIGRIS,
    VERDIGRIS_DARK,
    VERDIGRIS_LIGHT,
    WHITE,
)
from demo.pictures.registry import SQUARE, TALL, WIDE, picture
from demo.pictures.scenery import cloud, house, lamp, tree


@picture("loyer-affiche", TALL, CREAM)
def poster(c: Canvas) -> None:
    c.circle(890, 540, 170, mix(CREAM, AMBER, 0.55))
    cloud(c, 90, 640, 200, mix(CREAM, WHITE, 0.6))
    cloud(c, 760, 470, 240, mix(CREAM, WHITE, 0.75))
    c.block(80, 190, 940, "Un loyer\njuste.", 150, INK, leading=0.98)
    c.words(84, 430, "Een eerlijke huur.", 76, VERDIGRIS, face="head")
    house(c, 56, 1080, 236, 400, wall=INK, roof=NIGHT, pane="#31456F", lit=AMBER, door=VERDIGRIS, lights="1 3 8 99")
    house(c, 292, 1080, 210, 330, wall=SAND, roof=BRICK, pane="#7C8FA6", lit=BUTTER, door=BRICK_DARK, top="stepped", lights="2 4")
    house(c, 502, 1080, 250, 470, wall=BRICK, roof=BRICK_DARK, pane="#5E2A1A", lit=BUTTER, door=INK, top="mansard", lights="0 4 5 10 99")
    house(c, 752, 1080, 236, 360, wall=VERDIGRIS, roof=VERDIGRIS_DARK, pane="#0B4F4A", lit=AMBER, door=CREAM, top="gable", lights="1 5 6")
    floor(c, 1080, VERDIGRIS_DARK)
    tree(c, 992, 1088, 240, leaf="#5B9A57", shade="#3C7444")
    lamp(c, 40, 1092, 190)
    c.words(80, 1190, "Maximum 30 % du revenu", 50, WHITE, face="bold")
    c.words(80, 1246, "Maximaal 30 % van je inkomen", 40, VERDIGRIS_LIGHT)
    party(c, 690, 1300, ink=WHITE, light=AMBER, size=30)


@picture("loyer-cle", SQUARE, VERDIGRIS)
def key(c: Canvas) -> None:
    c.circle(700, 560, 420, mix(VERDIGRIS, VERDIGRIS_DARK, 0.55))
    c.circle(700, 560, 300, mix(VERDIGRIS, VERDIGRIS_DARK, 0.9))
    c.ring(680, 430, 132, 50, BUTTER)
    c.half(680, 430, 132, mix(BUTTER, AMBER, 0.55), 20, 70)
    c.circle(680, 430, 84, mix(VERDIGRIS, VERDIGRIS_DARK, 0.9))
    c.rect(656, 548, 48, 350, BUTTER, 14)
    c.rect(700, 760, 86, 42, BUTTER, 8)
    c.rect(700, 834, 112, 42, BUTTER, 8)
    c.rect(690, 560, 14, 330, mix(BUTTER, AMBER, 0.55), 6)
    c.sweep([(575, 352), (480, 262), (380, 250), (330, 326)], 7, mix(BUTTER, VERDIGRIS, 0.35))
    c.poly([(212, 420), (330, 330), (448, 420), (448, 560), (212, 560)], WHITE)
    c.line([(196, 428), (330, 326), (464, 428)], 16, BRICK)
    c.rect(300, 470, 60, 90, VERDIGRIS, 6)
    c.circle(330, 404, 13, VERDIGRIS)
    c.block(80, 720, 520, "Un toit,\npas un luxe.", 84, WHITE, leading=1.02)
    c.words(82, 880, "Een dak is geen luxe.", 44, VERDIGRIS_LIGHT, face="bold")
    party(c, 80, 1010, ink=WHITE)


@picture("loyer-graphique", WIDE, PAPER)
def chart(c: Canvas) -> None:
    c.rect(0, 0, 470, 628, VERDIGRIS)
    c.block(56, 112, 390, "Sur 1 000 €\nde revenu", 58, WHITE, leading=1.05)
    c.block(56, 250, 380, "ce qui part dans le loyer", 32, VERDIGRIS_LIGHT, face="bold", leading=1.2)
    rule(c, 56, 296, 60, AMBER)
    c.block(56, 356, 390, "Van 1 000 € inkomen gaat dit naar de huur", 32, WHITE, face="bold", leading=1.2)
    c.block(56, 480, 380, "Baromètre · Barometer Demain · Morgen, 412 réponses · antwoorden", 19, VERDIGRIS_LIGHT, leading=1.3)
    party(c, 56, 584, ink=WHITE, size=22)
    base, bars = 520, ((2016, 290), (2018, 320), (2020, 350), (2022, 410), (2024, 470), (2026, 520))
    for value in (200, 400, 600):
        y = base - value * 0.68
        c.rect(530, y, 620, 2, "#E3DFD5")
        c.words(520, y + 7, str(value), 20, "#626B80", anchor="rs")
    limit = base - 300 * 0.68
    for i, (year, value) in enumerate(bars):
        x, h = 556 + i * 100, value * 0.68
        c.rect(x, base - h, 66, h, BRICK if value > 300 else VERDIGRIS, 6)
        c.rect(x, base - 10, 66, 10, BRICK if value > 300 else VERDIGRIS)
        c.words(x + 33, base - h - 14, f"{value} €", 24, INK, face="bold", anchor="ms")
        c.words(x + 33, base + 36, str(year), 22, "#46506A", anchor="ms")
    c.rect(530, base, 620, 3, INK)
    for x in range(530, 1150, 22):
        c.rect(x, limit, 12, 4, AMBER)
    c.tag(962, 44, "30 % : la limite juste", 19, fill=BUTTER, ink=INK)


@picture("loyer-samira", TALL, VERDIGRIS_LIGHT)
def samira(c: Canvas) -> None:
    c.circle(700, 880, 470, mix(VERDIGRIS_LIGHT, VERDIGRIS, 0.3))
    portrait(c, 700, 1350, 640, skin="brown", hair="black", cut="curls", top=WHITE, collar="v", accent=VERDIGRIS)
    quote(c, 84, 110, 110, VERDIGRIS)
    c.block(80, 290, 920, "Mon loyer, c’est\n62 % de mon\nsalaire.", 112, INK, leading=1.02)
    c.rect(80, 1100, 430, 130, INK, 12)
    c.words(112, 1156, "Samira", 44, WHITE, face="head")
    c.words(112, 1202, "aide-soignante, Anderlecht", 28, VERDIGRIS_LIGHT)
    party(c, 80, 1300, size=24)


@picture("loyer-wout", SQUARE, SAND)
def wout(c: Canvas) -> None:
    c.rect(560, 0, 520, 1080, BRICK)
    c.circle(820, 640, 300, mix(BRICK, AMBER, 0.35))
    portrait(c, 820, 1080, 500, skin="light", hair="red", cut="short", top=INK, collar="roll", beard=True)
    quote(c, 70, 90, 96, BRICK)
    c.block(66, 260, 480, "Derde keer verhuisd in vier jaar. Mijn dozen blijven gewoon dicht.", 66, INK, leading=1.06)
    rule(c, 68, 770, 70, BRICK)
    c.words(66, 836, "Wout", 46, INK, face="head")
    c.words(66, 880, "magazijnier, Molenbeek", 28, INK)
    party(c, 66, 1010, size=24)


@picture("loyer-etapes", WIDE, CREAM)
def steps(c: Canvas) -> None:
    c.words(60, 106, "La grille des loyers en 4 étapes", 56, INK, face="head")
    c.words(60, 156, "Het huurrooster in 4 stappen", 34, VERDIGRIS, face="bold")
    words = (
        ("Votre quartier", "Je wijk"),
        ("Surface et état", "Oppervlakte en staat"),
        ("Le loyer conseillé", "De richthuur"),
        ("Trop cher ? Recours", "Te duur? Beroep"),
    )
    c.line([(170, 320), (1030, 320)], 8, mix(CREAM, VERDIGRIS, 0.35))
    for i, (fr, nl) in enumerate(words):
        x = 170 + i * 287
        c.circle(x, 320, 84, (INK, VERDIGRIS, BRICK, AMBER)[i])
        c.circle(x + 62, 256, 27, WHITE)
        c.words(x + 62, 257, str(i + 1), 30, INK, face="bold", anchor="mm")
        c.words(x, 462, fr, 29, INK, face="bold", anchor="ms")
        c.words(x, 500, nl, 25, "#46506A", anchor="ms")
    x = 170
    c.half(x, 306, 32, WHITE, 0, 360)
    c.poly([(x - 30, 316), (x + 30, 316), (x, 368)], WHITE)
    c.circle(x, 304, 13, INK)
    x = 457
    c.rect(x - 40, 282, 80, 76, WHITE, 4)
    c.rect(x - 6, 282, 8, 46, VERDIGRIS)
    c.rect(x - 40, 322, 24, 8, VERDIGRIS)
    c.rect(x + 18, 322, 22, 8, VERDIGRIS)
    c.words(744, 322, "€", 92, WHITE, face="head", anchor="mm")
    x = 1031
    c.rect(x - 5, 272, 10, 90, INK, 4)
    c.rect(x - 52, 278, 104, 9, INK, 4)
    for side in (-1, 1):
        c.line([(x + side * 44, 284), (x + side * 62, 326)], 4, INK)
        c.line([(x + side * 44, 284), (x + side * 26, 326)], 4, INK)
        c.half(x + side * 44, 324, 22, INK, 0, 180)
    c.rect(x - 30, 356, 60, 10, INK, 5)
    party(c, 60, 584, size=24)


@picture("loyer-debat", SQUARE, INK)
def evening(c: Canvas) -> None:
    portrait(c, 220, 830, 250, skin="brown", hair="black", cut="bun", top=BRICK)
    portrait(c, 850, 830, 250, skin="light", hair="blond", cut="short", top=AMBER, collar="shirt", glasses=True)
    c.rect(70, 70, 570, 230, VERDIGRIS, 40)
    c.poly([(190, 290), (310, 290), (230, 380)], VERDIGRIS)
    c.block(118, 168, 500, "Votre loyer\nest-il légal ?", 76, WHITE, leading=1.05)
    c.rect(440, 330, 570, 230, BUTTER, 40)
    c.poly([(560, 550), (680, 550), (740, 640)], BUTTER)
    c.block(488, 428, 500, "Is jouw huur\nwettelijk?", 76, INK, leading=1.05)
    c.rect(0, 820, 1080, 260, VERDIGRIS_DARK)
    c.tag(80, 856, "Soirée info · Infoavond", 32, fill=BUTTER, ink=INK)
    c.words(80, 986, "Jeudi · donderdag, 19 h 30", 58, WHITE, face="head")
    party(c, 80, 1044, ink=WHITE, size=24)
