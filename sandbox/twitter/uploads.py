"""Media: one-shot upload, chunked upload, status, alt text. Source: docs.x.com/x-api/media (OpenAPI 2.167). Pictures only."""

import base64
import binascii
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import ids, media, pictures
from sandbox.store import Row
from sandbox.twitter import body, errors
from sandbox.twitter.body import array, boolean, integer, record, string
from sandbox.twitter.calls import MEDIA, Call, begin, charge

LIFE_S = 86_400
LIMIT = {"tweet_image": 5 * 1024 * 1024, "tweet_gif": 15 * 1024 * 1024}
MIMES = ("image/jpeg", "image/png", "image/gif", "image/webp")
CATEGORY = string(among=("tweet_image", "tweet_gif", "tweet_video", "amplify_video", "subtitles", "dm_image", "dm_gif", "dm_video"))
OWNERS = array(string(digits=True), low=0, high=100)
ONE_SHOT = record(
    ("media", "media_category"), media=string(high=1 << 25), media_category=CATEGORY, media_type=string(among=MIMES), shared=boolean,
    additional_owners=OWNERS,
)  # fmt: skip
INITIALIZE = record(
    ("media_type", "total_bytes"), media_type=string(), total_bytes=integer(1, 1 << 34), media_category=CATEGORY, shared=boolean,
    additional_owners=OWNERS,
)  # fmt: skip
APPEND = record(("media", "segment_index"), media=string(high=1 << 25), segment_index=integer(0, 999))


async def one_shot(request: Request) -> Response:
    """POST /2/media/upload: a whole picture, multipart or base64 in JSON."""
    call = begin(request, name="upload", scopes=MEDIA, limit=500)
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        form = await request.form()
        if unknown := set(form) - {"media", "media_category", "media_type", "shared", "additional_owners"}:
            raise body.fail(f"$.{min(unknown)}", "is not defined in the schema and the schema does not allow additional properties")
        part, category = form.get("media"), str(form.get("media_category", ""))
        if not isinstance(part, UploadFile):
            raise body.fail("$.media", "is missing but it is required")
        CATEGORY(category, "$.media_category")
        data = await part.read()
    else:
        wanted = await body.read(request, ONE_SHOT)
        data, category = _decode(wanted["media"]), wanted["media_category"]
    return JSONResponse({"data": await _store(call, ids.snowflake(call.world.now_ms()), data, category)}, headers=call.headers)


