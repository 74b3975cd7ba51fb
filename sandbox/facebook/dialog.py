"""Facebook's login dialog. Source: docs/facebook-login/guides/advanced/manual-flow (v25.0)."""

import re

from starlette.requests import Request
from starlette.responses import Response

from sandbox import consent
from sandbox.facebook.scopes import SCOPES
from sandbox.world import world_of

KNOWN = {"client_id", "redirect_uri", "state", "scope", "response_type", "auth_type", "display", "granted_scopes", "config_id"}


async def dialog(request: Request) -> Response:
    """GET shows the dialog, POST answers it; the person comes back with a code or with error=access_denied."""
    world, query = world_of(request), request.query_params
    if query.get("client_id") != world.environment.app_id:
        return consent.broken("facebook", "Invalid App ID", "The provided app ID does not look like a valid app ID.")
    if query.get("redirect_uri") not in world.environment.redirects:
        return consent.broken(
            "facebook",
            "URL Blocked",
            "This redirect failed because the redirect URI is not whitelisted in the app's Client OAuth Settings. "
            "Make sure Client and Web OAuth Login are on and add all your app domains as Valid OAuth Redirect URIs.",
        )
    if unknown := set(query) - KNOWN:
        return consent.broken("facebook", "Invalid parameter", f"Unknown parameter: {min(unknown)}")
    if query.get("response_type", "code") != "code":
        return consent.broken("facebook", "Invalid parameter", "response_type must be code.")
    asked = [scope for scope in re.split(r"[,\s]+", query.get("scope", "")) if scope] or ["public_profile"]
    if wrong := [scope for scope in asked if scope not in SCOPES]:
        return consent.broken(
            "facebook", "Invalid Scopes", f"Invalid Scopes: {', '.join(wrong)}. This message is only shown to developers."
        )
    denied = {"error": "access_denied", "error_code": "200", "error_description": "Permissions error", "error_reason": "user_denied"}
    ask = consent.Ask(
        network="facebook",
        redirect_uri=query["redirect_uri"],
        state=query.get("state"),
        scopes={scope: SCOPES[scope] for scope in asked},
        denied=denied,
        many=True,
        ending="" if "state" in query else "#_=_",
    )
    return await consent.answer(request, ask)
