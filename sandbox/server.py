"""The sandbox as one ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox import avatars, by_hand, control, mail, push, wall
from sandbox.facebook.routes import routes as facebook
from sandbox.graph.errors import GraphError, not_found
from sandbox.instagram.routes import routes as instagram
from sandbox.twitter import errors
from sandbox.twitter.routes import routes as twitter
from sandbox.world import World

MAX_BODY = 40 * 1024 * 1024


class Narrow:
    """A doorway in front of the application: no body above MAX_BODY, and /v25.0/123/ is /v25.0/123 as at Graph."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["path"].startswith(("/facebook/v", "/instagram/v")):
            scope = {**scope, "path": scope["path"].rstrip("/")}
        length = dict(scope["headers"]).get(b"content-length", b"0")
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            return message if seen <= MAX_BODY else {"type": "http.disconnect"}

        if not length.isdigit() or int(length) > MAX_BODY:
            await PlainTextResponse("too large", status_code=413)(scope, receive, send)
            return
        await self.app(scope, counted, send)


async def nothing_here(request: Request, error: Exception) -> Response:
    """An address no document mentions, in the words of the network whose it would be."""
    status = getattr(error, "status_code", 404)
    path = request.url.path
    if path.startswith(("/facebook/v", "/instagram/v")):
        if status == 400:
            return GraphError(100, f"(#100) {getattr(error, 'detail', 'Bad request')}").response()
        return not_found("/".join(path.split("/")[3:]), request.method.lower()).response()
    if path.startswith("/twitter/2/"):
        title = {400: "Invalid Request", 404: "Not Found", 405: "Method Not Allowed"}.get(status, "Error")
        return errors.blank(status, title).response()
    if path.startswith("/control/"):
        return JSONResponse(
            {"error": "no such control", "known": sorted({getattr(route, "path", "") for route in control.routes})}, status_code=status
        )
    return PlainTextResponse("Nothing here. The wall is at /", status_code=status)


async def health(request: Request) -> Response:
    """GET /healthz: the sandbox is up."""
    return JSONResponse({"status": "ok"})


def build(world: World) -> ASGIApp:
    """Return the application of this world."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        smtp = await mail.listen(world) if world.environment.smtp_port else None
        yield
        if smtp:
            smtp.close()
        world.store.close()

    routes = [
        Route("/healthz", health),
        Route("/avatar/{network}/{id}", avatars.avatar),
        Route("/media/{sha256}", avatars.picture),
        *control.routes,
        *mail.routes,
        *push.routes,
        *by_hand.routes,
        *facebook,
        *instagram,
        *twitter,
        *wall.routes,
    ]
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers={400: nothing_here, 404: nothing_here, 405: nothing_here})
    app.router.redirect_slashes = False
    app.state.world = world
    return Narrow(app)
