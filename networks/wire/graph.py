"""Graph, the API that Facebook and Instagram share: the api object on our door, and what its errors mean.

Sources: developers.facebook.com/docs/graph-api/guides/error-handling, …/overview/rate-limiting,
…/instagram-platform/instagram-graph-api/reference/error-codes (v25.0). A status alone says nothing: refusals come as 400.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from requests import Response

from networks.contract import Caller, Duplicate, NetworkError, NotSent, Refused, SignInLost, Stale, Throttled, Unknown
from networks.wire import redact
from networks.wire.graph_limits import limits, until
from networks.wire.http import Door, json_object, repeatable

VERSION = "v25.0"


@dataclass
class _Session:
    """What FacebookAdsApi asks of a session. Theirs would put the token into every address and trust a CA file of its own."""

    GRAPH: str
    requests: Door
    timeout: None = None


def door(host: str, *, token: str = "", secret: str = "") -> Door:
    """Return a door to one Graph host. The token goes into a header, so that no log on the way has it."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    proof = {"appsecret_proof": hmac.digest(secret.encode(), token.encode(), "sha256").hex()} if token and secret else {}
    return Door(origins=(host,), judge=judge, limits=limits, headers=headers, params=proof)


def api(host: str, *, caller: Caller, prove: bool) -> Any:
    """Return an api object for one call or a few. `prove` adds appsecret_proof, which Facebook Login's tokens have."""
    # Imported when first needed: it takes 0.4 s, and a process that only asks for limits never needs it.
    from facebook_business.api import FacebookAdsApi  # type: ignore[import-untyped, unused-ignore]

    mine = door(host, token=caller.access_token, secret=caller.site.app_secret if prove else "")
    return FacebookAdsApi(_Session(host, mine), api_version=VERSION)


def page(remote_id: str, *, api: Any) -> Any:
    """Return the SDK's Page."""
    from facebook_business.adobjects.page import Page  # type: ignore[import-untyped, unused-ignore]

    return Page(remote_id, api=api)


def instagram_user(remote_id: str, *, api: Any) -> Any:
    """Return the SDK's IGUser."""
    from facebook_business.adobjects.iguser import IGUser  # type: ignore[import-untyped, unused-ignore]

    return IGUser(remote_id, api=api)


def is_there(api: Any, remote_id: str, *, owner: tuple[str, str]) -> bool:
    """Return whether the object is there. `owner`: the address of whose it is, and a field of that.

    Graph says one and the same (100/33) of what is gone and of what the token may not see: the owner itself tells which.
    """
    with repeatable():
        try:
            api.call("GET", (remote_id,), params={"fields": "id"})
        except SignInLost as error:
            if error.code != "account-not-visible":
                raise
        else:
            return True
        api.call("GET", (owner[0],), params={"fields": owner[1]})
    return False


def created_id(made: Mapping[str, Any]) -> str:
    """Return the id of what was created. Raises Unknown without one: nobody knows whether it was."""
    if not isinstance(made.get("id"), str) or not made["id"]:
        raise Unknown("unexpected-answer")
    return str(made["id"])


def token(body: Mapping[str, Any]) -> str:
    """Return the access token of an answer. Raises Unknown without one."""
    if not isinstance(found := body.get("access_token"), str) or not found:
        raise Unknown("unexpected-answer")
    return found


def after(body: Mapping[str, Any]) -> str:
    """Return the cursor of the next page, empty on the last."""
    paging = body.get("paging") or {}
    return str((paging.get("cursors") or {}).get("after") or "") if paging.get("next") else ""


def when(stamp: str) -> datetime:
    """Return the aware time of 2026-11-24T08:00:00+0000."""
    return datetime.fromisoformat(stamp.replace("+0000", "+00:00"))


def judge(response: Response) -> None:
    """Let through what Graph documents as success: 200 with an object that holds no error. Raises any NetworkError.

    Refusals come as 4xx; an error inside a 200 may stand beside something that was made.
    """
    if response.status_code >= 500:
        # Never "not done": one documented 500 with code 2 had posted each time (github.com/arsduo/koala/issues/699).
        raise Unknown("network-failed", status=response.status_code, detail=redact.detail(response.text[:1_000]))
    try:
        body = json_object(response)
    except Unknown:
        if response.status_code == 429:
            raise Throttled("too-many-calls", until=until(response.headers, datetime.now(UTC))) from None
        raise
    error = body.get("error")
    if isinstance(error, dict) and response.status_code >= 400:
        raise meaning(error, response.headers)
    if response.status_code == 429:
        raise Throttled("too-many-calls", until=until(response.headers, datetime.now(UTC)))
    if response.status_code != 200 or error is not None or body.get("success") is False:
        raise Unknown("unexpected-answer", status=response.status_code, detail=redact.detail(response.text[:1_000]))


