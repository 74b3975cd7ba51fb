"""How X counts, links and gives back a text. Source: docs.x.com/fundamentals/counting-characters, twitter-text config v3.

An own small reading.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

MAX = 280
URL_LENGTH = 23
LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))  # code points that count one; all others two

_PICTOGRAPH = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0"
    "\u25fb-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_ONE = f"{_PICTOGRAPH}(?:[\U0001f3fb-\U0001f3ff]|\ufe0f)?[\U000e0020-\U000e007f]*"
EMOJI = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_ONE}(?:\u200d{_ONE})*")
# Possessive, and starting at an edge only: one pass over a text of any shape.
HOST = re.compile(r"(?<![\w@#$./-])(?:https?://)?[^\W_][\w-]*+(?:\.[\w-]++)++", re.IGNORECASE)
TAIL = re.compile(r"(?::\d+)?(?:/[^\s<>\"“”«»]*)?(?:\?[^\s<>\"“”«»]*)?")
STOPS = ".,;:!?)]}'…"


@cache
def _tlds() -> frozenset[str]:
    lines = (Path(__file__).parent / "tlds.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def urls(text: str) -> list[tuple[int, int]]:
    """Return the spans X makes links of: known top-level domains, with or without a scheme; no e-mail addresses."""
    found = []
    for match in HOST.finditer(text):
        host_end = _host_end(match)
        if host_end and text[host_end : host_end + 1] != "@":
            end = host_end
            if host_end == match.end():
                tail = TAIL.match(text, host_end)
                end = tail.end() if tail else host_end
                while text[end - 1] in STOPS and not (text[end - 1] == ")" and "(" in text[host_end:end]):
                    end -= 1
            found.append((match.start(), end))
    return found


def _host_end(match: re.Match[str]) -> int:
    """Return where the host ends: after its last label that is a top-level domain; 0 when none is."""
    host, end = match[0], len(match[0])
    first = host.index(".")
    while end > first:
        dot = host.rfind(".", 0, end)
        if host[dot + 1 : end].lower() in _tlds():
            return match.start() + end
        end = dot
    return 0


def length(text: str) -> int:
    """Return the weighted length: NFC, addresses 23, an emoji sequence 2, else by code point."""
    text = unicodedata.normalize("NFC", text)
    total, at = 0, 0
    for start, end in [*urls(text), (len(text), len(text))]:
        total += _plain(text[at:start]) + (URL_LENGTH if end > start else 0)
        at = end
    return total


def _plain(text: str) -> int:
    emoji = sum(1 for _ in EMOJI.finditer(text))
    return 2 * emoji + sum(1 if any(low <= ord(c) <= high for low, high in LIGHT) else 2 for c in EMOJI.sub("", text))


def escape(text: str) -> str:
    """Return the text as X gives it back: & < > as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
