"""Addresses of databases and brokers, and the embedded SQLite and Valkey that stand in for them."""

import os
import stat
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# sun_path of a Unix socket holds 108 bytes with its closing zero; a server says "unix socket path too long" and stops.
LONGEST_SOCKET_PATH = 107


def database_at(url: str, *, sqlite: Path, pool: int) -> dict[str, Any]:
    """Return Django's settings for that address; an empty one is SQLite in the given file. `pool` 0 opens a connection per request."""
    parts = urlsplit(url)
    if not url or parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)) if parts.path else sqlite)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured(f"DATABASE_URL must begin with postgres:// or sqlite:///, not {parts.scheme}://.")
    options: dict[str, Any] = {"connect_timeout": 5, **dict(parse_qsl(parts.query))}
    if pool:
        # Persistent connections leak under ASGI (Django's own words, 5.2), a pool does not.
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "carillon",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,  # after a restart of the server the pool would hand out its dead connections, one failure each
        "OPTIONS": options,
    }


def _sqlite(path: Path) -> dict[str, Any]:
    """WAL lets readers go on while one writes; IMMEDIATE takes the write lock at once, so that nothing is refused in mid-transaction."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: an intent to send that was committed must outlive a power cut, or a post could go out twice.
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;",
        },
        # In a file: tests of two workers at once need a second connection that waits for the first.
        "TEST": {"NAME": str(path.with_name("tests.sqlite3"))},
    }


def broker(redis_url: str) -> str:
    """Return the address as Celery writes it: unix:///a.sock is redis+socket:///a.sock?virtual_host=0 there."""
    if not redis_url.startswith("unix://"):
        return redis_url
    path, _, query = redis_url.removeprefix("unix://").partition("?")
    return f"redis+socket://{path}?virtual_host={dict(parse_qsl(query)).get('db', '0')}"


def socket_folder(home: Path) -> Path:
    """Return the folder of the embedded Valkey's socket: home, or, when that path is too long, a private one that home/socket points to."""
    if len(os.fsencode(home / "valkey.sock")) <= LONGEST_SOCKET_PATH:
        return home
    link = home / "socket"
    if not _is_private_folder(link):
        home.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(tempfile.mkdtemp(prefix="carillon-"))
    return Path(os.readlink(link))


def _is_private_folder(link: Path) -> bool:
    """Return True when the link leads to a folder that is ours alone: anybody may write in /tmp."""
    try:
        status = os.lstat(os.readlink(link))
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077
