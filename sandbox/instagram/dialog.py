"""Instagram's authorisation window. Source: docs/instagram-platform/instagram-api-with-instagram-login/business-login."""

import re

from starlette.requests import Request
from starlette.responses import Response

from sandbox import consent
from sandbox.world import world_of

SCOPES = {
    "instagram_business_basic": "View profile and media",
    "instagram_business_content_publish": "Create and publish posts",
    "instagram_business_manage_messages": "Read and answer messages",
    "instagram_business_manage_comments": "Manage comments",
    "instagram_business_manage_insights": "See insights of your account and posts",
}
KNOWN = {"client_id", "redirect_uri", "response_type", "scope", "state", "enable_fb_login", "force_authentication", "force_reauth"}


async def dialog(request: Request) -> Response:
    """GET shows the window, POST answers it."""
    world, query = world_of(request), request.query_params
    if query.get("client_id") != world.environment.app_id:
        return consent.broken("instagram", "Invalid Request", "Invalid platform app")
    if query.get("redirect_uri") not in world.environment.redirects:
        return consent.broken("instagram", "Invalid Request", "Invalid redirect_uri: it is not the one registered with this app.")
    if unknown := set(query) - KNOWN:
        return consent.broken("instagram", "Invalid Request", f"Unknown parameter: {min(unknown)}")
    if query.get("response_type") != "code":
        return consent.broken("instagram", "Invalid Request", "response_type must be code.")
    asked = [scope for scope in re.split(r"[,\s]+", query.get("scope", "")) if scope]
    wrong = [scope for scope in asked if scope not in SCOPES]
    if wrong or "instagram_business_basic" not in asked:
        return consent.broken("instagram", "Invalid Request", f"Invalid scope: {', '.join(wrong) or 'instagram_business_basic is missing'}")
    denied = {"error": "access_denied", "error_reason": "user_denied", "error_description": "The user denied your request"}
    ask = consent.Ask(
        network="instagram",
        redirect_uri=query["redirect_uri"],
        state=query.get("state"),
        scopes={scope: SCOPES[scope] for scope in asked},
        denied=denied,
        ending="#_",
    )
    return await consent.answer(request, ask)
