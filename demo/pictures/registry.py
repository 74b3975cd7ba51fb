"""Where a picture says its key, its size and its ground."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from demo.pictures.canvas import Canvas

TALL, SQUARE, WIDE = (1080, 1350), (1080, 1080), (1200, 628)


@dataclass(frozen=True)
class Drawing:
    size: tuple[int, int]
    ground: str
    paint: Callable[[Canvas], None]

    def draw(self) -> Image.Image:
        canvas = Canvas(*self.size, self.ground)
        self.paint(canvas)
        return canvas.finish()


DRAWINGS: dict[str, Drawing] = {}


def picture(key: str, size: tuple[int, int], ground: str) -> Callable[[Callable[[Canvas], None]], Callable[[Canvas], None]]:
    """Enter a painting function under its key."""

    def enter(paint: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
        DRAWINGS[key] = Drawing(size, ground, paint)
        return paint

    return enter
