"""The environment, read once: every knob with a safe default. `refuse_unsafe` stops a start that would be unsafe, in plain words."""

import base64
import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from bootstrap import env_file

BASE = Path(__file__).resolve().parent.parent
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1", "")

if os.environ.get("CARILLON_ENV_FILE") != "":
    env_file.load(Path(os.environ.get("CARILLON_ENV_FILE") or BASE / ".env"))


def text(name: str, default: str = "") -> str:
    """Return the knob, or the default when it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def number(name: str, default: int) -> int:
    """Return the knob as a whole number."""
    value = text(name, str(default))
    if not value.lstrip("-").isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def flag(name: str, default: bool = False) -> bool:
    """Return True for 1, true, yes, on."""
    return text(name, "1" if default else "0").lower() in ("1", "true", "yes", "on")


def names(name: str) -> list[str]:
    """Return a comma-separated knob as a list."""
    return [part.strip() for part in text(name).split(",") if part.strip()]


IS_DEMO = flag("CARILLON_DEMO")
HOME = Path(text("CARILLON_HOME", str(BASE / "var"))).expanduser().absolute()
PORT = number("PORT", 8000)
BIND = text("BIND", "127.0.0.1")
SANDBOX_PORT = number("SANDBOX_PORT", 8100)
SANDBOX_SMTP_PORT = number("SANDBOX_SMTP_PORT", SANDBOX_PORT + 25)
SITE_URL = text("SITE_URL", f"http://localhost:{PORT}" if IS_DEMO else "").rstrip("/")


def site_host() -> str:
    return urlsplit(SITE_URL).hostname or ""


def allowed_hosts() -> list[str]:
    """Return the host names the web answers to: the site's own, those of ALLOWED_HOSTS, and in the demo this machine's."""
    local = ["localhost", ".localhost", "127.0.0.1", "[::1]"] if IS_DEMO else []
    return list(dict.fromkeys([*filter(None, [site_host()]), *names("ALLOWED_HOSTS"), *local]))


def secret(name: str) -> str:
    """Return the secret from NAME, from the file NAME_FILE, or, in the demo only, from a key file made on first use (0600)."""
    if value := text(name):
        return value
    if path := text(f"{name}_FILE"):
        return _read_private(Path(path), name)
    return _demo_key(name) if IS_DEMO else ""


def _read_private(path: Path, name: str) -> str:
    try:
        # Container secrets lie in /run/secrets, readable by everyone in a container that holds one program.
        if path.stat().st_mode & 0o077 and not path.is_relative_to("/run/secrets"):
            raise ImproperlyConfigured(f"{name}_FILE={path} can be read by others on this machine: chmod 600 {path}")
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{name}_FILE={path} cannot be read: {error.strerror}.") from error


def _demo_key(name: str) -> str:
    """Return the demo's key, written once with O_EXCL so that two parts starting together agree on one."""
    folder = HOME / "keys"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / name.lower()
    if not path.exists():
        fresh = path.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return _read_private(path, name)


def network(slug: str) -> dict[str, str]:
    """Return {"id", "secret", "url"} of our app at that network. An empty url is the real network; the demo's is the sandbox.

    An app id given in the demo means the real network is wanted, unless its _URL says otherwise.
    """
    prefix = f"NETWORK_{slug.upper()}"
    if IS_DEMO and not text(f"{prefix}_ID"):
        sandbox = {"id": "sandbox-app", "secret": "sandbox-secret", "url": f"http://localhost:{SANDBOX_PORT}/{slug}"}
        return {part: text(f"{prefix}_{part.upper()}", value) for part, value in sandbox.items()}
    return {part: text(f"{prefix}_{part.upper()}").rstrip("/") for part in ("id", "secret", "url")}


def mail() -> dict[str, str | int | bool]:
    """Return Django's EMAIL_* settings; the demo hands every mail to the sandbox's own mail server."""
    host, port, security = ("localhost", SANDBOX_SMTP_PORT, "none") if IS_DEMO else ("", 587, "starttls")
    security = text("MAIL_SECURITY", security).lower()
    if security not in ("none", "starttls", "tls"):
        raise ImproperlyConfigured(f"MAIL_SECURITY must be none, starttls or tls, not {security!r}.")
    return {
        "EMAIL_HOST": text("MAIL_HOST", host),
        "EMAIL_PORT": number("MAIL_PORT", port),
        "EMAIL_HOST_USER": text("MAIL_USER"),
        "EMAIL_HOST_PASSWORD": secret("MAIL_PASSWORD") if not IS_DEMO else text("MAIL_PASSWORD"),
        "EMAIL_USE_TLS": security == "starttls",
        "EMAIL_USE_SSL": security == "tls",
        "EMAIL_TIMEOUT": 10,
        "DEFAULT_FROM_EMAIL": text("MAIL_FROM", f"Carillon <carillon@{site_host() or 'localhost'}>"),
    }


def refuse_unsafe() -> None:
    """Raise ImproperlyConfigured with everything that is missing or unsafe for this kind of start, all at once."""
    problems = _demo_problems() if IS_DEMO else _production_problems()
    if problems:
        raise ImproperlyConfigured(" ".join(problems))


def _demo_problems() -> list[str]:
    problems = []
    if site_host() not in LOCAL_HOSTS and not site_host().endswith(".localhost"):
        problems.append(f"The demo (CARILLON_DEMO=1) only runs on this machine, but SITE_URL is {SITE_URL}: unset one of the two.")
    if (urlsplit(text("DATABASE_URL")).hostname or "") not in LOCAL_HOSTS:
        problems.append("The demo (CARILLON_DEMO=1) never touches another machine's database: unset DATABASE_URL or CARILLON_DEMO.")
    if BIND not in LOCAL_HOSTS:
        problems.append(f"The demo (CARILLON_DEMO=1) only listens on this machine, but BIND is {BIND}: unset one of the two.")
    return problems


def _production_problems() -> list[str]:
    problems = []
    if len(secret("SECRET_KEY")) < 32:
        problems.append(
            "SECRET_KEY (or SECRET_KEY_FILE) is missing or shorter than 32 characters: python3 -c 'import secrets; print(secrets.token_urlsafe(50))' makes one."
        )
    if not _is_vault_key(secret("VAULT_KEY")):
        problems.append(
            "VAULT_KEY (or VAULT_KEY_FILE) is missing or not 32 bytes in base64: openssl rand -base64 32 makes one; keep a copy apart from the database."
        )
    if urlsplit(SITE_URL).scheme != "https" or not site_host():
        problems.append("SITE_URL must be the public https address of this Carillon, such as https://carillon.example.org.")
    if "*" in names("ALLOWED_HOSTS"):
        problems.append("ALLOWED_HOSTS=* would answer to any host name: list the names, or leave it empty for the host of SITE_URL.")
    if problems:
        problems.append("To use the demo's data instead, put CARILLON_DEMO=1 before the command.")
    return problems


def _is_vault_key(value: str) -> bool:
    try:
        return len(vault_key_bytes(value)) == 32
    except ValueError:
        return False


def vault_key_bytes(value: str) -> bytes:
    """Return the 32 bytes of a vault key written in base64, in its plain or its URL form. Raises ValueError."""
    return base64.b64decode(value.replace("-", "+").replace("_", "/") + "=" * (-len(value) % 4), validate=True)
