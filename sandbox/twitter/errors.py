"""X's error bodies. Source: docs.x.com/x-api/fundamentals/response-codes-and-errors."""

from typing import Any

from starlette.responses import JSONResponse, Response

from sandbox.door import Refusal

PROBLEMS = "https://api.twitter.com/2/problems/"


class Problem(Refusal):
    """One refusal as X writes it."""

    def __init__(self, status: int, body: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        super().__init__(body.get("detail", ""))
        self.status, self.body, self.headers = status, body, headers or {}

    def response(self) -> Response:
        plain = "errors" in self.body or "error" in self.body
        kind = "application/json" if plain else "application/problem+json"
        return JSONResponse(self.body, status_code=self.status, headers=self.headers, media_type=kind)


def blank(status: int, title: str, detail: str = "", headers: dict[str, str] | None = None) -> Problem:
    """Return a problem of no special type."""
    return Problem(status, {"title": title, "type": "about:blank", "status": status, "detail": detail or title}, headers)


def invalid(message: str, parameters: dict[str, list[str]] | None = None) -> Problem:
    """Return the 400 of a request that does not fit the documents."""
    return Problem(
        400,
        {
            "errors": [{"parameters": parameters or {}, "message": message}],
            "title": "Invalid Request",
            "detail": "One or more parameters to your request was invalid.",
            "type": PROBLEMS + "invalid-request",
        },
    )


def forbidden(detail: str) -> Problem:
    """Return a 403 in X's words."""
    return blank(403, "Forbidden", detail)


def missing(id: str, parameter: str = "id", kind: str = "tweet") -> dict[str, Any]:
    """Return the entry of `errors` for a resource that is not there; it comes with status 200."""
    return {
        "value": id,
        "detail": f"Could not find {kind} with {parameter}: [{id}].",
        "title": "Not Found Error",
        "resource_type": kind,
        "parameter": parameter,
        "resource_id": id,
        "type": PROBLEMS + "resource-not-found",
    }


def credits_depleted(account: str) -> Problem:
    """Return the 402 of an account without credits."""
    body = {
        "account_id": account,
        "title": "CreditsDepleted",
        "type": PROBLEMS + "credits",
        "detail": f"Your enrolled account [{account}] does not have any credits to fulfill this request.",
    }
    return Problem(402, body)


def throttled(headers: dict[str, str]) -> Problem:
    """Return the 429 of a window that is used up."""
    return blank(429, "Too Many Requests", headers=headers)
