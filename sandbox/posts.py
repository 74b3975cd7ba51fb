"""Posts on the walls, and the ledger: the append-only list of what the networks accepted as visible."""

import unicodedata
from typing import Any

from starlette.requests import Request

from sandbox import media as media_rows
from sandbox.store import Row, loads
from sandbox.world import World, world_of


def add(
    world: World,
    *,
    network: str,
    id: str,
    account: str,
    text: str,
    shown: str | None = None,
    link: str = "",
    media: list[str] | None = None,
    reply_to: str = "",
    conversation: str = "",
    published: bool = True,
    created_ms: int | None = None,
    visible_after_ms: int = 0,
    extra: dict[str, Any] | None = None,
) -> None:
    """A post stands on an account's wall. `shown` is the text as the network gives it back, when that differs."""
    created = world.now_ms() if created_ms is None else created_ms
    world.store.add(
        "posts",
        network=network,
        id=id,
        account=account,
        text=text,
        folded=fold(text),
        shown=text if shown is None else shown,
        link=link,
        media=media or [],
        reply_to=reply_to,
        conversation=conversation or id,
        published=int(published),
        created_ms=created,
        visible_ms=created + visible_after_ms,
        updated_ms=created,
        extra=extra or {},
    )
    media_rows.attach(world, network, media or [], id)


def accept(request: Request, *, network: str, id: str, account: str, text: str, media: list[str] | None = None, **more: Any) -> None:
    """A post made through the API stands on the wall and, if it is visible, in the ledger: both or neither."""
    world = world_of(request)
    with world.store.transaction():
        add(world, network=network, id=id, account=account, text=text, media=media, visible_after_ms=request.state.visible_after_ms, **more)
        if more.get("published", True):
            write_down(request, operation="create", network=network, id=id)


def write_down(request: Request, *, operation: str, network: str, id: str) -> None:
    """One line more in the ledger about this post as it stands now."""
    world = world_of(request)
    post = world.store.one("SELECT * FROM posts WHERE network = ? AND id = ?", network, id)
    assert post
    world.store.add(
        "ledger",
        network=network,
        account=post["account"],
        operation=operation,
        id=id,
        text=post["text"],
        media=[row["sha256"] for row in media_rows.of(world, network, loads(post, "media"))],
        link=post["link"],
        reply_to=post["reply_to"],
        created_ms=world.now_ms(),
        user_agent=request.headers.get("user-agent", "")[:300],
        request_id=request.state.id,
    )


def get(world: World, network: str, id: str) -> Row | None:
    """Return a post that was not deleted, visible yet or not."""
    return world.store.one("SELECT * FROM posts WHERE network = ? AND id = ? AND deleted_ms IS NULL", network, id)


def listed(
    world: World,
    network: str,
    account: str = "",
    *,
    since_ms: int = 0,
    until_ms: int | None = None,
    before: tuple[int, int] | None = None,
    limit: int = 25,
) -> list[Row]:
    """Return what a list shows now, newest first: published, not deleted, past its visibility delay. `before` is (created_ms, rowid)."""
    until = world.now_ms() + 1 if until_ms is None else until_ms
    ms, rowid = before or (1 << 62, 0)
    return world.store.all(
        "SELECT rowid AS place, * FROM posts WHERE network = ? AND (? = '' OR account = ?) AND deleted_ms IS NULL AND published "
        "= 1 AND visible_ms <= ? "
        "AND created_ms >= ? AND created_ms < ? AND (created_ms, rowid) < (?, ?) ORDER BY created_ms DESC, rowid DESC LIMIT ?",
        network,
        account,
        account,
        world.now_ms(),
        since_ms,
        until,
        ms,
        rowid,
        limit,
    )


def fold(text: str) -> str:
    """Return what equal texts share: NFC, white space folded."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def equal(world: World, network: str, account: str, text: str, *, since_ms: int) -> list[Row]:
    """Return an account's published posts of the same text since a time, also those still held back from lists."""
    return world.store.all(
        "SELECT * FROM posts WHERE network = ? AND account = ? AND folded = ? AND deleted_ms IS NULL AND published = 1 AND created_ms >= ?",
        network,
        account,
        fold(text),
        since_ms,
    )


def last(world: World, network: str, account: str) -> Row | None:
    """Return the newest published post of an account, listed yet or not."""
    return world.store.one(
        "SELECT * FROM posts WHERE network = ? AND account = ? AND deleted_ms IS NULL AND published = 1 ORDER BY created_ms "
        "DESC, rowid DESC",
        network,
        account,
    )


def hashes(world: World, post: Row) -> list[str]:
    """Return the hashes of a post's pictures in order."""
    return [row["sha256"] for row in media_rows.of(world, post["network"], loads(post, "media"))]


def delete(request: Request, network: str, id: str) -> None:
    """The post is gone from the wall; the ledger remembers both its making and its end."""
    world = world_of(request)
    with world.store.transaction():
        write_down(request, operation="delete", network=network, id=id)
        world.store.run("UPDATE posts SET deleted_ms = ? WHERE network = ? AND id = ?", world.now_ms(), network, id)
