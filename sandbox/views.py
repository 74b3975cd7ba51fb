"""Pages for people: Jinja templates, everything escaped, nothing loaded from elsewhere."""

import hashlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from sandbox import prose

FOLDER = Path(__file__).parent / "templates"
POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'"
)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["prose"] = prose.html
    environment.filters["iso"] = lambda ms: datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds")
    environment.filters["clock"] = lambda ms: datetime.fromtimestamp(ms / 1000, UTC).strftime("%d %b %Y, %H:%M UTC")
    return environment


def html(name: str, **context: Any) -> str:
    """Return a template filled in."""
    return _environment().get_template(name).render(**context)


def mark(text: str) -> str:
    """Return an ETag of a text."""
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:20]}"'


def page(name: str, *, status: int = 200, **context: Any) -> Response:
    """Return a whole page."""
    headers = {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
    return HTMLResponse(html(name, **context), status_code=status, headers=headers)
