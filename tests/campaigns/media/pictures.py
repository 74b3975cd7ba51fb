"""Pictures as they come: honest, odd and hostile."""

import io
import struct
import zlib

from PIL import Image, ImageCms, ImageDraw


def drawn(width: int = 800, height: int = 600, mode: str = "RGB") -> Image.Image:
    """Return a picture whose four quarters differ: red, green / blue, white."""
    picture = Image.new(mode, (width, height), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width // 2 - 1, height // 2 - 1), "red")
    draw.rectangle((width // 2, 0, width, height // 2 - 1), "green")
    draw.rectangle((0, height // 2, width // 2 - 1, height), "blue")
    return picture


def saved(picture: Image.Image, kind: str = "JPEG", **more) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def with_secrets() -> bytes:
    """Return a JPEG that says which camera took it, where, who, and lies on its side."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112] = "SecretCam", "A. Nonymous", 6
    exif.get_ifd(0x8825)[2] = (50.0, 50.0, 44.0)
    return saved(
        drawn(800, 600), exif=exif, comment=b"SecretComment", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    )


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that claims that size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><html><script>alert(1)</script></html>"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\n"
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00isommp42" + b"\0" * 64
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1" + b"\0" * 64
EXE = b"MZ\x90\x00\x03" + b"\0" * 64
ZIP = b"PK\x03\x04\x14\x00" + b"\0" * 64
