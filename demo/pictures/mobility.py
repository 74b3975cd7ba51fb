"""Bouger mieux · Vlot vooruit: sky, deep blue and amber."""

from demo.pictures.canvas import Canvas, curve, mix
from demo.pictures.figures import rider, standing
from demo.pictures.marks import floor, party, rule
from demo.pictures.palette import AMBER, BLUE, BLUE_DARK, BRICK, BUTTER, CORAL, INK, NIGHT, SKY, VERDIGRIS, WHITE
from demo.pictures.registry import SQUARE, TALL, WIDE, picture
from demo.pictures.scenery import cloud, lamp, rails, town, tram, tree


@picture("bouger-tram", TALL, SKY)
def every_six(c: Canvas) -> None:
    c.circle(930, 350, 110, mix(SKY, AMBER, 0.75))
    cloud(c, 790, 490, 250, WHITE)
    cloud(c, 60, 640, 220, mix(SKY, WHITE, 0.7))
    c.block(80, 210, 960, "Toutes les\n6 minutes.", 136, BLUE_DARK, leading=1.0)
    c.words(84, 432, "Om de 6 minuten.", 72, CORAL, face="head")
    town(c, 1010, mix(SKY, BLUE, 0.28), (220, 300, 180, 260, 340, 210, 280, 240, 320, 200, 260, 300), w=94)
    town(c, 1010, mix(SKY, BLUE, 0.5), (120, 90, 170, 130, 100, 190, 120, 150, 90), w=124, start=-30)
    c.rect(0, 792, 1080, 4, INK)
    for x in (70, 1010):
        c.rect(x - 6, 740, 12, 330, INK)
        c.line([(x, 780), (x + (90 if x < 500 else -90), 792)], 5, INK)
    tram(c, 40, 1072, 1130, body=AMBER, skirt=BLUE_DARK, pane=BLUE_DARK, light=BUTTER, door=WHITE)
    rails(c, 1072, bed=mix(BLUE_DARK, INK, 0.5), rail="#9DB3CC")
    floor(c, 1098, BLUE_DARK)
    c.words(80, 1200, "Le tram, le bus, le métro. Tôt et tard.", 44, WHITE, face="bold")
    c.words(80, 1252, "Tram, bus en metro. Vroeg en laat.", 38, SKY)
    party(c, 700, 1306, ink=WHITE, size=28)


@picture("bouger-velo", SQUARE, BUTTER)
def cycling(c: Canvas) -> None:
    c.circle(790, 330, 150, mix(BUTTER, AMBER, 0.7))
    town(c, 800, mix(BUTTER, AMBER, 0.35), (150, 220, 120, 190, 260, 140, 200, 170, 230, 150, 190, 240), w=92)
    tree(c, 120, 806, 330)
    tree(c, 960, 806, 260, leaf="#6B9E4A")
    c.block(70, 150, 640, "De la place\npour rouler.", 88, INK, leading=1.02)
    c.words(72, 316, "Plaats om te fietsen.", 52, BLUE, face="head")
    floor(c, 800, mix(INK, WHITE, 0.18))
    c.rect(0, 838, 1080, 110, CORAL)
    c.rect(0, 838, 1080, 7, WHITE)
    c.rect(0, 941, 1080, 7, WHITE)
    for x in (90, 840):
        c.ring(x, 894, 17, 5, WHITE)
        c.ring(x + 58, 894, 17, 5, WHITE)
        c.line([(x, 894), (x + 20, 872), (x + 46, 872), (x + 58, 894)], 5, WHITE)
    rider(c, 415, 900, 290, skin="olive", hair="black", coat=VERDIGRIS, legs=BLUE_DARK, frame=BLUE, helmet=WHITE)
    party(c, 70, 1026, ink=WHITE, size=26)


@picture("bouger-train", WIDE, NIGHT)
def night_train(c: Canvas) -> None:
    for x, y, size in c.scatter(3, 60, (760, 0, 440, 340)):
        c.circle(x, y, 1 + size * 1.8, mix(NIGHT, WHITE, 0.3 + size * 0.5))
    c.circle(1030, 120, 62, BUTTER)
    c.circle(1002, 106, 56, NIGHT)
    hills = curve(
        [(-40, 430), (120, 360), (330, 410), (560, 340), (800, 400), (1010, 350), (1240, 400), (1240, 660), (-40, 660)], closed=False
    )
    c.poly(hills, mix(NIGHT, BLUE, 0.3))
    c.poly(
        curve([(-40, 470), (200, 420), (460, 470), (760, 420), (1240, 470), (1240, 660), (-40, 660)], closed=False), mix(NIGHT, BLUE, 0.14)
    )
    c.block(60, 120, 760, "Le dernier train ne\ndoit pas partir à 22 h 14.", 58, WHITE, leading=1.08)
    c.words(62, 244, "De laatste trein mag niet om 22.14 uur vertrekken.", 30, AMBER, face="bold")
    rails(c, 540, bed="#0A1224", rail="#6E7FA3")
    for k in range(3):
        x = 40 + k * 372
        c.rect(x, 398, 362, 126, BLUE if k else CORAL, 16)
        if not k:
            c.poly([(x - 30, 520), (x - 18, 452), (x + 26, 400), (x + 60, 398), (x + 60, 524), (x - 22, 524)], CORAL)
            c.poly([(x - 4, 452), (x + 30, 414), (x + 48, 414), (x + 48, 452)], BUTTER)
            c.circle(x - 10, 496, 8, WHITE)
        c.rect(x + (0 if k else -22), 486, 362 + (0 if k else 22), 14, WHITE)
        for n in range(5):
            wx = x + 74 + n * 56
            c.rect(wx, 418, 42, 44, BUTTER if (n + k) % 3 else mix(BUTTER, NIGHT, 0.6), 6)
            if (n + k * 2) % 4 == 1:
                c.circle(wx + 21, 440, 9, INK)
                c.half(wx + 21, 463, 15, INK)
        for n in (60, 110, 260, 310):
            c.circle(x + n, 530, 15, "#0A1224")
            c.circle(x + n, 530, 6, "#6E7FA3")
    party(c, 60, 604, ink=WHITE, size=22)


