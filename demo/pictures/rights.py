"""16 jours · 16 dagen: plum, lilac and candlelight."""

from demo.pictures.canvas import Canvas, mix
from demo.pictures.figures import palm, portrait
from demo.pictures.marks import party, rule
from demo.pictures.palette import AMBER, BUTTER, CORAL, INK, LILAC, PLUM, PLUM_DARK, WHITE
from demo.pictures.registry import SQUARE, TALL, WIDE, picture


def candle(c: Canvas, x: float, y: float, w: float, h: float, wax: str) -> None:
    c.rect(x - w / 2, y - h, w, h, wax, 6)
    c.oval(x, y - h + 4, w / 2, w * 0.13, mix(wax, WHITE, 0.5))
    c.rect(x + w * 0.2, y - h + 6, w * 0.18, h - 6, mix(wax, PLUM_DARK, 0.18))
    c.rect(x - w * 0.42, y - h + 4, w * 0.2, h * 0.3, mix(wax, WHITE, 0.35), w * 0.1)
    c.line([(x, y - h + 2), (x + 2, y - h - 18)], 5, INK)
    f = y - h - 14
    c.blob([(x, f + 6), (x - 17, f - 18), (x - 9, f - 46), (x + 2, f - 82), (x + 12, f - 46), (x + 18, f - 18)], AMBER)
    c.blob([(x, f + 2), (x - 8, f - 14), (x, f - 44), (x + 9, f - 14)], BUTTER)


@picture("seize-bougies", TALL, PLUM_DARK)
def vigil(c: Canvas) -> None:
    for x, y in ((250, 700), (540, 640), (830, 720)):
        c.glow(x, y, 300, CORAL, ground=PLUM_DARK, rings=5)
    for x, h, w in ((120, 300, 74), (250, 400, 84), (396, 260, 72), (540, 470, 92), (690, 300, 74), (830, 390, 84), (966, 250, 72)):
        candle(c, x, 1090, w, h, (LILAC, "#D9C2DF", "#F0E4F2")[int(x / 130) % 3])
    c.rect(0, 1080, 1080, 270, mix(PLUM_DARK, INK, 0.55))
    c.rect(0, 1080, 1080, 8, mix(PLUM_DARK, AMBER, 0.3))
    c.block(80, 176, 920, "Pas une\nde moins.", 140, WHITE, leading=0.98)
    c.words(84, 400, "Niet één minder.", 72, AMBER, face="head")
    c.words(80, 1180, "Contre les violences faites aux femmes", 42, WHITE, face="bold")
    c.words(80, 1234, "Stop geweld tegen vrouwen", 38, LILAC)
    party(c, 720, 1300, ink=WHITE, size=26)


@picture("seize-affiche", WIDE, PLUM)
def sixteen(c: Canvas) -> None:
    c.circle(930, 330, 330, mix(PLUM, PLUM_DARK, 0.6))
    for i in range(16):
        c.rect(722 + i % 4 * 108, 118 + i // 4 * 108, 92, 92, (LILAC, AMBER, "#C79AD0", CORAL)[(i * 5 + i // 4) % 4], 16)
        c.words(768 + i % 4 * 108, 166 + i // 4 * 108, str(i + 1), 40, PLUM_DARK, face="head", anchor="mm")
    c.block(60, 150, 640, "16 jours\npour agir", 84, WHITE, leading=1.02)
    c.words(62, 318, "16 dagen om te handelen", 44, AMBER, face="head")
    rule(c, 62, 352, 60, CORAL)
    c.words(62, 420, "25 novembre – 10 décembre", 32, WHITE, face="bold")
    c.words(62, 464, "25 november – 10 december", 28, LILAC)
    party(c, 62, 580, ink=WHITE, size=24)


@picture("seize-mains", SQUARE, LILAC)
def hands(c: Canvas) -> None:
    c.circle(540, 700, 430, mix(LILAC, PLUM, 0.16))
    for x, y, s, skin, sleeve, lean, left in (
        (150, 800, 170, "olive", CORAL, -14, False),
        (930, 800, 170, "light", AMBER, 14, True),
        (340, 700, 190, "dark", PLUM, -6, False),
        (740, 700, 190, "brown", PLUM_DARK, 6, True),
        (540, 630, 210, "rose", INK, 0, False),
    ):
        palm(c, x, y, s, skin=skin, sleeve=sleeve, lean=lean, left=left)
    c.rect(0, 900, 1080, 180, PLUM_DARK)
    c.block(70, 140, 960, "Tous les droits, pour tou·tes.", 66, PLUM_DARK)
    c.words(72, 206, "Alle rechten, voor iedereen.", 48, PLUM, face="head")
    c.words(70, 980, "10 décembre · 10 december", 44, WHITE, face="bold")
    party(c, 70, 1040, ink=WHITE, size=24)


@picture("seize-ecoute", SQUARE, PLUM_DARK)
def listen(c: Canvas) -> None:
    c.circle(330, 690, 300, PLUM)
    c.circle(770, 690, 300, mix(PLUM, CORAL, 0.35))
    portrait(c, 770, 1080, 440, skin="rose", hair="brown", cut="long", top=AMBER, collar="round", accent=PLUM_DARK)
    portrait(c, 330, 1080, 440, skin="brown", hair="black", cut="curls", top=LILAC, collar="round", accent=PLUM)
    c.block(80, 232, 920, "On te croit.", 128, WHITE)
    c.words(84, 322, "We geloven je.", 66, AMBER, face="head")
    c.rect(0, 990, 1080, 90, INK)
    c.words(80, 1048, "Écouter, orienter, protéger · Luisteren, helpen, beschermen", 30, WHITE, face="bold")
    party(c, 80, 96, ink=WHITE, size=24)
