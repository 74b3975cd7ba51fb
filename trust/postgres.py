"""A throw-away PostgreSQL on a socket of its own, which can be crashed and started again."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from trust.ground import Unfit


def binaries() -> Path:
    """Return the folder of PostgreSQL's programs. Raises Unfit."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parent.parent.name))
    if found:
        return found[-1].parent
    on_path = shutil.which("pg_ctl")
    if on_path and shutil.which("initdb"):
        return Path(on_path).resolve().parent
    raise Unfit("PostgreSQL is not installed (Debian: apt-get install postgresql)")


@dataclass
class Cluster:
    """One server. It refuses to run as root, so there it runs as the account its package made."""

    folder: Path
    bin: Path

    @classmethod
    def make(cls, folder: Path) -> "Cluster":
        """A new cluster runs in this folder."""
        folder.mkdir(parents=True)
        cluster = cls(folder, binaries())
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        cluster._do("initdb", "-D", str(cluster.data), "-U", "carillon", "--auth=trust", "-E", "UTF8", "--no-sync")
        cluster.start()
        return cluster

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def url(self) -> str:
        return f"postgres://carillon@/postgres?host={self.folder}"

    @property
    def connection(self) -> str:
        """The same for psycopg and the programs of PostgreSQL."""
        return f"host={self.folder} user=carillon dbname=postgres connect_timeout=5"

    def start(self) -> None:
        """It takes connections again, recovered."""
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c max_connections=400 -c shared_buffers=256MB"
        self._do("pg_ctl", "-D", str(self.data), "-w", "-t", "60", "-l", str(self.folder / "log"), "-o", options, "start")

    def crash(self) -> None:
        """Every process of it ends at once, without writing anything down, as when it crashes."""
        self._do("pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "stop")

    def dump(self, to: Path) -> None:
        with to.open("wb") as file:
            subprocess.run([str(self.bin / "pg_dump"), "-Fc", self.connection], check=True, stdout=file, env=self._env())

    def restore(self, dump: Path) -> None:
        """The database is what it was when it was dumped."""
        subprocess.run(
            [str(self.bin / "pg_restore"), "--clean", "--if-exists", "-d", self.connection, str(dump)], check=True, env=self._env()
        )

    def stop(self) -> None:
        subprocess.run(self._as_its_account("pg_ctl", "-D", str(self.data), "-m", "immediate", "stop"), capture_output=True, check=False)

    def _do(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            self._as_its_account(program, *arguments), capture_output=True, text=True, check=False, cwd="/", stdin=subprocess.DEVNULL
        )
        if done.returncode:
            raise Unfit(f"{program} did not work: {done.stdout[-500:]} {done.stderr[-500:]}")

    def _as_its_account(self, program: str, *arguments: str) -> list[str]:
        command = [str(self.bin / program), *arguments]
        return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command

    def _env(self) -> dict[str, str]:
        return {**os.environ, "PGOPTIONS": ""}
