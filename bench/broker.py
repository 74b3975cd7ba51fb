"""A broker of the benchmark's own: the server that Carillon itself would start, on a socket in the given folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.machine import process, wait_for
from config.databases import broker as celery_url
from config.supervise import valkey


@dataclass(frozen=True)
class Broker:
    socket: Path
    about: str
    pid: int

    @property
    def url(self) -> str:
        return f"unix://{self.socket}"

    @property
    def celery_url(self) -> str:
        return celery_url(self.url)


@contextmanager
def running(folder: Path) -> Iterator[Broker]:
    """An empty broker runs until the block ends."""
    server, socket = valkey.find(), folder / "broker.sock"
    with process(list(valkey.command(server, socket=socket, folder=folder / "broker")), env={}, log=folder / "broker.log") as started:
        wait_for(lambda: valkey.answers(socket), at_most_s=10, what="the broker", every_s=0.05)
        yield Broker(socket=socket, about=server.about, pid=started.pid)
