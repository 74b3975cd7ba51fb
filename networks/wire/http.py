"""The one door to the networks. Every byte for them goes through a `Door`, also what the SDKs build.

What leaves here as an answer has been read whole and judged. Everything else leaves as one of the contract's errors:
NotSent while nothing was written, Unknown as soon as something may have been.
"""

import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3
from requests import PreparedRequest, Response

from networks.contract import Limit, NetworkError, NotSent, Refused, Unknown
from networks.wire import connection, deadline, redact

CONNECT_S = 5.0
ANSWER_MAX_BYTES = 8_000_000
HEADERS = {"User-Agent": "Carillon", "Accept": "*/*", "Accept-Encoding": "gzip, deflate", "Connection": "keep-alive"}

Judge = Callable[[Response], None]
Limits = Callable[[Mapping[str, str], datetime], tuple[Limit, ...]]


def _nothing(headers: Mapping[str, str], now: datetime) -> tuple[Limit, ...]:
    return ()


def origin(url: str) -> str:
    """Return scheme, host and port of an address, the port always said."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{(parts.hostname or '').lower()}:{parts.port or {'http': 80, 'https': 443}.get(parts.scheme, 0)}"


_known_origin = functools.lru_cache(maxsize=64)(origin)


class _Request(PreparedRequest):
    def prepare_cookies(self, cookies: object) -> None:
        """No cookie is ever sent: none of one account could meet another's."""


class Door:
    """What one account's calls go through, as an SDK asks it of a session. Nearly free to make: sockets and TLS are the process's.

    `origins` are the addresses that pass, compared exactly. `judge` sees every answer before an SDK does and raises what it means.
    `limits` reads from its headers how much may still be asked, which the window keeps whatever the answer means.
    `moved` replaces the start of addresses an SDK has built in. Not a `requests.Session`: making one and merging its settings into a
    request costs as much as the rest of a call, and what a session is for (cookies, redirects, .netrc, proxies) must not happen here.
    """

    def __init__(
        self,
        *,
        origins: tuple[str, ...],
        judge: Judge,
        limits: Limits = _nothing,
        moved: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
    ) -> None:
        redact.quieten()
        self.headers, self.params = {**HEADERS, **(headers or {})}, dict(params or {})
        self._origins, self._judge, self._limits, self._moved = frozenset(map(_known_origin, origins)), judge, limits, moved or {}

    def get(self, url: str, **kwargs: Any) -> Response:
        return self.request("GET", url, **kwargs)

    def post(self, url: str, **kwargs: Any) -> Response:
        return self.request("POST", url, **kwargs)

    def request(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        data: Any = None,
        json: Any = None,
        files: Any = None,
        auth: Any = None,
        timeout: None = None,
    ) -> Response:
        """Send once, read whole, judge. `timeout` is there for SDKs that say None: how long a call lasts is not theirs to choose."""
        for start, base in self._moved.items():
            if url.startswith(f"{start}/"):
                url = base + url.removeprefix(start)
        request = _Request()
        request.prepare(
            method,
            url,
            headers={**self.headers, **(headers or {})},
            params={**self.params, **(params or {})},
            data=data,
            json=json,
            files=files,
            auth=auth,
        )
        return self._send(request)

    def _send(self, request: PreparedRequest) -> Response:
        if origin(request.url or "") not in self._origins:
            raise Refused("address-not-allowed", host=urlsplit(request.url or "").hostname or "")
        flight = connection.Flight(ends_at=deadline.clock() + deadline.current().total_s)
        token = connection.flight.set(flight)
        lost: NetworkError | None = None
        try:
            response = _read(connection.adapter().send(request, stream=True, timeout=(CONNECT_S, connection.READ_S), verify=True))
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            lost = _lost(error, written=flight.written)
        finally:
            connection.flight.reset(token)
        if lost:
            # Raised out here so that the library's exception, whose text has the whole address, is not chained to it.
            raise lost
        deadline.current().learn(self._limits(response.headers, datetime.now(UTC)))
        self._judge(response)
        return response


@contextmanager
def repeatable() -> Iterator[None]:
    """Turn Unknown into NotSent, for reads and for steps nobody sees: doing those again harms nobody."""
    try:
        yield
    except Unknown as error:
        again = NotSent(error.code, detail=error.detail)
        again.params = error.params
    else:
        return
    raise again


def json_object(response: Response) -> dict[str, Any]:
    """Return the answer as a JSON object. Raises Unknown for anything else: a proxy's HTML, a list, half a body."""
    try:
        body = response.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Unknown("unreadable-answer", status=response.status_code, detail=redact.detail(response.text[:1_000]))
    return body


def _read(response: Response) -> Response:
    chunks, size = [], 0
    for chunk in response.iter_content(65_536):
        chunks.append(chunk)
        size += len(chunk)
        if size > ANSWER_MAX_BYTES:
            response.close()
            raise urllib3.exceptions.ProtocolError("the answer is too long")
    response._content, response._content_consumed = b"".join(chunks), True  # type: ignore[attr-defined]
    return response


def _lost(error: Exception, *, written: bool) -> NetworkError:
    name = type(error).__name__
    if written:
        late = isinstance(error, requests.Timeout | TimeoutError) or "timed out" in str(error) or "took too long" in str(error)
        return Unknown("no-answer-in-time" if late else "connection-lost", detail=name)
    reason = getattr(error.args[0], "reason", None) if error.args else None
    if isinstance(reason, urllib3.exceptions.NameResolutionError):
        return NotSent("name-not-found", detail=name)
    if isinstance(error, requests.exceptions.SSLError):
        return NotSent("certificate-refused", detail=name)
    return NotSent("cannot-connect", detail=name)
