"""Parameters of a Graph call: from the query, a form or JSON; each known and of its type, or error 100.

Real Graph ignores most parameters it does not know; the sandbox refuses them, so that a misspelt name is found here.
"""

import json
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from sandbox.graph.errors import bad_parameter

# developers.facebook.com/docs/graph-api/overview: taken by every call
GLOBAL = frozenset(
    {"access_token", "appsecret_proof", "fields", "format", "pretty", "locale", "date_format", "suppress_http_code", "summary"}
)


class Params:
    """The parameters of one call, by name. `files` are the parts of a multipart body that have a file name."""

    def __init__(self, values: dict[str, str], files: dict[str, UploadFile]) -> None:
        self.values = values
        self.files = files

    def only(self, *known: str, unsupported: frozenset[str] = frozenset()) -> None:
        """Raise error 100 for a parameter outside `known`; `unsupported` ones exist at Graph but not in this sandbox."""
        for name in self.values:
            if name in unsupported:
                raise bad_parameter(f"The parameter {name} exists at Graph but is not part of this sandbox")
            if name not in GLOBAL and name not in known:
                raise bad_parameter(f"Unexpected parameter: {name[:60]}")

    def text(self, name: str, default: str = "") -> str:
        """Return a string parameter."""
        return self.values.get(name, default)

    def needed(self, name: str) -> str:
        """Return a parameter that must be there and not be empty."""
        if not self.values.get(name):
            raise bad_parameter(f"The parameter {name} is required", type="OAuthException")
        return self.values[name]

    def flag(self, name: str, default: bool) -> bool:
        """Return a bool parameter: true, false, 1 or 0."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        if value.lower() not in ("true", "false", "1", "0"):
            raise bad_parameter(f"Param {name} must be a boolean")
        return value.lower() in ("true", "1")

    def number(self, name: str, default: int, *, low: int, high: int) -> int:
        """Return a whole number within bounds."""
        value = self.values.get(name, "")
        if value == "":
            return default
        if not value.isascii() or not value.isdigit() or not low <= int(value[:18]) <= high:
            raise bad_parameter(f"Param {name} must be an integer between {low} and {high}")
        return int(value)

    def items(self, name: str) -> list[Any] | None:
        """Return a list parameter, written as JSON or as name[0], name[1]…; None when it is not there."""
        if name in self.values:
            try:
                found = json.loads(self.values[name])
            except (ValueError, RecursionError):
                found = None
            if not isinstance(found, list):
                raise bad_parameter(f"Param {name} must be an array.")
            return found
        numbered: list[Any] = []
        while (value := self.values.pop(f"{name}[{len(numbered)}]", None)) is not None:
            try:
                numbered.append(json.loads(value))
            except (ValueError, RecursionError):
                numbered.append(value)
        return numbered or None


async def read(request: Request) -> Params:
    """Return the call's parameters; a body's value wins over the query's."""
    values = dict(request.query_params)
    files: dict[str, UploadFile] = {}
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if request.method == "POST" and kind == "application/json":
        try:
            body = json.loads(await request.body() or b"{}")
        except (ValueError, RecursionError):
            body = None
        if not isinstance(body, dict):
            raise bad_parameter("The body is not a JSON object")
        values |= {name: value if isinstance(value, str) else json.dumps(value) for name, value in body.items()}
    elif request.method == "POST" and kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        for name, value in (await request.form()).multi_items():
            if isinstance(value, UploadFile):
                files[name] = value
            else:
                values[name] = value
    return Params(values, files)
