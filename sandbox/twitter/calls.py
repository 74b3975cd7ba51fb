"""What every X call begins with: a live token, its scopes, the window of this endpoint, the credits."""

from dataclasses import dataclass

from starlette.requests import Request

from sandbox import accounts, tokens
from sandbox.store import Row, loads
from sandbox.twitter import allowances, errors
from sandbox.twitter.dialect import bearer
from sandbox.world import World, world_of

WRITE = ("tweet.read", "tweet.write", "users.read")
READ = ("tweet.read", "users.read")
MEDIA = ("media.write",)


@dataclass(frozen=True)
class Call:
    """One authenticated call in the name of `account`; `headers` tell the window."""

    request: Request
    world: World
    account: Row
    headers: dict[str, str]


def begin(request: Request, *, name: str, scopes: tuple[str, ...], limit: int) -> Call:
    """Return the call, counted. Raises 401, 402, 403 and 429 as documented."""
    world, plain = world_of(request), {"x-transaction-id": request.state.id, "api-version": "2.167"}
    token = tokens.find(world, "twitter", bearer(request))
    if token is None or token["kind"] != "access" or token["state"] != "live" or tokens.is_expired(world, token):
        raise errors.blank(401, "Unauthorized")
    account = accounts.get(world, "twitter", token["account"])
    if account is None:
        raise errors.blank(401, "Unauthorized")
    if not set(scopes) <= set(loads(token, "scopes")):
        raise errors.forbidden("Forbidden")
    headers = {**allowances.count(world, account=account["id"], name=name, limit=limit), **plain}
    request.state.headers = headers  # told on a refusal too
    left = world.settings["x_credits_mills"]
    if left is not None and left <= 0:
        raise errors.credits_depleted(account["id"])
    return Call(request, world, account, headers)


def charge(call: Call, mills: int) -> None:
    """A done call is paid for, in thousandths of a dollar; credits may fall below zero once.

    Source: docs.x.com/x-api/getting-started/pricing.
    """
    settings = call.world.settings
    settings.change("x_spent_mills", settings["x_spent_mills"] + mills)
    if settings["x_credits_mills"] is not None:
        settings.change("x_credits_mills", settings["x_credits_mills"] - mills)
