"""POST /2/tweets and DELETE /2/tweets/{id}. Source: docs.x.com/x-api/posts/create-post (OpenAPI 2.167)."""

import re
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import ids, media, posts
from sandbox.store import Row
from sandbox.twitter import body, errors, text
from sandbox.twitter.body import array, boolean, integer, record, string
from sandbox.twitter.calls import WRITE, Call, begin, charge

DAY_MS = 24 * 3_600_000
ID = string(digits=True)
BODY = record(
    text=string(high=25_000),
    media=record(("media_ids",), media_ids=array(ID, low=1, high=4), tagged_user_ids=array(ID, low=0, high=10)),
    reply=record(
        ("in_reply_to_tweet_id",),
        in_reply_to_tweet_id=ID,
        exclude_reply_user_ids=array(ID, low=0, high=50),
        auto_populate_reply_metadata=boolean,
    ),
    reply_settings=string(among=("following", "mentionedUsers", "subscribers", "verified")),
    quote_tweet_id=ID,
    poll=record(("options", "duration_minutes"), options=array(string(low=1, high=25), low=2, high=4), duration_minutes=integer(5, 10_080),
                reply_settings=string(among=("following", "mentionedUsers", "subscribers", "verified"))),
    geo=record(place_id=string()),
    community_id=ID,
    direct_message_deep_link=string(),
    for_super_followers_only=boolean,
    share_with_followers=boolean,
    card_uri=string(),
    nullcast=boolean,
    made_with_ai=boolean,
    paid_partnership=boolean,
    edit_options=record(("previous_post_id",), previous_post_id=ID),
)  # fmt: skip
ONE_OF = ("media", "poll", "quote_tweet_id", "card_uri")
NOT_PLAYED = (
    "poll",
    "geo",
    "community_id",
    "direct_message_deep_link",
    "for_super_followers_only",
    "share_with_followers",
    "card_uri",
    "nullcast",
)
NOT_PERMITTED = "You are not permitted to perform this action."
NOT_YOURS = "You can only reply to or quote posts where you are mentioned or are the author."


async def create(request: Request) -> Response:
    """Publish a post, alone or as a reply to an own one. Answers 201 {data: {id, text, edit_history_tweet_ids}}."""
    world_limit = request.app.state.world.settings["x_posts_per_window"]
    call = begin(request, name="create", scopes=WRITE, limit=world_limit)
    wanted = await body.read(request, BODY)
    if len([name for name in ONE_OF if name in wanted]) > 1:
        raise errors.invalid(f"$: only one of {', '.join(ONE_OF)} may be given")
    for name in NOT_PLAYED:
        if name in wanted:
            raise errors.forbidden(f"{name} exists on X but is not part of this sandbox")
    if "quote_tweet_id" in wanted:
        raise errors.forbidden(NOT_YOURS)
    if "edit_options" in wanted:
        raise errors.forbidden(NOT_PERMITTED)
    said = wanted.get("text", "").strip()
    pictures = _media(call, wanted.get("media", {}).get("media_ids", []))
    if not said and not pictures:
        raise errors.invalid("$.text: is missing but it is required", {"text": [said]})
    if text.length(said) > text.MAX or len(re.findall(r"(?<!\w)\$[A-Za-z]{1,6}\b", said)) > 1:
        raise errors.forbidden(NOT_PERMITTED)
    parent = _parent(call, wanted.get("reply", {}).get("in_reply_to_tweet_id", ""))
    _refuse_equal(call, said, [picture["sha256"] for picture in pictures])
    now = call.world.now_ms()
    post_id = ids.snowflake(now)
    shown, links = shorten(call.account["handle"], post_id, said, pictures)
    posts.accept(
        request,
        network="twitter",
        id=post_id,
        account=call.account["id"],
        text=said,
        shown=shown,
        media=[picture["id"] for picture in pictures],
        reply_to=parent["id"] if parent else "",
        conversation=parent["conversation"] if parent else post_id,
        created_ms=now,
        extra={
            "urls": links,
            "made_with_ai": wanted.get("made_with_ai", False),
            "reply_settings": wanted.get("reply_settings", "everyone"),
        },
    )
    charge(call, 200 if text.urls(said) else 15)
    return JSONResponse(
        {"data": {"id": post_id, "text": shown, "edit_history_tweet_ids": [post_id]}}, status_code=201, headers=call.headers
    )


def _media(call: Call, wanted: list[str]) -> list[Row]:
    """Return the media of these ids: own, not expired."""
    found = media.of(call.world, "twitter", wanted)
    good = [row for row in found if row["account"] == call.account["id"] and row["expires_ms"] > call.world.now_ms()]
    if len(good) != len(wanted):
        raise errors.invalid("Your media IDs are invalid.", {"media.media_ids": wanted})
    if len(good) > 1 and any(row["mime"] == "image/gif" for row in good):
        raise errors.invalid("A GIF stands alone in a post.", {"media.media_ids": wanted})
    return good


def _parent(call: Call, id: str) -> Row | None:
    """Return the post replied to: an own one, still there."""
    if not id:
        return None
    parent = posts.get(call.world, "twitter", id)
    if parent is None:
        raise errors.forbidden("You attempted to reply to a Tweet that is deleted or not visible to you.")
    if parent["account"] != call.account["id"]:
        raise errors.forbidden(NOT_YOURS)
    return parent


def _refuse_equal(call: Call, said: str, hashes: list[str]) -> None:
    """Raise 403 when the account said the same with the same pictures within a day."""
    for post in posts.equal(call.world, "twitter", call.account["id"], said, since_ms=call.world.now_ms() - DAY_MS):
        if posts.hashes(call.world, post) == hashes:
            raise errors.forbidden("You are not allowed to create a Tweet with duplicate content.")


def shorten(handle: str, id: str, said: str, pictures: list[Row]) -> tuple[str, list[dict[str, Any]]]:
    """Return the text X gives back and its `entities.urls`: every address becomes a t.co link, pictures add one more, & < > are escaped."""
    shown, links, at = "", [], 0
    for start, end in text.urls(said):
        short, target = f"https://t.co/{ids.short_link()}", said[start:end]
        full = target if "://" in target else f"http://{target}"
        shown += text.escape(said[at:start])
        links.append(
            {
                "start": len(shown),
                "end": len(shown) + len(short),
                "url": short,
                "expanded_url": full,
                "display_url": full.split("://")[1][:40],
            }
        )
        shown, at = shown + short, end
    shown += text.escape(said[at:])
    if pictures:
        short = f"https://t.co/{ids.short_link()}"
        shown = f"{shown} {short}" if shown else short
        for picture in pictures:
            links.append(
                {
                    "start": len(shown) - len(short),
                    "end": len(shown),
                    "url": short,
                    "expanded_url": f"https://x.com/{handle}/status/{id}/photo/1",
                    "display_url": "pic.x.com/" + short[-10:],
                    "media_key": f"3_{picture['id']}",
                }
            )
    return shown, links


async def delete(request: Request) -> Response:
    """Delete an own post. Answers {data: {deleted: true}}."""
    call = begin(request, name="delete", scopes=WRITE, limit=50)
    post_id = request.path_params["id"]
    ID(post_id, "$.id")
    post = posts.get(call.world, "twitter", post_id)
    if post is None:
        raise errors.Problem(404, {"errors": [errors.missing(post_id)]})
    if post["account"] != call.account["id"]:
        raise errors.forbidden("You are not authorized to delete this Tweet.")
    posts.delete(request, "twitter", post_id)
    charge(call, 10)
    return JSONResponse({"data": {"deleted": True}}, headers=call.headers)
