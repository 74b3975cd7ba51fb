"""POST /{ig}/media_publish. Source: docs/instagram-platform/instagram-graph-api/reference/ig-user/media_publish (v25.0)."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import ids, media, pictures, posts
from sandbox.graph.errors import GraphError
from sandbox.instagram import containers
from sandbox.instagram.calls import Call, begin, own
from sandbox.pictures import Picture
from sandbox.store import Row

DAY_MS = 24 * 3_600_000


def used_today(call: Call) -> int:
    """Return how many posts the account published through the API in the last 24 hours."""
    row = call.world.store.one(
        "SELECT count(*) AS n FROM ledger WHERE network = 'instagram' AND account = ? AND operation = 'create' AND created_ms > ?",
        call.account["id"],
        call.world.now_ms() - DAY_MS,
    )
    return int(row["n"]) if row else 0


async def publish(request: Request) -> Response:
    """Put a finished container on the profile, once. Answers {id} of the new media."""
    call = await begin(request, "instagram_business_content_publish")
    own(call, request.path_params["node"], "post")
    call.params.only("creation_id")
    container = containers.get(call.world, call.params.needed("creation_id"))
    if container is None or container["account"] != call.account["id"] or container["carousel_item"]:
        raise containers.not_found_media(call.params.text("creation_id"))
    state = containers.status(call.world, container)
    if state == "EXPIRED":
        raise containers.expired()
    if state != "FINISHED":
        raise containers.not_ready()  # also for a published one: its builder is spent, seen as "Media ID is not available"
    if call.world.settings["rate_limits"] and used_today(call) >= call.world.settings["instagram_posts_per_day"]:
        raise GraphError(
            9,
            "(#9) Application request limit reached",
            subcode=2207042,
            title="Publishing limit reached",
            advice="You have reached the maximum number of posts that can be published through the API today.",
        )
    node_id = ids.instagram()
    items = [item for child in containers.item_ids(container) if (item := containers.get(call.world, child))]
    kind = {"kind": "CAROUSEL_ALBUM" if container["kind"] == "CAROUSEL" else "IMAGE", "container": container["id"]}
    with call.world.store.transaction():
        shown = [_item(call, item) for item in items]
        call.world.store.run("UPDATE containers SET media = ? WHERE id = ?", node_id, container["id"])
        posts.accept(
            request, network="instagram", id=node_id, account=call.account["id"], text=container["caption"], media=shown, extra=kind
        )
    return JSONResponse({"id": node_id}, headers=call.headers)


def _item(call: Call, item: Row) -> str:
    """The picture of a container becomes a media item with an id of its own."""
    node_id = ids.instagram()
    path = pictures.path(call.world, item["sha256"])
    picture = Picture(item["sha256"], "image/jpeg", item["width"], item["height"], path.stat().st_size, 1)
    media.add(call.world, network="instagram", id=node_id, account=call.account["id"], picture=picture, alt=item["alt"])
    return node_id
