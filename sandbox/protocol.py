"""An HTTP protocol that lets an endpoint break its own connection, which no well-behaved server offers."""

import asyncio
import socket
import struct

from uvicorn.protocols.http.h11_impl import H11Protocol

_open: dict[tuple[str, int], asyncio.Transport] = {}


class BreakableProtocol(H11Protocol):
    """uvicorn's own protocol, which remembers the transport of each client."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if self.client:
            _open[self.client] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        if self.client:
            _open.pop(self.client, None)
        super().connection_lost(exc)


async def reset(client: tuple[str, int]) -> None:
    """The client's socket gets a RST: nothing more is read or written."""
    transport = _open.get(client)
    if transport is not None:
        sock = transport.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
        await asyncio.sleep(0.01)


async def hang_up(client: tuple[str, int]) -> None:
    """What was written is sent, then the connection ends."""
    transport = _open.get(client)
    if transport is not None:
        transport.close()
        await asyncio.sleep(0.01)
