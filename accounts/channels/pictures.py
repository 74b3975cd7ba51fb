"""Pictures of strangers, drawn anew and small before anybody sees them."""

import io

from PIL import Image, ImageOps

PIXELS_MOST = 40_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")


class NotAPicture(Exception):
    """It cannot be drawn."""


def redrawn(content: bytes, *, size: tuple[int, int], is_square: bool = False) -> bytes:
    """Return the picture as WebP, at most that large, upright and with nothing of the file's other data. Raises NotAPicture."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > PIXELS_MOST:
                raise NotAPicture
            picture.draft(None, size)
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
        ground = Image.new("RGBA", upright.size, "white")
        ground.alpha_composite(upright)
        drawn = ground.convert("RGB")
        if is_square:
            drawn = ImageOps.fit(drawn, size)
        drawn.thumbnail(size)
        out = io.BytesIO()
        drawn.save(out, "WEBP", quality=78)
    except NotAPicture:
        raise
    except Exception as error:  # Pillow's decoders answer to damaged files with whatever they meet
        raise NotAPicture from error
    return out.getvalue()
