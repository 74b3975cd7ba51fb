"""A stand-in for both networks that costs next to nothing: it answers every call after a set time and notes when its first byte came.

`python -m bench.responder PORT LATENCY_MS`, loopback only. One process, HTTP read by hand: what it burns is missing to both sides of
a comparison, and it says how much that was. Calls below /_/ are for the benchmark: `arrivals` (what came), `forget`, `cost`.
"""

import asyncio
import gc
import json
import re
import resource
import sys
import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qs

from bench.call import Call, mark_in

HEADERS_MOST = 65_536
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class Noted(NamedTuple):
    """A call as it came: read only when somebody asks, not while calls arrive."""

    at: float
    path: bytes
    body: bytes


class Answers:
    """Answers leave in the order the calls came, each after the same time: one timer serves them all."""

    def __init__(self, loop: asyncio.AbstractEventLoop, *, latency_s: float) -> None:
        self._loop, self._latency_s, self._timer_set = loop, latency_s, False
        self._waiting: deque[tuple[float, asyncio.Transport, bytes]] = deque()

    def later(self, transport: asyncio.Transport, answer: bytes) -> None:
        self._waiting.append((self._loop.time() + self._latency_s, transport, answer))
        if not self._timer_set:
            self._timer_set = True
            self._loop.call_at(self._waiting[0][0], self._due)

    def _due(self) -> None:
        waiting, now = self._waiting, self._loop.time() + 0.0005
        while waiting and waiting[0][0] <= now:
            _, transport, answer = waiting.popleft()
            if not transport.is_closing():
                transport.write(answer)
        if waiting:
            self._loop.call_at(waiting[0][0], self._due)
        else:
            self._timer_set = False


class Network:
    """What both networks know: the calls that came, and the number of the next thing created."""

    def __init__(self, loop: asyncio.AbstractEventLoop, *, latency_s: float) -> None:
        self.answers, self.noted, self.number = Answers(loop, latency_s=latency_s), list[Noted](), 1_000_000

    def answer(self, call: Noted) -> bytes:
        """Return what the network documents as success for this call."""
        self.number += 1
        self.noted.append(call)
        path = call.path
        if path.endswith(b"/2/tweets"):
            return created(b'{"data":{"id":"%d","text":"","edit_history_tweet_ids":["%d"]}}' % (self.number, self.number))
        if path.endswith(b"/feed"):
            page = path.split(b"/")[-2]
            return ok(b'{"id":"%b_%d","permalink_url":"https://www.facebook.com/%b/posts/%d"}' % (page, self.number, page, self.number))
        if path.endswith((b"/photos", b"/media", b"/media_publish")):
            return ok(b'{"id":"%d"}' % self.number)
        if b"/2/media/" in path:  # all that an upload to X needs
            return ok(b'{"data":{"id":"%d","media_key":"3_%d"}}' % (self.number, self.number))
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"

    def asked(self, path: bytes) -> bytes:
        """Return what the benchmark wants to know."""
        match path.rpartition(b"/")[2]:
            case b"arrivals":
                return ok(json.dumps([call._asdict() for call in self.calls()]).encode())
            case b"count":
                return ok(b"%d" % sum(is_visible(call.path) for call in self.noted))
            case b"forget":
                self.noted.clear()
                gc.collect()
            case b"cost":
                used = resource.getrusage(resource.RUSAGE_SELF)
                return ok(json.dumps({"cpu_s": used.ru_utime + used.ru_stime, "calls": len(self.noted)}).encode())
        return ok(b"{}")

    def calls(self) -> list[Call]:
        return [
            Call(at=note.at, path=note.path.decode(), is_visible=is_visible(note.path), mark=mark_in(text_of(note))) for note in self.noted
        ]


def is_visible(path: bytes) -> bool:
    """Return whether people would see what this call creates."""
    return path.endswith((b"/2/tweets", b"/feed", b"/media_publish"))


def text_of(note: Noted) -> str:
    """Return what a post says, from X's JSON or Facebook's form."""
    if not is_visible(note.path):
        return ""
    if note.body.startswith(b"{"):
        return str(json.loads(note.body).get("text") or "")
    return parse_qs(note.body.decode()).get("message", [""])[0]


def ok(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


def created(body: bytes) -> bytes:
    return b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


class Connection(asyncio.Protocol):
    """One kept-alive connection; its calls come one after the other."""

    def __init__(self, network: Network) -> None:
        self._network, self._buffer, self._began_at = network, b"", 0.0
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if not self._buffer:
            self._began_at = time.time()
        self._buffer = self._buffer + data if self._buffer else data
        head_ends = self._buffer.find(b"\r\n\r\n", 0, HEADERS_MOST)
        if head_ends < 0:
            return
        length = LENGTH.search(self._buffer, 0, head_ends)
        whole = head_ends + 4 + (int(length[1]) if length else 0)
        if len(self._buffer) < whole:
            return
        _, target, _ = self._buffer[: self._buffer.index(b"\r\n")].split(b" ")
        path, body = target.partition(b"?")[0], self._buffer[head_ends + 4 : whole]
        self._buffer = b""
        if path.startswith(b"/_/"):
            self._transport.write(self._network.asked(path))
            return
        # Of an upload nothing is kept but that it came.
        call = Noted(self._began_at, path, body if len(body) < 4_096 else b"")
        self._network.answers.later(self._transport, self._network.answer(call))


async def serve(port: int, latency_s: float, ready: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    network = Network(loop, latency_s=latency_s)
    server = await loop.create_server(lambda: Connection(network), "127.0.0.1", port, backlog=4_096)
    ready()
    await server.serve_forever()


if __name__ == "__main__":
    gc.freeze()
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2]) / 1000, lambda: print("ready", flush=True)))
