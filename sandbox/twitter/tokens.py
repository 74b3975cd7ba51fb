"""X's OAuth 2.0 token and revoke calls. Source: docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code.

A refresh token serves once; using it again ends every token of its family, as reported by several applications.
"""

import base64
import binascii
import hashlib
import hmac
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import tokens
from sandbox.store import loads
from sandbox.twitter.errors import Problem
from sandbox.world import World, world_of

CODE_MS = 30_000
ACCESS_MS = 7_200_000
REFRESH_MS = 180 * 24 * tokens.HOUR_MS


def _refuse(description: str, error: str = "invalid_request", status: int = 400) -> Problem:
    return Problem(status, {"error": error, "error_description": description})


def _check_client(request: Request, world: World, form: dict[str, str]) -> None:
    """Raise 401 unless the confidential client shows its id and secret in a Basic header."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    try:
        name, _, secret = base64.b64decode(value, validate=True).decode().partition(":") if scheme.lower() == "basic" else ("", "", "")
    except (binascii.Error, UnicodeDecodeError):
        name, secret = "", ""
    right = hmac.compare_digest(secret.encode(), world.environment.app_secret.encode()) and name == world.environment.app_id
    if not right or form.get("client_id", name) != name:
        raise _refuse("Missing valid authorization header", "unauthorized_client", 401)


async def _form(request: Request) -> dict[str, str]:
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise _refuse("The body must be application/x-www-form-urlencoded.")
    return {name: str(value) for name, value in (await request.form()).items()}


async def token(request: Request) -> Response:
    """POST /2/oauth2/token: a code, or a refresh token, for a new pair."""
    world, form = world_of(request), await _form(request)
    _check_client(request, world, form)
    match form.get("grant_type"):
        case "authorization_code":
            _known(form, "code", "redirect_uri", "code_verifier")
            return JSONResponse(_from_code(world, form))
        case "refresh_token":
            _known(form, "refresh_token")
            return JSONResponse(_refresh(world, form.get("refresh_token", "")))
    raise _refuse("Missing required parameter [grant_type].")


def _known(form: dict[str, str], *names: str) -> None:
    if unknown := set(form) - {"grant_type", "client_id", *names}:
        raise _refuse(f"Unknown parameter [{min(unknown)}].")
    for name in names:
        if not form.get(name):
            raise _refuse(f"Missing required parameter [{name}].")


def _from_code(world: World, form: dict[str, str]) -> dict[str, Any]:
    code = tokens.code(world, "twitter", form["code"])
    if code is None or code["issued_ms"] + CODE_MS < world.now_ms():
        raise _refuse("Value passed for the authorization code was invalid.")
    if code["redirect_uri"] != form["redirect_uri"]:
        raise _refuse("Value passed for the redirect uri did not match the uri of the authorization code.")
    digest = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=").decode()
    if not hmac.compare_digest(digest, code["challenge"]):
        raise _refuse("Value passed for the code verifier did not match the code challenge.")
    if not tokens.use_code(world, code["code"]):
        tokens.revoke(world, family=code["family"])
        raise _refuse("Value passed for the authorization code was invalid.")
    return pair(world, account=loads(code, "accounts")[0], scopes=loads(code, "scopes"), family=code["family"])


def _refresh(world: World, value: str) -> dict[str, Any]:
    old = tokens.find(world, "twitter", value)
    if old is None or old["kind"] != "refresh":
        raise _refuse("Value passed for the token was invalid.")
    if tokens.is_expired(world, old) or not tokens.spend(world, value):
        tokens.revoke(world, family=old["family"])
        raise _refuse("Value passed for the token was invalid.")
    return pair(world, account=old["account"], scopes=loads(old, "scopes"), family=old["family"])


def pair(world: World, *, account: str, scopes: list[str], family: str = "") -> dict[str, Any]:
    """Return a fresh access token and, with offline.access, a fresh refresh token of the same family."""
    access = tokens.issue(world, network="twitter", kind="access", account=account, scopes=scopes, lives_ms=ACCESS_MS, family=family)
    body = {"token_type": "bearer", "expires_in": ACCESS_MS // 1000, "access_token": access, "scope": " ".join(scopes)}
    if "offline.access" in scopes:
        found = tokens.find(world, "twitter", access)
        assert found
        body["refresh_token"] = tokens.issue(
            world, network="twitter", kind="refresh", account=account, scopes=scopes, lives_ms=REFRESH_MS, family=found["family"]
        )
    return body


async def revoke(request: Request) -> Response:
    """POST /2/oauth2/revoke: end a token; a refresh token takes its family with it."""
    world, form = world_of(request), await _form(request)
    _check_client(request, world, form)
    if unknown := set(form) - {"token", "token_type_hint", "client_id"}:
        raise _refuse(f"Unknown parameter [{min(unknown)}].")
    found = tokens.find(world, "twitter", form.get("token", ""))
    if found is None:
        raise _refuse("Value passed for the token was invalid.")
    tokens.revoke(world, token=found["token"], family=found["family"] if found["kind"] == "refresh" else "")
    return JSONResponse({"revoked": True})
