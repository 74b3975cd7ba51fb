"""The control API below /control: accounts, grants, past posts, faults, settings, ledger. For this machine only; see README.md."""

import base64
import binascii
import ipaddress
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox import accounts, chance, mail, pictures, seeding
from sandbox.faults import KINDS, OPERATIONS, UnknownFault
from sandbox.store import Row, loads
from sandbox.world import World, world_of

Answer = Callable[[Request, World], Awaitable[Any]]


class Wrong(ValueError):
    """The request makes no sense; the message says why."""


def local(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    """Return an endpoint that only this machine may call, and no page of another site through a browser."""

    async def guarded(request: Request) -> Response:
        world = world_of(request)
        names = {"localhost", "127.0.0.1", "::1", urlsplit(world.environment.url).hostname}
        origin = request.headers.get("origin")
        near = request.client is not None and ipaddress.ip_address(request.client.host).is_loopback
        if not near or request.url.hostname not in names or (origin and urlsplit(origin).netloc != request.headers.get("host")):
            return JSONResponse({"error": "the control API answers this machine only"}, status_code=403)
        try:
            return JSONResponse(await answer(request, world))
        except (Wrong, UnknownFault, accounts.UnfitAccount, pictures.NotAPicture) as error:
            return JSONResponse({"error": str(error)}, status_code=400)

    return guarded


async def _json(request: Request) -> Any:
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        raise Wrong("send JSON with content-type application/json")
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError):
        raise Wrong("the body is not JSON") from None


async def _object(request: Request, **kinds: type | tuple[type, ...]) -> dict[str, Any]:
    return fit(await _json(request), **kinds)


def fit(value: Any, **kinds: type | tuple[type, ...]) -> dict[str, Any]:
    """Return the object once its names and types are right. Raises Wrong."""
    if not isinstance(value, dict):
        raise Wrong("a JSON object is expected")
    for name, one in value.items():
        if name not in kinds:
            raise Wrong(f"unknown name {name}; known: {', '.join(kinds)}")
        if not isinstance(one, kinds[name]):
            raise Wrong(f"{name} is of the wrong type")
    checked: dict[str, Any] = value
    return checked


def bytes_of(value: str) -> bytes:
    """Return the bytes of a base64 text. Raises Wrong."""
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise Wrong("not base64") from None


async def create_accounts(request: Request, world: World) -> Any:
    """Make or rename fictional accounts: a list or one object."""
    wanted = await _json(request)
    made = []
    for value in wanted if isinstance(wanted, list) else [wanted]:
        one = fit(value, network=str, id=(str, int), name=str, handle=str, avatar_png_base64=str, colour=str)
        if missing := {"network", "name", "handle"} - set(one):
            raise Wrong(f"{min(missing)} is missing")
        avatar = ""
        if one.get("avatar_png_base64"):
            data = bytes_of(one["avatar_png_base64"])
            picture = await pictures.examine(data)
            if picture.mime != "image/png":
                raise Wrong("avatar_png_base64 must be a PNG")
            pictures.keep(world, picture, data)
            avatar = picture.sha256
        made.append(
            account(
                accounts.create(
                    world,
                    network=one["network"],
                    id=str(one.get("id", "")),
                    name=one["name"],
                    handle=one["handle"],
                    colour=one.get("colour", ""),
                    avatar=avatar,
                )
            )
        )
    return made


def account(row: Row) -> dict[str, Any]:
    """Return an account for the control API."""
    return {name: row[name] for name in ("network", "id", "name", "handle", "colour")}


async def list_accounts(request: Request, world: World) -> Any:
    """All accounts."""
    return [account(row) for network in OPERATIONS for row in accounts.of(world, network)]


async def grant(request: Request, world: World) -> Any:
    """Sign in without the consent page: the network's own token answer."""
    wanted = await _object(request, network=str, account=(str, int), scopes=list)
    return seeding.grant(world, network=wanted.get("network", ""), account=str(wanted.get("account", "")), scopes=wanted.get("scopes"))


async def create_posts(request: Request, world: World) -> Any:
    """Put past posts on the walls; the ledger does not hold them, because no client made them."""
    wanted = await _json(request)
    made = []
    for value in wanted if isinstance(wanted, list) else [wanted]:
        one = fit(value, network=str, account=(str, int), text=str, link=str, created_at=str, pictures=list, reply_to=str)
        shown = [fit(picture, base64=str, alt=str) for picture in one.get("pictures", [])]
        files = [(bytes_of(picture.get("base64", "")), picture.get("alt", "")) for picture in shown]
        made.append(
            await seeding.post(
                world,
                network=one.get("network", ""),
                account=str(one.get("account", "")),
                text=one.get("text", ""),
                link=one.get("link", ""),
                created_at=one.get("created_at", ""),
                files=files,
                reply_to=one.get("reply_to", ""),
            )
        )
    return made


async def remove_post(request: Request, world: World) -> Any:
    """A person takes a post off the wall, in the network's own app; the ledger does not hold it, because no client did it."""
    network, post = request.query_params.get("network", ""), request.query_params.get("id", "")
    gone = world.store.run(
        "UPDATE posts SET deleted_ms = ? WHERE network = ? AND id = ? AND deleted_ms IS NULL", world.now_ms(), network, post
    )
    if not gone:
        raise Wrong(f"no post {post} on {network}")
    return {"removed": post}


