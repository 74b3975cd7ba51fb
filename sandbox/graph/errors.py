"""Graph's error bodies. Source: developers.facebook.com/docs/graph-api/guides/error-handling (v25.0)."""

from typing import Any

from starlette.responses import JSONResponse, Response

from sandbox import ids
from sandbox.door import Refusal


class GraphError(Refusal):
    """One error as Graph writes it; the HTTP status is 400 for nearly all."""

    def __init__(
        self,
        code: int,
        message: str,
        *,
        subcode: int = 0,
        type: str = "OAuthException",
        title: str = "",
        advice: str = "",
        transient: bool = False,
        status: int = 400,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers or {}
        self.body: dict[str, Any] = {"message": message, "type": type, "code": code}
        if subcode:
            self.body["error_subcode"] = subcode
        if subcode or title or transient:
            self.body["is_transient"] = transient
        if title:
            self.body |= {"error_user_title": title, "error_user_msg": advice}
        self.body["fbtrace_id"] = ids.trace()

    def response(self) -> Response:
        headers = dict(self.headers)
        if self.body["code"] == 190:
            headers["WWW-Authenticate"] = f'OAuth "Facebook Platform" "invalid_token" "{self.body["message"]}"'
        return JSONResponse({"error": self.body}, status_code=self.status, headers=headers)


def bad_parameter(message: str, **more: Any) -> GraphError:
    """Return the error of a parameter that is missing, unknown or of the wrong kind."""
    return GraphError(100, f"(#100) {message}", **more)


def not_found(id: str, verb: str = "get") -> GraphError:
    """Return the error of an object that is not there, or not for this token."""
    return GraphError(
        100,
        f"Unsupported {verb} request. Object with ID '{id[:80]}' does not exist, cannot be loaded due to missing permissions, "
        "or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api",
        type="GraphMethodException",
        subcode=33,
    )


def unavailable() -> GraphError:
    """Return code 2: the service is down, or the call was done and only the answer is broken."""
    return GraphError(2, "An unexpected error has occurred. Please retry your request later.", transient=True, status=500)