def meaning(error: Mapping[str, Any], headers: Mapping[str, str]) -> NetworkError:
    """Return what a Graph error means. The subcode is asked first: it can turn a rate limit into a block."""
    code, subcode = _number(error.get("code")), _number(error.get("error_subcode"))
    said = redact.detail(error.get("error_user_msg") or error.get("message") or "")
    numbers: dict[str, str | int] = {"network_code": code, "network_subcode": subcode}
    for number, kinds in ((subcode, _BY_SUBCODE), (code, _BY_CODE)):
        if number in kinds:
            kind, ours, wait_s = kinds[number]
            if kind is Throttled:
                return Throttled(ours, until=until(headers, datetime.now(UTC), at_least=timedelta(seconds=wait_s)), detail=said, **numbers)
            if issubclass(kind, NotSent):
                later: NetworkError = kind(ours, retry_after_s=wait_s or None, detail=said, **numbers)
                return later
            plain: NetworkError = kind(ours, detail=said, **numbers)
            return plain
    if 200 <= code <= 299:
        return SignInLost("permission-missing", detail=said, **numbers)
    if 80_000 <= code <= 80_014:
        return Throttled("too-many-calls", until=until(headers, datetime.now(UTC)), detail=said, **numbers)
    return Unknown("undocumented-answer", detail=said, **numbers)


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0


_Kind = tuple[type[Any], str, int]
_HOUR_S = 3_600

_BY_CODE: dict[int, _Kind] = {
    1: (Unknown, "network-failed", 0),
    2: (Unknown, "network-failed", 0),
    3: (SignInLost, "permission-missing", 0),
    4: (Throttled, "too-many-calls", 0),
    10: (SignInLost, "permission-missing", 0),
    17: (Throttled, "too-many-calls", 0),
    32: (Throttled, "too-many-calls", 0),
    100: (Refused, "invalid-parameter", 0),
    102: (SignInLost, "token-refused", 0),
    104: (SignInLost, "token-refused", 0),
    190: (SignInLost, "token-refused", 0),
    324: (Refused, "picture-refused", 0),
    341: (Throttled, "too-many-calls", 0),
    352: (Refused, "picture-refused", 0),
    368: (SignInLost, "account-blocked", 0),
    382: (Refused, "picture-refused", 0),
    389: (Refused, "picture-not-reachable", 0),
    452: (SignInLost, "token-refused", 0),
    506: (Duplicate, "duplicate", 0),
    613: (Throttled, "too-many-calls", 0),
    6000: (Refused, "picture-refused", 0),
    6001: (Refused, "picture-refused", 0),
    9004: (Refused, "picture-not-reachable", 0),
    9007: (NotSent, "still-preparing", 5),
    36000: (Refused, "picture-too-heavy", 0),
    36001: (Refused, "picture-type", 0),
    36003: (Refused, "picture-ratio", 0),
    36004: (Refused, "text-too-long", 0),
    1609005: (Refused, "link-not-reachable", 0),
    1609008: (Refused, "link-refused", 0),
}
_BY_SUBCODE: dict[int, _Kind] = {
    # The token. 33: it has lost sight of the page; the others say why it ended.
    33: (SignInLost, "account-not-visible", 0),
    458: (SignInLost, "app-removed", 0),
    459: (SignInLost, "security-check", 0),
    460: (SignInLost, "password-changed", 0),
    463: (SignInLost, "token-refused", 0),
    464: (SignInLost, "security-check", 0),
    467: (SignInLost, "token-refused", 0),
    492: (SignInLost, "page-role-lost", 0),
    # Facebook.
    1500: (Refused, "link-refused", 0),
    1346003: (Refused, "content-refused", 0),
    1404102: (Refused, "content-refused", 0),
    1390008: (Throttled, "too-fast", 900),
    1404078: (SignInLost, "page-authorisation-needed", 0),
    1404006: (SignInLost, "security-check", 0),
    1404112: (SignInLost, "security-check", 0),
    4854002: (SignInLost, "security-check", 0),
    1366046: (Refused, "picture-too-heavy", 0),
    1366051: (Duplicate, "duplicate", 0),
    1363047: (Unknown, "network-failed", 0),
    1609010: (Unknown, "network-failed", 0),
    # Instagram.
    2207001: (Unknown, "network-failed", 0),
    2207032: (Unknown, "network-failed", 0),
    2207003: (NotSent, "picture-fetch-timed-out", 30),
    2207027: (NotSent, "still-preparing", 5),
    2207006: (Stale, "container-gone", 30),
    2207008: (Stale, "container-gone", 60),
    2207020: (Stale, "container-gone", 0),
    2207053: (Stale, "container-gone", 30),
    # The quota is of the last 24 hours and frees itself bit by bit.
    2207042: (Throttled, "daily-quota", _HOUR_S),
    2207050: (SignInLost, "account-blocked", 0),
    2207051: (Refused, "spam-suspected", 0),
    2207004: (Refused, "picture-too-heavy", 0),
    2207005: (Refused, "picture-type", 0),
    2207009: (Refused, "picture-ratio", 0),
    2207010: (Refused, "text-too-long", 0),
    2207023: (Refused, "invalid-parameter", 0),
    2207026: (Refused, "picture-refused", 0),
    2207028: (Refused, "too-many-pictures", 0),
    2207040: (Refused, "too-many-mentions", 0),
    2207052: (Refused, "picture-not-reachable", 0),
    2207057: (Refused, "picture-refused", 0),
}