def _decode(value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise body.fail("$.media", "is not valid base64") from None


async def _store(call: Call, id: str, data: bytes, category: str) -> dict[str, Any]:
    """Keep a picture that fits its category and return X's description of it."""
    if category not in LIMIT:
        raise errors.forbidden(f"media_category {category} exists on X but is not part of this sandbox")
    if len(data) > LIMIT[category]:
        raise errors.invalid(f"The media is larger than {LIMIT[category]} bytes", {"media": [str(len(data))]})
    try:
        picture = await pictures.examine(data)
    except pictures.NotAPicture:
        raise errors.invalid("The media could not be read: unsupported or broken", {"media": []}) from None
    fits = picture.mime == "image/gif" if category == "tweet_gif" else picture.mime in MIMES and picture.frames == 1
    if not fits:
        raise errors.invalid(f"The media type {picture.mime} does not fit {category}", {"media": []})
    pictures.keep(call.world, picture, data)
    media.add(call.world, network="twitter", id=id, account=call.account["id"], picture=picture, lives_ms=LIFE_S * 1000)
    return {
        "id": id,
        "media_key": f"3_{id}",
        "size": picture.size_bytes,
        "expires_after_secs": LIFE_S,
        "image": {"image_type": picture.mime, "w": picture.width, "h": picture.height},
    }


async def initialize(request: Request) -> Response:
    """POST /2/media/upload/initialize: announce type and size."""
    call = begin(request, name="initialize", scopes=MEDIA, limit=1875)
    wanted = await body.read(request, INITIALIZE)
    category = wanted.get("media_category", "tweet_image")
    if wanted["media_type"] not in MIMES or category not in LIMIT:
        raise errors.invalid("This sandbox takes pictures only", {"media_type": [wanted["media_type"][:60]]})
    if wanted["total_bytes"] > LIMIT[category]:
        raise errors.invalid(f"The media is larger than {LIMIT[category]} bytes", {"total_bytes": [str(wanted["total_bytes"])]})
    post_id, now = ids.snowflake(call.world.now_ms()), call.world.now_ms()
    call.world.store.add(
        "uploads",
        id=post_id,
        account=call.account["id"],
        mime=wanted["media_type"],
        category=category,
        total=wanted["total_bytes"],
        created_ms=now,
    )
    return JSONResponse({"data": {"id": post_id, "media_key": f"3_{post_id}", "expires_after_secs": LIFE_S}}, headers=call.headers)


def _upload(call: Call) -> Row:
    """Return the open upload in the path."""
    found = call.world.store.one("SELECT * FROM uploads WHERE id = ? AND account = ?", call.request.path_params["id"], call.account["id"])
    if found is None or found["finalized"] or found["created_ms"] + LIFE_S * 1000 < call.world.now_ms():
        raise errors.invalid("Your media IDs are invalid.", {"id": [call.request.path_params["id"][:30]]})
    return found


async def append(request: Request) -> Response:
    """POST /2/media/upload/{id}/append: one segment, multipart or base64 in JSON."""
    call = begin(request, name="append", scopes=MEDIA, limit=1875)
    upload = _upload(call)
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        form = await request.form()
        part, position = form.get("media"), str(form.get("segment_index", ""))
        if set(form) - {"media", "segment_index"} or not isinstance(part, UploadFile) or not position.isdigit() or int(position[:4]) > 999:
            raise body.fail("$", "media and segment_index 0 to 999 are required, nothing else")
        data, index = await part.read(), int(position)
    else:
        wanted = await body.read(request, APPEND)
        data, index = _decode(wanted["media"]), wanted["segment_index"]
    store = call.world.store
    store.run("INSERT OR REPLACE INTO segments VALUES (?, ?, ?)", upload["id"], index, data)
    row = store.one("SELECT coalesce(sum(length(data)), 0) AS n FROM segments WHERE upload = ?", upload["id"])
    if row and row["n"] > upload["total"]:
        raise errors.invalid("The segments are larger than total_bytes", {"segment_index": [str(index)]})
    return JSONResponse({"data": {"expires_at": upload["created_ms"] // 1000 + LIFE_S}}, headers=call.headers)


async def finalize(request: Request) -> Response:
    """POST /2/media/upload/{id}/finalize: the segments become a picture, ready at once."""
    call = begin(request, name="finalize", scopes=MEDIA, limit=1875)
    upload = _upload(call)
    rows = call.world.store.all("SELECT position, data FROM segments WHERE upload = ? ORDER BY position", upload["id"])
    data = b"".join(row["data"] for row in rows)
    if [row["position"] for row in rows] != list(range(len(rows))) or len(data) != upload["total"]:
        raise errors.invalid("Segments are missing or do not add up to total_bytes", {"id": [upload["id"]]})
    described = await _store(call, upload["id"], data, upload["category"])
    call.world.store.run("UPDATE uploads SET finalized = 1 WHERE id = ?", upload["id"])
    call.world.store.run("DELETE FROM segments WHERE upload = ?", upload["id"])
    return JSONResponse({"data": described}, headers=call.headers)


async def status(request: Request) -> Response:
    """GET /2/media/upload?command=STATUS&media_id=…: pictures are ready at once."""
    call = begin(request, name="status", scopes=MEDIA, limit=1000)
    if set(request.query_params) - {"command", "media_id"} or request.query_params.get("command", "STATUS") != "STATUS":
        raise errors.invalid("Only command=STATUS and media_id are taken", {})
    row = _own(call, request.query_params.get("media_id", ""))
    left = max(0, (row["expires_ms"] - call.world.now_ms()) // 1000)
    described = {"id": row["id"], "media_key": f"3_{row['id']}", "size": row["size"], "expires_after_secs": left}
    return JSONResponse({"data": {**described, "processing_info": {"state": "succeeded", "progress_percent": 100}}}, headers=call.headers)


def _own(call: Call, id: str) -> Row:
    """Return an own medium that did not expire."""
    row = media.get(call.world, "twitter", id)
    if row is None or row["account"] != call.account["id"] or row["expires_ms"] <= call.world.now_ms():
        raise errors.invalid("Your media IDs are invalid.", {"id": [id[:30]]})
    return row


ALT = record(("id",), id=string(digits=True), metadata=record(alt_text=record(("text",), text=string(low=1, high=1000))))


async def metadata(request: Request) -> Response:
    """POST /2/media/metadata: the alt text of a picture, before it is posted."""
    call = begin(request, name="metadata", scopes=MEDIA, limit=500)
    wanted = await body.read(request, ALT)
    row = _own(call, wanted["id"])
    alt = wanted.get("metadata", {}).get("alt_text", {}).get("text", "")
    call.world.store.run("UPDATE media SET alt = ? WHERE network = 'twitter' AND id = ?", alt, row["id"])
    charge(call, 5)
    return JSONResponse({"data": {"id": row["id"], "associated_metadata": {"alt_text": {"text": alt}}}}, headers=call.headers)