async def order_faults(request: Request, world: World) -> Any:
    """Order one fault or a list of them."""
    wanted = await _json(request)
    ids = []
    for value in wanted if isinstance(wanted, list) else [wanted]:
        one = fit(value, network=str, operation=str, kind=str, account=(str, int), times=int, seconds=(int, float, type(None)))
        ids.append(
            world.faults.order(
                network=one.get("network", ""),
                operation=one.get("operation", ""),
                kind=one.get("kind", ""),
                account=str(one.get("account", "")),
                times=one.get("times", 1),
                seconds=one.get("seconds"),
                now_ms=world.now_ms(),
            )
        )
    return {"ids": ids, "faults": [dict(row) for row in world.faults.open()]}


async def list_faults(request: Request, world: World) -> Any:
    """The open orders, and what may be ordered."""
    return {"faults": [dict(row) for row in world.faults.open()], "operations": OPERATIONS, "kinds": KINDS}


async def cancel_faults(request: Request, world: World) -> Any:
    """Drop all orders, or the one of ?id=."""
    order = request.query_params.get("id", "")
    return {"cancelled": world.faults.cancel(id=int(order) if order.isdigit() else None)}


async def change_settings(request: Request, world: World) -> Any:
    """Change settings by name; answers all of them."""
    wanted = await _json(request)
    if not isinstance(wanted, dict):
        raise Wrong("a JSON object is expected")
    chance.check(wanted["chance_kinds"] if isinstance(wanted.get("chance_kinds"), list) else [])
    for name, value in wanted.items():
        try:
            world.settings.change(name, value)
        except ValueError as error:
            raise Wrong(str(error)) from None
    return world.settings.values


async def list_settings(request: Request, world: World) -> Any:
    """All settings."""
    return world.settings.values


async def ledger(request: Request, world: World) -> Any:
    """What was accepted as visible, oldest first; ?operation=all adds edits and deletions."""
    query = request.query_params
    operation = query.get("operation", "create")
    after = query.get("after", "0")
    rows = world.store.all(
        "SELECT * FROM ledger WHERE (? = '' OR network = ?) AND (? = '' OR account = ?) AND (? = 'all' OR operation = ?) AND "
        "seq > ? ORDER BY seq",
        query.get("network", ""),
        query.get("network", ""),
        query.get("account", ""),
        query.get("account", ""),
        operation,
        operation,
        int(after) if after.isdigit() else 0,
    )
    return [{**dict(row), "media": loads(row, "media")} for row in rows]


async def calls(request: Request, world: World) -> Any:
    """Every call that reached a network, refused or not, oldest first, at most the newest 5 000."""
    query = request.query_params
    rows = world.store.all(
        "SELECT * FROM (SELECT * FROM calls WHERE (? = '' OR network = ?) AND (? = '' OR account = ?) AND (? = '' OR operation = ?) "
        "ORDER BY seq DESC LIMIT 5000) ORDER BY seq",
        query.get("network", ""),
        query.get("network", ""),
        query.get("account", ""),
        query.get("account", ""),
        query.get("operation", ""),
        query.get("operation", ""),
    )
    return [dict(row) for row in rows]


async def tally(request: Request, world: World) -> Any:
    """How many calls reached each operation, by the troubles they met ("" = none)."""
    return [
        dict(row) for row in world.store.all("SELECT network, operation, fault, count(*) AS n FROM calls GROUP BY 1, 2, 3 ORDER BY 1, 2, 3")
    ]


async def mails(request: Request, world: World) -> Any:
    """The mails received, newest first; ?to= keeps those to one address."""
    return [mail.describe(row) for row in mail.received(world, to=request.query_params.get("to", ""))]


async def reset(request: Request, world: World) -> Any:
    """Forget everything, the ledger too."""
    world.store.forget_everything()
    world.settings.load()
    world.windows.forget()
    world.chance.forget()
    return {"reset": True}


routes: list[BaseRoute] = [
    Route("/control/accounts", local(create_accounts), methods=["POST"]),
    Route("/control/accounts", local(list_accounts), methods=["GET"]),
    Route("/control/grant", local(grant), methods=["POST"]),
    Route("/control/posts", local(create_posts), methods=["POST"]),
    Route("/control/posts", local(remove_post), methods=["DELETE"]),
    Route("/control/faults", local(order_faults), methods=["POST"]),
    Route("/control/faults", local(list_faults), methods=["GET"]),
    Route("/control/faults", local(cancel_faults), methods=["DELETE"]),
    Route("/control/settings", local(change_settings), methods=["POST"]),
    Route("/control/settings", local(list_settings), methods=["GET"]),
    Route("/control/ledger", local(ledger), methods=["GET"]),
    Route("/control/calls", local(calls), methods=["GET"]),
    Route("/control/tally", local(tally), methods=["GET"]),
    Route("/control/mail", local(mails), methods=["GET"]),
    Route("/control/reset", local(reset), methods=["POST"]),
]
