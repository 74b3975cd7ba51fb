"""`make check`: everything that can be said about the code without running the product."""

from __future__ import annotations

import os
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Callable

from bootstrap import say, shell, web_app
from bootstrap.python_packages import BIN, PYTHON, ROOT

SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.settings"}
SCHEMA = web_app.FRONTEND / "openapi.json"
CLIENT = web_app.FRONTEND / "src" / "api" / "schema.gen.ts"
MANAGE = [str(PYTHON), str(ROOT / "manage.py")]

CHECKS: list[tuple[str, list[str]]] = [
    ("lint", [str(BIN / "ruff"), "check", "."]),
    ("format", [str(BIN / "ruff"), "format", "--check", "."]),
    ("types", [str(BIN / "mypy")]),
    ("floors", [str(BIN / "lint-imports")]),
    ("system checks", [*MANAGE, "check"]),
    ("missing migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"]),
    ("translations", [*MANAGE, "words", "--check"]),
]


def everything() -> int:
    """Return 0 when every check holds."""
    web_app.ensure_packages()
    results = [_one(name, partial(shell.captured, command, cwd=ROOT, env=SETTINGS)) for name, command in CHECKS]
    results.append(_one("API schema and client", _client_is_fresh))
    npm = [str(BIN / "npm"), "--silent", "run", "check"]
    results.append(_one("web app", lambda: shell.captured(npm, cwd=web_app.FRONTEND, env=web_app.NODE)))
    return 0 if all(results) else 1


def _one(name: str, look: Callable[[], tuple[int, str]]) -> bool:
    started = time.monotonic()
    code, said = look()
    say.line(f"  {name:<24} {'ok' if code == 0 else 'FAILED':<7} {time.monotonic() - started:5.1f} s")
    if code:
        say.line("\n".join(f"    {line}" for line in said.strip().splitlines()[-60:]) + "\n")
    return code == 0


def _client_is_fresh() -> tuple[int, str]:
    """Return 0 when the committed schema and client are those of the API as it is."""
    with tempfile.TemporaryDirectory() as folder:
        schema, client = Path(folder) / "openapi.json", Path(folder) / "schema.gen.ts"
        code, said = _write(schema, client)
        if code:
            return code, said
        for committed, fresh in ((SCHEMA, schema), (CLIENT, client)):
            if not committed.is_file() or committed.read_bytes() != fresh.read_bytes():
                return 1, f"{committed.relative_to(ROOT)} is not what the API says now: `make generate` writes it anew."
    return 0, ""


def generate_client() -> None:
    """frontend/openapi.json and the typed client made from it are written anew."""
    web_app.ensure_packages()
    code, said = _write(SCHEMA, CLIENT)
    if code:
        raise say.Trouble(said)


def _write(schema: Path, client: Path) -> tuple[int, str]:
    strict = ["--format", "openapi-json", "--validate", "--fail-on-warn", "--file", str(schema)]
    code, said = shell.captured([*MANAGE, "spectacular", *strict], cwd=ROOT, env=SETTINGS)
    if code:
        return code, said
    npx = [str(BIN / "npx"), "--no-install", "openapi-typescript", os.path.relpath(schema, web_app.FRONTEND), "-o", str(client)]
    return shell.captured(npx, cwd=web_app.FRONTEND, env=web_app.NODE)
