"""Le Toit Solidaire: snow, pine and clay, with headlines in a serif."""

from demo.pictures.canvas import Canvas, mix
from demo.pictures.figures import portrait, standing
from demo.pictures.marks import floor, ngo, quote, rule
from demo.pictures.palette import AMBER, BUTTER, CLAY, CLAY_DARK, INK, LINEN, PINE, PINE_DARK, SNOW, WHITE
from demo.pictures.registry import SQUARE, TALL, WIDE, picture
from demo.pictures.scenery import house, town


@picture("toit-hiver", TALL, PINE_DARK)
def winter(c: Canvas) -> None:
    c.glow(540, 860, 420, AMBER, ground=PINE_DARK)
    town(c, 1080, mix(PINE_DARK, SNOW, 0.14), (300, 380, 260, 340, 420, 300, 360, 280, 400, 320, 350, 290), w=94)
    house(c, 390, 1090, 300, 250, wall=CLAY, roof=CLAY_DARK, pane=BUTTER, lit=AMBER, door=PINE, lights="0 2 99")
    c.poly([(374, 846), (540, 692), (706, 846), (676, 846), (540, 726), (404, 846)], WHITE)
    c.blob([(-100, 1500), (-80, 1100), (260, 1064), (540, 1092), (840, 1060), (1180, 1100), (1180, 1500)], SNOW)
    for x, y, size in c.scatter(5, 110, (0, 440, 1080, 660)):
        c.circle(x, y, 2.5 + size * 4.5, mix(PINE_DARK, WHITE, 0.85))
    standing(c, 800, 1120, 190, skin="olive", hair="grey", coat=PINE, legs=INK)
    standing(c, 240, 1130, 180, skin="dark", hair="black", coat=CLAY_DARK, legs=INK, long=True)
    c.block(80, 190, 940, "Personne dehors\ncet hiver.", 112, WHITE, face="serif", leading=1.06)
    c.words(84, 390, "Signez pour une trêve hivernale complète.", 42, AMBER, face="bold")
    ngo(c, 80, 1280, ink=PINE, light=CLAY, size=34)


@picture("toit-porte", SQUARE, LINEN)
def door(c: Canvas) -> None:
    c.rect(560, 0, 520, 1080, PINE)
    c.poly([(700, 900), (940, 900), (1080, 1080), (420, 1080)], mix(PINE, AMBER, 0.55))
    c.arch(690, 300, 260, 600, PINE_DARK)
    c.arch(710, 320, 220, 580, AMBER)
    c.poly([(930, 432), (1030, 400), (1030, 960), (930, 900)], CLAY)
    c.circle(1010, 690, 10, BUTTER)
    standing(c, 820, 900, 330, skin="brown", hair="black", coat=CLAY_DARK, legs=PINE_DARK, long=True)
    c.block(70, 190, 470, "Une porte\nqui s’ouvre,\nça change\ntout.", 84, PINE_DARK, face="serif", leading=1.1)
    rule(c, 72, 520, 70, CLAY)
    c.block(72, 590, 430, "Permanence logement,\nchaque mardi\nde 14 à 18 heures", 36, PINE, face="bold", leading=1.3)
    ngo(c, 72, 1000, ink=PINE_DARK, light=CLAY)


@picture("toit-renover", WIDE, SNOW)
def renovate(c: Canvas) -> None:
    c.block(60, 150, 640, "Rénover,\nsans expulser.", 78, PINE_DARK, face="serif", leading=1.06)
    rule(c, 62, 276, 70, CLAY)
    c.block(62, 344, 500, "Trois garanties pour rester chez soi pendant et après les travaux.", 32, PINE, face="bold", leading=1.35)
    floor(c, 548, mix(PINE, SNOW, 0.4))
    house(c, 720, 548, 210, 300, wall=CLAY, roof=CLAY_DARK, pane="#5E2A1A", lit=BUTTER, door=PINE, lights="1 2")
    house(c, 930, 548, 210, 340, wall=mix(LINEN, CLAY, 0.12), roof=PINE, pane="#7C8FA6", lit=AMBER, door=CLAY, top="flat", lights="0 3 5")
    pole = INK
    for x in (690, 826, 962):
        c.rect(x, 130, 9, 420, pole)
    for y in (230, 340, 450):
        c.rect(676, y, 306, 12, AMBER)
        c.rect(676, y - 40, 306, 5, pole)
    c.line([(694, 450), (830, 344)], 6, pole)
    c.line([(830, 340), (966, 234)], 6, pole)
    standing(c, 760, 340, 96, skin="olive", hair=AMBER, coat=CLAY_DARK, legs=PINE)
    standing(c, 890, 230, 96, skin="dark", hair=AMBER, coat=PINE, legs=INK)
    ngo(c, 60, 600, ink=PINE_DARK, light=CLAY, size=24)


@picture("toit-rosa", TALL, LINEN)
def rosa(c: Canvas) -> None:
    c.circle(720, 900, 460, mix(LINEN, CLAY, 0.35))
    portrait(c, 710, 1350, 620, skin="rose", hair="white", cut="bob", top=PINE, collar="roll", glasses=True)
    quote(c, 84, 110, 100, CLAY)
    c.block(80, 290, 920, "J’ai septante et un ans. Je ne veux pas compter les degrés.", 92, PINE_DARK, face="serif", leading=1.1)
    c.words(80, 1180, "Rosa", 48, PINE_DARK, face="serif")
    c.words(80, 1224, "locataire à Saint-Gilles", 28, PINE_DARK)
    ngo(c, 80, 1300, ink=PINE_DARK, light=CLAY, size=24)
