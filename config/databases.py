"""DATABASE_URL and REDIS_URL, or the embedded SQLite and Valkey that stand in for them."""

import os
import stat
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# sun_path of a Unix socket holds 108 bytes with its closing zero; a server says "unix socket path too long" and stops.
LONGEST_SOCKET_PATH = 107


def database(*, url: str, home: Path, pool: int = 20) -> dict[str, Any]:
    """Return Django's settings for the database at that address; an empty address is SQLite in the home folder."""
    parts = urlsplit(url)
    if not url or parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)) if parts.path else home / "carillon.sqlite3")
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured(f"DATABASE_URL must begin with postgres:// or sqlite:///, not {parts.scheme}://.")
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    # Persistent connections leak under ASGI (Django 5.2 docs), a pool does not.
    if pool:
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "carillon",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"connect_timeout": 5, **options},
    }


def _sqlite(path: Path) -> dict[str, Any]:
    """WAL lets readers go on while one writes; IMMEDIATE takes the write lock at once, so nothing is refused in mid-transaction."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: an intent to send that was committed must survive a power cut, or a post could go out twice.
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;",
        },
    }


def redis_url(*, url: str, home: Path) -> str:
    """Return REDIS_URL, or the Unix socket of the embedded Valkey."""
    return url or f"unix://{socket_path(home)}"


def celery_broker_url(url: str) -> str:
    """Return the same address as Celery writes it: unix:///a.sock is redis+socket:///a.sock?virtual_host=0 there."""
    if not url.startswith("unix://"):
        return url
    path, _, query = url.removeprefix("unix://").partition("?")
    return f"redis+socket://{path}?virtual_host={dict(parse_qsl(query)).get('db', '0')}"


def socket_path(home: Path) -> Path:
    """Return where the embedded Valkey listens: the home folder, or, when that path is too long, a private folder its link points to."""
    path = home / "valkey.sock"
    if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
        return path
    return _private_folder(home / "socket") / "valkey.sock"


def _private_folder(link: Path) -> Path:
    """Return the folder behind the link, made anew when it is gone or is not ours alone."""
    try:
        folder = Path(os.readlink(link))
        status = os.lstat(folder)
        if stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077:
            return folder
    except OSError:
        pass
    folder = Path(tempfile.mkdtemp(prefix="carillon-"))
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(folder)
    return folder
