"""Nos quartiers · Onze wijken: leaf, moss and warm awnings."""

from demo.pictures.canvas import Canvas, mix
from demo.pictures.figures import palm, standing
from demo.pictures.marks import floor, party, rule, sun
from demo.pictures.palette import (
    AMBER,
    BLUE,
    BLUE_DARK,
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    INK,
    LEAF,
    MOSS,
    MOSS_DARK,
    PLUM,
    SAND,
    SKY,
    VERDIGRIS,
    WHITE,
)
from demo.pictures.registry import SQUARE, TALL, WIDE, picture
from demo.pictures.scenery import cloud, house, lamp, town, tree


@picture("comites-stand", SQUARE, CREAM)
def stall(c: Canvas) -> None:
    c.circle(200, 356, 104, mix(CREAM, AMBER, 0.6))
    town(c, 840, mix(CREAM, MOSS, 0.25), (260, 330, 210, 300, 240, 350, 280, 220, 310, 250, 290, 230), w=92)
    floor(c, 840, MOSS_DARK)
    c.rect(196, 420, 16, 424, INK)
    c.rect(868, 420, 16, 424, INK)
    for i in range(8):
        x, colour = 150 + i * 97.5, CORAL if i % 2 == 0 else WHITE
        c.poly([(x + (540 - x) * 0.08, 330), (x + 97.5 + (540 - x - 97.5) * 0.08, 330), (x + 97.5, 440), (x, 440)], colour)
        c.half(x + 48.75, 440, 48.75, mix(colour, INK, 0.08), 0, 180)
    standing(c, 380, 846, 330, skin="brown", hair="black", coat=VERDIGRIS, long=True)
    standing(c, 690, 846, 340, skin="light", hair="red", coat=PLUM)
    c.rect(230, 690, 620, 26, BRICK, 6)
    c.rect(250, 714, 580, 138, mix(SAND, WHITE, 0.25))
    sun(c, 540, 776, 34, colour=AMBER, ray=INK)
    for x, colour in ((290, WHITE), (330, BUTTER), (470, SKY), (600, WHITE), (770, BUTTER)):
        c.rect(x, 672, 44, 18, colour, 3)
    c.rect(520, 640, 36, 50, WHITE, 6)
    c.arc(560, 664, 13, -80, 80, 6, WHITE)
    standing(c, 120, 880, 330, skin="olive", hair="brown", coat=AMBER, legs=BLUE_DARK)
    standing(c, 960, 880, 310, skin="dark", hair="black", coat=BLUE, legs=INK, long=True)
    c.block(70, 130, 960, "On est sur le marché.", 84, INK)
    c.words(72, 206, "Kom gerust dag zeggen.", 54, MOSS_DARK, face="head")
    party(c, 70, 1020, ink=WHITE, size=28)


@picture("comites-balade", TALL, LEAF)
def walk(c: Canvas) -> None:
    c.circle(890, 520, 116, mix(LEAF, AMBER, 0.65))
    cloud(c, 100, 560, 230, mix(LEAF, WHITE, 0.75))
    town(c, 935, mix(LEAF, MOSS, 0.3), (180, 240, 150, 210, 260, 190, 230, 170, 250, 200, 220, 180), w=94)
    c.blob([(-80, 1400), (-60, 930), (240, 870), (560, 910), (860, 860), (1160, 920), (1160, 1400)], mix(MOSS, LEAF, 0.35))
    c.blob([(-80, 1500), (-80, 1060), (280, 1010), (640, 1050), (1160, 1000), (1180, 1500)], MOSS)
    c.blob([(470, 1420), (560, 1180), (520, 1080), (620, 990), (700, 990), (640, 1080), (720, 1180), (780, 1420)], SAND)
    tree(c, 150, 1080, 420)
    tree(c, 960, 1060, 360, leaf="#6B9E4A", shade=MOSS_DARK)
    tree(c, 780, 950, 200, leaf="#7FB063", shade=MOSS)
    c.rect(250, 1022, 190, 14, BRICK, 5)
    c.rect(250, 984, 190, 14, BRICK, 5)
    for x in (268, 412):
        c.rect(x, 984, 10, 92, INK)
    standing(c, 590, 1180, 230, skin="rose", hair="grey", coat=CORAL, legs=INK)
    standing(c, 680, 1170, 214, skin="dark", hair="black", coat=BLUE, legs=BLUE_DARK, long=True)
    standing(c, 640, 1240, 130, skin="brown", hair="black", coat=AMBER, legs=PLUM)
    c.block(80, 190, 920, "Balade du\ndimanche.", 126, MOSS_DARK, leading=0.98)
    c.words(84, 398, "Zondagse wandeling.", 66, CORAL, face="head")
    c.rect(0, 1256, 1080, 94, MOSS_DARK)
    c.words(80, 1314, "10 h, sous le grand tilleul · 10 uur, onder de linde", 30, WHITE, face="bold")
    party(c, 800, 1314, ink=WHITE, size=24)


