"""Speak to push services: a notice sealed for one device (RFC 8291), signed for by this installation (VAPID, RFC 8292)."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parseaddr
from enum import StrEnum
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import http_ece
import requests
import structlog
import urllib3
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from py_vapid import Vapid02

from accounts.keys import b64
from accounts.keys import services as keys
from networks.wire import guard
from networks.wire.http import origin

log = structlog.get_logger(__name__)
KEPT_FOR_S = 24 * 3600  # by the push service, for a device that is off
SIGNED_FOR = timedelta(hours=12)
BODY_MOST = 240
SIGN_BYTES = {"p256dh": 65, "auth": 16}


class Outcome(StrEnum):
    TAKEN = "taken"
    GONE = "gone"  # that device is no longer there
    LATER = "later"
    REFUSED = "refused"  # not to be tried again, and the device stays


def send(*, endpoint: str, p256dh: str, auth: str, said: Mapping[str, Any], is_urgent: bool, now: datetime) -> Outcome:
    """One device's push service has this. Never raises for a service that is away or an address that is not public."""
    _public, key = keys.pusher(now=now)
    headers = {
        **signed(endpoint, key=key, now=now),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(KEPT_FOR_S),
        "Urgency": "high" if is_urgent else "normal",
    }
    try:
        status = guard.post(endpoint, body=sealed(said, p256dh=p256dh, auth=auth), headers=headers, known=settings.PUSH_SERVICES)
    except guard.NotAllowed:
        log.warning("push.address_not_allowed")
        return Outcome.GONE
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        log.info("push.away", cause=type(error).__name__)
        return Outcome.LATER
    return outcome_of(status)


def outcome_of(status: int) -> Outcome:
    """Return what the service's status means. 401 and 403 are about who sends, which may be a wrong clock of ours: the device stays."""
    if 200 <= status < 300:
        return Outcome.TAKEN
    if status in {404, 410}:
        return Outcome.GONE
    return Outcome.LATER if status == 429 or status >= 500 else Outcome.REFUSED


def sealed(said: Mapping[str, Any], *, p256dh: str, auth: str) -> bytes:
    """Return the notice so that only this device can read it."""
    content = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    once = ec.generate_private_key(ec.SECP256R1())
    body: bytes = http_ece.encrypt(content, private_key=once, dh=b64.raw(p256dh), auth_secret=b64.raw(auth), version="aes128gcm")
    return body


def signed(endpoint: str, *, key: ec.EllipticCurvePrivateKey, now: datetime) -> dict[str, str]:
    """Return the header that says who sends, and whom to write to when something is wrong with it."""
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    about = settings.SITE_URL if settings.SITE_URL.startswith("https://") else f"mailto:{address}"
    parts = urlsplit(endpoint)
    claims = {"sub": about, "aud": f"{parts.scheme}://{parts.netloc}", "exp": int((now + SIGNED_FOR).timestamp())}
    headers: dict[str, str] = Vapid02(private_key=key, conf={"no-strict": True}).sign(claims)
    return headers


def is_fit(*, endpoint: str, p256dh: str, auth: str) -> bool:
    """Return whether these are a browser's address and keys. Whether the address is a public one shows again at each sending."""
    try:
        if origin(endpoint) not in map(origin, settings.PUSH_SERVICES) and not _is_outside(endpoint):
            return False
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b64.raw(p256dh.rstrip("=")))
        return len(b64.raw(auth.rstrip("="))) == SIGN_BYTES["auth"]
    except ValueError:
        return False


def _is_outside(endpoint: str) -> bool:
    """Return False for what is surely not on the public internet; names are judged when they are looked up."""
    parts = urlsplit(endpoint)
    host = parts.hostname or ""
    if parts.scheme != "https" or "." not in host or parts.username:
        return False
    try:
        return ip_address(host.strip("[]")).is_global
    except ValueError:
        return not host.endswith((".local", ".localhost", ".internal"))
