"""Texts of posts as HTML: escaped, with links, hashtags and mentions to be seen."""

import re

from markupsafe import Markup, escape

TOKEN = re.compile(r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]»”’])|(?P<tag>(?<![\w&/])[#@][\w.]*\w)")


def html(text: str, links: dict[str, str] | None = None, *, whole: bool = False) -> Markup:
    """Return the text as safe HTML; `links` gives the words shown for an address (a short link's true one); `whole` leaves it uncut."""
    parts: list[Markup] = []
    at = 0
    for match in TOKEN.finditer(text):
        parts.append(escape(text[at : match.start()]))
        at = match.end()
        if url := match["url"]:
            target = (links or {}).get(url, url)
            shown = target if whole else re.sub(r"^https?://(www\.)?", "", target)
            shown = shown if whole or len(shown) <= 42 else shown[:40] + "…"
            parts.append(Markup('<a href="{}" rel="noopener noreferrer nofollow" target="_blank">{}</a>').format(target, shown))
        else:
            parts.append(Markup('<span class="tag">{}</span>').format(match["tag"]))
    parts.append(escape(text[at:]))
    return Markup("").join(parts)
