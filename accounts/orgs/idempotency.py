"""`Idempotency-Key` on creates: the same key and content again gets the first answer again, and makes nothing new."""

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.orgs.models import IdempotentAnswer
from accounts.problems import Refusal

STALE = timedelta(minutes=1)  # a first request that has not answered by then was killed: its key may be taken again
View = Callable[..., Response]


def idempotent(method: View) -> View:
    """Decorate a method of a view; without the header nothing changes."""

    @wraps(method)
    def wrapper(self: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        key = request.headers.get("Idempotency-Key", "")[:120]
        if not key:
            return method(self, request, *args, **kwargs)
        claimed = claim(user=request.user, key=key, digest=digest_of(request))
        if claimed.status is not None:
            return Response(claimed.body, status=claimed.status, headers={"Idempotent-Replayed": "true"})
        try:
            answer = method(self, request, *args, **kwargs)
        except BaseException:
            claimed.delete()  # nothing was made: the same key may be tried again
            raise
        claimed.status, claimed.body = answer.status_code, json.loads(self.get_renderers()[0].render(answer.data))
        claimed.save(update_fields=["status", "body"])
        return answer

    return wrapper


def claim(*, user: Any, key: str, digest: str) -> IdempotentAnswer:
    """Return a fresh row to fill in, or the filled-in one of the first request. Raises Refusal."""
    IdempotentAnswer.objects.filter(user=user, key=key, status=None, created_at__lt=timezone.now() - STALE).delete()
    try:
        with transaction.atomic():
            return IdempotentAnswer.objects.create(user=user, key=key, digest=digest)
    except IntegrityError:
        earlier = IdempotentAnswer.objects.filter(user=user, key=key).first()
    if earlier is None:  # it has just failed, and given its key back
        raise Refusal("still-at-work", status=409)
    if earlier.digest != digest:
        raise Refusal("key-used-otherwise", status=422)
    if earlier.status is None:
        raise Refusal("still-at-work", status=409)
    return earlier


def digest_of(request: Request) -> str:
    head = f"{request.method} {request.get_full_path()} {request.headers.get('X-Organisation', '')}\n"
    return hashlib.sha256((head + json.dumps(request.data, sort_keys=True, default=str)).encode()).hexdigest()
