"""Keep secrets out of logs and out of the texts of exceptions."""

import functools
import logging
import re

_NAMES = (
    "access_token|appsecret_proof|client_secret|refresh_token|fb_exchange_token|code_verifier|input_token|bearer_token|id_token|password"
)
_PATTERNS = (
    # name=value, "name": "value", 'name': 'value'
    (re.compile(rf"""\b({_NAMES})(["']?\s*(?:=|:|%3D)\s*["']?)[^&\s"',}}]+""", re.IGNORECASE), r"\1\2***"),
    # An authorisation code only where it stands in a query or form: "code": 190 is an error number.
    (re.compile(r"(^|[?&\s])code=[^&\s\"']+"), r"\1code=***"),
    (re.compile(r"\b(Bearer|Basic|OAuth)\s+[\w.~+/=-]{6,}", re.IGNORECASE), r"\1 ***"),
    # Meta's tokens on their own.
    (re.compile(r"\b(?:EAA|IGA|IGQ)\w{20,}"), "***"),
)
_TALKATIVE = ("urllib3.connectionpool", "urllib3.connection", "tweepy.client", "tweepy.api", "requests_oauthlib", "oauthlib")
DETAIL_MAX = 300


def redact(text: str) -> str:
    """Return the text with every token, secret and code replaced by ***."""
    for pattern, replacement in _PATTERNS:
        text = pattern.sub(replacement, text)
    return text


def detail(text: object) -> str:
    """Return what a network said, on one line, free of secrets, at most 300 characters."""
    line = redact(" ".join(str(text).split()))
    return line if len(line) <= DETAIL_MAX else f"{line[: DETAIL_MAX - 1]}…"


class _Redacting(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = redact(record.getMessage()), ()
        return True


@functools.cache  # once is enough, and every call to a network passes here
def quieten() -> None:
    """Redact what the libraries below us log: tweepy writes the Authorization header, urllib3 the whole query."""
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        if not any(isinstance(kept, _Redacting) for kept in logger.filters):
            logger.addFilter(_Redacting())
