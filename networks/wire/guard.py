"""A session for addresses that users type. Never used for the networks themselves, never able to reach our own machines."""

import ipaddress
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import requests
from requests_hardened import Config, HTTPSession  # type: ignore[import-untyped, unused-ignore]
from requests_hardened.ip_filter import InvalidIPAddress  # type: ignore[import-untyped, unused-ignore]
from requests_hardened.ip_filter_adapter import IPFilterAdapter  # type: ignore[import-untyped, unused-ignore]

from networks.wire.http import origin

# What requests-hardened lets through: deprecated site-local addresses and IPv4 written inside IPv6.
ALSO_REFUSED = (ipaddress.ip_network("fec0::/10"), ipaddress.ip_network("::/96"))


class NotAllowed(Exception):
    """The address is not on the public internet, or not one that may be fetched."""


class _Adapter(IPFilterAdapter):  # type: ignore[misc, unused-ignore]
    def build_connection_pool_key_attributes(self, *args: Any, **kwargs: Any) -> Any:
        """Return the pinned address. The name was looked up once and is not looked up again for connecting."""
        host, pool = super().build_connection_pool_key_attributes(*args, **kwargs)
        address = ipaddress.ip_address(str(host["host"]).strip("[]").partition("%")[0])
        if any(address in net for net in ALSO_REFUSED) or address.is_link_local or address.is_unspecified:
            raise InvalidIPAddress(address)
        return host, pool


@dataclass(frozen=True)
class Fetched:
    """What was at an address: `url` is where it was found in the end, `kind` its media type, `charset` what the server said of it."""

    url: str
    kind: str
    charset: str
    body: bytes


def follow(url: str, *, kinds: tuple[str, ...], max_bytes: int, within_s: float = 5.0, hops: int = 4) -> Fetched:
    """Return the start of what is at a public address, at most `max_bytes`, through redirects that are each judged like the first.

    `kinds`: beginnings of media types that are read at all. Raises NotAllowed, or requests' exceptions; both within `within_s`.
    """
    ends_at = time.monotonic() + within_s
    for _ in range(hops + 1):
        left = ends_at - time.monotonic()
        if left <= 0:
            raise requests.Timeout(url)
        with _asked(url, timeout=(min(3.0, left), left)) as answer:
            if answer.is_redirect:
                url = urljoin(url, answer.headers["location"])
                continue
            answer.raise_for_status()
            kind, _, rest = answer.headers.get("content-type", "").partition(";")
            if not kind.strip().lower().startswith(kinds):
                raise NotAllowed(url)
            return Fetched(url=url, kind=kind.strip().lower(), charset=_charset(rest), body=_start(answer, max_bytes, ends_at))
    raise NotAllowed(url)


def _charset(parameters: str) -> str:
    for part in parameters.split(";"):
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'").lower()
    return ""


def _start(response: requests.Response, max_bytes: int, ends_at: float) -> bytes:
    """Return at most that much of it. A server that drips is left when the time is over."""
    body: bytes = b""
    for chunk in response.iter_content(16_384):
        body += chunk
        if len(body) >= max_bytes:
            return body[:max_bytes]
        if time.monotonic() > ends_at:
            raise requests.Timeout(response.url)
    return body


def fetch(url: str, *, max_bytes: int, timeout_s: float = 10.0) -> bytes:
    """Return what is at a public http(s) address, without following redirects. Raises NotAllowed or requests' exceptions."""
    with _asked(url, timeout=(3, timeout_s)) as response:
        return _at_most(response, max_bytes)


def post(url: str, *, body: bytes, headers: Mapping[str, str], known: Collection[str] = (), timeout_s: float = 10.0) -> int:
    """Return the status with which a public http(s) address took this. Its answer is not read, and redirects are not followed.

    `known`: origins set by whoever runs Carillon, compared exactly; they may be on this machine. Raises NotAllowed or requests' exceptions.
    """
    if origin(url) in map(origin, known):
        with requests.Session() as session:
            session.trust_env = False
            with session.post(url, data=body, headers=dict(headers), timeout=(3, timeout_s), allow_redirects=False, stream=True) as answer:
                return answer.status_code
    with _asked(url, timeout=(3, timeout_s), body=body, headers=headers) as answer:
        return answer.status_code


@contextmanager
def _asked(
    url: str, *, timeout: tuple[float, float], body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> Iterator[requests.Response]:
    """The beginning of the answer is here; its body is still to be read. Raises NotAllowed for what is not public."""
    config = Config(ip_filter_enable=True, ip_filter_allow_loopback_ips=False, never_redirect=True, default_timeout=timeout)
    with HTTPSession(config) as session:
        session.trust_env = False  # a proxy would look names up for itself
        session.mount("http://", _Adapter(is_https_proto=False))
        session.mount("https://", _Adapter(is_https_proto=True))
        refused = (InvalidIPAddress, requests.exceptions.InvalidSchema, requests.exceptions.InvalidURL, requests.exceptions.MissingSchema)
        response = None
        with suppress(*refused):
            sent = {"User-Agent": "Carillon", **(headers or {})}
            response = session.request("GET" if body is None else "POST", url, data=body, stream=True, headers=sent)
        if response is None:
            raise NotAllowed(url)  # out here, so that the library's exception is not chained to it
        with response:
            yield response


def _at_most(response: requests.Response, max_bytes: int) -> bytes:
    if response.is_redirect:
        raise NotAllowed(response.url)
    response.raise_for_status()
    body = b""
    for chunk in response.iter_content(65_536):
        body += chunk
        if len(body) > max_bytes:
            raise NotAllowed(response.url)
    return body
