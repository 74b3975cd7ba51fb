"""What a file is, by its first bytes alone. Its name and what the browser says about it count for nothing. Pure."""

import puremagic

HEAD_BYTES = 4096
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF"}  # what we take: MIME → Pillow's name
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif"}


def recognise(head: bytes) -> tuple[str, str]:
    """Return (MIME, "") of a picture we take, or ("", code) that says why not. `head`: the first HEAD_BYTES."""
    if not head:
        return "", "picture-empty"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return "", "picture-heic"
    try:
        best = puremagic.magic_string(head)[0].mime_type
    except (puremagic.PureError, ValueError, IndexError):
        return "", "picture-unknown"
    if best in FORMATS:
        return best, ""
    if best == "image/svg+xml":
        return "", "picture-svg"
    if best.startswith("video/"):
        return "", "picture-is-video"
    return "", "picture-unknown"
