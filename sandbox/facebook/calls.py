"""What every call on a page begins with: a live token that may touch this object, and the page's usage counted."""

from dataclasses import dataclass

from starlette.requests import Request

from sandbox import accounts
from sandbox.facebook.dialect import facebook
from sandbox.graph import counted
from sandbox.graph import params as graph_params
from sandbox.graph import token as graph_token
from sandbox.graph.errors import GraphError, not_found
from sandbox.graph.params import Params
from sandbox.store import Row, loads
from sandbox.world import World, world_of


@dataclass(frozen=True)
class Call:
    """One authenticated call. `headers` are the usage headers of its answer."""

    request: Request
    world: World
    params: Params
    token: Row
    headers: dict[str, str]


async def begin(request: Request) -> Call:
    """Return the call, counted and authenticated. Raises 4xx Graph errors."""
    world, params = world_of(request), await graph_params.read(request)
    token = graph_token.caller(request, world, "facebook", params)
    return Call(request, world, params, token, counted.call(request, world, facebook, token))


def page_of(call: Call, page: str, verb: str, *, write: bool) -> Row:
    """Return the page this token may use. A write needs the page's own token; a reader's token must manage the page."""
    page = call.token["account"] if page == "me" else page
    row = accounts.get(call.world, "facebook", page)
    allowed = page == call.token["account"] if call.token["kind"] == "page" else page in loads(call.token, "pages")
    if row is None or not allowed:
        raise not_found(page, verb)
    if write:
        graph_token.needs(call.token, "pages_manage_posts", code=200)
        if call.token["kind"] != "page":
            raise GraphError(200, "(#200) This action must be done with a Page access token of the Page")
    graph_token.needs(call.token, "pages_read_engagement")
    return row
