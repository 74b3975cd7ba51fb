"""X's authorisation page. Source: docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code."""

import re

from starlette.requests import Request
from starlette.responses import Response

from sandbox import consent
from sandbox.world import world_of

SCOPES = {
    "tweet.read": "See posts you can see, including protected ones",
    "tweet.write": "Post and delete posts for you",
    "tweet.moderate.write": "Hide and unhide replies to your posts",
    "users.read": "See accounts you can see",
    "media.write": "Upload media for you",
    "offline.access": "Stay connected to your account until you revoke access",
    "follows.read": "See people who follow you and whom you follow",
    "like.read": "See posts you liked",
    "bookmark.read": "See your bookmarks",
    "users.email": "See your e-mail address",
}
KNOWN = {"response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method"}
WRONG = "You weren’t able to give access to the App. Go back and try logging in again."


async def authorize(request: Request) -> Response:
    """GET shows the page, POST answers it. A wrong request shows X's own dead end, with the reason for developers."""
    world, query = world_of(request), request.query_params
    asked = query.get("scope", "").split()
    reasons = [
        ("client_id is not the app's", query.get("client_id") != world.environment.app_id),
        ("redirect_uri is not one that the app has registered", query.get("redirect_uri") not in world.environment.redirects),
        ("response_type must be code", query.get("response_type") != "code"),
        ("state is required", not 1 <= len(query.get("state", "")) <= 500),
        ("code_challenge_method must be S256", query.get("code_challenge_method") != "S256"),
        ("code_challenge must be 43 characters of base64url", not re.fullmatch(r"[A-Za-z0-9_-]{43}", query.get("code_challenge", ""))),
        (f"unknown scope in: {' '.join(asked)}", not asked or not set(asked) <= set(SCOPES)),
        (f"unknown parameter in: {' '.join(query)}", not set(query) <= KNOWN),
    ]
    for reason, is_wrong in reasons:
        if is_wrong:
            return consent.broken("twitter", "Something went wrong", f"{WRONG} ({reason})")
    ask = consent.Ask(
        network="twitter",
        redirect_uri=query["redirect_uri"],
        state=query["state"],
        scopes={scope: SCOPES[scope] for scope in asked},
        denied={"error": "access_denied"},
        challenge=query["code_challenge"],
    )
    return await consent.answer(request, ask)
