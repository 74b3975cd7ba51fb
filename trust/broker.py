"""The broker of one installation: Valkey or Redis as the product starts it, which can be wiped in two ways."""

import shutil
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from config.supervise import valkey


@dataclass
class Broker:
    folder: Path
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def socket(self) -> Path:
        return self.folder.parent / "valkey.sock"

    @property
    def url(self) -> str:
        return f"unix://{self.socket}"

    def start(self) -> "Broker":
        """It takes commands."""
        command = valkey.command(valkey.find(), socket=self.socket, folder=self.folder)
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        ends = time.monotonic() + 15
        while not valkey.answers(self.socket):
            if time.monotonic() > ends:
                raise RuntimeError("the broker did not start")
            time.sleep(0.02)
        return self

    def flush(self) -> None:
        """Every message is gone; the connections stay."""
        with socket.socket(socket.AF_UNIX) as asking:
            asking.settimeout(5)
            asking.connect(str(self.socket))
            asking.sendall(b"FLUSHALL\r\n")
            asking.recv(64)

    def lose(self) -> None:
        """The process is killed and what it had on disk is gone; `start` begins anew."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None
