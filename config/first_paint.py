"""The web app's page, told beforehand what its reader and its address will need: a phone asks for all at once, not file after file."""

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.html import escape, json_script

HEAD_END = "</head>"
# Where the picture of the opening ends, and then what the app draws into, which it clears (frontend/index.html).
BELL_END, ROOT_END = "</svg>", "</div>"
SCRIPT = re.compile(r'\s*<(?:script type="module"|link rel="modulepreload") [^>]*>(?:</script>)?')
STYLESHEET = re.compile(r'<link rel="stylesheet" crossorigin href="([^"]+\.css)">')
# Runs in the page itself, which the content policy allows by its hash. The next frame carries the words; out of sight there is none.
DRAW_FIRST = """
const app = () => document.head.append(document.getElementById("app").content);
if (document.hidden) app();
else requestAnimationFrame(() => setTimeout(app));
"""
# The bar around the page: the paper of each theme (frontend/src/lib/theme.ts).
LIGHT, DARK = "#FBFAF7", "#0E1626"


@dataclass(frozen=True)
class Built:
    """What the build left: the page, the files of the app itself and those each address needs beside them (its variable parts begin
    with $), each language's texts, and styles."""

    page: str
    app: list[str] = field(default_factory=list)
    screens: dict[str, list[str]] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)
    styles: dict[str, str] = field(default_factory=dict)


def read(folder: Path) -> Built:
    """Return what lies in the folder now."""
    page = folder / "index.html"
    return _read(folder, page.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(folder: Path, made_at_ns: int) -> Built:
    screens = folder / "screens.json"
    known = json.loads(screens.read_text()) if screens.is_file() else {}
    styles = {f"/assets/{file.name}": file.read_text(encoding="utf-8").strip() for file in (folder / "assets").glob("*.css")}
    return Built(page=(folder / "index.html").read_text(encoding="utf-8"), styles=styles, **known)


@dataclass(frozen=True)
class Page:
    """The page in its three parts: what is drawn at once, the app's files, and the end."""

    opening: str
    app: str
    end: str

    def __str__(self) -> str:
        return self.opening + self.app + self.end

    def app_after(self, words: str) -> str:
        """Return these words, and the app's files that are asked for once the words are on screen."""
        close, root, files = self.app.partition(ROOT_END)
        return f'{words}{close}{root}<template id="app">{files}</template><script>{DRAW_FIRST}</script>'


def page(built: Built, *, path: str, language: str, me: Any, theme: str = "") -> Page:
    """Return the page for this address in this language, and who reads it (`me`, what /api/me/ answers).

    The theme is "light" or "dark"; any other leaves it to the device. The app's files come after what is drawn without it, so that
    nothing is read or compiled before that is on screen.
    """
    texts = [built.languages[language]] if language in built.languages else []
    files = [*built.app, *texts, *needed(built.screens, path)]
    head = [_styles(built, file) for file in files if file.endswith(".css")]
    if me is not None:
        head.append(json_script(me, "me"))
    chosen = f' class="{theme}"' if theme in ("light", "dark") else ""
    whole = built.page.replace('<html lang="en">', f'<html lang="{escape(language)}"{chosen}>', 1)
    if chosen:
        whole = (
            whole.replace(f'content="{LIGHT}"', f'content="{DARK}"')
            if theme == "dark"
            else whole.replace(f'content="{DARK}"', f'content="{LIGHT}"')
        )
    app = "".join(SCRIPT.findall(whole)) + "".join(_script(file) for file in files if not file.endswith(".css"))
    whole = STYLESHEET.sub(lambda link: _styles(built, link[1]), SCRIPT.sub("", whole))
    if language != "en":
        whole = whole.replace('href="/manifest.webmanifest"', f'href="/manifest.{escape(language)}.webmanifest"', 1)
    opening, bell, end = whole.replace(HEAD_END, "".join(head) + HEAD_END, 1).partition(BELL_END)
    close, root, end = end.partition(ROOT_END)
    return Page(opening + bell, close + root + app, end)


def carried(answers: list[dict[str, Any]]) -> str:
    """Return what the page says of these answers (config/ahead.py)."""
    return json_script(answers, "answers") if answers else ""


def needed(screens: dict[str, list[str]], path: str) -> list[str]:
    """Return the files the screen at this path needs; of several that fit, the one with the most fixed parts."""
    parts = [part for part in path.split("/") if part]
    fitting = [screen for screen in screens if _fits(screen.split("/"), parts)]
    return screens[min(fitting, key=lambda screen: screen.count("$"))] if fitting else []


def _fits(screen: list[str], parts: list[str]) -> bool:
    return len(screen) == len(parts) and all(wanted.startswith("$") or wanted == part for wanted, part in zip(screen, parts, strict=True))


def _styles(built: Built, file: str) -> str:
    """In the page itself: nothing is drawn without them, and each file is a way there and back. The link that loads nothing tells the
    app's own loader that they are there."""
    link = f'<link rel="stylesheet" crossorigin href="{escape(file)}"'
    return f"<style>{built.styles[file]}</style>{link} disabled>" if file in built.styles else f"{link}>"


def _script(file: str) -> str:
    return f'<link rel="modulepreload" crossorigin href="{escape(file)}">'
