"""Comments under posts, as the account itself writes them. The ledger has them as operation "comment"."""

from typing import Any

from starlette.requests import Request

from sandbox.store import Row
from sandbox.world import World, world_of


def accept(request: Request, *, network: str, id: str, post: Row, account: str, text: str) -> None:
    """The comment stands under the post and in the ledger: both or neither."""
    world = world_of(request)
    now = world.now_ms()
    with world.store.transaction():
        world.store.add(
            "comments",
            network=network,
            id=id,
            post=post["id"],
            account=account,
            text=text,
            created_ms=now,
            visible_ms=now + request.state.visible_after_ms,
        )
        write_down(request, operation="comment", network=network, id=id)


def write_down(request: Request, *, operation: str, network: str, id: str) -> None:
    world = world_of(request)
    comment = get(world, network, id)
    assert comment
    world.store.add(
        "ledger",
        network=network,
        account=comment["account"],
        operation=operation,
        id=id,
        text=comment["text"],
        media=[],
        link="",
        reply_to=comment["post"],
        created_ms=world.now_ms(),
        user_agent=request.headers.get("user-agent", "")[:300],
        request_id=request.state.id,
    )


def get(world: World, network: str, id: str) -> Row | None:
    return world.store.one("SELECT * FROM comments WHERE network = ? AND id = ? AND deleted_ms IS NULL", network, id)


def under(
    world: World, network: str, post: str, *, newest_first: bool, limit: int = 100, beyond: tuple[int, int] | None = None
) -> list[Row]:
    """Return what is listed under a post now. `beyond`: only what comes after this place (created_ms, rowid) of the list."""
    sign, order = ("<", "DESC") if newest_first else (">", "ASC")
    ms, place = beyond or ((1 << 62, 0) if newest_first else (-1, 0))
    return world.store.all(
        f"SELECT rowid AS place, * FROM comments WHERE network = ? AND post = ? AND deleted_ms IS NULL AND visible_ms <= ? "  # noqa: S608
        f"AND (created_ms, rowid) {sign} (?, ?) ORDER BY created_ms {order}, rowid {order} LIMIT ?",
        network,
        post,
        world.now_ms(),
        ms,
        place,
        limit,
    )


def delete(request: Request, network: str, id: str) -> None:
    world = world_of(request)
    with world.store.transaction():
        write_down(request, operation="uncomment", network=network, id=id)
        world.store.run("UPDATE comments SET deleted_ms = ? WHERE network = ? AND id = ?", world.now_ms(), network, id)


def seen(world: World, network: str, post: str) -> list[dict[str, Any]]:
    """Return a post's comments as the wall shows them, oldest first."""
    return [
        {"id": row["id"], "text": row["text"], "created_ms": row["created_ms"]} for row in under(world, network, post, newest_first=False)
    ]
