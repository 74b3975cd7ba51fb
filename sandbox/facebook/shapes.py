"""Pages, posts and photos as Graph gives them back. Sources: docs/graph-api/reference/page, page-post, photo (v25.0)."""

from collections.abc import Callable
from typing import Any

from sandbox import accounts, media, pictures
from sandbox.graph import fields as graph_fields
from sandbox.graph.fields import Field
from sandbox.graph.times import stamp
from sandbox.store import Row, loads
from sandbox.world import World

PAGE = frozenset(
    {"id", "name", "username", "link", "picture", "about", "category", "fan_count", "followers_count", "is_published",
    "verification_status", "website", "can_post", "access_token"}
)  # fmt: skip
POST = frozenset(
    {"id", "message", "created_time", "updated_time", "permalink_url", "from", "is_published", "is_hidden", "is_expired", "status_type",
    "story", "attachments", "full_picture", "picture", "icon", "privacy", "promotable_id", "is_eligible_for_promotion", "application",
    "parent_id", "shares", "reactions", "comments", "timeline_visibility"}
)  # fmt: skip
PHOTO = frozenset(
    {"id", "name", "created_time", "updated_time", "link", "images", "height", "width", "alt_text", "alt_text_custom", "page_story_id",
    "picture", "from", "can_delete", "icon"}
)  # fmt: skip

Value = Callable[[Field], Any]


def fill(wanted: tuple[Field, ...], values: dict[str, Value], always: str) -> dict[str, Any]:
    """Return the wanted fields that have a value; the id always. Graph leaves out what is empty."""
    body: dict[str, Any] = {}
    for field in wanted:
        if field.name in values and (found := values[field.name](field)) not in (None, ""):
            body[field.name] = found
    return body | {"id": always}


def permalink(world: World, post: Row) -> str:
    """Return the address under which a person sees the post."""
    return world.address(f"/facebook/{post['account']}/posts/{post['id'].partition('_')[2]}")


def page(world: World, row: Row, wanted: tuple[Field, ...], *, token: str = "") -> dict[str, Any]:
    """Return one page node."""
    graph_fields.refuse_unknown(wanted, PAGE, "Page")
    values: dict[str, Value] = {
        "name": lambda field: row["name"],
        "username": lambda field: row["handle"],
        "link": lambda field: world.address(f"/facebook/{row['handle']}"),
        "picture": lambda field: picture(world, row),
        "category": lambda field: "Community organisation",
        "followers_count": lambda field: 0,
        "fan_count": lambda field: 0,
        "is_published": lambda field: True,
        "can_post": lambda field: True,
        "verification_status": lambda field: "not_verified",
        "access_token": lambda field: token,
    }
    return fill(wanted, values, row["id"])


def picture(world: World, row: Row) -> dict[str, Any]:
    """Return a page's picture edge."""
    return {"data": {"height": 50, "is_silhouette": not row["avatar"], "url": world.address(f"/avatar/facebook/{row['id']}"), "width": 50}}


def post(world: World, row: Row, wanted: tuple[Field, ...]) -> dict[str, Any]:
    """Return one post node."""
    graph_fields.refuse_unknown(wanted, POST, "Post")
    photos = media.of(world, "facebook", loads(row, "media"))
    author = accounts.get(world, "facebook", row["account"])

    def summary(field: Field) -> dict[str, Any]:
        return {"data": [], "summary": {"total_count": 0}} if "summary" in field.modifiers else {"data": []}

    values: dict[str, Value] = {
        "message": lambda field: row["text"],
        "created_time": lambda field: stamp(row["created_ms"]),
        "updated_time": lambda field: stamp(row["updated_ms"]),
        "permalink_url": lambda field: permalink(world, row),
        "from": lambda field: {"name": author["name"] if author else "", "id": row["account"]},
        "is_published": lambda field: bool(row["published"]),
        "is_hidden": lambda field: False,
        "is_expired": lambda field: False,
        "status_type": lambda field: "added_photos" if photos else "shared_story" if row["link"] else "mobile_status_update",
        "attachments": lambda field: attachments(world, row, photos, field),
        "full_picture": lambda field: pictures.url(world, photos[0]["sha256"]) if photos else None,
        "picture": lambda field: pictures.url(world, photos[0]["sha256"]) if photos else None,
        "privacy": lambda field: {"allow": "", "deny": "", "description": "Public", "friends": "", "value": "EVERYONE"},
        "promotable_id": lambda field: row["id"],
        "is_eligible_for_promotion": lambda field: True,
        "application": lambda field: {"name": "Sandbox application", "id": world.environment.app_id},
        "reactions": summary,
        "comments": summary,
        "timeline_visibility": lambda field: "normal",
    }
    return fill(wanted, values, row["id"])


def attachments(world: World, row: Row, photos: list[Row], field: Field) -> dict[str, Any] | None:
    """Return a post's attachments: an album of photos, one photo, or a shared link."""

    def one(photo: Row) -> dict[str, Any]:
        image = {"height": photo["height"], "src": pictures.url(world, photo["sha256"]), "width": photo["width"]}
        where = photo_link(world, photo)
        return {
            "media": {"image": image},
            "target": {"id": photo["id"], "url": where},
            "type": "photo",
            "url": where,
            "media_type": "photo",
            "description": photo["caption"] or None,
        }

    if len(photos) > 1:
        whole: dict[str, Any] = {
            "media": one(photos[0])["media"],
            "subattachments": {"data": [one(photo) for photo in photos]},
            "title": "Photos",
            "type": "album",
            "media_type": "album",
            "url": permalink(world, row),
            "target": {"id": row["id"], "url": permalink(world, row)},
        }
    elif photos:
        whole = one(photos[0])
    elif row["link"]:
        whole = {
            "title": row["link"],
            "type": "share",
            "media_type": "link",
            "url": row["link"],
            "unshimmed_url": row["link"],
            "target": {"url": row["link"]},
        }
    else:
        return None
    known = frozenset({"description", "media", "media_type", "subattachments", "target", "title", "type", "unshimmed_url", "url"})
    graph_fields.refuse_unknown(field.fields, known, "StoryAttachment")
    wanted = {inner.name for inner in field.fields} or known - {"subattachments", "media_type", "unshimmed_url"} | {"subattachments"}
    return {"data": [{name: value for name, value in whole.items() if name in wanted and value is not None}]}


def photo_link(world: World, row: Row) -> str:
    """Return the address under which a person sees a photo."""
    return world.address(f"/facebook/photo/?fbid={row['id']}")


def photo(world: World, row: Row, wanted: tuple[Field, ...]) -> dict[str, Any]:
    """Return one photo node."""
    graph_fields.refuse_unknown(wanted, PHOTO, "Photo")
    source = pictures.url(world, row["sha256"])
    author = accounts.get(world, "facebook", row["account"])
    values: dict[str, Value] = {
        "name": lambda field: row["caption"],
        "created_time": lambda field: stamp(row["created_ms"]),
        "updated_time": lambda field: stamp(row["created_ms"]),
        "link": lambda field: photo_link(world, row),
        "images": lambda field: [{"height": row["height"], "source": source, "width": row["width"]}],
        "height": lambda field: row["height"],
        "width": lambda field: row["width"],
        "alt_text": lambda field: row["alt"],
        "alt_text_custom": lambda field: row["alt"],
        "page_story_id": lambda field: row["post"],
        "picture": lambda field: source,
        "from": lambda field: {"name": author["name"] if author else "", "id": row["account"]},
        "can_delete": lambda field: True,
    }
    return fill(wanted, values, row["id"])
