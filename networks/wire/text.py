"""How networks count, read and give back a text. Pure."""

import functools
import html
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import emoji
import regex  # type: ignore[import-untyped, unused-ignore]

from networks.contract import Content, Spec

URL_WEIGHT = 23
# Above this a text is too long for every network that weighs; it is then counted plainly, one per character.
WEIGHED_AT_MOST = 4_000
# The parser's expression is quadratic in the dots of one word ("a.a.a…": 22 s at 4 000 characters). Real addresses have a few.
DOTS_AT_MOST = 40
# twitter-text config v3: these code points weigh one, all others two. Source: github.com/twitter/twitter-text, config/v3.json.
LIGHT = (range(4352), range(8192, 8206), range(8208, 8224), range(8242, 8248))

_HASHTAG = re.compile(r"(?<![\w&/])[#＃](\w*[^\W\d_]\w*)")
_MENTION = re.compile(r"(?<![\w@＠/.])[@＠](\w(?:[\w.]{0,62}\w)?)")
_WORD = re.compile(r"\S+")
_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_SHORT = re.compile(r"\b(?:t\.co|fb\.me|bit\.ly|lnkd\.in)/\w+", re.IGNORECASE)
_SLASH = re.compile(r"/(?=\s|$)")
_SPACE = re.compile(r"\s+")


def weighted_length(text: str) -> int:
    """Return the length as X counts it: addresses 23, an emoji sequence 2, CJK and most symbols 2, after NFC.

    Source: docs.x.com/fundamentals/counting-characters and twitter-text v3. Vectors: tests/data/weighted_length.json.
    """
    text = _plain(text)
    if len(text) > WEIGHED_AT_MOST:
        return len(text)
    spans = {found["match_start"]: (found["match_end"], 2) for found in emoji.emoji_list(text)}
    spans |= {start: (end, URL_WEIGHT) for start, end in _url_spans(text)}
    length = at = 0
    while at < len(text):
        at, weight = spans.get(at) or (at + 1, _weight(text[at]))
        length += weight
    return length


def graphemes(text: str) -> int:
    """Return how many signs a reader sees: a letter with its accents is one, an emoji family is one."""
    return len(regex.findall(r"\X", text))


def hashtags(text: str) -> tuple[str, ...]:
    """Return the hashtags in order, without their sign; a number alone is none."""
    return tuple(_HASHTAG.findall(text))


def mentions(text: str) -> tuple[str, ...]:
    """Return who is mentioned, in order, without the sign; an e-mail address mentions nobody."""
    return tuple(_MENTION.findall(text))


def urls(text: str) -> tuple[str, ...]:
    """Return the addresses a network would link, in order, also those without https://."""
    text = _plain(text)
    return tuple(text[start:end] for start, end in _url_spans(text))


def shown(spec: Spec, content: Content) -> tuple[str, ...]:
    """Return the texts that go online. The link stands at the end of the first, unless a card shows it or a text has it.

    A card gives way to pictures: Facebook takes attached photos or a link, not both.
    """
    texts = content.segments or ("",)
    as_card = spec.link == "card" and not content.pictures
    if not content.link or as_card or any(content.link in text for text in texts):
        return texts
    return (f"{texts[0]}\n\n{content.link}".strip(), *texts[1:])


def has_comment(spec: Spec, content: Content) -> bool:
    """Say whether a first comment goes out with this content there."""
    return spec.comment is not None and bool(content.first_comment.strip())


def same_text(ours: str, theirs: str) -> bool:
    """Say whether a post read back is the text that was sent: NFC, white space folded, a shortened link equals any link."""
    left, right = _folded(ours), _folded(theirs)
    return left == right or bool(_with_any_link(left).fullmatch(right) or _with_any_link(right).fullmatch(left))


def unescape(text: str) -> str:
    """Return a text of X's answers as it was written: the API escapes &, < and >."""
    return html.unescape(text) if "&" in text else text


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def _weight(sign: str) -> int:
    point = ord(sign)
    return 1 if any(point in light for light in LIGHT) else 2


@functools.cache
def _parser() -> Callable[[str], list[dict[str, Any]]]:
    # Imported when first needed: it compiles its tables for 0.4 s, and most processes never count for X.
    from twitter_text import extract_urls_with_indices  # type: ignore[import-untyped, unused-ignore]

    found: Callable[[str], list[dict[str, Any]]] = extract_urls_with_indices
    return found


def _url_spans(text: str) -> list[tuple[int, int]]:
    """Return where addresses start and end. Word by word: none contains white space, and a word bounds the parser's work."""
    spans = []
    for word in _WORD.finditer(text):
        if "." in word[0] and word[0].count(".") <= DOTS_AT_MOST:
            for found in _parser()(word[0]):
                start, end = found["indices"]
                spans.append((word.start() + start, word.start() + end))
    return spans


def _folded(text: str) -> str:
    """Return the text with white space folded and its addresses brought to one form."""
    return _SPACE.sub(" ", _SLASH.sub("", _SCHEME.sub("", _plain(text)))).strip()


def _with_any_link(folded: str) -> re.Pattern[str]:
    """Return what matches this text with something else in the place of each shortened link."""
    return re.compile(r"\S+".join(re.escape(piece) for piece in _SHORT.split(folded)))
