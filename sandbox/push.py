"""A push service and the browser behind it, in one: it checks who sends (RFC 8292) and reads what was sent (RFC 8291).

POST /push/browsers makes a browser; what it gives is what a real one's PushSubscription says. What was shown is at GET /push/browsers/{id}.
"""

import base64
import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox.world import world_of

MOST_BYTES = 4096


@dataclass
class Browser:
    """`answers`: statuses to give next, instead of taking what comes."""

    private: Any
    public: str
    auth: bytes
    speaks: str = ""  # the key that it was subscribed with: another one is refused
    is_gone: bool = False
    shown: list[dict[str, Any]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


BROWSERS: dict[str, Browser] = {}


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


async def make(request: Request) -> Response:
    """POST /push/browsers {"applicationServerKey": …}: a new browser, subscribed with that key."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    asked = await request.json()
    private = ec.generate_private_key(ec.SECP256R1())
    point = private.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    browser = Browser(private=private, public=b64(point), auth=secrets.token_bytes(16), speaks=asked.get("applicationServerKey", ""))
    name = secrets.token_urlsafe(16)
    BROWSERS[name] = browser
    endpoint = f"{world_of(request).environment.url}/push/to/{name}"
    return JSONResponse({"id": name, "endpoint": endpoint, "keys": {"p256dh": browser.public, "auth": b64(browser.auth)}}, status_code=201)


async def browser(request: Request) -> Response:
    """GET: what it was shown. POST {"gone": true} or {"answers": [503]}: how it behaves from now on."""
    found = BROWSERS.get(request.path_params["id"])
    if found is None:
        return JSONResponse({"error": "no such browser"}, status_code=404)
    if request.method == "POST":
        asked = await request.json()
        found.is_gone = bool(asked.get("gone", found.is_gone))
        found.answers = list(asked.get("answers", found.answers))
    return JSONResponse({"shown": found.shown, "gone": found.is_gone})


async def to(request: Request) -> Response:
    """POST /push/to/{id}: what a sender hands over for that browser."""
    found = BROWSERS.get(request.path_params["id"])
    if found is None:
        return Response(status_code=404)
    if found.is_gone:
        return Response(status_code=410)
    if found.answers:
        return Response(status_code=found.answers.pop(0))
    body = await request.body()
    if len(body) > MOST_BYTES:
        return Response(status_code=413)
    if not request.headers.get("ttl", "").isdigit() or request.headers.get("content-encoding") != "aes128gcm":
        return Response("TTL and Content-Encoding are needed", status_code=400)
    claims = signed(request.headers.get("authorization", ""), request, found)
    if claims is None:
        return Response("the sender is not who subscribed this browser", status_code=403)
    found.shown.append({"said": json.loads(read(body, found)), "urgency": request.headers.get("urgency", ""), "sender": claims["sub"]})
    return Response(status_code=201)


def signed(header: str, request: Request, found: Browser) -> dict[str, Any] | None:
    """Return what the sender claims, when it is signed with the key that this browser was subscribed with, for this service, for now."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, utils

    scheme, _, rest = header.partition(" ")
    given = dict(part.strip().split("=", 1) for part in rest.split(",") if "=" in part)
    if scheme.lower() != "vapid" or given.get("k") != found.speaks:
        return None
    head, claims, signature = given["t"].split(".")
    raw = unb64(signature)
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unb64(given["k"]))
    both = utils.encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
    try:
        key.verify(both, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return None
    said: dict[str, Any] = json.loads(unb64(claims))
    here = urlsplit(world_of(request).environment.url)
    is_now = time.time() < said["exp"] <= time.time() + 24 * 3600
    return said if is_now and said["aud"] == f"{here.scheme}://{here.netloc}" else None


def read(body: bytes, found: Browser) -> bytes:
    """Return what was sealed for this browser: one record of aes128gcm (RFC 8188), keys by RFC 8291."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    salt, length = body[:16], body[20]
    sender, sealed = body[21 : 21 + length], body[21 + length :]
    shared = found.private.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))

    def derived(secret: bytes, by: bytes, info: bytes, size: int) -> bytes:
        return HKDF(hashes.SHA256(), size, by, info).derive(secret)

    both = derived(shared, found.auth, b"WebPush: info\x00" + unb64(found.public) + sender, 32)
    key = derived(both, salt, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = derived(both, salt, b"Content-Encoding: nonce\x00", 12)
    plain = AESGCM(key).decrypt(nonce, sealed, None).rstrip(b"\x00")
    return plain[:-1]  # the last record ends with 2


routes: list[BaseRoute] = [
    Route("/push/browsers", make, methods=["POST"]),
    Route("/push/browsers/{id}", browser, methods=["GET", "POST"]),
    Route("/push/to/{id}", to, methods=["POST"]),
]