@picture("bouger-carte", SQUARE, "#EEF2E6")
def missing_links(c: Canvas) -> None:
    for x, y, w, h in (
        (60, 380, 210, 150),
        (300, 360, 260, 190),
        (610, 380, 180, 140),
        (830, 360, 210, 210),
        (70, 580, 180, 210),
        (290, 600, 230, 150),
        (560, 570, 240, 190),
        (840, 620, 190, 160),
        (80, 840, 250, 120),
        (380, 800, 190, 150),
        (620, 810, 220, 140),
    ):
        c.rect(x, y, w, h, "#E0E6D4", 14)
    c.blob([(600, 590), (700, 570), (790, 620), (770, 720), (660, 740), (590, 690)], "#C5DDAE")
    c.poly(
        [
            *curve([(-20, 700), (160, 650), (330, 770), (560, 780), (760, 800), (1100, 700)], closed=False),
            *reversed(curve([(-20, 742), (160, 692), (330, 812), (560, 822), (760, 842), (1100, 742)], closed=False)),
        ],
        "#BBD7EA",
    )
    roads = (
        [(100, 980), (200, 800), (270, 570), (420, 460), (590, 420)],
        [(280, 1000), (350, 780), (540, 660), (580, 540), (800, 480), (1000, 380)],
        [(1020, 930), (860, 780), (820, 600), (800, 480)],
        [(60, 560), (270, 570), (540, 660), (830, 640), (1020, 600)],
    )
    for road in roads:
        c.sweep(road, 15, WHITE)
        c.sweep(road, 9, BLUE)
    for road, start in zip((*roads, roads[1], roads[3]), (9, 14, 11, 30, 38, 22), strict=True):
        gap = curve(road, closed=False)[start : start + 6]
        c.line(gap, 17, "#EEF2E6", round_ends=False)
        c.line(gap, 12, CORAL)
        c.ring(*gap[3], 52, 5, CORAL)
    c.rect(0, 0, 1080, 320, BLUE_DARK)
    c.words(60, 116, "40 chaînons manquants.", 80, WHITE, face="head")
    c.words(62, 190, "40 ontbrekende schakels.", 52, AMBER, face="head")
    c.words(62, 256, "Carte participative des pistes cyclables · Doe mee met onze fietskaart", 28, SKY)
    c.rect(0, 980, 1080, 100, WHITE)
    c.rect(60, 1022, 60, 12, BLUE, 6)
    c.words(134, 1038, "existe · bestaat", 27, INK)
    c.rect(380, 1022, 60, 12, CORAL, 6)
    c.words(454, 1038, "manque · ontbreekt", 27, INK)
    party(c, 770, 1038, size=24)


@picture("bouger-arret", WIDE, SKY)
def stop(c: Canvas) -> None:
    cloud(c, 620, 150, 220, WHITE)
    cloud(c, 930, 230, 180, mix(SKY, WHITE, 0.7))
    town(c, 500, mix(SKY, BLUE, 0.25), (90, 130, 80, 110, 150, 100, 190, 130, 220, 160, 200, 140, 180), w=94)
    floor(c, 500, mix(BLUE_DARK, INK, 0.35))
    c.rect(600, 250, 16, 252, INK)
    c.rect(1090, 250, 16, 252, INK)
    c.rect(616, 290, 474, 180, mix(SKY, WHITE, 0.55), 4)
    c.rect(570, 226, 566, 30, BLUE_DARK, 10)
    c.rect(640, 420, 250, 14, BRICK, 5)
    c.rect(664, 434, 10, 66, INK)
    c.rect(856, 434, 10, 66, INK)
    c.rect(1000, 300, 74, 110, WHITE, 4)
    for i in range(4):
        c.rect(1010, 318 + i * 22, 54 - i % 2 * 14, 8, mix(SKY, BLUE, 0.5), 4)
    standing(c, 700, 502, 190, skin="dark", hair="black", coat=CORAL, legs=INK, long=True)
    standing(c, 800, 502, 176, skin="light", hair="white", coat=VERDIGRIS, legs=BLUE_DARK)
    standing(c, 940, 502, 198, skin="olive", hair="brown", coat=AMBER, legs=BLUE_DARK)
    lamp(c, 540, 502, 260, colour=INK, light=AMBER)
    c.block(56, 128, 560, "On attend quoi\npour le bus ?", 64, BLUE_DARK, leading=1.04)
    c.block(58, 258, 500, "Waar blijft onze bus?", 42, CORAL, leading=1.1)
    rule(c, 58, 300, 60, BLUE)
    party(c, 58, 584, ink=WHITE, size=24)
