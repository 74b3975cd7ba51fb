"""Who calls: the access token of a Graph request.

Source: docs/facebook-login/guides/access-tokens and docs/graph-api/guides/secure-requests.
"""

import hashlib
import hmac

from starlette.requests import Request

from sandbox import tokens
from sandbox.graph.errors import GraphError
from sandbox.graph.params import Params
from sandbox.store import Row, loads
from sandbox.world import World

ENDED = {  # subcode → message, docs/graph-api/guides/error-handling
    458: "Error validating access token: The user has not authorized application.",
    460: (
        "Error validating access token: The session has been invalidated because the user changed their password or Facebook "
        "has changed the session for security reasons."
    ),
    463: "Error validating access token: Session has expired.",
    467: "Error validating access token: The session is invalid because the user logged out.",
    492: "Error validating access token: The user is not a confirmed role on the Page.",
}


def raw(request: Request, params: Params | None = None) -> str:
    """Return the token as sent: query, form field or Authorization header (Bearer or OAuth)."""
    if params and params.values.get("access_token"):
        return params.values["access_token"]
    if request.query_params.get("access_token"):
        return request.query_params["access_token"]
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    return value.strip() if scheme.lower() in ("bearer", "oauth") else ""


def caller(request: Request, world: World, network: str, params: Params) -> Row:
    """Return the live token of this call. Raises 104 without one, 190 for a dead one, 100 for a wrong appsecret_proof."""
    value = raw(request, params)
    if not value:
        raise GraphError(104, "An access token is required to request this resource.")
    token = tokens.find(world, network, value)
    if token is None:
        raise GraphError(190, "Invalid OAuth access token - Cannot parse access token")
    if token["state"] != "live":
        subcode = token["subcode"] or 460
        raise GraphError(190, ENDED.get(subcode, ENDED[460]), subcode=subcode)
    if tokens.is_expired(world, token):
        raise GraphError(190, ENDED[463], subcode=463)
    proof = params.values.get("appsecret_proof")
    if proof is not None:
        right = hmac.new(world.environment.app_secret.encode(), value.encode(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(proof.encode(), right.encode()):
            raise GraphError(100, "Invalid appsecret_proof provided in the API argument", type="GraphMethodException")
    return token


def needs(token: Row, scope: str, *, code: int = 10) -> None:
    """Raise the permission error when the token lacks a scope."""
    if scope not in loads(token, "scopes"):
        raise GraphError(code, f"(#{code}) This endpoint requires the '{scope}' permission or is not granted to this application.")
