"""Where the suite stands: a network of its own if the kernel allows it, ports nobody has, folders that are thrown away."""

import atexit
import ctypes
import errno
import fcntl
import os
import shutil
import socket
import struct
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST_PORT = 18400
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
SIOCSIFFLAGS, IFF_UP, IFF_RUNNING = 0x8914, 0x1, 0x40


class Unfit(Exception):
    """The suite cannot run here; the message says why and what to do."""


def isolate() -> bool:
    """Return whether this process and all it starts have a network of their own, with nothing in it but loopback."""
    user, group = os.geteuid(), os.getegid()
    libc = ctypes.CDLL(None, use_errno=True)
    flags = CLONE_NEWNET if user == 0 else CLONE_NEWUSER | CLONE_NEWNET
    try:
        if libc.unshare(flags) != 0:
            return False
        if flags & CLONE_NEWUSER:
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            fcntl.ioctl(asking, SIOCSIFFLAGS, struct.pack("16sH14s", b"lo", IFF_UP | IFF_RUNNING, b""))
    except (AttributeError, OSError):
        return False
    return True


def ports(part: int) -> tuple[int, int, int]:
    """Return the ports of one part: networks, mail, web. Raises Unfit when somebody has one of them."""
    found = tuple(range(FIRST_PORT + part * 10, FIRST_PORT + part * 10 + 3))
    for port in found:
        with socket.socket() as trying:
            trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trying.bind(("127.0.0.1", port))
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise
                raise Unfit(f"port {port} is in use on this machine: end what uses it, then start again") from None
    return found[0], found[1], found[2]


def folder() -> Path:
    """Return a new folder for the whole run, gone at its end unless TRUST_KEEP=1. Others may pass through it (PostgreSQL's account)."""
    made = Path(tempfile.mkdtemp(prefix="carillon-trust-", dir="/tmp"))  # a socket's path is short
    made.chmod(0o711)
    if os.environ.get("TRUST_KEEP") != "1":
        mine = os.getpid()

        def clear() -> None:
            if os.getpid() == mine:  # not in a forked copy of us
                shutil.rmtree(made, ignore_errors=True)

        atexit.register(clear)
    return made
