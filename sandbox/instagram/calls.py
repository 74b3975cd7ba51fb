"""What every call on an Instagram account begins with: a live token of that account and its usage counted."""

from dataclasses import dataclass

from starlette.requests import Request

from sandbox import accounts
from sandbox.graph import counted
from sandbox.graph import params as graph_params
from sandbox.graph import token as graph_token
from sandbox.graph.errors import not_found
from sandbox.graph.params import Params
from sandbox.instagram.dialect import instagram
from sandbox.store import Row
from sandbox.world import World, world_of


@dataclass(frozen=True)
class Call:
    """One authenticated call in the name of `account`."""

    request: Request
    world: World
    params: Params
    token: Row
    account: Row
    headers: dict[str, str]


async def begin(request: Request, scope: str) -> Call:
    """Return the call; an account in the path must be the token's own. Raises Graph errors."""
    world, params = world_of(request), await graph_params.read(request)
    token = graph_token.caller(request, world, "instagram", params)
    graph_token.needs(token, scope)
    account = accounts.get(world, "instagram", token["account"])
    if account is None:
        raise not_found(token["account"])
    return Call(request, world, params, token, account, counted.call(request, world, instagram, token))


def own(call: Call, id: str, verb: str) -> None:
    """Raise the not-found error unless the path means the token's own account."""
    if id not in (call.account["id"], "me"):
        raise not_found(id, verb)
