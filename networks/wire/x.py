"""X's API: tweepy's client on our door, and what X's refusals mean. Source: docs.x.com, API v2."""

import copy
import functools
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from requests import Response

from networks.contract import Duplicate, NetworkError, OutOfCredit, Refused, SignInLost, Stale, Throttled, Unknown
from networks.wire import redact
from networks.wire.http import Door, json_object
from networks.wire.x_limits import limits, until

BUILT_IN = "https://api.twitter.com"  # tweepy has the old host written into it


def client(host: str, token: str) -> Any:
    """Return tweepy's client on our door, for one call or a few."""
    made = copy.copy(_pattern())
    made.bearer_token, made.session = token, Door(origins=(host,), judge=judge, limits=limits, moved={BUILT_IN: host})
    return made


@functools.cache
def _pattern() -> Any:
    """Return the client that all are copies of: each new one would build a session of its own, to be thrown away.

    It never waits by itself for a rate limit: without the header it would ask 975 times at once.
    """
    # Imported when first needed: it takes 0.5 s, and a process that only asks for limits never needs it.
    import tweepy  # type: ignore[import-untyped, unused-ignore]

    return tweepy.Client(return_type=dict, wait_on_rate_limit=False)


def created_id(made: Mapping[str, Any]) -> str:
    """Return the id of what was created. Raises Unknown without one: nobody knows whether it was."""
    data = made.get("data")
    if not isinstance(data, Mapping) or not data.get("id"):
        raise Unknown("unexpected-answer")
    return str(data["id"])


def judge(response: Response) -> None:
    """Let through what X documents as success: 200 or 201 with `data`, or a list without results. Raises any NetworkError."""
    status = response.status_code
    if status >= 500:
        raise Unknown("network-failed", status=status, detail=redact.detail(response.text[:1_000]))
    try:
        body = json_object(response)
    except Unknown:
        if status == 429:
            raise Throttled("too-many-calls", until=until(response.headers, datetime.now(UTC))) from None
        raise
    if status in (200, 201):
        # A 200 may hold only `errors`, which tweepy takes for success.
        if "data" not in body and (body.get("errors") or "meta" not in body):
            if response.request.method == "GET" and _kinds(body) == {"resource-not-found"}:  # a read says so, a create never does
                raise Refused("not-there-any-more", detail=redact.detail(body["errors"]))
            raise Unknown("unexpected-answer", status=status, detail=redact.detail(body.get("errors") or body))
        return
    if status < 400:
        raise Unknown("unexpected-answer", status=status, detail=redact.detail(response.text[:1_000]))
    raise refusal(body, status=status, headers=response.headers)


def refusal(body: Mapping[str, Any], *, status: int, headers: Mapping[str, str]) -> NetworkError:
    """Return what a refusal means. Type addresses come with two hosts, so only their last part counts.

    Sources: docs.x.com/x-api/fundamentals/response-codes-and-errors, problem types of the OpenAPI description 2.167.
    """
    errors = _errors(body)
    kinds = _kinds(body)
    said = redact.detail(
        body.get("detail") or next((error.get("message") or error.get("detail") for error in errors), "") or body.get("title") or ""
    )
    heard = " ".join([said, *(str(error.get("message") or "") for error in errors)]).lower()
    if status == 402 or kinds & {"credits", "usage-capped"} or body.get("title") in ("CreditsDepleted", "UsageCapExceeded"):
        return OutOfCredit("out-of-credit", detail=said)
    if status == 429:
        return Throttled("too-many-calls", until=until(headers, datetime.now(UTC)), detail=said)
    if status == 401:
        return SignInLost("token-refused", detail=said)
    if kinds & {"client-forbidden"}:
        return SignInLost("app-not-allowed", detail=said)
    if kinds & {"oauth1-permissions", "unsupported-authentication"}:
        return SignInLost("permission-missing", detail=said)
    if kinds & {"user-suspended"} or "suspended" in heard or "temporarily locked" in heard:
        return SignInLost("account-blocked", detail=said)
    if status == 403 and "duplicate content" in heard:
        return Duplicate("duplicate", detail=said)
    if status == 403 and ("reply" in heard or "deleted or not visible" in heard):
        return Refused("reply-refused", detail=said)
    if status == 403 and "not permitted to perform this action" in heard:
        return Refused("not-permitted", detail=said)
    if status == 413:
        return Refused("picture-too-heavy", detail=said)
    if "media ids are invalid" in heard:
        # Seen for ids that have expired: with new uploads the same post is taken.
        return Stale("container-gone", detail=said)
    if kinds & {"invalid-request"}:
        return Refused("invalid-parameter", detail=said)
    if kinds & {"not-authorized-for-resource"}:
        return Refused("not-permitted", detail=said)
    if kinds & {"resource-not-found"}:
        return Refused("not-there-any-more", detail=said)
    return Unknown("undocumented-answer", status=status, detail=said)


def _errors(body: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [error for error in body.get("errors") or () if isinstance(error, Mapping)]


def _kinds(body: Mapping[str, Any]) -> set[str]:
    """Return the last part of each type address."""
    named = (str(part.get("type") or "").rstrip("/").rpartition("/")[2] for part in (body, *_errors(body)))
    return {kind for kind in named if kind}