@picture("comites-benevoles", WIDE, MOSS_DARK)
def volunteers(c: Canvas) -> None:
    c.circle(900, 560, 420, mix(MOSS_DARK, MOSS, 0.5))
    for x, y, s, skin, sleeve, lean, left in (
        (660, 480, 130, "light", CORAL, -12, False),
        (1130, 480, 130, "olive", PLUM, 12, True),
        (790, 420, 150, "dark", AMBER, -5, False),
        (1020, 420, 150, "rose", VERDIGRIS, 6, True),
        (905, 350, 165, "brown", BLUE, 0, False),
    ):
        palm(c, x, y, s, skin=skin, sleeve=sleeve, lean=lean, left=left)
    c.block(60, 150, 560, "On a besoin\nde vos bras.", 80, WHITE, leading=1.02)
    c.words(62, 316, "We hebben je nodig.", 46, AMBER, face="head")
    rule(c, 62, 354, 60, CORAL)
    c.block(62, 414, 470, "Deux heures par mois suffisent.\nTwee uur per maand is genoeg.", 29, LEAF, face="bold", leading=1.5)
    party(c, 62, 580, ink=WHITE, size=24)


@picture("comites-coulisses", SQUARE, SAND)
def backstage(c: Canvas) -> None:
    c.rect(0, 0, 1080, 640, mix(SAND, WHITE, 0.45))
    for x, y, w, h, colour, words in (
        (90, 240, 200, 270, VERDIGRIS, "Un loyer\njuste."),
        (330, 210, 200, 300, CORAL, "Le soin\nse paie."),
        (570, 250, 200, 260, BLUE, "De la\nplace !"),
        (810, 220, 190, 290, PLUM, "16 jours"),
    ):
        c.rect(x, y, w, h, colour, 4)
        c.block(x + 22, y + 66, w - 20, words, 42, WHITE, leading=1.05)
        c.rect(x + 22, y + h - 40, 70, 8, BUTTER, 4)
        c.rect(x + w / 2 - 22, y - 12, 44, 22, mix(BUTTER, WHITE, 0.3))
    c.block(84, 140, 930, "Dans les coulisses · Achter de schermen", 46, INK)
    c.rect(0, 640, 1080, 440, BRICK)
    c.rect(0, 640, 1080, 18, mix(BRICK, WHITE, 0.2))
    c.poly([(180, 960), (250, 720), (640, 720), (710, 960)], INK)
    c.poly([(206, 944), (268, 734), (622, 734), (684, 944)], "#31456F")
    for i in range(4):
        c.rect(286 - i * 12, 756 + i * 30, 180 + i * 16, 12, (AMBER, WHITE, VERDIGRIS, WHITE)[i], 6)
    c.poly([(520, 752), (600, 752), (616, 850), (528, 850)], CREAM)
    c.circle(860, 800, 92, WHITE)
    c.circle(860, 800, 70, "#5B3A28")
    c.arc(846, 790, 34, 190, 300, 7, mix("#5B3A28", WHITE, 0.3))
    c.arc(962, 800, 36, -80, 80, 18, WHITE)
    c.circle(800, 960, 40, AMBER)
    c.circle(880, 980, 40, AMBER)
    for x, y in ((800, 960), (880, 980)):
        for i in range(-1, 2):
            c.line([(x - 24, y + i * 18 - 4), (x + 24, y + i * 18 + 4)], 4, mix(AMBER, BRICK, 0.55))
            c.line([(x + i * 18 - 4, y - 24), (x + i * 18 + 4, y + 24)], 4, mix(AMBER, BRICK, 0.55))
    c.line([(90, 720), (140, 960)], 20, VERDIGRIS)
    c.poly([(130, 958), (152, 954), (148, 990)], CREAM)
    party(c, 84, 1044, ink=WHITE, size=24)


@picture("comites-nuit", SQUARE, "#1B2A52")
def evening(c: Canvas) -> None:
    for x, y, size in c.scatter(8, 40, (640, 0, 440, 430)):
        c.circle(x, y, 1.4 + size * 2, "#8FA0CC")
    c.circle(850, 210, 90, BUTTER)
    house(c, 120, 840, 240, 330, wall=BRICK, roof="#5E2A1A", pane="#33406B", lit=AMBER, door=INK, lights="0 1 4")
    house(c, 360, 840, 330, 260, wall=CREAM, roof=CORAL, pane="#33406B", lit=BUTTER, door=CORAL, top="flat", lights="0 1 2 99")
    house(c, 690, 840, 240, 370, wall=VERDIGRIS, roof="#0A544F", pane="#0A3B38", lit=AMBER, door=BUTTER, top="stepped", lights="2 3 5")
    lamp(c, 60, 846, 250, colour="#0E1830")
    floor(c, 840, "#0E1830")
    for i, (skin, coat) in enumerate((("light", CORAL), ("dark", AMBER), ("olive", MOSS), ("brown", PLUM), ("rose", BLUE))):
        standing(
            c,
            470 + i * 62,
            880 + i % 2 * 14,
            150,
            skin=skin,
            hair=("brown", "black", "grey", "black", "blond")[i],
            coat=coat,
            legs="#31456F",
            long=i % 2 == 1,
        )
    c.block(70, 150, 760, "Votre quartier\na la parole.", 78, WHITE, leading=1.04)
    c.words(72, 298, "Je wijk heeft het woord.", 46, AMBER, face="head")
    party(c, 70, 1014, ink=WHITE, size=26)
