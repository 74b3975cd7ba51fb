"""The one door of the three networks: names the operation, strikes the ordered faults before or after it, writes down the call."""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable
from typing import Protocol

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

from sandbox import protocol
from sandbox.faults import AFTER, Fault
from sandbox.world import World, world_of

Handler = Callable[[Request], Awaitable[Response]]
Naming = Callable[[Request], Awaitable[str]]

GATEWAY_PAGE = (
    "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>"
)


class Refusal(Exception):
    """A network says no in its own words."""

    def response(self) -> Response:
        """Return the answer as that network writes it."""
        raise NotImplementedError


class Dialect(Protocol):
    """How one network words the troubles that do not come from the request itself."""

    @property
    def slug(self) -> str: ...
    async def account(self, request: Request, world: World) -> str: ...
    def throttled(self, world: World, *, account: str, seconds: float) -> Response: ...
    def broken(self) -> Response: ...
    def odd_json(self) -> Response: ...
    def unknown_4xx(self) -> Response: ...
    async def revoke(self, request: Request, world: World) -> Response: ...
    def credit_empty(self, account: str) -> Response: ...


class Reset(Response):
    """No answer at all: the connection is torn down."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await protocol.reset(tuple(scope["client"]))


class Silence(Response):
    """No answer for `seconds`, then the connection ends; or earlier when the caller leaves."""

    def __init__(self, seconds: float) -> None:
        super().__init__(status_code=599)
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def until_gone() -> None:
            while (await receive())["type"] != "http.disconnect":
                pass

        try:
            await asyncio.wait_for(until_gone(), self.seconds)
        except TimeoutError:
            await protocol.hang_up(tuple(scope["client"]))


class Cut(Response):
    """The head of the true answer and half of its body, then the connection ends."""

    def __init__(self, whole: Response) -> None:
        super().__init__(status_code=whole.status_code)
        self.whole = whole

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = bytes(self.whole.body)
        await send({"type": "http.response.start", "status": self.whole.status_code, "headers": self.whole.raw_headers})
        await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
        await protocol.hang_up(tuple(scope["client"]))


def endpoint(dialect: Dialect, operation: str | Naming, handler: Handler) -> Handler:
    """Return an endpoint that runs `handler` as `operation` of this network."""

    async def answer(request: Request) -> Response:
        world = world_of(request)
        started = time.perf_counter()
        request.state.id = secrets.token_hex(8)
        request.state.visible_after_ms = int(world.settings["visibility_delay_seconds"] * 1000)
        try:
            name = operation if isinstance(operation, str) else await operation(request)
            account = await dialect.account(request, world)
        except Refusal as refusal:
            return refusal.response()
        taken = world.faults.take(network=dialect.slug, operation=name, account=account)
        outcome: Fault | None = None
        for fault in taken:
            if fault.kind == "latency":
                await asyncio.sleep(fault.seconds)
            elif fault.kind == "visibility_delay":
                request.state.visible_after_ms = int(fault.seconds * 1000)
            else:
                outcome = fault
        if outcome is None and (outcome := world.chance.draw(network=dialect.slug, operation=name, account=account)):
            taken.append(outcome)
        if world.settings["latency_seconds"]:
            await asyncio.sleep(world.settings["latency_seconds"])
        try:
            response = await before(outcome, dialect, request, world, account) or await handler(request)
        except Refusal as refusal:
            response = refusal.response()
            for header, value in getattr(request.state, "headers", {}).items():  # a counted call tells its allowances, refused or not
                response.headers.setdefault(header, value)
        if outcome and outcome.kind in AFTER:
            if response.status_code < 300:
                response = after(outcome, response, dialect)
            else:  # what it waits for did not happen: it strikes another call
                world.faults.give_back(outcome)
                taken.remove(outcome)
        world.store.add(
            "calls",
            network=dialect.slug,
            operation=name,
            account=account,
            method=request.method,
            path=request.url.path,
            status=0 if isinstance(response, (Reset, Silence)) else response.status_code,
            fault=",".join(fault.kind for fault in taken),
            at_ms=world.now_ms(),
            took_ms=int((time.perf_counter() - started) * 1000),
            user_agent=request.headers.get("user-agent", "")[:300],
            request_id=request.state.id,
        )
        return response

    return answer


async def before(fault: Fault | None, dialect: Dialect, request: Request, world: World, account: str) -> Response | None:
    """Return the answer of a fault that strikes before anything is accepted, else None."""
    match fault.kind if fault else "":
        case "429":
            assert fault
            return dialect.throttled(world, account=account, seconds=fault.seconds)
        case "5xx_before":
            return dialect.broken()
        case "reset_before":
            return Reset()
        case "hang":
            assert fault
            return Silence(fault.seconds)
        case "html_body":
            return HTMLResponse(GATEWAY_PAGE, status_code=502)
        case "odd_json":
            return dialect.odd_json()
        case "token_revoked":
            return await dialect.revoke(request, world)
        case "unknown_4xx":
            return dialect.unknown_4xx()
        case "credit_empty":
            return dialect.credit_empty(account)
    return None


def after(fault: Fault, response: Response, dialect: Dialect) -> Response:
    """Return the answer as a fault leaves it once the call was accepted."""
    match fault.kind:
        case "5xx_after":
            return dialect.broken()
        case "reset_after":
            return Reset()
        case "hang_after":
            return Silence(fault.seconds)
        case "cut_body":
            return Cut(response)
        case "html_after":
            return HTMLResponse(GATEWAY_PAGE, status_code=200)
    return response
