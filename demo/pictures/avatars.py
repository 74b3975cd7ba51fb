"""Square signs of the channels and faces of the people, 400 x 400."""

from PIL import Image

from demo.pictures.canvas import Canvas, mix
from demo.pictures.figures import portrait
from demo.pictures.marks import roof, sun
from demo.pictures.palette import (
    AMBER,
    BLUE,
    BLUSH,
    BUTTER,
    CLAY,
    CORAL,
    INK,
    LEAF,
    LILAC,
    LINEN,
    MOSS,
    PINE,
    PLUM,
    SAND,
    SKY,
    VERDIGRIS,
    VERDIGRIS_LIGHT,
    WHITE,
)

SIDE = 400
SIGNS = ("demain-morgen", "toit-solidaire")
# ground, then how the person looks
FACES: dict[str, tuple[str, dict[str, object]]] = {
    "claire": (VERDIGRIS_LIGHT, {"skin": "light", "hair": "brown", "cut": "bob", "top": VERDIGRIS, "collar": "shirt"}),
    "jef": (SKY, {"skin": "rose", "hair": "blond", "cut": "short", "top": INK, "collar": "round", "beard": True}),
    "amina": (BLUSH, {"skin": "olive", "hair": "black", "cut": "long", "top": CORAL, "collar": "round"}),
    "lieve": (LILAC, {"skin": "light", "hair": "grey", "cut": "bun", "top": PLUM, "collar": "roll", "glasses": True}),
    "olivier": (SAND, {"skin": "rose", "hair": "grey", "cut": "bald", "top": BLUE, "collar": "shirt", "glasses": True}),
    "tom": (BUTTER, {"skin": "light", "hair": "red", "cut": "short", "top": MOSS, "collar": "round"}),
    "salome": (LEAF, {"skin": "brown", "hair": "black", "cut": "curls", "top": AMBER, "collar": "v"}),
    "bram": (VERDIGRIS_LIGHT, {"skin": "dark", "hair": "black", "cut": "short", "top": WHITE, "collar": "round", "accent": BLUE}),
    "yasmine": (SKY, {"skin": "olive", "hair": PLUM, "cut": "scarf", "top": BLUE, "collar": "none"}),
    "helene": (LINEN, {"skin": "light", "hair": "brown", "cut": "long", "top": CLAY, "collar": "v"}),
    "karim": (SKY, {"skin": "olive", "hair": "black", "cut": "curls", "top": PINE, "collar": "round", "beard": True}),
    "manon": (BUTTER, {"skin": "rose", "hair": "blond", "cut": "bun", "top": CORAL, "collar": "round"}),
    "etienne": (LEAF, {"skin": "light", "hair": "white", "cut": "short", "top": PINE, "collar": "shirt", "glasses": True}),
    "beatrice": (BLUSH, {"skin": "rose", "hair": "white", "cut": "bob", "top": PLUM, "collar": "round"}),
    "luc": (SAND, {"skin": "dark", "hair": "grey", "cut": "short", "top": INK, "collar": "roll"}),
}


def avatar(key: str) -> Image.Image:
    """Return the sign of an organisation or the face of a person. KeyError for any other key."""
    if key == "demain-morgen":
        c = Canvas(SIDE, SIDE, VERDIGRIS)
        c.circle(200, 200, 165, mix(VERDIGRIS, INK, 0.22))
        sun(c, 200, 206, 92, colour=AMBER, ray=WHITE)
    elif key == "toit-solidaire":
        c = Canvas(SIDE, SIDE, PINE)
        c.circle(200, 200, 165, mix(PINE, INK, 0.3))
        roof(c, 200, 196, 110, colour=CLAY, dot=BUTTER)
    else:
        ground, look = FACES[key]
        c = Canvas(SIDE, SIDE, ground)
        portrait(c, 200, 404, 340, **look)  # type: ignore[arg-type]
    return c.finish()
