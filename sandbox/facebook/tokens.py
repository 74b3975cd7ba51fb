"""Facebook Login's token calls.

Sources: docs/facebook-login/guides/advanced/manual-flow, guides/access-tokens/get-long-lived, reference/debug_token.
"""

import hmac
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import accounts, tokens
from sandbox.graph import params as graph_params
from sandbox.graph import token as graph_token
from sandbox.graph.errors import GraphError, bad_parameter
from sandbox.graph.params import Params
from sandbox.store import Row, loads
from sandbox.world import World, world_of

SHORT_MS = 2 * tokens.HOUR_MS
LONG_MS = 5_183_944_000  # sixty days, as Graph's answers have it
CODE_MS = 10 * 60_000


async def access_token(request: Request) -> Response:
    """GET or POST /oauth/access_token: a code for a short-lived token, or a token for a long-lived one."""
    world, params = world_of(request), await graph_params.read(request)
    params.only("client_id", "client_secret", "redirect_uri", "code", "grant_type", "fb_exchange_token")
    if params.text("client_id") != world.environment.app_id:
        raise GraphError(101, "Error validating application. Cannot get application info due to a system error.")
    if not hmac.compare_digest(params.text("client_secret").encode(), world.environment.app_secret.encode()):
        raise GraphError(1, "Error validating client secret.")
    match params.text("grant_type") or "authorization_code":
        case "authorization_code":
            return JSONResponse(_from_code(world, params))
        case "fb_exchange_token":
            return JSONResponse(_exchange(world, params.needed("fb_exchange_token")))
        case "client_credentials":
            return JSONResponse({"access_token": f"{world.environment.app_id}|{world.environment.app_secret}", "token_type": "bearer"})
        case other:
            raise GraphError(1, f"Invalid grant_type: {other[:40]}")


def _from_code(world: World, params: Params) -> dict[str, Any]:
    code = tokens.code(world, "facebook", params.needed("code"))
    if code is None:
        raise bad_parameter("Invalid verification code format.", subcode=36009)
    if code["redirect_uri"] != params.text("redirect_uri"):
        raise GraphError(
            100,
            "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the "
            "OAuth dialog request",
            subcode=36008,
        )
    if code["issued_ms"] + CODE_MS < world.now_ms():
        raise GraphError(100, "This authorization code has expired.", subcode=36007)
    if not tokens.use_code(world, code["code"]):
        raise GraphError(100, "This authorization code has been used.", subcode=36009)
    token = tokens.issue(
        world,
        network="facebook",
        kind="user",
        account=accounts.PERSON,
        scopes=loads(code, "scopes"),
        pages=loads(code, "accounts"),
        lives_ms=SHORT_MS,
        family=code["family"],
    )
    return {"access_token": token, "token_type": "bearer", "expires_in": SHORT_MS // 1000}


def _exchange(world: World, value: str) -> dict[str, Any]:
    old = tokens.find(world, "facebook", value)
    if old is None or old["kind"] == "page" or old["state"] != "live" or tokens.is_expired(world, old):
        raise GraphError(190, "Error validating access token: Session has expired.", subcode=463)
    return {"access_token": long_lived(world, old), "token_type": "bearer", "expires_in": LONG_MS // 1000}


def long_lived(world: World, old: Row) -> str:
    """Return a token of sixty days with the rights of a short-lived one."""
    return tokens.issue(
        world,
        network="facebook",
        kind="user_long",
        account=old["account"],
        scopes=loads(old, "scopes"),
        pages=loads(old, "pages"),
        lives_ms=LONG_MS,
        family=old["family"],
    )


def page_token(world: World, user: Row, page: str) -> str:
    """Return the token of a page: without end when derived from a long-lived token, else of the same end as the user's."""
    same = world.store.one(
        "SELECT token FROM tokens WHERE network = 'facebook' AND kind = 'page' AND account = ? AND family = ? AND state = "
        "'live' AND expires_ms IS ?",
        page,
        user["family"],
        None if user["kind"] == "user_long" else user["expires_ms"],
    )
    if same:
        return str(same["token"])
    left = None if user["kind"] == "user_long" else user["expires_ms"] - world.now_ms()
    return tokens.issue(
        world, network="facebook", kind="page", account=page, scopes=loads(user, "scopes"), lives_ms=left, family=user["family"]
    )


async def debug_token(request: Request) -> Response:
    """GET /debug_token?input_token: what Graph knows of a token; the caller shows an app token or one of the same person."""
    world, params = world_of(request), await graph_params.read(request)
    params.only("input_token")
    if graph_token.raw(request, params) != f"{world.environment.app_id}|{world.environment.app_secret}":
        graph_token.caller(request, world, "facebook", params)
    found = tokens.find(world, "facebook", params.needed("input_token"))
    if found is None:
        invalid = {"code": 190, "message": "Invalid OAuth access token - Cannot parse access token"}
        return JSONResponse({"data": {"error": invalid, "is_valid": False, "scopes": []}})
    ended = 463 if tokens.is_expired(world, found) else found["subcode"] or 460 if found["state"] != "live" else 0
    data: dict[str, Any] = {
        "app_id": world.environment.app_id,
        "type": "PAGE" if found["kind"] == "page" else "USER",
        "application": "Sandbox application",
        "data_access_expires_at": (found["issued_ms"] + 90 * 24 * tokens.HOUR_MS) // 1000,
        "expires_at": (found["expires_ms"] or 0) // 1000,
        "is_valid": not ended,
        "issued_at": found["issued_ms"] // 1000,
        "scopes": loads(found, "scopes"),
        "granular_scopes": [
            {"scope": scope, "target_ids": loads(found, "pages")} for scope in loads(found, "scopes") if scope.startswith("pages_")
        ],
        "user_id": accounts.PERSON,
    }
    if found["kind"] == "page":
        data["profile_id"] = found["account"]
    if ended:
        data["error"] = {"code": 190, "message": graph_token.ENDED[ended], "subcode": ended}
    return JSONResponse({"data": data})
