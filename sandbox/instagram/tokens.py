"""Instagram's token calls. Source: docs/instagram-platform/instagram-api-with-instagram-login/business-login and reference/access_token."""

import hmac
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import tokens
from sandbox.door import Refusal
from sandbox.graph import params as graph_params
from sandbox.graph import token as graph_token
from sandbox.graph.errors import GraphError, bad_parameter
from sandbox.store import Row, loads
from sandbox.world import World, world_of

SHORT_MS = tokens.HOUR_MS
LONG_MS = 5_183_944_000
DAY_MS = 24 * tokens.HOUR_MS
CODE_MS = tokens.HOUR_MS


class OAuthRefusal(Refusal):
    """The flat error body of api.instagram.com."""

    def response(self) -> Response:
        return JSONResponse({"error_type": "OAuthException", "code": 400, "error_message": str(self)}, status_code=400)


async def from_code(request: Request) -> Response:
    """POST /oauth/access_token: a code for a token of one hour. Codes live one hour and serve once."""
    world, params = world_of(request), await graph_params.read(request)
    values = params.values
    if set(request.query_params):
        raise OAuthRefusal("The parameters must be sent as a form")
    if values.get("client_id") != world.environment.app_id:
        raise OAuthRefusal("Invalid platform app")
    if not hmac.compare_digest(values.get("client_secret", "").encode(), world.environment.app_secret.encode()):
        raise OAuthRefusal("Error validating client secret.")
    if values.get("grant_type") != "authorization_code":
        raise OAuthRefusal("Invalid grant_type: authorization_code is expected")
    if unknown := set(values) - {"client_id", "client_secret", "grant_type", "redirect_uri", "code"}:
        raise OAuthRefusal(f"Unexpected parameter: {min(unknown)}")
    code = tokens.code(world, "instagram", values.get("code", ""))
    if code is None or code["issued_ms"] + CODE_MS < world.now_ms():
        raise OAuthRefusal("Invalid authorization code")
    if code["redirect_uri"] != values.get("redirect_uri"):
        raise OAuthRefusal(
            "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the "
            "OAuth dialog request"
        )
    if not tokens.use_code(world, code["code"]):
        raise OAuthRefusal("This authorization code has been used")
    account = loads(code, "accounts")[0]
    token = tokens.issue(
        world, network="instagram", kind="short", account=account, scopes=loads(code, "scopes"), lives_ms=SHORT_MS, family=code["family"]
    )
    if world.settings["instagram_data_wrapped"]:
        wrapped = {"access_token": token, "user_id": account, "permissions": ",".join(loads(code, "scopes"))}
        return JSONResponse({"data": [wrapped]})
    return JSONResponse({"access_token": token, "user_id": int(account), "permissions": loads(code, "scopes")})


def long_lived(world: World, old: Row) -> dict[str, Any]:
    """Return a token of sixty days with the rights of `old`."""
    token = tokens.issue(
        world, network="instagram", kind="long", account=old["account"], scopes=loads(old, "scopes"), lives_ms=LONG_MS, family=old["family"]
    )
    return {"access_token": token, "token_type": "bearer", "expires_in": LONG_MS // 1000}


async def exchange(request: Request) -> Response:
    """GET /access_token?grant_type=ig_exchange_token: a short-lived token for one of sixty days."""
    world, params = world_of(request), await graph_params.read(request)
    params.only("grant_type", "client_secret")
    if params.text("grant_type") != "ig_exchange_token":
        raise bad_parameter("grant_type must be ig_exchange_token")
    if not hmac.compare_digest(params.text("client_secret").encode(), world.environment.app_secret.encode()):
        raise GraphError(1, "Error validating client secret.")
    token = graph_token.caller(request, world, "instagram", params)
    if token["kind"] != "short":
        raise GraphError(
            452,
            "Session key invalid. This could be because the session key has an incorrect format, or because the user has "
            "revoked this session",
        )
    return JSONResponse(long_lived(world, token) | {"permissions": ",".join(loads(token, "scopes"))})


async def refresh(request: Request) -> Response:
    """GET /refresh_access_token: sixty days more for a long-lived token at least one day old."""
    world, params = world_of(request), await graph_params.read(request)
    params.only("grant_type")
    if params.text("grant_type") != "ig_refresh_token":
        raise bad_parameter("grant_type must be ig_refresh_token")
    token = graph_token.caller(request, world, "instagram", params)
    graph_token.needs(token, "instagram_business_basic")
    if token["kind"] != "long":
        raise GraphError(10, "(#10) Only long-lived tokens can be refreshed")
    if token["issued_ms"] + DAY_MS > world.now_ms():
        raise GraphError(10, "(#10) The token must be at least 24 hours old to be refreshed")
    return JSONResponse(long_lived(world, token) | {"permissions": ",".join(loads(token, "scopes"))})
