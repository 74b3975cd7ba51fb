"""Rows of uploaded media: Facebook photos, Instagram media items and X media ids."""

from sandbox.pictures import Picture
from sandbox.store import Row
from sandbox.world import World


def add(
    world: World, *, network: str, id: str, account: str, picture: Picture, alt: str = "", caption: str = "", lives_ms: int | None = None
) -> None:
    """An uploaded picture belongs to an account; it may end after `lives_ms` when no post takes it."""
    now = world.now_ms()
    world.store.add(
        "media",
        network=network,
        id=id,
        account=account,
        sha256=picture.sha256,
        mime=picture.mime,
        width=picture.width,
        height=picture.height,
        size=picture.size_bytes,
        alt=alt,
        caption=caption,
        created_ms=now,
        expires_ms=None if lives_ms is None else now + lives_ms,
    )


def get(world: World, network: str, id: str) -> Row | None:
    """Return one medium that was not deleted, or None."""
    return world.store.one("SELECT * FROM media WHERE network = ? AND id = ? AND deleted_ms IS NULL", network, id)


def of(world: World, network: str, ids: list[str]) -> list[Row]:
    """Return the media of these ids in this order."""
    found = [get(world, network, media_id) for media_id in ids]
    return [row for row in found if row is not None]


def attach(world: World, network: str, ids: list[str], post: str) -> None:
    """The media belong to a post from now on."""
    for media_id in ids:
        world.store.run("UPDATE media SET post = ? WHERE network = ? AND id = ?", post, network, media_id)
