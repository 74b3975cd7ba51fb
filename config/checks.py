"""What `manage.py check` and every start look at, each with an id and how to mend it. Docs: docs/operate.md."""

import os
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import checks
from django.core.checks import CheckMessage, Error, register
from django.db import DatabaseError

from config.refusals import is_vault_key

# On these, SQLite's locks are not to be trusted: https://sqlite.org/faq.html#q5
NETWORK_DRIVES = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "fuse.s3fs")


@register("carillon")
def vault_key(**_: Any) -> list[CheckMessage]:
    if is_vault_key(settings.VAULT_KEY):
        return []
    hint = "Set CARILLON_VAULT_KEY or CARILLON_VAULT_KEY_FILE; `openssl rand -base64 32` makes one."
    return [Error("CARILLON_VAULT_KEY is not 32 bytes in base64.", hint=hint, id="carillon.E001")]


@register("carillon")
def home_is_writable(**_: Any) -> list[CheckMessage]:
    folder = settings.HOME
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if os.access(folder, os.W_OK):
        return []
    hint = "Make it writable for this account, or choose another folder with CARILLON_HOME."
    return [Error(f"Carillon cannot write in {settings.HOME}.", hint=hint, id="carillon.E002")]


@register("carillon")
def database_is_on_this_machine(**_: Any) -> list[CheckMessage]:
    database = settings.DATABASES["default"]
    if "sqlite" not in database["ENGINE"] or _drive_of(str(database["NAME"])) not in NETWORK_DRIVES:
        return []
    hint = "Put CARILLON_HOME on a local disk, or use PostgreSQL with DATABASE_URL."
    return [Error(f"SQLite's file {database['NAME']} is on a network drive, where its locks fail.", hint=hint, id="carillon.E003")]


def _drive_of(path: str) -> str:
    """Return the type of file system the path is on, or "" where /proc does not tell."""
    try:
        with open("/proc/mounts", encoding="utf-8") as file:
            mounts = [line.split()[1:3] for line in file]
    except OSError:
        return ""
    holding = [(len(where), kind) for where, kind in mounts if os.path.realpath(path).startswith(where.rstrip("/") + "/")]
    return max(holding)[1] if holding else ""


@register("carillon")
def no_demo_in_production(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """The demo's passwords are printed for everybody to read."""
    if settings.DEMO or not databases:
        return []
    try:
        is_there = get_user_model().objects.filter(email__endswith="@demain-morgen.example").exists()
    except DatabaseError:  # not migrated yet: nobody is there
        return []
    hint = "Start with an empty database: the demo's accounts have public passwords."
    return [Error("This database holds the demo's accounts.", hint=hint, id="carillon.E004")] if is_there else []


@register("carillon")
def networks_are_complete(**_: Any) -> list[CheckMessage]:
    return [
        checks.Warning(
            f"NETWORK_{slug.upper()}_ID is set, but NETWORK_{slug.upper()}_SECRET is not: nobody can connect that network.",
            hint="Copy the app's secret from the network's developer pages.",
            id="carillon.W001",
        )
        for slug, site in settings.NETWORK_SITES.items()
        if site.app_id and not site.app_secret
    ]


@register("carillon")
def networks_are_real(**_: Any) -> list[CheckMessage]:
    if settings.DEMO:
        return []
    return [
        checks.Warning(
            f"NETWORK_{slug.upper()}_URL is {site.base_url}: posts go there and not to the network.",
            hint="Leave it empty for the real network.",
            id="carillon.W002",
        )
        for slug, site in settings.NETWORK_SITES.items()
        if site.base_url
    ]


@register("carillon")
def mail_goes_out(**_: Any) -> list[CheckMessage]:
    if settings.DEMO or settings.EMAIL_HOST != "localhost":
        return []
    hint = "Set EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD and EMAIL_FROM."
    return [checks.Warning("Mail is handed to this machine's own mail server.", hint=hint, id="carillon.W003")]
