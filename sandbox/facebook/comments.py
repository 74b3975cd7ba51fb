"""POST and GET on a post's comments. Source: docs/graph-api/reference/object/comments and docs/pages-api/comments-mentions (v25.0)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import comments, ids, posts
from sandbox.facebook import calls
from sandbox.facebook.calls import Call
from sandbox.graph import fields as graph_fields
from sandbox.graph import paging
from sandbox.graph import token as graph_token
from sandbox.graph.errors import GraphError, bad_parameter, not_found
from sandbox.graph.fields import Field
from sandbox.graph.times import stamp
from sandbox.store import Row

TEXT_MAX = 8_000
COMMENT = frozenset(
    {"id", "message", "created_time", "from", "attachment", "can_comment", "can_remove", "comment_count", "is_hidden", "like_count",
    "parent", "permalink_url", "user_likes", "message_tags", "object"}
)  # fmt: skip
UNSUPPORTED = frozenset({"attachment_id", "attachment_share_url", "attachment_url", "source", "comment_privacy_value"})
ORDERS = ("chronological", "reverse_chronological")


def post_of(call: Call, verb: str) -> Row:
    post = posts.get(call.world, "facebook", call.request.path_params["node"])
    if post is None:
        raise not_found(call.request.path_params["node"], verb)
    return post


async def create(request: Request) -> Response:
    """The page says something under a post. Answers {id}."""
    call = await calls.begin(request)
    post = post_of(call, "post")
    page = calls.page_of(call, post["account"], "post", write=False)
    graph_token.needs(call.token, "pages_manage_engagement", code=200)
    if call.token["kind"] != "page":
        raise GraphError(200, "(#200) This action must be done with a Page access token of the Page")
    call.params.only("message", unsupported=UNSUPPORTED)
    message = call.params.needed("message")
    if not message.strip() or len(message) > TEXT_MAX:
        raise bad_parameter(f"Param message must have 1 to {TEXT_MAX} characters")
    comment_id = f"{post['id'].partition('_')[2]}_{ids.graph()}"
    comments.accept(request, network="facebook", id=comment_id, post=post, account=page["id"], text=message)
    return JSONResponse({"id": comment_id}, headers=call.headers)


async def listing(request: Request) -> Response:
    """GET /{post}/comments."""
    call = await calls.begin(request)
    post = post_of(call, "get")
    page = calls.page_of(call, post["account"], "get", write=False)
    call.params.only("limit", "after", "filter", "order", "summary")
    wanted = graph_fields.parse(call.params.text("fields", "created_time,from,message,id"))
    graph_fields.refuse_unknown(wanted, COMMENT, "Comment")
    order = call.params.text("order") or ORDERS[0]
    if order not in ORDERS or call.params.text("filter", "toplevel") not in ("toplevel", "stream"):
        raise bad_parameter("Param order or filter has a value that is not known")
    limit = call.params.number("limit", 25, low=1, high=100)
    rows = comments.under(
        call.world, "facebook", post["id"], newest_first=order == ORDERS[1], limit=limit + 1, beyond=paging.after(call.params)
    )
    data = [shape(row, page, wanted) for row in rows[:limit]]
    return JSONResponse(paging.page(request, rows[:limit], data, has_more=len(rows) > limit), headers=call.headers)


def shape(row: Row, page: Row, wanted: tuple[Field, ...]) -> dict[str, Any]:
    """Return one comment node."""
    values: dict[str, Any] = {
        "message": row["text"],
        "created_time": stamp(row["created_ms"]),
        "from": {"name": page["name"], "id": page["id"]},
        "is_hidden": False,
    }
    return {field.name: values[field.name] for field in wanted if field.name in values} | {"id": row["id"]}
