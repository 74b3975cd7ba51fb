"""Avatars and stored pictures as files over HTTP."""

import asyncio
import io
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from sandbox import accounts, pictures
from sandbox.world import world_of

SIZE = 200
HEADERS = {
    "Cache-Control": "public, max-age=300",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


@lru_cache(maxsize=64)
def draw(letters: str, colour: str) -> bytes:
    """Return a PNG with initials on a plain ground."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (SIZE, SIZE), colour)
    font = ImageFont.load_default(size=84 if len(letters) > 1 else 104)
    ImageDraw.Draw(picture).text((SIZE / 2, SIZE / 2), letters, fill="white", font=font, anchor="mm")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def initials(name: str) -> str:
    """Return one or two capitals for a name."""
    words = [word for word in name.replace("·", " ").split() if word[0].isalnum() and (word[0].isupper() or len(word) > 3)] or [name]
    return "".join(word[0] for word in words[:2]).upper()


async def avatar(request: Request) -> Response:
    """GET /avatar/{network}/{id}."""
    world = world_of(request)
    row = accounts.get(world, request.path_params["network"], request.path_params["id"])
    if row is None:
        return PlainTextResponse("no such account", status_code=404)
    if row["avatar"]:
        return FileResponse(pictures.path(world, row["avatar"]), media_type="image/png", headers=HEADERS)
    return Response(await asyncio.to_thread(draw, initials(row["name"]), row["colour"]), media_type="image/png", headers=HEADERS)


async def picture(request: Request) -> Response:
    """GET /media/{sha256}: a stored picture, with the type Pillow saw."""
    world = world_of(request)
    sha256 = request.path_params["sha256"]
    row = world.store.one("SELECT mime FROM media WHERE sha256 = ?", sha256)
    mime = row["mime"] if row else "image/jpeg" if world.store.one("SELECT 1 FROM containers WHERE sha256 = ?", sha256) else ""
    if not mime:
        return PlainTextResponse("no such picture", status_code=404)
    return FileResponse(pictures.path(world, sha256), media_type=mime, headers=HEADERS)
