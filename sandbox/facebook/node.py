"""GET, POST and DELETE on one node: a page, a post or a photo. Sources: docs/graph-api/reference/page, page-post, photo (v25.0)."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import accounts, comments, media, posts
from sandbox.facebook import calls, shapes
from sandbox.facebook.feed import TEXT_MAX
from sandbox.graph import fields as graph_fields
from sandbox.graph import params as graph_params
from sandbox.graph import token as graph_token
from sandbox.graph.errors import bad_parameter, not_found
from sandbox.world import world_of

UNSUPPORTED = frozenset(
    {"attached_media", "backdated_time", "backdated_time_granularity", "is_hidden", "is_pinned", "place", "privacy",
    "scheduled_publish_time", "tags", "timeline_visibility", "feed_story_visibility"}
)  # fmt: skip


async def read_operation(request: Request) -> str:
    """Reading a page is "me"-like; reading a post or photo is a look."""
    return "me" if accounts.get(world_of(request), "facebook", request.path_params["node"]) else "look"


async def read(request: Request) -> Response:
    """GET one node with the wanted fields."""
    call = await calls.begin(request)
    call.params.only("metadata")
    node_id = request.path_params["node"]
    if accounts.get(call.world, "facebook", node_id):
        page = calls.page_of(call, node_id, "get", write=False)
        return JSONResponse(shapes.page(call.world, page, graph_fields.parse(call.params.text("fields", "name"))), headers=call.headers)
    if post := posts.get(call.world, "facebook", node_id):
        calls.page_of(call, post["account"], "get", write=False)
        wanted = graph_fields.parse(call.params.text("fields", "created_time,message,id"))
        return JSONResponse(shapes.post(call.world, post, wanted), headers=call.headers)
    if photo := media.get(call.world, "facebook", node_id):
        calls.page_of(call, photo["account"], "get", write=False)
        return JSONResponse(
            shapes.photo(call.world, photo, graph_fields.parse(call.params.text("fields", "created_time,name,id"))), headers=call.headers
        )
    if comment := comments.get(call.world, "facebook", node_id):
        calls.page_of(call, comment["account"], "get", write=False)
        call.params.text("fields")
        return JSONResponse({"id": node_id}, headers=call.headers)
    raise not_found(node_id)


async def edit_operation(request: Request) -> str:
    """Publishing a hidden post makes something visible; all else is an edit."""
    return "publish" if "is_published" in (await graph_params.read(request)).values else "edit"


async def edit(request: Request) -> Response:
    """POST /{post}: change the message of an own post, or publish an unpublished one. Answers {success: true}."""
    call = await calls.begin(request)
    post = posts.get(call.world, "facebook", request.path_params["node"])
    if post is None:
        raise not_found(request.path_params["node"], "post")
    calls.page_of(call, post["account"], "post", write=True)
    call.params.only("message", "is_published", unsupported=UNSUPPORTED)
    message, shown = call.params.values.get("message"), call.params.flag("is_published", bool(post["published"]))
    if message is None and "is_published" not in call.params.values:
        raise bad_parameter("Nothing to update was given")
    if message is not None and (not message.strip() or len(message) > TEXT_MAX):
        raise bad_parameter(f"Param message must have 1 to {TEXT_MAX} characters")
    if post["published"] and not shown:
        raise bad_parameter("A published post cannot be unpublished")
    now = call.world.now_ms()
    with call.world.store.transaction():
        if message is not None:
            call.world.store.run(
                "UPDATE posts SET text = ?, folded = ?, shown = ?, updated_ms = ? WHERE network = 'facebook' AND id = ?",
                message,
                posts.fold(message),
                message,
                now,
                post["id"],
            )
        if shown and not post["published"]:
            visible = now + request.state.visible_after_ms
            call.world.store.run(
                "UPDATE posts SET published = 1, created_ms = ?, visible_ms = ? WHERE network = 'facebook' AND id = ?",
                now,
                visible,
                post["id"],
            )
            posts.write_down(request, operation="create", network="facebook", id=post["id"])
        elif message is not None and post["published"]:
            posts.write_down(request, operation="edit", network="facebook", id=post["id"])
    return JSONResponse({"success": True}, headers=call.headers)


async def delete(request: Request) -> Response:
    """DELETE /{post} or /{photo}. Answers {success: true}."""
    call = await calls.begin(request)
    call.params.only()
    node_id = request.path_params["node"]
    if post := posts.get(call.world, "facebook", node_id):
        calls.page_of(call, post["account"], "delete", write=True)
        posts.delete(request, "facebook", node_id)
    elif photo := media.get(call.world, "facebook", node_id):
        calls.page_of(call, photo["account"], "delete", write=True)
        call.world.store.run("UPDATE media SET deleted_ms = ? WHERE network = 'facebook' AND id = ?", call.world.now_ms(), node_id)
    elif comment := comments.get(call.world, "facebook", node_id):
        calls.page_of(call, comment["account"], "delete", write=False)
        graph_token.needs(call.token, "pages_manage_engagement", code=200)
        comments.delete(request, "facebook", node_id)
    else:
        raise not_found(node_id, "delete")
    return JSONResponse({"success": True}, headers=call.headers)


async def picture(request: Request) -> Response:
    """GET /{page}/picture: the address as JSON with redirect=0, else a redirect to it."""
    world, params = world_of(request), await graph_params.read(request)
    params.only("redirect", "width", "height", "type")
    row = accounts.get(world, "facebook", request.path_params["node"])
    if row is None:
        raise not_found(request.path_params["node"])
    body = shapes.picture(world, row)
    if params.flag("redirect", True):
        return Response(status_code=302, headers={"Location": body["data"]["url"]})
    return JSONResponse(body)
