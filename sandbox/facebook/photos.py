"""POST /{page}/photos. Source: docs/graph-api/reference/page/photos (v25.0)."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import fetch, ids, media, pictures, posts
from sandbox.facebook import calls, shapes
from sandbox.graph import fields as graph_fields
from sandbox.graph import params as graph_params
from sandbox.graph.errors import GraphError, bad_parameter
from sandbox.graph.params import Params
from sandbox.pictures import Picture
from sandbox.world import World

MAX_BYTES = 4 * 1024 * 1024
MIMES = ("image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff")
UNSUPPORTED = frozenset(
    {"aid", "allow_spherical_photo", "application_id", "backdated_time", "backdated_time_granularity", "feed_targeting", "name", "place",
    "privacy", "profile_id", "scheduled_publish_time", "sponsor_id", "tags", "target_id", "targeting", "unpublished_content_type",
    "vault_image_id"}
)  # fmt: skip


async def operation(request: Request) -> str:
    """A published photo is a visible post; an unpublished one only an upload."""
    return "create" if (await graph_params.read(request)).flag("published", True) else "upload"


async def create(request: Request) -> Response:
    """Store a photo; published, it is a post of its own. Answers {id} or {id, post_id}."""
    call = await calls.begin(request)
    page = calls.page_of(call, request.path_params["node"], "post", write=True)
    params = call.params
    params.only("source", "url", "caption", "message", "alt_text_custom", "published", "no_story", "temporary", unsupported=UNSUPPORTED)
    published = params.flag("published", True)
    params.flag("no_story", False)
    params.flag("temporary", False)
    wanted = graph_fields.parse(params.text("fields"))
    graph_fields.refuse_unknown(wanted, shapes.PHOTO | {"post_id"}, "Photo")
    caption = params.text("caption") or params.text("message")
    alt = params.text("alt_text_custom")
    if len(alt) > 1000:
        raise bad_parameter("Param alt_text_custom must be no more than 1000 characters")
    data = await _bytes(call.world, params)
    picture = await _picture(data)
    pictures.keep(call.world, picture, data)
    node_id = ids.graph()
    media.add(call.world, network="facebook", id=node_id, account=page["id"], picture=picture, alt=alt, caption=caption)
    body = {"id": node_id}
    if published:
        post_id = f"{page['id']}_{ids.graph()}"
        posts.accept(request, network="facebook", id=post_id, account=page["id"], text=caption, media=[node_id])
        body["post_id"] = post_id
    row = media.get(call.world, "facebook", node_id)
    assert row
    named = tuple(field for field in wanted if field.name in shapes.PHOTO)
    return JSONResponse(body | shapes.photo(call.world, row, named), headers=call.headers)


async def _bytes(world: World, params: Params) -> bytes:
    """Return the picture's bytes: the one file part, whatever its name, or what `url` leads to."""
    if len(params.files) > 1:
        raise bad_parameter("Only one file may be uploaded")
    if params.files:
        if params.text("url"):
            raise bad_parameter("Only one of source and url may be given")
        return await next(iter(params.files.values())).read()
    if not params.text("url"):
        raise GraphError(324, "(#324) Requires upload file")
    try:
        return await fetch.fetch(params.text("url"), any_host=world.environment.fetch_any, max_bytes=MAX_BYTES)
    except fetch.Unfetchable as error:
        raise GraphError(
            324, "(#324) Missing or invalid image file", subcode=2069019, title="Missing or invalid image file", advice=str(error)
        ) from None


async def _picture(data: bytes) -> Picture:
    if len(data) > MAX_BYTES:
        raise GraphError(
            100,
            "Invalid parameter",
            subcode=1366046,
            title="Can't Read Files",
            advice=(
                "Your photos couldn't be uploaded. Photos should be less than 4 MB and saved as JPG, PNG, GIF, TIFF, HEIF or WebP files."
            ),
        )
    try:
        picture = await pictures.examine(data)
    except pictures.NotAPicture:
        picture = None
    if picture is None or picture.mime not in MIMES:
        raise GraphError(
            324,
            "(#324) Missing or invalid image file",
            subcode=2069019,
            title="Missing or invalid image file",
            advice="The image file is missing or invalid.",
        )
    return picture
