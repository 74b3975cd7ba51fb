"""A TCP server that answers byte for byte what a test says, and remembers every byte it got."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Answer = Callable[[socket.socket], None]


def http(body: str, *, status: str = "200 OK", headers: str = "", length: int | None = None) -> bytes:
    """Return an HTTP answer; `length` is what it claims its body to be."""
    claimed = len(body.encode()) if length is None else length
    return f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {claimed}\r\n{headers}\r\n{body}".encode()


class WireServer:
    """Runs until closed. `requests` are the heads and bodies received, `connections` how many were opened."""

    def __init__(self, answer: Answer, context: ssl.SSLContext | None = None) -> None:
        self._answer, self._context = answer, context
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.requests: list[bytes] = []
        self.connections = 0
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http{'s' if self._context else ''}://127.0.0.1:{self.port}"

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            with self._context.wrap_socket(connection, server_side=True) if self._context else connection as stream:
                while request := _request(stream):
                    self.requests.append(request)
                    self._answer(stream)
        except OSError:
            return


def _request(stream: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        if not (part := stream.recv(65_536)):
            return data
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += stream.recv(65_536)
    return head + b"\r\n\r\n" + body


@contextmanager
def serving(answer: Answer | bytes, context: ssl.SSLContext | None = None) -> Iterator[WireServer]:
    """Serve while inside; bytes are sent as they are."""
    server = WireServer((lambda stream: stream.sendall(answer)) if isinstance(answer, bytes) else answer, context)
    try:
        yield server
    finally:
        server.close()
