"""Cursor paging of Graph's edges. Source: docs/graph-api/results (v25.0)."""

import base64
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from sandbox.graph.errors import bad_parameter
from sandbox.graph.params import Params
from sandbox.store import Row
from sandbox.world import world_of


def after(params: Params) -> tuple[int, int] | None:
    """Return the place a cursor stands for. Raises error 100 for a cursor that was never given out."""
    text = params.text("after")
    if not text:
        return None
    try:
        ms, _, place = base64.urlsafe_b64decode(text.encode() + b"==").decode().partition(":")
        return int(ms), int(place)
    except ValueError:
        raise bad_parameter("Invalid cursors values", title="Invalid cursor", advice="") from None


def cursor(row: Row) -> str:
    """Return the cursor of a listed row."""
    return base64.urlsafe_b64encode(f"{row['created_ms']}:{row['place']}".encode()).rstrip(b"=").decode()


def page(request: Request, rows: list[Row], data: list[dict[str, Any]], *, has_more: bool) -> dict[str, Any]:
    """Return the body of one page; `next` carries the call's own query, token included, as Graph's does."""
    if not rows:
        return {"data": []}
    paging: dict[str, Any] = {"cursors": {"before": cursor(rows[0]), "after": cursor(rows[-1])}}
    if has_more:
        query = {**request.query_params, "after": cursor(rows[-1])}
        paging["next"] = world_of(request).address(request.url.path) + "?" + urlencode(query)
    return {"data": data, "paging": paging}
