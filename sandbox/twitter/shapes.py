"""Posts, users and media as X gives them back. Source: docs.x.com/x-api/fundamentals/data-dictionary."""

from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request

from sandbox import accounts, media, pictures
from sandbox.store import Row, loads
from sandbox.twitter import query
from sandbox.world import World, world_of


def stamp(ms: int) -> str:
    """Return 2026-11-24T08:00:00.123Z."""
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def wanted_fields(request: Request) -> set[str]:
    """Return the wanted post fields of either spelling."""
    return {*query.values(request, "tweet.fields"), *query.values(request, "post.fields")}


def post(request: Request, row: Row) -> dict[str, Any]:
    """Return one post with the wanted fields."""
    wanted = wanted_fields(request)
    new = "post.fields" in request.query_params
    keys = [f"3_{post_id}" for post_id in loads(row, "media")]
    extra = loads(row, "extra")
    body: dict[str, Any] = {
        "id": row["id"],
        "text": row["shown"],
        "edit_history_post_ids" if new else "edit_history_tweet_ids": [row["id"]],
    }
    values: dict[str, Any] = {
        "created_at": stamp(row["created_ms"]),
        "author_id": row["account"],
        "conversation_id": row["conversation"],
        "lang": "und",
        "possibly_sensitive": False,
        "reply_settings": extra.get("reply_settings", "everyone"),
        "public_metrics": dict.fromkeys(
            ("repost_count" if new else "retweet_count", "reply_count", "like_count", "quote_count", "bookmark_count", "impression_count"),
            0,
        ),
        "edit_controls": {"edits_remaining": 5, "is_edit_eligible": False, "editable_until": stamp(row["created_ms"] + 3_600_000)},
    }
    if keys:
        values["attachments"] = {"media_keys": keys}
    if extra.get("urls"):
        values["entities"] = {"urls": extra["urls"]}
    if row["reply_to"]:
        values["in_reply_to_user_id"] = row["account"]
        values["referenced_posts"] = values["referenced_tweets"] = [{"type": "replied_to", "id": row["reply_to"]}]
    return body | {name: value for name, value in values.items() if name in wanted}


def user(request: Request, row: Row) -> dict[str, Any]:
    """Return one user with the wanted fields."""
    wanted = query.values(request, "user.fields")
    values: dict[str, Any] = {
        "created_at": stamp(row["created_ms"]),
        "description": "",
        "profile_image_url": world_of(request).address(f"/avatar/twitter/{row['id']}"),
        "protected": False,
        "verified": False,
        "verified_type": "none",
        "subscription_type": "None",
        "location": "",
        "url": "",
        "public_metrics": {
            "followers_count": 0,
            "following_count": 0,
            "tweet_count": 0,
            "listed_count": 0,
            "like_count": 0,
            "media_count": 0,
        },
    }
    return {"id": row["id"], "name": row["name"], "username": row["handle"]} | {
        name: value for name, value in values.items() if name in wanted
    }


def includes(request: Request, rows: list[Row]) -> dict[str, Any]:
    """Return what the wanted expansions add."""
    world, expansions, found = world_of(request), query.values(request, "expansions"), {}
    if "author_id" in expansions:
        people = [accounts.get(world, "twitter", post_id) for post_id in dict.fromkeys(row["account"] for row in rows)]
        found["users"] = [user(request, person) for person in people if person]
    if "attachments.media_keys" in expansions:
        shown = [picture for row in rows for picture in media.of(world, "twitter", loads(row, "media"))]
        if shown:
            found["media"] = [_medium(world, request, picture) for picture in shown]
    return {"includes": found} if found else {}


def _medium(world: World, request: Request, row: Row) -> dict[str, Any]:
    wanted = query.values(request, "media.fields")
    values = {"url": pictures.url(world, row["sha256"]), "width": row["width"], "height": row["height"], "alt_text": row["alt"] or None}
    kind = "animated_gif" if row["mime"] == "image/gif" else "photo"
    return {"media_key": f"3_{row['id']}", "type": kind} | {
        name: value for name, value in values.items() if name in wanted and value is not None
    }
