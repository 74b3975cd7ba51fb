"""What must be true of this machine before anything is installed, each with the sentence that says how to mend it."""

from __future__ import annotations

import importlib.util
import os
import socket
import sys
from pathlib import Path

from bootstrap.say import Trouble

OLDEST_PYTHON = (3, 11)
PORTS = (("PORT", 8000, "the web app"), ("SANDBOX_PORT", 8100, "the sandbox"), ("SANDBOX_SMTP_PORT", 8125, "the sandbox's mail"))


def check_python() -> None:
    """This Python can make a virtual environment."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sudo = "" if os.geteuid() == 0 else "sudo "
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise Trouble(
            f"{sys.executable} has no venv module; on Debian and Ubuntu this installs it: {sudo}apt-get install -y python{version}-venv"
        )


def check_writable(folder: Path) -> None:
    """The folder exists and files can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = folder / f".writable.{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Trouble(f"Carillon cannot write in {folder} ({error.strerror}): make it writable, or choose another folder.") from None


def port(knob: str, usual: int) -> int:
    """Return the port that the environment asks for."""
    value = os.environ.get(knob) or str(usual)
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise Trouble(f"{knob} must be a port between 1 and 65535, not {value}.")
    return int(value)


def check_port_free(port: int, *, knob: str, what: str) -> None:
    """Nothing listens on that port of this machine."""
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((address, port))
        except OSError as error:
            if error.errno in (98, 48, 13, 10013):  # in use (Linux, macOS), not permitted
                why = "is already in use" if error.errno in (98, 48) else "may not be used by this account"
                raise Trouble(f"Port {port} for {what} {why}: stop what uses it, or choose another one with {knob}={port + 10}.") from None
