"""GET /2/users/me, /2/users/{id}/tweets, /2/tweets and /2/tweets/{id}. Source: docs.x.com/x-api (OpenAPI 2.167)."""

from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import accounts, posts
from sandbox.store import Row
from sandbox.twitter import errors, query, shapes
from sandbox.twitter.calls import READ, begin, charge


async def me(request: Request) -> Response:
    """GET /2/users/me."""
    call = begin(request, name="me", scopes=READ, limit=75)
    query.check(request)
    charge(call, 10)
    return JSONResponse({"data": shapes.user(request, call.account)}, headers=call.headers)


async def one(request: Request) -> Response:
    """GET /2/tweets/{id}; a post that is not there is a 200 with errors and no data."""
    call = begin(request, name="tweet", scopes=READ, limit=request.app.state.world.settings["x_reads_per_window"])
    query.check(request)
    post_id = request.path_params["id"]
    if not post_id.isascii() or not post_id.isdigit() or len(post_id) > 19:
        raise errors.invalid(f"The `id` query parameter value [{post_id[:60]}] is not valid", {"id": [post_id[:60]]})
    post = posts.get(call.world, "twitter", post_id)
    if post is None:
        return JSONResponse({"errors": [errors.missing(post_id)]}, headers=call.headers)
    charge(call, 5)
    return JSONResponse({"data": shapes.post(request, post), **shapes.includes(request, [post])}, headers=call.headers)


async def many(request: Request) -> Response:
    """GET /2/tweets?ids=…, at most 100."""
    call = begin(request, name="tweets", scopes=READ, limit=5000)
    query.check(request, "ids")
    wanted = query.values(request, "ids")
    if not 1 <= len(wanted) <= 100 or not all(post_id.isascii() and post_id.isdigit() and len(post_id) <= 19 for post_id in wanted):
        raise errors.invalid("The `ids` query parameter must have 1 to 100 ids", {"ids": [post_id[:60] for post_id in wanted[:100]]})
    found = [post for post_id in wanted if (post := posts.get(call.world, "twitter", post_id))]
    body: dict[str, Any] = {}
    if found:
        body = {"data": [shapes.post(request, post) for post in found], **shapes.includes(request, found)}
    if lost := set(wanted) - {post["id"] for post in found}:
        body["errors"] = [errors.missing(post_id, "ids") for post_id in sorted(lost)]
    charge(call, 5 * len(found))
    return JSONResponse(body, headers=call.headers)


async def timeline(request: Request) -> Response:
    """GET /2/users/{id}/tweets: an account's own posts, newest first."""
    call = begin(request, name="timeline", scopes=READ, limit=request.app.state.world.settings["x_reads_per_window"])
    query.check(request, "max_results", "start_time", "end_time", "since_id", "until_id", "pagination_token", "exclude")
    author = accounts.get(call.world, "twitter", request.path_params["id"])
    if author is None:
        return JSONResponse({"errors": [errors.missing(request.path_params["id"][:30], "id", "user")]}, headers=call.headers)
    limit = query.number(request, "max_results", 10, 5, 100)
    for value in (exclude := query.values(request, "exclude")):
        if value not in ("replies", "retweets"):
            raise errors.invalid(
                f"The `exclude` query parameter value [{value[:60]}] is not one of [replies,retweets]", {"exclude": [value[:60]]}
            )
    rows = posts.listed(
        call.world,
        "twitter",
        author["id"],
        since_ms=_time(request, "start_time") or 0,
        until_ms=_time(request, "end_time"),
        before=_place(request),
        limit=10_000 if exclude or {"since_id", "until_id"} & set(request.query_params) else limit + 1,
    )
    rows = [row for row in rows if _within(request, row) and not ("replies" in exclude and row["reply_to"])]
    shown = rows[:limit]
    meta: dict[str, Any] = {"result_count": len(shown)}
    if not shown:
        return JSONResponse({"meta": meta}, headers=call.headers)
    meta |= {"newest_id": shown[0]["id"], "oldest_id": shown[-1]["id"]}
    if len(rows) > limit:
        meta["next_token"] = f"7140{shown[-1]['created_ms']:x}z{shown[-1]['place']:x}"
    charge(call, 5 * len(shown))
    return JSONResponse(
        {"data": [shapes.post(request, row) for row in shown], **shapes.includes(request, shown), "meta": meta}, headers=call.headers
    )


def _within(request: Request, row: Row) -> bool:
    since, until = (request.query_params.get(name, "") for name in ("since_id", "until_id"))
    return (not since.isdigit() or int(row["id"]) > int(since)) and (not until.isdigit() or int(row["id"]) < int(until))


def _time(request: Request, name: str) -> int | None:
    """Return milliseconds of an ISO time in UTC, whole seconds as X's documents show, or None."""
    value = request.query_params.get(name)
    if value is None:
        return None
    try:
        parsed = datetime.fromisoformat(value)
    except ValueError:
        parsed = None
    if parsed is None or not value.endswith("Z") or "T" not in value:
        raise errors.invalid(f"The `{name}` query parameter value [{value[:60]}] is not a valid RFC3339 date-time", {name: [value[:60]]})
    return int(parsed.timestamp() * 1000)


def _place(request: Request) -> tuple[int, int] | None:
    """Return the place a pagination token stands for."""
    token = request.query_params.get("pagination_token")
    if token is None:
        return None
    ms, _, place = token.removeprefix("7140").partition("z")
    try:
        return int(ms, 16), int(place, 16)
    except ValueError:
        raise errors.invalid(
            f"The `pagination_token` query parameter value [{token[:60]}] is not valid", {"pagination_token": [token[:60]]}
        ) from None
