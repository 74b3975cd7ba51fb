"""The demo's pictures, drawn by code: the same pixels every time, nothing borrowed.

draw("loyer-affiche")      → PIL.Image.Image in RGB, 1080 x 1350, 1080 x 1080 or 1200 x 628
avatar("demain-morgen")    → 400 x 400, for channels; avatar("claire") for people
ALT["loyer-affiche"]["fr"] → what a screen reader says; also "nl" and "en"
"""

from PIL import Image

from demo.pictures import care, committees, energy, housing, mobility, rights, shelter
from demo.pictures.alt import ALT
from demo.pictures.avatars import FACES, SIGNS, avatar
from demo.pictures.registry import DRAWINGS

__all__ = ["ALT", "AVATARS", "PICTURES", "SCENES", "avatar", "draw"]

SCENES = (housing, mobility, care, energy, rights, committees, shelter)
PICTURES = tuple(DRAWINGS)
AVATARS = (*SIGNS, *FACES)


def draw(key: str) -> Image.Image:
    """Return the picture with this key. KeyError for any other key."""
    return DRAWINGS[key].draw()
