"""Stamps: a file beside something that was made, with the hash of what it was made from. Equal hash, nothing to do."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Iterable

# Made by builds, so never what a build is made from.
PASSED_OVER = {"node_modules", "dist", "__pycache__", ".tanstack", "routeTree.gen.ts"}


def fingerprint(*roots: Path, suffixes: Iterable[str] = ()) -> str:
    """Return the hash of the names and contents of those files, and of all files in those folders (only of those suffixes, if any)."""
    digest = hashlib.sha256()
    wanted = tuple(suffixes)
    for root in roots:
        for path in _files(root):
            if not wanted or path.suffix in wanted:
                digest.update(f"{path.relative_to(root.parent)}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(root: Path) -> list[Path]:
    if root.is_file():
        return [root]
    if not root.is_dir():
        return []
    found: list[Path] = []
    for path in sorted(root.iterdir()):
        if path.name in PASSED_OVER:
            continue
        found += _files(path)
    return found


def is_fresh(stamp: Path, wanted: str) -> bool:
    """Return True when what lies beside the stamp was made from the wanted state."""
    return stamp.is_file() and stamp.read_text(encoding="ascii") == wanted


def write(stamp: Path, made_from: str) -> None:
    stamp.write_text(made_from, encoding="ascii")
