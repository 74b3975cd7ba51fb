"""GET /me and /me/accounts: who signed in and the pages they let the app manage. Source: docs/graph-api/reference/user/accounts (v25.0)."""

import base64

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import accounts
from sandbox.facebook import calls, shapes
from sandbox.facebook import tokens as facebook_tokens
from sandbox.graph import fields as graph_fields
from sandbox.graph import token as graph_token
from sandbox.graph.errors import GraphError, bad_parameter
from sandbox.store import loads

TASKS = ["ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE"]
CATEGORY = {"category": "Community organisation", "category_list": [{"id": "2612", "name": "Community organisation"}]}


async def me(request: Request) -> Response:
    """GET /me: the person of a user token, the page of a page token."""
    call = await calls.begin(request)
    call.params.only()
    wanted = graph_fields.parse(call.params.text("fields", "name"))
    if call.token["kind"] == "page":
        page = accounts.get(call.world, "facebook", call.token["account"])
        assert page
        return JSONResponse(shapes.page(call.world, page, wanted), headers=call.headers)
    graph_fields.refuse_unknown(wanted, frozenset({"id", "name", "first_name", "last_name", "picture", "accounts"}), "User")
    first, last = accounts.PERSON_NAME.split()
    names = {"name": accounts.PERSON_NAME, "first_name": first, "last_name": last}
    return JSONResponse(
        {field.name: names[field.name] for field in wanted if field.name in names} | {"id": accounts.PERSON}, headers=call.headers
    )


async def pages(request: Request) -> Response:
    """GET /me/accounts: the granted pages, each with its own token."""
    call = await calls.begin(request)
    call.params.only("limit", "after", "before")
    if call.token["kind"] == "page":
        raise bad_parameter("Tried accessing nonexisting field (accounts) on node type (Page)")
    graph_token.needs(call.token, "pages_show_list", code=200)
    wanted = graph_fields.parse(call.params.text("fields", "access_token,category,category_list,name,id,tasks"))
    graph_fields.refuse_unknown(wanted, shapes.PAGE | {"tasks", "category_list", "perms"}, "Page")
    granted = loads(call.token, "pages")
    start = _start(call.params.text("after"))
    limit = call.params.number("limit", 25, low=1, high=100)
    data = []
    for page in granted[start : start + limit]:
        row = accounts.get(call.world, "facebook", page)
        if row is None:
            continue
        token = facebook_tokens.page_token(call.world, call.token, page)
        plain = tuple(field for field in wanted if field.name in shapes.PAGE)
        body = shapes.page(call.world, row, plain, token=token)
        extra = {"tasks": TASKS, **CATEGORY}
        data.append(body | {field.name: extra[field.name] for field in wanted if field.name in extra})
    if not data:
        return JSONResponse({"data": []}, headers=call.headers)
    paging: dict[str, object] = {"cursors": {"before": _cursor(start), "after": _cursor(start + len(data))}}
    if start + limit < len(granted):
        paging["next"] = str(request.url.include_query_params(after=_cursor(start + len(data))))
    return JSONResponse({"data": data, "paging": paging}, headers=call.headers)


async def permissions(request: Request) -> Response:
    """GET /me/permissions: what the person agreed to, and what they declined. Source: docs/graph-api/reference/user/permissions."""
    call = await calls.begin(request)
    if call.token["kind"] == "page":
        raise GraphError(100, "(#100) Tried accessing nonexisting field (permissions) on node type (Page)")
    call.params.only()
    data = [{"permission": scope, "status": "granted"} for scope in loads(call.token, "scopes")]
    return JSONResponse({"data": data}, headers=call.headers)


def _cursor(position: int) -> str:
    return base64.urlsafe_b64encode(f"page{position}".encode()).rstrip(b"=").decode()


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.urlsafe_b64decode(cursor.encode() + b"==").decode().removeprefix("page"))
    except ValueError:
        raise GraphError(100, "(#100) Invalid cursors values") from None
