"""Fetching a picture from an address, as Meta's servers do: their user agent, no redirects, a limit of time and size.

Only this machine is asked, unless SANDBOX_FETCH_ANY=1: the address comes from whoever calls, and a sandbox has no business elsewhere.
Sources: docs/instagram-platform/content-publishing ("publicly accessible server"), docs/sharing/webmasters/web-crawlers.
"""

import asyncio
import http.client
import ipaddress
import socket
import time
from urllib.parse import urlsplit

AGENT = "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)"
TIMEOUT_S = 10.0


class Unfetchable(Exception):
    """Nothing usable came from the address; the message says why."""


async def fetch(url: str, *, any_host: bool, max_bytes: int) -> bytes:
    """Return what the address answers, at most one byte more than `max_bytes`. Raises Unfetchable."""
    return await asyncio.to_thread(_fetch, url, any_host, max_bytes)


def _fetch(url: str, any_host: bool, max_bytes: int) -> bytes:
    if not url.isascii() or any(ord(c) <= 32 for c in url) or len(url) > 2000:
        raise Unfetchable("the address must be plain ASCII")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise Unfetchable("the address is malformed") from error
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise Unfetchable("the address must start with http:// or https:// and a host")
    ends = time.monotonic() + TIMEOUT_S
    failure: Exception = OSError("no address")
    for address in _addresses(host, port, any_host):
        try:
            return _read(
                parts.scheme, host, address, port, f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}", ends, max_bytes
            )
        except ConnectionRefusedError as error:
            failure = error
        except (OSError, http.client.HTTPException) as error:
            raise Unfetchable(f"{type(error).__name__}: {error}") from error
    raise Unfetchable(f"{type(failure).__name__}: {failure}")


def _addresses(host: str, port: int, any_host: bool) -> list[str]:
    """Return the numeric addresses of a host; the connection is made to one of these, never to a second look-up's answer."""
    try:
        found = list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    except (OSError, UnicodeError) as error:
        raise Unfetchable("the host is not known") from error
    if not any_host and not all(ipaddress.ip_address(address.split("%")[0]).is_loopback for address in found):
        raise Unfetchable("this sandbox fetches from this machine only")
    return found


def _read(scheme: str, host: str, address: str, port: int, target: str, ends: float, max_bytes: int) -> bytes:
    kind = http.client.HTTPSConnection if scheme == "https" else http.client.HTTPConnection
    connection = kind(host, port, timeout=TIMEOUT_S)
    connection._create_connection = lambda _, timeout, source=None: socket.create_connection((address, port), timeout)  # type: ignore[attr-defined]
    try:
        connection.request("GET", target, headers={"User-Agent": AGENT, "Accept": "*/*"})
        answer = connection.getresponse()
        if answer.status != 200:
            raise Unfetchable(f"the address answered {answer.status}")
        body = bytearray()
        while chunk := answer.read1(65536):
            body += chunk
            if len(body) > max_bytes:
                return bytes(body[: max_bytes + 1])
            if time.monotonic() > ends:
                raise Unfetchable("the address answers too slowly")
        return bytes(body)
    finally:
        connection.close()
