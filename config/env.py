"""Read the environment: each knob with its default, secrets from a variable, a file or, in the demo only, a key made on first use."""

import base64
import os
import secrets
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from bootstrap import env_file
from config.databases import broker as broker
from config.databases import database_at
from config.databases import socket_folder as socket_folder
from networks.contract import Site

BASE = Path(__file__).resolve().parent.parent

env_file.load(Path(os.environ.get("CARILLON_ENV_FILE", BASE / ".env")))


def text(name: str, default: str = "") -> str:
    """Return the knob, or the default when it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    """Return True for 1, true, yes and on."""
    return text(name, "1" if default else "0").lower() in ("1", "true", "yes", "on")


def number(name: str, default: int) -> int:
    """Return the knob as a whole number."""
    try:
        return int(text(name, str(default)))
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {text(name)!r}.") from None


def real(name: str, default: float) -> float:
    """Return the knob as a number."""
    return reals(name, (default,))[0]


def reals(name: str, default: tuple[float, ...]) -> tuple[float, ...]:
    """Return a comma-separated knob as numbers."""
    try:
        return tuple(float(part) for part in words(name)) or default
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be numbers, not {text(name)!r}.") from None


def words(name: str) -> list[str]:
    """Return a comma-separated knob as a list."""
    return [part.strip() for part in text(name).split(",") if part.strip()]


def folder(name: str, default: Path) -> Path:
    """Return the knob as an absolute path."""
    return Path(text(name, str(default))).expanduser().absolute()


def hosts(site_url: str, extra: list[str], *, demo: bool) -> list[str]:
    """Return the host names the web answers to: the site's own, the extra ones, and in the demo this machine's."""
    local = ["localhost", "127.0.0.1", "[::1]"] if demo else []
    return list(dict.fromkeys([*filter(None, [urlsplit(site_url).hostname]), *extra, *local]))


def database(name: str, *, sqlite: Path) -> dict[str, Any]:
    """Return Django's settings for the database at that address; without one, for SQLite in that file."""
    return database_at(text(name), sqlite=sqlite, pool=number("DATABASE_POOL", 20))


def network_sites(slugs: Iterable[str]) -> dict[str, Site]:
    """Return our application at each network, by slug."""
    return {slug: _site(f"NETWORK_{slug.upper()}", slug) for slug in slugs}


def _site(prefix: str, slug: str) -> Site:
    """An empty address is the real network. The demo's is the sandbox, until somebody gives the id of an app of their own."""
    app_id, app_secret, base_url = text(f"{prefix}_ID"), text(f"{prefix}_SECRET"), text(f"{prefix}_URL").rstrip("/")
    if flag("CARILLON_DEMO") and not app_id:
        sandbox = f"http://localhost:{number('SANDBOX_PORT', 8100)}/{slug}"
        return Site(app_id="sandbox-app", app_secret="sandbox-secret", base_url=base_url or sandbox)
    return Site(app_id=app_id, app_secret=app_secret, base_url=base_url)


def secret(name: str, *, file: Path) -> str:
    """Return the secret NAME, or what the file NAME_FILE holds, or in the demo the given file, made on first use (0600). Else ""."""
    if value := text(name):
        return value
    if path := text(f"{name}_FILE"):
        return _read_private(Path(path))
    return _demo_key(file) if flag("CARILLON_DEMO") else ""


def _read_private(path: Path) -> str:
    try:
        # Container secrets lie in /run/secrets, readable by everyone in a container that holds one program.
        if path.stat().st_mode & 0o077 and not path.is_relative_to("/run/secrets"):
            raise ImproperlyConfigured(f"{path} can be read by others on this machine: chmod 600 {path}")
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{path} cannot be read: {error.strerror}.") from error


def _demo_key(path: Path) -> str:
    """Return the key in the file. It is written whole and then linked into place, so that parts that start together agree on one."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, fresh = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "w") as file:
            file.write(base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            os.unlink(fresh)
    return _read_private(path)
