"""The JSON bodies X takes, checked by hand: nothing unknown, everything of its type.

Names after xdk 0.10.6 (MIT) and X's OpenAPI document.
"""

import json
from collections.abc import Callable
from typing import Any

from starlette.requests import Request

from sandbox.twitter import errors

Check = Callable[[Any, str], None]


def fail(path: str, message: str) -> errors.Problem:
    """Return the 400 that names the place in the body."""
    return errors.invalid(f"{path}: {message}")


def string(*, low: int = 0, high: int = 1 << 20, digits: bool = False, among: tuple[str, ...] = ()) -> Check:
    """Return a check of a string."""

    def check(value: Any, path: str) -> None:
        if not isinstance(value, str):
            raise fail(path, f"{_kind(value)} found, string expected")
        if not low <= len(value) <= high:
            raise fail(path, f"must be {low} to {high} characters long")
        if digits and not (value.isascii() and value.isdigit() and len(value) <= 19):
            raise fail(path, "does not match the regex pattern ^[0-9]{1,19}$")
        if among and value not in among:
            raise fail(path, f"does not have a value in the enumeration [{', '.join(among)}]")

    return check


def boolean(value: Any, path: str) -> None:
    """Check a bool."""
    if not isinstance(value, bool):
        raise fail(path, f"{_kind(value)} found, boolean expected")


def integer(low: int, high: int) -> Check:
    """Return a check of a whole number within bounds."""

    def check(value: Any, path: str) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            raise fail(path, f"{_kind(value)} found, integer expected")
        if not low <= value <= high:
            raise fail(path, f"must be {low} to {high}")

    return check


def array(item: Check, *, low: int, high: int) -> Check:
    """Return a check of a list without repetition."""

    def check(value: Any, path: str) -> None:
        if not isinstance(value, list):
            raise fail(path, f"{_kind(value)} found, array expected")
        if not low <= len(value) <= high:
            raise fail(path, f"there must be {low} to {high} items in the array")
        for position, one in enumerate(value):
            item(one, f"{path}[{position}]")
        if len(set(value)) != len(value):
            raise fail(path, "the items in the array must be unique")

    return check


def record(needed: tuple[str, ...] = (), **checks: Check) -> Check:
    """Return a check of an object whose properties are all known."""

    def check(value: Any, path: str) -> None:
        if not isinstance(value, dict):
            raise fail(path, f"{_kind(value)} found, object expected")
        for name, one in value.items():
            if name not in checks:
                raise fail(f"{path}.{name}", "is not defined in the schema and the schema does not allow additional properties")
            checks[name](one, f"{path}.{name}")
        for name in needed:
            if name not in value:
                raise fail(f"{path}.{name}", "is missing but it is required")

    return check


def _kind(value: Any) -> str:
    names = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
    return names.get(type(value), "null")


async def read(request: Request, check: Check) -> dict[str, Any]:
    """Return the request's JSON body once it passed the check. Raises 400."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise errors.invalid("The content type must be application/json")
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise errors.invalid("Could not parse the request body as JSON") from None
    check(body, "$")
    checked: dict[str, Any] = body
    return checked
