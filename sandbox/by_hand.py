"""Post by hand: what a colleague does in the network's own app. No client made the post, so the ledger does not know it."""

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox import accounts, pictures, seeding, views
from sandbox.consent import LABEL
from sandbox.instagram.caption import TEXT_MAX
from sandbox.twitter import text as twitter_text
from sandbox.world import NETWORKS, World, world_of

FACEBOOK_MAX = 63_206  # characters; the app itself refuses more


@dataclass(frozen=True)
class Typed:
    """What stands in the form."""

    network: str
    account: str = ""
    text: str = ""
    picture: bytes = b""
    alt: str = ""


async def form(request: Request) -> Response:
    """GET /by-hand?network=&account=: an empty form."""
    network = request.query_params.get("network", "")
    if network not in NETWORKS:
        return PlainTextResponse("no such network", status_code=404)
    return shown(world_of(request), Typed(network, account=request.query_params.get("account", "")))


async def post(request: Request) -> Response:
    """POST /by-hand: the post stands on the wall, or the form says what the app would."""
    if not is_from_here(request):
        return PlainTextResponse("only the sandbox's own page may post", status_code=403)
    world = world_of(request)
    typed = await read(await request.form())
    if typed.network not in NETWORKS:
        return PlainTextResponse("no such network", status_code=404)
    if problem := refused(world, typed):
        return shown(world, typed, problem=problem)
    files = [(typed.picture, typed.alt)] if typed.picture else []
    try:
        await seeding.post(
            world, network=typed.network, account=typed.account, text=typed.text, link="", created_at="", files=files, reply_to=""
        )
    except pictures.NotAPicture:
        return shown(world, typed, problem="This file is no picture that can be read.")
    return RedirectResponse("/?" + urlencode({"show": typed.network, typed.network: typed.account}), status_code=303)


def is_from_here(request: Request) -> bool:
    """Return whether no other site's page sent it: browsers say where a form stood."""
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


async def read(said: FormData) -> Typed:
    file = said.get("picture")
    picture = await file.read() if isinstance(file, UploadFile) else b""
    words = {name: str(said.get(name, "")).replace("\r\n", "\n").strip() for name in ("network", "account", "text", "alt")}
    return Typed(**words, picture=picture)


def refused(world: World, typed: Typed) -> str:
    """Return what the network's own app would say; "" when it takes the post."""
    if accounts.get(world, typed.network, typed.account) is None:
        return "Choose an account."
    if typed.network == "instagram" and not typed.picture:
        return "Instagram takes no post without a picture."
    if not typed.text and not typed.picture:
        return "Write something, or choose a picture."
    most = {"facebook": FACEBOOK_MAX, "instagram": TEXT_MAX, "twitter": twitter_text.MAX}[typed.network]
    length = twitter_text.length(typed.text) if typed.network == "twitter" else len(typed.text)
    return f"The text has {length} characters; {LABEL[typed.network]} takes {most}." if length > most else ""


def shown(world: World, typed: Typed, *, problem: str = "") -> Response:
    people = accounts.of(world, typed.network)
    page = views.page(
        "by-hand.html",
        status=400 if problem else 200,
        typed=typed,
        accounts=people,
        chosen=typed.account or (people[0]["id"] if people else ""),
        problem=problem,
        label=LABEL[typed.network],
        here="wall",
    )
    page.headers["Referrer-Policy"] = "same-origin"  # else the browser says of its own form only that it comes from nowhere
    return page


routes: list[BaseRoute] = [Route("/by-hand", form), Route("/by-hand", post, methods=["POST"])]
