"""The web app's page, told beforehand what its reader and its address will need: a phone asks for all at once, not file after file."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.html import escape, json_script

HEAD_END = "</head>"


@dataclass(frozen=True)
class Built:
    """What the build left: the page, the files each address needs (its variable parts begin with $) and each language's texts."""

    page: str
    screens: dict[str, list[str]] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)


def read(folder: Path) -> Built:
    """Return what lies in the folder now."""
    page = folder / "index.html"
    return _read(folder, page.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(folder: Path, made_at_ns: int) -> Built:
    screens = folder / "screens.json"
    return Built(page=(folder / "index.html").read_text(encoding="utf-8"), **(json.loads(screens.read_text()) if screens.is_file() else {}))


def page(built: Built, *, path: str, language: str, me: Any) -> str:
    """Return the page for this address in this language, with who reads it (`me`, what /api/me/ answers) or None."""
    texts = [built.languages[language]] if language in built.languages else []
    lines = [_link(file) for file in [*texts, *needed(built.screens, path)]]
    if me is not None:
        lines.append(json_script(me, "me"))
    whole = built.page.replace('<html lang="en">', f'<html lang="{escape(language)}">', 1)
    if language != "en":
        whole = whole.replace('href="/manifest.webmanifest"', f'href="/manifest.{escape(language)}.webmanifest"', 1)
    return whole.replace(HEAD_END, "".join(lines) + HEAD_END, 1)


def needed(screens: dict[str, list[str]], path: str) -> list[str]:
    """Return the files the screen at this path needs; of several that fit, the one with the most fixed parts."""
    parts = [part for part in path.split("/") if part]
    fitting = [screen for screen in screens if _fits(screen.split("/"), parts)]
    return screens[min(fitting, key=lambda screen: screen.count("$"))] if fitting else []


def _fits(screen: list[str], parts: list[str]) -> bool:
    return len(screen) == len(parts) and all(wanted.startswith("$") or wanted == part for wanted, part in zip(screen, parts, strict=True))


def _link(file: str) -> str:
    """Styles are taken as they are, since nothing looks right without. Scripts are fetched after what the first picture needs."""
    how = 'rel="stylesheet"' if file.endswith(".css") else 'rel="modulepreload" fetchpriority="low"'
    return f'<link {how} crossorigin href="{escape(file)}">'
