"""GET /me, /{media}, /{ig}/media and /{ig}/content_publishing_limit. Source: docs/instagram-platform/reference (v25.0)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import ids, media, pictures, posts
from sandbox.graph import fields as graph_fields
from sandbox.graph import paging, times
from sandbox.graph.errors import not_found
from sandbox.graph.fields import Field
from sandbox.graph.times import stamp
from sandbox.instagram import containers
from sandbox.instagram.calls import Call, begin, own
from sandbox.instagram.publish import DAY_MS, used_today
from sandbox.store import Row, loads
from sandbox.world import World, world_of

USER = frozenset(
    {
        "id",
        "user_id",
        "username",
        "name",
        "account_type",
        "profile_picture_url",
        "followers_count",
        "follows_count",
        "media_count",
        "biography",
        "website",
    }
)
MEDIA = frozenset(
    {"id", "caption", "permalink", "timestamp", "media_type", "media_product_type", "media_url", "thumbnail_url", "shortcode", "children",
    "username", "owner", "alt_text", "like_count", "comments_count", "is_comment_enabled", "is_shared_to_feed"}
)  # fmt: skip
CHILD = frozenset({"id", "media_type", "media_url", "permalink", "timestamp", "username", "owner", "shortcode", "alt_text"})


def permalink(world: World, post: Row) -> str:
    """Return the address under which a person sees a post."""
    return world.address(f"/instagram/p/{ids.shortcode(post['id'])}/")


async def me(request: Request) -> Response:
    """GET /me or /{own id}: the professional account of the token."""
    call = await begin(request, "instagram_business_basic")
    call.params.only()
    return JSONResponse(user(call), headers=call.headers)


def user(call: Call) -> dict[str, Any]:
    """Return the wanted fields of the token's own account. `id` is the app-scoped one, `user_id` the account's own."""
    wanted = graph_fields.parse(call.params.text("fields", "id"))
    graph_fields.refuse_unknown(wanted, USER, "IGUser")
    row = call.account
    counted = call.world.store.one(
        "SELECT count(*) AS n FROM posts WHERE network = 'instagram' AND account = ? AND deleted_ms IS NULL", row["id"]
    )
    values: dict[str, Any] = {
        "user_id": row["id"],
        "username": row["handle"],
        "name": row["name"],
        "account_type": "BUSINESS",
        "followers_count": 0,
        "follows_count": 0,
        "profile_picture_url": call.world.address(f"/avatar/instagram/{row['id']}"),
        "media_count": counted["n"] if counted else 0,
    }
    body = {field.name: values[field.name] for field in wanted if field.name in values} | {"id": f"9{row['id'][1:]}"}
    return {"data": [body]} if call.world.settings["instagram_data_wrapped"] else body


async def node_operation(request: Request) -> str:
    """Reading a container is a status, an account "me", a media a look."""
    world, node_id = world_of(request), request.path_params["node"]
    if containers.get(world, node_id):
        return "status"
    return "look" if posts.get(world, "instagram", node_id) else "me"


async def node(request: Request) -> Response:
    """GET /{container}, /{media} or /{own id}."""
    call = await begin(request, "instagram_business_basic")
    node_id = request.path_params["node"]
    if container := containers.get(call.world, node_id):
        return containers.answer_status(call, container)
    call.params.only()
    if node_id == call.account["id"]:
        return JSONResponse(user(call), headers=call.headers)
    if (post := posts.get(call.world, "instagram", node_id)) and post["account"] == call.account["id"]:
        return JSONResponse(shape(call, post, graph_fields.parse(call.params.text("fields", "id"))), headers=call.headers)
    item = media.get(call.world, "instagram", node_id)
    if item and item["account"] == call.account["id"]:
        return JSONResponse(child(call, item, graph_fields.parse(call.params.text("fields", "id"))), headers=call.headers)
    raise not_found(node_id)


def shape(call: Call, post: Row, wanted: tuple[Field, ...]) -> dict[str, Any]:
    """Return one media node."""
    graph_fields.refuse_unknown(wanted, MEDIA, "IGMedia")
    items = media.of(call.world, "instagram", loads(post, "media"))
    kind = loads(post, "extra")["kind"]
    body: dict[str, Any] = {}
    for field in wanted:
        value: Any = None
        match field.name:
            case "caption":
                value = post["text"] or None
            case "permalink":
                value = permalink(call.world, post)
            case "timestamp":
                value = stamp(post["created_ms"])
            case "media_type":
                value = kind
            case "media_product_type":
                value = "FEED"
            case "media_url":
                value = pictures.url(call.world, items[0]["sha256"]) if items else None
            case "shortcode":
                value = ids.shortcode(post["id"])
            case "children" if kind == "CAROUSEL_ALBUM":
                value = {"data": [child(call, item, field.fields) for item in items]}
            case "username":
                value = call.account["handle"]
            case "owner":
                value = {"id": call.account["id"]}
            case "alt_text" if kind == "IMAGE" and items:
                value = items[0]["alt"] or None
            case "like_count" | "comments_count":
                value = 0
            case "is_comment_enabled":
                value = True
        if value is not None:
            body[field.name] = value
    return body | {"id": post["id"]}


def child(call: Call, item: Row, wanted: tuple[Field, ...]) -> dict[str, Any]:
    """Return one item of a carousel."""
    graph_fields.refuse_unknown(wanted, CHILD, "IGMedia")
    values = {
        "media_type": "IMAGE",
        "media_url": pictures.url(call.world, item["sha256"]),
        "timestamp": stamp(item["created_ms"]),
        "username": call.account["handle"],
        "owner": {"id": call.account["id"]},
        "shortcode": ids.shortcode(item["id"]),
        "alt_text": item["alt"],
        "permalink": call.world.address(f"/instagram/p/{ids.shortcode(item['post'] or item['id'])}/"),
    }
    return {field.name: values[field.name] for field in wanted if field.name in values} | {"id": item["id"]}


async def listing(request: Request) -> Response:
    """GET /{ig}/media: the account's posts, newest first."""
    call = await begin(request, "instagram_business_basic")
    own(call, request.path_params["node"], "get")
    call.params.only("limit", "after", "since", "until")
    wanted = graph_fields.parse(call.params.text("fields", "id"))
    limit = call.params.number("limit", 25, low=1, high=100)
    rows = posts.listed(
        call.world,
        "instagram",
        call.account["id"],
        since_ms=times.read(call.params.text("since"), "since") or 0,
        until_ms=times.read(call.params.text("until"), "until"),
        before=paging.after(call.params),
        limit=limit + 1,
    )
    data = [shape(call, row, wanted) for row in rows[:limit]]
    return JSONResponse(paging.page(request, rows[:limit], data, has_more=len(rows) > limit), headers=call.headers)


async def limit(request: Request) -> Response:
    """GET /{ig}/content_publishing_limit?fields=quota_usage,config."""
    call = await begin(request, "instagram_business_content_publish")
    own(call, request.path_params["node"], "get")
    call.params.only("since")
    wanted = graph_fields.parse(call.params.text("fields", "quota_usage"))
    graph_fields.refuse_unknown(wanted, frozenset({"quota_usage", "config"}), "ContentPublishingLimitResponse")
    values: dict[str, Any] = {
        "quota_usage": used_today(call),
        "config": {"quota_total": call.world.settings["instagram_posts_per_day"], "quota_duration": DAY_MS // 1000},
    }
    return JSONResponse({"data": [{field.name: values[field.name] for field in wanted}]}, headers=call.headers)


async def not_with_this_login(request: Request) -> Response:
    """DELETE and POST on a media: deleting exists with Facebook Login only, and a caption is never changed (reference/instagram-media)."""
    call = await begin(request, "instagram_business_basic")
    raise not_found(request.path_params["node"], "delete" if call.request.method == "DELETE" else "post")
