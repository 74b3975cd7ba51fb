"""What the control API makes by itself: sign-ins without a consent page, and posts of the past."""

from datetime import datetime
from typing import Any

from sandbox import accounts, ids, media, pictures, posts, tokens
from sandbox.facebook import shapes as facebook_shapes
from sandbox.facebook import tokens as facebook_tokens
from sandbox.instagram import reads as instagram_reads
from sandbox.instagram import tokens as instagram_tokens
from sandbox.store import Row
from sandbox.twitter import create as twitter_create
from sandbox.twitter import tokens as twitter_tokens
from sandbox.world import World

SCOPES = {
    "facebook": ["public_profile", "pages_show_list", "pages_read_engagement", "pages_manage_posts", "pages_manage_engagement"],
    "instagram": ["instagram_business_basic", "instagram_business_content_publish", "instagram_business_manage_comments"],
    "twitter": ["tweet.read", "tweet.write", "users.read", "media.write", "offline.access"],
}


def _account(world: World, network: str, account: str) -> Row:
    row = accounts.get(world, network, account)
    if row is None:
        raise accounts.UnfitAccount(f"{network} has no account {account}; make it with POST /control/accounts")
    return row


def grant(world: World, *, network: str, account: str, scopes: list[str] | None) -> dict[str, Any]:
    """Return what the network's token call would: facebook the page's entry of /me/accounts plus user_access_token."""
    row = _account(world, network, account)
    wanted = scopes or SCOPES[network]
    if network == "twitter":
        return twitter_tokens.pair(world, account=row["id"], scopes=wanted)
    kind, lives = ("user", facebook_tokens.SHORT_MS) if network == "facebook" else ("short", instagram_tokens.SHORT_MS)
    who = accounts.PERSON if network == "facebook" else row["id"]
    short = tokens.find(
        world, network, tokens.issue(world, network=network, kind=kind, account=who, scopes=wanted, lives_ms=lives, pages=[row["id"]])
    )
    assert short
    if network == "instagram":
        return {**instagram_tokens.long_lived(world, short), "user_id": row["id"], "permissions": wanted}
    user = tokens.find(world, network, facebook_tokens.long_lived(world, short))
    assert user
    page = {
        "access_token": facebook_tokens.page_token(world, user, row["id"]),
        "id": row["id"],
        "name": row["name"],
        "username": row["handle"],
    }
    return {
        **page,
        "token_type": "bearer",
        "scopes": wanted,
        "user_access_token": user["token"],
        "user_expires_in": facebook_tokens.LONG_MS // 1000,
    }


async def post(
    world: World, *, network: str, account: str, text: str, link: str, created_at: str, files: list[tuple[bytes, str]], reply_to: str
) -> dict[str, str]:
    """A post stands on the wall since `created_at` (ISO; empty = now). Returns its id and permalink."""
    row = _account(world, network, account)
    try:
        at = datetime.fromisoformat(created_at) if created_at else None
    except ValueError:
        raise accounts.UnfitAccount("created_at must be an ISO time") from None
    created = int(at.timestamp() * 1000) if at else world.now_ms()
    chosen = []
    for data, alt in files:
        picture = await pictures.examine(data)
        pictures.keep(world, picture, data)
        media_id = ids.snowflake(created) if network == "twitter" else ids.graph() if network == "facebook" else ids.instagram()
        lives = 86_400_000 if network == "twitter" else None
        media.add(world, network=network, id=media_id, account=account, picture=picture, alt=alt, lives_ms=lives)
        chosen.append(media_id)
    if network == "facebook":
        post_id = f"{account}_{ids.graph()}"
        posts.add(world, network=network, id=post_id, account=account, text=text, link=link, media=chosen, created_ms=created)
    elif network == "instagram":
        post_id = ids.instagram()
        extra = {"kind": "CAROUSEL_ALBUM" if len(chosen) > 1 else "IMAGE"}
        posts.add(world, network=network, id=post_id, account=account, text=text, media=chosen, created_ms=created, extra=extra)
    else:
        post_id = ids.snowflake(created)
        parent = posts.get(world, network, reply_to) if reply_to else None
        said = f"{text} {link}".strip() if link and link not in text else text
        shown, links = twitter_create.shorten(row["handle"], post_id, said, media.of(world, network, chosen))
        posts.add(
            world,
            network=network,
            id=post_id,
            account=account,
            text=said,
            shown=shown,
            media=chosen,
            created_ms=created,
            reply_to=reply_to,
            conversation=parent["conversation"] if parent else post_id,
            extra={"urls": links},
        )
    made = posts.get(world, network, post_id)
    assert made
    return {"id": post_id, "permalink": permalink(world, made)}


def permalink(world: World, post: Row) -> str:
    """Return the address under which a person sees a post of any network."""
    if post["network"] == "facebook":
        return facebook_shapes.permalink(world, post)
    if post["network"] == "instagram":
        return instagram_reads.permalink(world, post)
    author = accounts.get(world, "twitter", post["account"])
    return world.address(f"/twitter/{author['handle'] if author else post['account']}/status/{post['id']}")
