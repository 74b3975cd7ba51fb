"""The wall at /: what a person would see on each network, and the pages behind permalinks."""

import base64
import binascii
import html
from typing import Any
from urllib.parse import urlencode, urlsplit

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox import accounts, comments, media, posts, seeding, views
from sandbox.consent import LABEL
from sandbox.faults import KINDS, OPERATIONS
from sandbox.store import Row, loads
from sandbox.views import FOLDER
from sandbox.world import NETWORKS, World, world_of

SHOWN = 60
STATIC = {"sandbox.css": "text/css", "wall.js": "text/javascript", "faults.js": "text/javascript"}


def seen(world: World, row: Row) -> dict[str, Any]:
    """Return a post as the templates show it."""
    author = accounts.get(world, row["network"], row["account"])
    pictures = [dict(picture) for picture in media.of(world, row["network"], loads(row, "media"))]
    text, links = row["text"], {}
    if row["network"] == "twitter":
        urls = loads(row, "extra").get("urls", [])
        text = html.unescape(row["shown"])
        for url in urls:
            links[url["url"]] = url["expanded_url"]
            if "media_key" in url:
                text = text.replace(url["url"], "").rstrip()
    ratio = f"{pictures[0]['width']}/{pictures[0]['height']}" if pictures else "1"
    link = urlsplit(row["link"])
    return {
        **{name: row[name] for name in ("id", "account", "created_ms", "link", "conversation", "reply_to")},
        "text": text,
        "links": links,
        "pictures": pictures,
        "ratio": ratio,
        "name": author["name"] if author else row["account"],
        "handle": author["handle"] if author else row["account"],
        "lead": author["handle"] if author and row["network"] == "instagram" else "",
        "host": link.netloc,
        "link_title": link.path.strip("/").replace("-", " ").replace("/", " · ").capitalize() or link.netloc,
        "comments": comments.seen(world, row["network"], row["id"]),
        "permalink": urlsplit(seeding.permalink(world, row)).path,
    }


