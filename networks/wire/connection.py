"""Connections that look at the deadline directly before the bytes, and one pool of them for each process."""

import http.client
import io
import os
import ssl
import threading
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, cast

import certifi
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import PoolManager

from networks.wire import deadline

# A server closes an idle connection when it likes, often after five seconds. A post written into one that is just being
# closed ends as "unknown", so a connection that has rested longer than this is opened anew.
REST_AT_MOST_S = 2.0
READ_S = 20.0
ONE_WRITE_BYTES = 16_384


@dataclass
class Flight:
    """One request on its way. While `written` is false nothing of it can have reached the network."""

    ends_at: float
    written: bool = False

    def left_s(self, at_most: float = READ_S) -> float:
        """Return how long the next wait may last. Raises TimeoutError when the whole call has lasted long enough."""
        left = self.ends_at - deadline.clock()
        if left <= 0:
            raise TimeoutError("the whole call took too long")
        return min(left, at_most)


flight: ContextVar[Flight] = ContextVar("flight")


class _Bounded(io.RawIOBase):
    """Reads a socket so that the answer as a whole cannot last longer than the flight; a read time-out alone is renewed by each byte."""

    def __init__(self, sock: Any, bound: Flight) -> None:
        self._sock, self._raw, self._bound = sock, sock.makefile("rb", buffering=0), bound

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._bound.left_s())
        return cast("int | None", self._raw.readinto(buffer))

    def close(self) -> None:
        if not self.closed:
            self._raw.close()
        super().close()


class _Response(http.client.HTTPResponse):
    def __init__(self, sock: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self.fp.close()
        self.fp = io.BufferedReader(_Bounded(sock, flight.get()))


class _Careful(HTTPConnection):
    """Name lookup and connecting come first, then the deadline, then the bytes, and nothing in between."""

    response_class = _Response
    resting_since = 0.0
    _head: bytes | None = None

    def request(self, method: str, url: str, body: Any = None, *args: Any, **kwargs: Any) -> None:
        if self.sock is not None and deadline.clock() - self.resting_since > REST_AT_MOST_S:
            self.close()
        self._head = b"" if isinstance(body, bytes | str) and 0 < len(body) <= ONE_WRITE_BYTES else None
        super().request(method, url, body, *args, **kwargs)

    def send(self, data: Any) -> None:
        if self._head == b"":  # the body comes next: one write less, and no network ever has half a small request
            self._head = data
            return
        if self._head:
            data, self._head = self._head + data, None
        mine = flight.get()
        if self.sock is None:
            self.connect()
        self.sock.settimeout(mine.left_s())
        if not mine.written:
            deadline.current().check()
            mine.written = True
        super().send(data)


class _CarefulTLS(_Careful, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Careful

    def _put_conn(self, conn: Any) -> None:
        # Here an answer has been read whole, or nothing was: from now on the connection rests.
        if conn is not None:
            conn.resting_since = deadline.clock()
        super()._put_conn(conn)


class _PoolTLS(_Pool, HTTPSConnectionPool):
    ConnectionCls = _CarefulTLS


class Adapter(HTTPAdapter):
    """A pool shared by every session of the process, with one TLS context: parsing the certificates costs 17 ms each time."""

    def __init__(self) -> None:
        self._context = ssl.create_default_context(cafile=os.environ.get("SSL_CERT_FILE") or certifi.where())
        super().__init__(pool_connections=20, pool_maxsize=200, max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _PoolTLS}

    def cert_verify(self, conn: Any, url: str, verify: object, cert: object) -> None:
        """Leave the shared context in charge: naming a file here would have it parsed again for every connection."""
        if verify is not True:
            raise ValueError("certificates are always verified")
        conn.cert_reqs = "CERT_REQUIRED"

    def build_response(self, req: PreparedRequest, resp: Any) -> Response:
        """Return the answer without looking for cookies: none is ever kept."""
        response = Response()
        response.status_code, response.reason, response.headers = resp.status, resp.reason, CaseInsensitiveDict(resp.headers)
        response.raw, response.request, response.url, response.encoding = resp, req, req.url or "", "utf-8"
        return response


_lock = threading.Lock()
_adapters: dict[int, Adapter] = {}


def adapter() -> Adapter:
    """Return the pool of this process. A fork gets its own: sockets must not be shared."""
    pid = os.getpid()
    if pid not in _adapters:
        with _lock:
            _adapters.setdefault(pid, Adapter())
    return _adapters[pid]
