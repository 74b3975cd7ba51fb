"""What a web page says of itself to networks that draw a card of it. Pure; the page is hostile."""

import codecs
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

TITLE_MOST, WORDS_MOST = 200, 400
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([a-zA-Z0-9_:.-]{1,40})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Browsers read these names as the wider Windows sets: encoding.spec.whatwg.org, "names and labels".
_READ_AS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
}


@dataclass(frozen=True)
class Card:
    """`image` is an absolute http(s) address or empty."""

    title: str
    description: str
    site: str
    image: str
    language: str = ""


def read(body: bytes, *, url: str, charset: str = "") -> Card:
    """Return the card of a page: Open Graph first, then Twitter's names, then the page's own title and description."""
    head = _Head()
    head.feed(decoded(body, charset=charset))
    said = head.said
    image = said.get("og:image:secure_url") or said.get("og:image") or said.get("twitter:image") or said.get("twitter:image:src") or ""
    return Card(
        title=_short(said.get("og:title") or said.get("twitter:title") or head.title, TITLE_MOST),
        description=_short(said.get("og:description") or said.get("twitter:description") or said.get("description", ""), WORDS_MOST),
        site=_short(said.get("og:site_name", ""), 80),
        image=_address(image, url),
        language=head.language,
    )


def decoded(body: bytes, *, charset: str = "") -> str:
    """Return the text: by its mark, else as the server said, else as the page says, else UTF-8 or, where that fails, Windows-1252."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    inside = _META_CHARSET.search(body[:4096])
    for name in (charset, inside[1].decode("ascii").lower() if inside else ""):
        try:
            if name:
                return body.decode(codecs.lookup(_READ_AS.get(name, name)).name, "replace")
        except (LookupError, UnicodeError, ValueError):
            continue
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        cut_short = error.start >= len(body) - 4  # only the start of the page was read
        return body.decode("utf-8" if cut_short else "cp1252", "replace")


class _Head(HTMLParser):
    """Collects the first of each name; stops caring at the body."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: dict[str, str] = {}
        self.title = self.language = ""
        self._in_title = self._is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = given.get("lang", "")[:8].lower()
        elif tag == "title" and not self.title and not self._is_over:
            self._in_title = True
        elif tag == "meta" and not self._is_over:
            name = (given.get("property") or given.get("name") or "").strip().lower()
            if name and given.get("content", "").strip():
                self.said.setdefault(name, given["content"])
        elif tag == "body":
            self._is_over = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title and len(self.title) < 1_000:
            self.title += data


def _short(text: str, most: int) -> str:
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _address(image: str, page: str) -> str:
    try:
        found = urljoin(page, image.strip()) if image.strip() else ""
        return found if urlsplit(found).scheme in {"http", "https"} and len(found) <= 2_000 else ""
    except ValueError:
        return ""
