"""What keeps the demo and production apart: a start that would mix them, or that lacks a key, stops with plain words."""

import base64
from pathlib import Path
from urllib.parse import urlsplit

LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1", "")


def demo(*, site_url: str, database_host: str, bind: str) -> list[str]:
    """Return why a demo may not start: its passwords are public, so it stays on this machine."""
    problems = []
    if _host(site_url) not in LOCAL_HOSTS:
        problems.append(f"The demo (CARILLON_DEMO=1) stays on this machine, but SITE_URL is {site_url}: unset one of the two.")
    if database_host not in LOCAL_HOSTS and not database_host.startswith("/"):
        problems.append("The demo (CARILLON_DEMO=1) never touches another machine's database: unset DATABASE_URL or CARILLON_DEMO.")
    if bind not in LOCAL_HOSTS:
        problems.append(f"The demo (CARILLON_DEMO=1) only listens on this machine, but BIND is {bind}: unset one of the two.")
    return problems


def production(*, home: Path, site_url: str, allowed_hosts: list[str], secret_key: str, vault_key: str) -> list[str]:
    """Return what a production start lacks, and how to mend it."""
    problems = []
    if len(secret_key) < 32:
        problems.append("SECRET_KEY (or SECRET_KEY_FILE) is missing or shorter than 32 characters; `openssl rand -base64 48` makes one.")
    if not is_vault_key(vault_key):
        problems.append(
            "CARILLON_VAULT_KEY (or CARILLON_VAULT_KEY_FILE) is missing or is not 32 bytes in base64; `openssl rand -base64 32` makes one: "
            "keep a copy apart from the database."
        )
    if urlsplit(site_url).scheme != "https" or not _host(site_url):
        problems.append("SITE_URL must be the public https address of this Carillon, such as https://carillon.example.org.")
    if "*" in allowed_hosts:
        problems.append("ALLOWED_HOSTS=* would answer to any name: list the names, or leave it empty for the host of SITE_URL.")
    if (home / "keys" / "secret.key").exists():
        problems.append(f"CARILLON_HOME={home} holds the demo's data and keys: choose another folder.")
    if problems:
        problems.append("(For the demo's own commands, put CARILLON_DEMO=1 before the command.)")
    return problems


def may_be_broken(*, demo: bool, bind: str) -> bool:
    """Return whether visitors may kill workers and revoke sign-ins here (/break-it): in a demo that listens on this machine alone."""
    return demo and bind in LOCAL_HOSTS


def is_vault_key(value: str) -> bool:
    """Return True for 32 bytes written in base64, in its plain or its URL form."""
    try:
        return len(base64.b64decode(value.replace("-", "+").replace("_", "/") + "=" * (-len(value) % 4), validate=True)) == 32
    except ValueError:
        return False


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
