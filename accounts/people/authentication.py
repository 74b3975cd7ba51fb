"""How a request says who it is: the web app by its session, programs by a bearer token."""

from datetime import timedelta

from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, SessionAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from accounts.people.models import ApiToken, User


class Session(SessionAuthentication):
    """The session cookie, with CSRF checked. An unknown person gets 401, so that the web app knows to ask for a sign-in."""

    def authenticate_header(self, request: Request) -> str:
        return "Session"


class Bearer(BaseAuthentication):
    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        scheme, _, secret = get_authorization_header(request).partition(b" ")
        if scheme.lower() != b"bearer":
            return None
        token = ApiToken.objects.select_related("user").filter(digest=ApiToken.digest_of(secret.decode(errors="replace"))).first()
        if token is None or not token.user.is_active:
            raise AuthenticationFailed
        now = timezone.now()
        if token.last_used_at is None or now - token.last_used_at > timedelta(minutes=5):  # not a write per request
            ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = Bearer
    name = "token"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}


class SessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = Session
    name = "session"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": "sessionid"}
