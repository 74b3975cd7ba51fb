"""POST and GET on a media's comments. Source: docs/instagram-platform/instagram-graph-api/reference/ig-media/comments (v25.0)."""

import re

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import comments, ids, posts
from sandbox.graph import fields as graph_fields
from sandbox.graph import paging
from sandbox.graph.errors import bad_parameter, not_found
from sandbox.graph.times import stamp
from sandbox.instagram.calls import Call, begin
from sandbox.store import Row

SCOPE = "instagram_business_manage_comments"
COMMENT = frozenset(
    {
        "id",
        "text",
        "timestamp",
        "username",
        "from",
        "hidden",
        "like_count",
        "media",
        "parent_id",
        "replies",
        "user",
        "legacy_instagram_comment_id",
    }
)
# Published for the first API in July 2014; today's reference is silent, so the stricter reading holds.
TEXT_MAX, HASHTAGS_MAX, URLS_MAX = 300, 4, 1


def own_post(call: Call, verb: str) -> Row:
    post = posts.get(call.world, "instagram", call.request.path_params["node"])
    if post is None or post["account"] != call.account["id"]:
        raise not_found(call.request.path_params["node"], verb)
    return post


async def create(request: Request) -> Response:
    """The account says something under its media, within the limits of the reference. Answers {id}."""
    call = await begin(request, SCOPE)
    post = own_post(call, "post")
    call.params.only("message")
    message = call.params.needed("message")
    letters = [sign for sign in message if sign.isalpha()]
    if not message.strip() or len(message) > TEXT_MAX:
        raise bad_parameter(f"The total length of the comment cannot exceed {TEXT_MAX} characters")
    if len(re.findall(r"(?<!\w)#\w+", message)) > HASHTAGS_MAX:
        raise bad_parameter(f"The comment cannot contain more than {HASHTAGS_MAX} hashtags")
    if len(re.findall(r"https?://\S+", message)) > URLS_MAX:
        raise bad_parameter(f"The comment cannot contain more than {URLS_MAX} URL")
    if letters and all(sign.isupper() for sign in letters):
        raise bad_parameter("The comment cannot consist of all capital letters")
    comment_id = ids.instagram()
    comments.accept(request, network="instagram", id=comment_id, post=post, account=call.account["id"], text=message)
    return JSONResponse({"id": comment_id}, headers=call.headers)


async def listing(request: Request) -> Response:
    """GET /{media}/comments: newest first."""
    call = await begin(request, SCOPE)
    post = own_post(call, "get")
    call.params.only("limit", "after")
    wanted = graph_fields.parse(call.params.text("fields", "timestamp,text,id"))
    graph_fields.refuse_unknown(wanted, COMMENT, "IGComment")
    limit = call.params.number("limit", 50, low=1, high=100)
    rows = comments.under(call.world, "instagram", post["id"], newest_first=True, limit=limit + 1, beyond=paging.after(call.params))
    data = []
    for row in rows[:limit]:
        values = {
            "text": row["text"],
            "timestamp": stamp(row["created_ms"]),
            "username": call.account["handle"],
            "from": {"id": call.account["id"], "username": call.account["handle"]},
            "hidden": False,
            "like_count": 0,
        }
        data.append({field.name: values[field.name] for field in wanted if field.name in values} | {"id": row["id"]})
    return JSONResponse(paging.page(request, rows[:limit], data, has_more=len(rows) > limit), headers=call.headers)
