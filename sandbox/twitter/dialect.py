"""X's words for ordered troubles."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import tokens
from sandbox.twitter import errors
from sandbox.world import World


def bearer(request: Request) -> str:
    """Return the token as sent; X takes it from the Authorization header only."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    return value.strip() if scheme.lower() == "bearer" else ""


class TwitterDialect:
    """The troubles of X."""

    slug = "twitter"

    async def account(self, request: Request, world: World) -> str:
        """Return the account of the caller's token, also of a refresh token at the token endpoint."""
        found = tokens.find(world, "twitter", await self._token(request))
        return found["account"] if found else ""

    async def _token(self, request: Request) -> str:
        if request.url.path.endswith("/oauth2/token") and request.method == "POST":
            return str((await request.form()).get("refresh_token", ""))
        return bearer(request)

    def throttled(self, world: World, *, account: str, seconds: float) -> Response:
        reset = -(-int(world.now_ms() + seconds * 1000) // 1000)
        return errors.throttled({"x-rate-limit-limit": "100", "x-rate-limit-remaining": "0", "x-rate-limit-reset": str(reset)}).response()

    def broken(self) -> Response:
        return errors.blank(503, "Service Unavailable").response()

    def odd_json(self) -> Response:
        """Return a 200 that carries only errors: not a success."""
        return JSONResponse({"errors": [{"title": "Internal Error", "detail": "Something is technically wrong.", "type": "about:blank"}]})

    def unknown_4xx(self) -> Response:
        return errors.Problem(
            418, {"title": "Something that no document mentions", "type": errors.PROBLEMS + "novelty", "detail": "Novelty"}
        ).response()

    async def revoke(self, request: Request, world: World) -> Response:
        """The token and its family are dead for good."""
        found = tokens.find(world, "twitter", await self._token(request))
        if found:
            tokens.revoke(world, family=found["family"])
        if request.url.path.endswith("/oauth2/token"):
            return JSONResponse(
                {"error": "invalid_request", "error_description": "Value passed for the token was invalid."}, status_code=400
            )
        return errors.blank(401, "Unauthorized").response()

    def credit_empty(self, account: str) -> Response:
        return errors.credits_depleted(account).response()


twitter = TwitterDialect()