def threads(shown: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return posts grouped by conversation, the one with the newest post first, each from its beginning."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for post in shown:
        groups.setdefault(post["conversation"], []).insert(0, post)
    return list(groups.values())


def columns(world: World, query: dict[str, str]) -> list[dict[str, Any]]:
    """Return the three columns for a query such as ?show=twitter&facebook=1000123."""

    def address(**change: str) -> str:
        return "/?" + urlencode({name: value for name, value in {**query, **change}.items() if value})

    found = []
    for network in NETWORKS:
        people = accounts.of(world, network)
        chosen = query.get(network, "") if accounts.get(world, network, query.get(network, "")) else ""
        shown = [seen(world, row) for row in posts.listed(world, network, chosen, limit=SHOWN)]
        only = chosen or (people[0]["id"] if len(people) == 1 else "")
        counted = world.store.one(
            "SELECT count(*) AS n FROM posts WHERE network = ? AND (? = '' OR account = ?) AND deleted_ms IS NULL AND published "
            "= 1 AND visible_ms <= ?",
            network,
            chosen,
            chosen,
            world.now_ms(),
        )
        found.append(
            {
                "network": network,
                "label": LABEL[network],
                "posts": shown,
                "threads": threads(shown) if network == "twitter" else [],
                "count": counted["n"] if counted else 0,
                "chosen": chosen,
                "profile": accounts.get(world, network, only) if network == "instagram" and only and shown else None,
                "all": address(show=network, **{network: ""}),
                "tab": address(show=network),
                "by_hand": "/by-hand?" + urlencode({"network": network, **({"account": chosen} if chosen else {})}),
                "accounts": [
                    {
                        "id": one["id"],
                        "label": one["name"] if network == "facebook" else one["handle"],
                        "href": address(show=network, **{network: one["id"]}),
                    }
                    for one in people
                ],
            }
        )
    return found


def _query(request: Request) -> dict[str, str]:
    return {name: value for name, value in request.query_params.items() if name in ("show", *NETWORKS)}


def _show(query: dict[str, str]) -> str:
    return query["show"] if query.get("show") in NETWORKS else "facebook"


async def wall(request: Request) -> Response:
    """GET /: the three walls side by side; tabs on a phone."""
    query = _query(request)
    shown = columns(world_of(request), query)
    inner = views.html("columns.html", columns=shown, show=_show(query))
    live = "/columns?" + urlencode(query)
    return views.page(
        "wall.html",
        columns=shown,
        show=_show(query),
        inner=Markup(inner),  # noqa: S704 - from our own template
        live=live,
        mark=views.mark(inner),
        here="wall",
    )


async def fragment(request: Request) -> Response:
    """GET /columns: the inside of the wall, or 304 when nothing changed."""
    query = _query(request)
    inner = views.html("columns.html", columns=columns(world_of(request), query), show=_show(query))
    headers = {"ETag": views.mark(inner), "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return HTMLResponse(inner, headers=headers)


def _single(world: World, network: str, row: Row | None) -> Response:
    """Return the page of one post; on X with the thread it belongs to."""
    if row is None or not row["published"] or row["visible_ms"] > world.now_ms():
        return views.page("post.html", status=404, network=network, label=LABEL[network], gone=True, posts=[], here="")
    rows = [row]
    if network == "twitter":
        rows = [
            one
            for one in reversed(posts.listed(world, network, row["account"], limit=10_000))
            if one["conversation"] == row["conversation"]
        ]
    return views.page("post.html", network=network, label=LABEL[network], gone=False, posts=[seen(world, one) for one in rows], here="")


async def facebook_post(request: Request) -> Response:
    """GET /facebook/{page}/posts/{id}."""
    world, path = world_of(request), request.path_params
    return _single(world, "facebook", posts.get(world, "facebook", f"{path['page']}_{path['id']}"))


async def facebook_photo(request: Request) -> Response:
    """GET /facebook/photo/?fbid=: the post a photo belongs to."""
    world = world_of(request)
    photo = media.get(world, "facebook", request.query_params.get("fbid", ""))
    return _single(world, "facebook", posts.get(world, "facebook", photo["post"]) if photo else None)


async def instagram_post(request: Request) -> Response:
    """GET /instagram/p/{shortcode}/."""
    world = world_of(request)
    try:
        number = int.from_bytes(base64.urlsafe_b64decode(request.path_params["shortcode"].encode() + b"=="), "big")
    except (binascii.Error, ValueError):
        number = 0
    return _single(world, "instagram", posts.get(world, "instagram", str(number)))


async def twitter_post(request: Request) -> Response:
    """GET /twitter/{handle}/status/{id}."""
    world = world_of(request)
    return _single(world, "twitter", posts.get(world, "twitter", request.path_params["id"]))


async def profile(request: Request) -> Response:
    """GET /{network}/{handle}: the wall with this account chosen."""
    world, network = world_of(request), request.url.path.split("/")[1]
    row = accounts.by_handle(world, network, request.path_params["handle"]) or accounts.get(world, network, request.path_params["handle"])
    if row is None:
        return views.page("post.html", status=404, network=network, label=LABEL[network], gone=True, posts=[], here="")
    return Response(status_code=302, headers={"Location": f"/?show={network}&{network}={row['id']}"})


async def faults(request: Request) -> Response:
    """GET /faults: buttons for the common troubles, the open orders, the latest calls."""
    world = world_of(request)
    calls = world.store.all("SELECT * FROM calls ORDER BY seq DESC LIMIT 30")
    quick = {network: [(words, {"network": network, **order}) for words, order in QUICK[network]] for network in NETWORKS}
    return views.page(
        "faults.html", faults=world.faults.open(), operations=OPERATIONS, kinds=KINDS, quick=quick, labels=LABEL, calls=calls, here="faults"
    )


QUICK: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "facebook": [
        ("Next post: created, then 500", {"operation": "create", "kind": "5xx_after"}),
        ("Next post: created, connection reset", {"operation": "create", "kind": "reset_after"}),
        ("Next post: 500, not created", {"operation": "create", "kind": "5xx_before"}),
        ("Next post: page limit reached", {"operation": "create", "kind": "429"}),
        ("Next post: listed 20 s late", {"operation": "create", "kind": "visibility_delay", "seconds": 20}),
        ("Next call: token revoked", {"operation": "any", "kind": "token_revoked"}),
    ],
    "instagram": [
        ("Next publish: done, then 500", {"operation": "publish", "kind": "5xx_after"}),
        ("Next publish: done, half an answer", {"operation": "publish", "kind": "cut_body"}),
        ("Next container: no answer for 20 s", {"operation": "container", "kind": "hang", "seconds": 20}),
        ("Next container: too many calls", {"operation": "container", "kind": "429"}),
        ("Next status: an HTML page", {"operation": "status", "kind": "html_body"}),
        ("Next call: token revoked", {"operation": "any", "kind": "token_revoked"}),
    ],
    "twitter": [
        ("Next post: created, then 503", {"operation": "create", "kind": "5xx_after"}),
        ("Next post: created, no answer for 20 s", {"operation": "create", "kind": "hang_after", "seconds": 20}),
        ("Next post: reset, not created", {"operation": "create", "kind": "reset_before"}),
        ("Next post: too many requests", {"operation": "create", "kind": "429"}),
        ("Next post: credits used up", {"operation": "create", "kind": "credit_empty"}),
        ("Next call: token revoked", {"operation": "any", "kind": "token_revoked"}),
    ],
}


async def static(request: Request) -> Response:
    """GET /static/{name}: one of the few files the pages need."""
    name = request.path_params["name"]
    if name not in STATIC:
        return PlainTextResponse("no such file", status_code=404)
    return FileResponse(FOLDER.parent / "static" / name, media_type=STATIC[name], headers={"Cache-Control": "no-cache"})


routes: list[BaseRoute] = [
    Route("/", wall),
    Route("/columns", fragment),
    Route("/faults", faults),
    Route("/static/{name}", static),
    Route("/facebook/photo/", facebook_photo),
    Route("/facebook/{page}/posts/{id}", facebook_post),
    Route("/instagram/p/{shortcode}/", instagram_post),
    Route("/instagram/p/{shortcode}", instagram_post),
    Route("/twitter/{handle}/status/{id}", twitter_post),
    Route("/facebook/{handle}", profile),
    Route("/instagram/{handle}", profile),
    Route("/twitter/{handle}", profile),
]
