"""Containers: POST /{ig}/media and GET /{container}. Source: docs/instagram-platform/content-publishing (v25.0)."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import ids
from sandbox.graph import fields as graph_fields
from sandbox.graph.errors import GraphError, bad_parameter, not_found
from sandbox.instagram import caption as captions
from sandbox.instagram import image
from sandbox.instagram.calls import Call, begin, own
from sandbox.store import Row, loads
from sandbox.world import World

LIFE_MS = 24 * 3_600_000
# Parameters of the edge that facebook-business 26.0.3 names and the sandbox does not play.
UNSUPPORTED = frozenset(
    {"audio_configuration", "audio_name", "branded_content_sponsor_ids", "collaborators", "cover_url", "cross_post_to_threads",
    "is_ai_generated", "is_comment_prompt_used", "is_paid_partnership", "is_poll_duration_extended", "location_id", "poll_attachment",
    "product_tags", "share_to_feed", "show_ig_link", "thumb_offset", "title", "trial_params", "upload_type", "user_tags", "video_url"}
)  # fmt: skip
WORDS = {
    "IN_PROGRESS": "In Progress: The container is still being processed.",
    "FINISHED": "Finished: Media has been uploaded and it is ready to be published.",
    "PUBLISHED": "Published: Media has been published.",
    "EXPIRED": "Expired: The container was not published within 24 hours.",
}


def get(world: World, id: str) -> Row | None:
    """Return one container or None."""
    return world.store.one("SELECT * FROM containers WHERE id = ?", id)


def status(world: World, container: Row) -> str:
    """Return the status_code a container has now."""
    now = world.now_ms()
    if container["media"]:
        return "PUBLISHED"
    if container["created_ms"] + LIFE_MS < now:
        return "EXPIRED"
    return "IN_PROGRESS" if now < container["ready_ms"] else "FINISHED"


async def create(request: Request) -> Response:
    """POST /{ig}/media: make a container for a picture, a carousel item or a carousel. Answers {id}."""
    call = await begin(request, "instagram_business_content_publish")
    own(call, request.path_params["node"], "post")
    params = call.params
    children = (
        params.text("children").split(",")
        if params.text("children") and not params.text("children").startswith("[")
        else params.items("children")
    )
    params.only("image_url", "caption", "is_carousel_item", "children", "media_type", "alt_text", unsupported=UNSUPPORTED)
    kind, caption, alt = params.text("media_type") or "IMAGE", params.text("caption"), params.text("alt_text")
    carousel_item = params.flag("is_carousel_item", False)
    if kind not in ("IMAGE", "CAROUSEL", "REELS", "STORIES", "VIDEO"):
        raise bad_parameter("Invalid media type", subcode=2207023)
    if kind not in ("IMAGE", "CAROUSEL"):
        raise bad_parameter(f"media_type {kind} exists at Graph but is not part of this sandbox")
    if len(alt) > 1000:
        raise bad_parameter("Param alt_text must be no more than 1000 characters")
    captions.check(caption)
    if kind == "CAROUSEL":
        if params.text("image_url") or alt or carousel_item:
            raise bad_parameter("A carousel has children and a caption only")
        return _answer(call, kind="CAROUSEL", caption=caption, children=_children(call, children))
    if children is not None:
        raise bad_parameter("Param children needs media_type CAROUSEL")
    if carousel_item and caption:
        raise bad_parameter("Carousel items take no caption")
    if not params.text("image_url"):
        raise bad_parameter("The parameter image_url is required", subcode=0)
    picture = await image.get(call.world, params.text("image_url"))
    return _answer(
        call,
        kind="IMAGE",
        caption=caption,
        alt=alt,
        carousel_item=carousel_item,
        sha256=picture.sha256,
        width=picture.width,
        height=picture.height,
    )


def _children(call: Call, children: list[str] | None) -> list[str]:
    """Return the ids of a carousel's items: two to ten finished items of this account."""
    ids_ = [str(child).strip() for child in children or []]
    if not 2 <= len(ids_) <= 10 or len(set(ids_)) != len(ids_):
        raise bad_parameter(
            "Invalid parameter",
            subcode=2207028,
            title="Invalid number of carousel items",
            advice="A carousel needs at least 2 and at most 10 items.",
        )
    for node_id in ids_:
        item = get(call.world, node_id)
        if item is None or item["account"] != call.account["id"] or not item["carousel_item"]:
            raise not_found_media(node_id)
        state = status(call.world, item)
        if state == "EXPIRED":
            raise expired()
        if state == "IN_PROGRESS":
            raise not_ready()
    return ids_


def _answer(
    call: Call,
    *,
    kind: str,
    caption: str,
    alt: str = "",
    sha256: str = "",
    width: int = 0,
    height: int = 0,
    children: list[str] | None = None,
    carousel_item: bool = False,
) -> Response:
    node_id, now = ids.instagram(), call.world.now_ms()
    call.world.store.add(
        "containers",
        id=node_id,
        account=call.account["id"],
        kind=kind,
        caption=caption,
        alt=alt,
        sha256=sha256,
        width=width,
        height=height,
        children=children or [],
        carousel_item=int(carousel_item),
        created_ms=now,
        ready_ms=now + int(call.world.settings["instagram_processing_seconds"] * 1000),
    )
    return JSONResponse({"id": node_id}, headers=call.headers)


def answer_status(call: Call, container: Row) -> Response:
    """GET /{container}?fields=status_code,status."""
    call.params.only()
    if container["account"] != call.account["id"]:
        raise not_found(container["id"])
    wanted = graph_fields.parse(call.params.text("fields", "id"))
    graph_fields.refuse_unknown(wanted, frozenset({"id", "status_code", "status", "copyright_check_status"}), "ShadowIGMediaBuilder")
    state = status(call.world, container)
    values = {"status_code": state, "status": WORDS[state]}
    return JSONResponse(
        {field.name: values[field.name] for field in wanted if field.name in values} | {"id": container["id"]}, headers=call.headers
    )


def item_ids(container: Row) -> list[str]:
    """Return the container ids whose pictures a post shows, in order."""
    return loads(container, "children") or [container["id"]]


def not_ready() -> GraphError:
    """Return 9007/2207027: wait a moment."""
    return GraphError(
        9007,
        "Media ID is not available",
        subcode=2207027,
        title="Cannot publish",
        advice="The media is not ready to be published. Please wait a moment.",
    )


def expired() -> GraphError:
    """Return -2/2207020: too late, make a new container."""
    return GraphError(
        -2,
        "The media you are trying to access has expired.",
        subcode=2207020,
        title="Media expired",
        advice="Generate a new container ID and try again.",
    )


def not_found_media(id: str) -> GraphError:
    """Return 24/2207006: there is no such container for this account."""
    return GraphError(
        24,
        "The requested resource does not exist",
        subcode=2207006,
        title="Media not found",
        advice=f"The media builder with creation id = {id[:40]} does not exist.",
    )
