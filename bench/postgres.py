"""A PostgreSQL cluster of the benchmark's own, as its package configures it: every commit is on the disk before it counts."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 400


class NotHere(Exception):
    """PostgreSQL's programs are not on this machine."""


@dataclass(frozen=True)
class Cluster:
    folder: Path
    pid: int
    version: str

    @property
    def url(self) -> str:
        return f"postgres://carillon@/postgres?host={self.folder}"


@contextmanager
def running() -> Iterator[Cluster]:
    """An empty cluster runs on a socket until the block ends. Raises NotHere."""
    programs = find()
    folder = Path(tempfile.mkdtemp(prefix="bench-pg."))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")  # it refuses to run as root
    try:
        ran = run(str(programs / "initdb"), "-D", str(folder / "data"), "-U", "carillon", "--auth=trust", "-E", "UTF8")
        assert ran
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c max_connections={CONNECTIONS}"
        run(str(programs / "pg_ctl"), "-D", str(folder / "data"), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            pid = int((folder / "data" / "postmaster.pid").read_text().split()[0])
            yield Cluster(folder=folder, pid=pid, version=run(str(programs / "postgres"), "--version").split()[-1].strip(")"))
        finally:
            run(str(programs / "pg_ctl"), "-D", str(folder / "data"), "-m", "fast", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find() -> Path:
    """Return the newest version's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    if there := shutil.which("initdb"):
        return Path(there).parent
    raise NotHere("PostgreSQL's programs (initdb, pg_ctl) are not on this machine; on Debian: apt-get install postgresql")


def run(*command: str) -> str:
    """Return what the program said, run as the account that PostgreSQL wants. It is not heard by a server that stays."""
    whole = ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else list(command)
    with tempfile.TemporaryFile("w+") as said:  # a pipe would stay open as long as the server runs
        code = subprocess.run(whole, stdout=said, stderr=said, stdin=subprocess.DEVNULL, cwd="/").returncode
        said.seek(0)
        text = said.read()
    if code:
        raise RuntimeError(f"{command[0]}: {text[-2_000:]}")
    return text
