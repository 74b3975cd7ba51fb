"""Pictures that came in: looked at by Pillow, kept under their hash. Pillow is imported when the first one comes."""

import asyncio
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from sandbox.world import World

MAX_PIXELS = 40_000_000
MIMES = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp", "BMP": "image/bmp", "TIFF": "image/tiff"}


class NotAPicture(ValueError):
    """The bytes are no picture, a broken one, or one with far too many pixels."""


@dataclass(frozen=True)
class Picture:
    """What Pillow saw. `sha256` names the stored bytes, which are exactly those received."""

    sha256: str
    mime: str
    width: int
    height: int
    size_bytes: int
    frames: int


def _look(data: bytes) -> tuple[str, int, int, int]:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=list(MIMES)) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise NotAPicture("too many pixels")
            found = (MIMES[picture.format or ""], picture.width, picture.height, int(getattr(picture, "n_frames", 1)))
            picture.load()
    except NotAPicture:
        raise
    except (OSError, ValueError, SyntaxError, KeyError, EOFError, Image.DecompressionBombError) as error:
        raise NotAPicture(str(error)[:200]) from error
    return found


async def examine(data: bytes) -> Picture:
    """Return what these bytes show, after decoding them whole. Raises NotAPicture."""
    mime, width, height, frames = await asyncio.to_thread(_look, data)
    return Picture(hashlib.sha256(data).hexdigest(), mime, width, height, len(data), frames)


def path(world: World, sha256: str) -> Path:
    """Return where the bytes of a hash lie."""
    if len(sha256) != 64 or not all(c in "0123456789abcdef" for c in sha256):
        raise ValueError("not a hash")
    return world.store.pictures / sha256


def keep(world: World, picture: Picture, data: bytes) -> None:
    """The bytes are stored; the same picture once only."""
    target = path(world, picture.sha256)
    if not target.exists():
        part = target.with_suffix(".part")
        part.write_bytes(data)
        part.replace(target)


def url(world: World, sha256: str) -> str:
    """Return the public address of a stored picture."""
    return world.address(f"/media/{sha256}")
