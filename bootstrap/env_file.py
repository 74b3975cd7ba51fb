"""The file .env: KEY=value lines that fill what the environment leaves out."""

from __future__ import annotations

import os
from pathlib import Path


def load(path: Path) -> None:
    """Every KEY=value of the file is in os.environ; what the environment already says wins. A missing file is no error."""
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        name, equals, value = line.strip().removeprefix("export ").partition("=")
        if equals and not name.startswith("#"):
            os.environ.setdefault(name.strip(), _unquoted(value.strip()))


def _unquoted(value: str) -> str:
    """Return the value without the quotes around it, or without the comment after it."""
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value.split(" #", 1)[0].rstrip()
