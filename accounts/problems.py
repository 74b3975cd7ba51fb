"""What goes wrong as people may see it: a code and parameters, worded in the reader's language when it leaves the API."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

from accounts.words import word


class Refusal(Exception):
    """An expected no. `code` is a key of words.WORDS; `fields` maps a field's name to the code of what is wrong there."""

    def __init__(
        self, code: str, *, status: int = 400, fields: dict[str, str] | None = None, extra: dict[str, Any] | None = None, **params: Any
    ):
        super().__init__(code)
        self.code, self.status, self.params = code, status, params
        self.fields, self.extra = fields or {}, extra or {}


class NotAllowed(Refusal):
    """The person's roles do not include this verb."""

    def __init__(self, code: str = "not-allowed", **params: Any):
        super().__init__(code, status=403, **params)


def body(code: str, params: dict[str, Any] | None = None, fields: dict[str, str] | None = None) -> dict[str, Any]:
    """Return the one shape of every error: {"problem", "message", "params", "fields"}."""
    return {"problem": code, "message": word(code, params or {}), "params": params or {}, "fields": fields or {}}


def handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """Return any expected exception in that shape; None for a defect, which stays an exception."""
    if isinstance(error, Refusal):
        fields = {name: word(code, error.params) for name, code in error.fields.items()}
        return Response(body(error.code, error.params, fields) | error.extra, status=error.status)
    answer = exception_handler(error, context)
    if answer is None:
        return None
    if isinstance(error, exceptions.ValidationError):
        answer.data = body("not-valid", fields=flat(error.detail))
    elif isinstance(error, (Http404, exceptions.NotFound)):
        answer.data = body("not-found")
    elif isinstance(error, (exceptions.NotAuthenticated, exceptions.AuthenticationFailed)):
        answer.data = body("sign-in-needed")
    elif isinstance(error, (PermissionDenied, exceptions.PermissionDenied)):
        answer.data = body("not-allowed")
    elif isinstance(error, exceptions.Throttled):
        answer.data = body("too-many-tries", {"seconds": int(getattr(error, "wait", None) or 1)})
    else:
        answer.data = body("not-understood") | {"detail": str(getattr(error, "detail", ""))}
    return answer


def flat(detail: Any, prefix: str = "") -> dict[str, str]:
    """Return nested field errors as {"versions.0.link": "first sentence"}."""
    if isinstance(detail, dict):
        return {k: v for key, value in detail.items() for k, v in flat(value, f"{prefix}{key}.").items()}
    if isinstance(detail, list):
        if detail and not isinstance(detail[0], (dict, list)):
            return {prefix.rstrip(".") or "all": str(detail[0])}
        return {k: v for i, value in enumerate(detail) for k, v in flat(value, f"{prefix}{i}.").items()}
    return {prefix.rstrip(".") or "all": str(detail)}
