"""Sign-in by OAuth 2, the parts that networks share. Sources: RFC 6749 sections 4.1 and 5.2, RFC 7636 (PKCE)."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from requests import Response

from networks.contract import NetworkError, Refused, SignInLost, Throttled, Tokens, Unknown
from networks.wire import graph, redact
from networks.wire.http import json_object

# RFC 6749 section 5.2, and what X answers for a refresh token it no longer knows.
_CODE_OR_TOKEN = frozenset({"invalid_grant"})
_APPLICATION = frozenset({"invalid_client", "unauthorized_client"})
_OURS = frozenset({"invalid_request", "invalid_scope", "unsupported_grant_type"})


def dialog(address: str, **params: str) -> str:
    """Return the address of a consent page."""
    return f"{address}?{urlencode(params)}"


def challenge(verifier: str) -> str:
    """Return the S256 challenge of a PKCE verifier."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def judge(response: Response) -> None:
    """Let through a token answer. Raises Refused for a documented refusal, Throttled, else Unknown."""
    if response.status_code == 429:
        raise Throttled("too-many-calls", until=datetime.now(UTC) + timedelta(minutes=15))
    if response.status_code >= 500:
        raise Unknown("network-failed", status=response.status_code, detail=redact.detail(response.text[:1_000]))
    body = json_object(response)
    if isinstance(body.get("error"), Mapping):
        # Meta's token endpoints answer in Graph's shape too.
        raise graph.meaning(body["error"], response.headers)
    if response.status_code != 200 or "error" in body or "error_type" in body:
        raise refusal(body, status=response.status_code)


def refusal(body: Mapping[str, Any], *, status: int) -> NetworkError:
    """Return what a token endpoint's error means: its code, or Instagram's own shape `{error_type, code, error_message}`."""
    error = str(body.get("error") or "")
    said = redact.detail(body.get("error_description") or body.get("error_message") or error)
    if error in _CODE_OR_TOKEN or (error == "invalid_request" and "token was invalid" in said) or "uthorization code" in said:
        return Refused("code-refused", detail=said)
    if error in _APPLICATION or any(word in said for word in ("client_id", "client_secret", "client secret", "platform app")):
        return Refused("app-refused", detail=said)
    if error in _OURS or body.get("error_type") == "OAuthException":
        return Refused("sign-in-refused", detail=said)
    return Unknown("unexpected-answer", status=status, detail=said)


def tokens(body: Mapping[str, Any], *, now: datetime, scopes: tuple[str, ...]) -> Tokens:
    """Return the tokens of an answer. Raises Unknown when it has none."""
    access, seconds = body.get("access_token"), body.get("expires_in")
    if not isinstance(access, str) or not access:
        raise Unknown("unexpected-answer")
    scope = body.get("scope")
    return Tokens(
        access=access,
        refresh=str(body.get("refresh_token") or ""),
        expires_at=now + timedelta(seconds=seconds) if isinstance(seconds, int) and seconds > 0 else None,
        scopes=tuple(scope.split()) if isinstance(scope, str) and scope else scopes,
    )


def lost(error: Refused) -> NetworkError:
    """Return what a refused refresh means: the sign-in ended, unless it is the application that was refused."""
    return SignInLost("sign-in-ended", detail=error.detail) if error.code == "code-refused" else error
