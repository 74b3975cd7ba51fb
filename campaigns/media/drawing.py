"""Pillow's part: decode what arrived, draw renditions. Pictures in, pictures and bytes out; knows no models."""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from typing import IO

from PIL import Image, ImageCms, ImageFilter, ImageOps, ImageStat

from campaigns.media.recognise import FORMATS
from campaigns.media.renditions import Recipe

warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)  # the limit below is checked before a pixel is made
PIXELS_MAX = 80_000_000  # phones make 50 million; a bomb makes a thousand times that
SIDE_MAX = 30_000
ORIGINAL_PX = 4096  # longest side of what is kept: twice what any network shows
LADDER = (90, 82, 74, 66, 58, 48, 36, 24)  # JPEG qualities tried until a rendition is light enough
# What Pillow's decoders answer to damaged files.
DAMAGED = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    OverflowError,
    MemoryError,
    KeyError,
    IndexError,
    TypeError,
    struct.error,
    zlib.error,
)
_SRGB = ImageCms.createProfile("sRGB")
_WHITE = (255, 255, 255)


class NotDecodable(Exception):
    """`code` says why; it is worded at the edge."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Drawn:
    content: bytes
    mime: str
    width: int
    height: int


def decode(file: IO[bytes], *, mime: str) -> Image.Image:
    """Return the first frame, upright, in sRGB, at most ORIGINAL_PX long, and nothing of the file's other data. Raises NotDecodable.

    Only the decoder of that one format is tried, and the size the file claims is checked before a pixel is made.
    """
    try:
        with Image.open(file, formats=(FORMATS[mime],)) as picture:
            if picture.width * picture.height > PIXELS_MAX or max(picture.size) > SIDE_MAX:
                raise NotDecodable("picture-too-many-pixels")
            picture.seek(0)
            picture.draft(None, (ORIGINAL_PX, ORIGINAL_PX))  # a JPEG may be decoded at half its size at once
            picture.load()
            profile, orientation = picture.info.get("icc_profile"), picture.getexif().get(0x0112, 1)
            first = _reduced(_eight_bits(picture))
    except Image.DecompressionBombError:
        raise NotDecodable("picture-too-many-pixels") from None
    except DAMAGED as error:
        raise NotDecodable("picture-broken") from error
    return _upright(_in_srgb(first, profile), orientation)


def original(picture: Image.Image, *, mime: str) -> Drawn:
    """Return what is kept: JPEG for what came as JPEG or as an opaque WebP, else PNG."""
    as_png = mime in ("image/png", "image/gif") or picture.mode == "RGBA"
    return _encoded(picture, "image/png" if as_png else "image/jpeg", quality=93)


def draw(picture: Image.Image, recipe: Recipe) -> Drawn:
    """Return the picture as the recipe wants it."""
    size = (recipe.width, recipe.height)
    if recipe.window:
        picture = picture.crop(recipe.window.box(*picture.size))
    if recipe.fit == "pad":
        framed = _on_ground(picture, size)
    elif recipe.fit == "crop" or recipe.window:  # a window's sides are ‰: its shape may be off by a hair
        framed = ImageOps.fit(picture, size, Image.Resampling.LANCZOS)
    else:
        framed = picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS)
    if recipe.mime != "image/jpeg":
        drawn = _encoded(framed, recipe.mime, quality=82)
        if not recipe.max_bytes or len(drawn.content) <= recipe.max_bytes:
            return drawn
    for quality in LADDER:
        drawn = _encoded(framed, "image/jpeg", quality=quality)
        if not recipe.max_bytes or len(drawn.content) <= recipe.max_bytes:
            break
    return drawn


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Return it as RGB, RGBA, L or CMYK: palettes resolved, 16 bits brought to 8."""
    if picture.mode.startswith("I"):  # 16-bit grey
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("RGB", "RGBA", "L", "CMYK"):
        return picture
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _reduced(picture: Image.Image) -> Image.Image:
    if max(picture.size) > ORIGINAL_PX:
        picture.thumbnail((ORIGINAL_PX, ORIGINAL_PX), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return picture


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    if profile and picture.mode in ("RGB", "RGBA", "L", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, _SRGB, outputMode=mode)
            if converted is not None:
                return _clean(converted)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a damaged profile: the colours are taken as they are
    return _clean(picture.convert(mode))


def _clean(picture: Image.Image) -> Image.Image:
    """Return it without a word about camera, place or software, and without an alpha that hides nothing."""
    picture.info.clear()
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema()[0] == 255:
        return picture.convert("RGB")
    return picture


def _upright(picture: Image.Image, orientation: int) -> Image.Image:
    turn = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }.get(orientation)
    return picture if turn is None else picture.transpose(turn)


def _on_ground(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return the whole picture in the middle: on its own ground colour when its edge has one, else on a blur of itself."""
    opaque = _opaque(picture)
    plain = _edge_colour(opaque)
    if plain is not None:
        ground = Image.new("RGB", size, plain)
    else:
        # Blurred small and then enlarged: the same look for a hundredth of the work.
        small = ImageOps.fit(opaque, (max(1, size[0] // 16), max(1, size[1] // 16)), Image.Resampling.BILINEAR)
        ground = small.filter(ImageFilter.GaussianBlur(3)).resize(size, Image.Resampling.BICUBIC)
        ground = Image.blend(ground, Image.new("RGB", size, (24, 28, 30)), 0.25)
    inner = ImageOps.contain(opaque, size, Image.Resampling.LANCZOS)
    ground.paste(inner, ((size[0] - inner.width) // 2, (size[1] - inner.height) // 2))
    return ground


def _edge_colour(picture: Image.Image) -> tuple[int, ...] | None:
    """Return the one colour of the picture's edge, None when it has several."""
    small = picture.resize((32, 32), Image.Resampling.BOX)
    strips = [(0, 0, 32, 1), (0, 31, 32, 32), (0, 0, 1, 32), (31, 0, 32, 32)]
    edge = Image.new("RGB", (32, 4))
    for row, strip in enumerate(strips):
        edge.paste(small.crop(strip).resize((32, 1)), (0, row))
    stat = ImageStat.Stat(edge)
    if max(stat.stddev) > 6:
        return None
    return tuple(round(value) for value in stat.mean)


def _opaque(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    ground = Image.new("RGB", picture.size, _WHITE)
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _encoded(picture: Image.Image, mime: str, *, quality: int) -> Drawn:
    out = io.BytesIO()
    if mime == "image/jpeg":
        _opaque(picture).save(out, "JPEG", quality=quality, optimize=True, subsampling=0 if quality > 90 else 2)
    elif mime == "image/png":
        picture.save(out, "PNG", compress_level=6)
    else:
        picture.save(out, "WEBP", quality=quality, method=4)
    return Drawn(content=out.getvalue(), mime=mime, width=picture.width, height=picture.height)
