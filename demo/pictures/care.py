"""Le soin se paie · Zorg verdient beter: blush and coral."""

from demo.pictures.canvas import Canvas, mix
from demo.pictures.figures import portrait
from demo.pictures.marks import party, quote, rule
from demo.pictures.palette import AMBER, BLUSH, CORAL, CORAL_DARK, INK, PAPER, SKIN, VERDIGRIS, VERDIGRIS_LIGHT, WHITE
from demo.pictures.registry import SQUARE, TALL, WIDE, picture


@picture("soin-affiche", TALL, BLUSH)
def poster(c: Canvas) -> None:
    c.circle(540, 960, 480, mix(BLUSH, CORAL, 0.32))
    c.circle(540, 960, 400, mix(BLUSH, CORAL, 0.5))
    portrait(c, 250, 1250, 430, skin="light", hair="grey", cut="bob", top=VERDIGRIS_LIGHT, collar="v", accent=VERDIGRIS, glasses=True)
    portrait(c, 830, 1250, 430, skin="olive", hair="black", cut="short", top=WHITE, collar="v", accent=CORAL, beard=True)
    portrait(c, 540, 1290, 520, skin="dark", hair=AMBER, cut="scarf", top=VERDIGRIS, collar="none")
    c.rect(0, 1190, 1080, 160, CORAL_DARK)
    c.block(80, 200, 940, "Le soin\nse paie.", 150, INK, leading=0.98)
    c.words(84, 440, "Zorg verdient beter.", 72, CORAL_DARK, face="head")
    c.words(80, 1262, "+ 1 € de l’heure, tout de suite · meteen", 42, WHITE, face="bold")
    party(c, 80, 1318, ink=WHITE, size=24)


@picture("soin-mains", SQUARE, CORAL)
def hands(c: Canvas) -> None:
    c.circle(540, 430, 330, mix(CORAL, WHITE, 0.12))
    c.circle(540, 430, 250, mix(CORAL, WHITE, 0.24))
    # two arms meet and hold one another
    c.line([(-60, 700), (300, 560)], 150, WHITE)
    c.line([(1140, 700), (790, 560)], 150, INK)
    c.line([(300, 560), (410, 510)], 112, SKIN["brown"])
    c.line([(790, 560), (680, 510)], 112, SKIN["light"])
    c.blob([(380, 470), (470, 420), (580, 410), (660, 450), (650, 540), (560, 590), (440, 590), (380, 560)], SKIN["light"])
    c.blob([(380, 480), (450, 440), (520, 450), (560, 500), (540, 570), (450, 600), (380, 580)], SKIN["brown"])
    for i, (x, y) in enumerate(((500, 424), (556, 416), (612, 424), (658, 448))):
        c.line([(x, y), (x - 34, y + 112 - i * 4)], 46, SKIN["light"])
        c.line([(x + 24, y + 8), (x - 9, y + 110 - i * 4)], 3, mix(SKIN["light"], "#5A1E12", 0.2))
    c.line([(430, 500), (500, 446)], 44, SKIN["brown"])
    c.line([(440, 590), (600, 582)], 44, SKIN["brown"])
    c.line([(450, 618), (570, 612)], 34, SKIN["brown"])
    c.block(80, 830, 940, "On tient à vous.\nEt vous tenez tout.", 76, WHITE, leading=1.05)
    c.words(82, 966, "Zonder zorg valt alles stil.", 42, BLUSH, face="bold")
    party(c, 82, 1030, ink=WHITE, size=24)


@picture("soin-nuit", WIDE, INK)
def night_shift(c: Canvas) -> None:
    c.circle(1096, 96, 46, "#F4E6CB")
    c.circle(1076, 84, 42, INK)
    c.block(60, 120, 620, "La nuit, une soignante pour 28 résident·es.", 54, WHITE, leading=1.08)
    c.block(62, 330, 520, "’s Nachts: één zorgkundige voor 28 bewoners.", 34, "#F2A48F", face="bold", leading=1.2)
    rule(c, 62, 410, 60, CORAL)
    c.block(62, 466, 500, "Témoignages récoltés dans 9 maisons de repos · Getuigenissen uit 9 woonzorgcentra", 21, "#B9C0CF", leading=1.35)
    party(c, 62, 584, ink=WHITE, size=22)
    for i in range(28):
        x, y = 772 + i % 7 * 60, 210 + i // 7 * 96
        c.circle(x, y, 15, "#5D6B8C")
        c.half(x, y + 46, 26, "#5D6B8C")
    c.circle(668, 446, 26, CORAL)
    c.half(668, 534, 52, CORAL)
    c.rect(659, 498, 18, 30, WHITE, 2)
    c.rect(653, 504, 30, 18, WHITE, 2)


@picture("soin-fatou", SQUARE, VERDIGRIS_LIGHT)
def fatou(c: Canvas) -> None:
    c.circle(760, 640, 360, mix(VERDIGRIS_LIGHT, WHITE, 0.5))
    portrait(c, 770, 1080, 560, skin="dark", hair="black", cut="bun", top=CORAL, collar="v", accent=WHITE)
    quote(c, 70, 90, 96, CORAL)
    c.block(66, 262, 640, "J’adore mon métier. Je voudrais juste pouvoir en vivre.", 74, INK, leading=1.04)
    rule(c, 68, 668, 70, CORAL)
    c.words(66, 740, "Fatou", 46, INK, face="head")
    c.words(66, 784, "aide familiale, Schaerbeek", 28, INK)
    party(c, 66, 1010, size=24)


@picture("soin-agenda", WIDE, PAPER)
def shifts(c: Canvas) -> None:
    c.rect(0, 0, 420, 628, CORAL)
    c.block(50, 130, 350, "Une semaine d’aide familiale", 54, WHITE, leading=1.06)
    c.block(52, 370, 340, "Een week in de thuiszorg", 36, BLUSH, leading=1.1)
    party(c, 52, 584, ink=WHITE, size=22)
    days = ("L · M", "M · D", "M · W", "J · D", "V · V", "S · Z", "D · Z")
    spans = (((7, 12), (16, 20)), ((7, 11), (17, 21)), ((7, 13),), ((8, 12), (16, 20)), ((7, 11), (17, 21)), ((8, 13),), ((17, 21),))
    for hour in (8, 12, 16, 20):
        y = 120 + (hour - 7) * 31
        c.rect(500, y, 650, 2, "#E3DFD5")
        c.words(490, y + 7, f"{hour} h", 20, "#626B80", anchor="rs")
    for i, (day, work) in enumerate(zip(days, spans, strict=True)):
        x = 516 + i * 91
        c.words(x + 36, 86, day, 22, INK, face="bold", anchor="ms")
        for start, end in work:
            c.rect(x, 120 + (start - 7) * 31, 72, (end - start) * 31 - 4, CORAL if start < 14 else VERDIGRIS, 10)
        if len(work) == 2:
            a, b = 120 + (work[0][1] - 7) * 31, 120 + (work[1][0] - 7) * 31
            for y in range(int(a) + 8, int(b) - 8, 14):
                c.rect(x + 34, y, 4, 7, "#B9BCC4", 2)
    c.rect(516, 574, 22, 22, CORAL, 5)
    c.words(548, 594, "matin · ochtend", 22, INK)
    c.rect(738, 574, 22, 22, VERDIGRIS, 5)
    c.words(770, 594, "soir · avond", 22, INK)
    c.words(924, 594, "· · · coupure · onderbreking", 20, "#46506A")
