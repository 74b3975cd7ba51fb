"""POST and GET on a page's feed. Source: docs/graph-api/reference/page/feed and docs/pages-api/posts (v25.0)."""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox import ids, media, posts
from sandbox.facebook import calls, shapes
from sandbox.facebook.calls import Call
from sandbox.graph import fields as graph_fields
from sandbox.graph import paging, times
from sandbox.graph.errors import GraphError, bad_parameter
from sandbox.store import Row

TEXT_MAX = 63_206
# Parameters of the edge that facebook-business 26.0.3 names and the sandbox does not play.
UNSUPPORTED = frozenset(
    {"actions", "backdated_time", "backdated_time_granularity", "call_to_action", "caption", "child_attachments", "description",
    "feed_targeting", "formatting", "is_explicit_location", "multi_share_end_card", "multi_share_optimized", "name", "object_attachment",
    "og_action_type_id", "og_object_id", "picture", "place", "privacy", "properties", "quote", "scheduled_publish_time", "source", "tags",
    "target_surface", "targeting", "text_format_preset_id", "thumbnail", "title", "unpublished_content_type"}
)  # fmt: skip


async def create(request: Request) -> Response:
    """Publish a post. Answers {id} and, read after write, the wanted fields."""
    call = await calls.begin(request)
    page = calls.page_of(call, request.path_params["node"], "post", write=True)
    params = call.params
    photos = _photos(call, page["id"])
    params.only("message", "link", "attached_media", "published", unsupported=UNSUPPORTED)
    wanted = graph_fields.parse(params.text("fields"))
    graph_fields.refuse_unknown(wanted, shapes.POST, "Post")
    message, link, published = params.text("message"), params.text("link"), params.flag("published", True)
    if params.files:
        raise bad_parameter("The feed takes no files; upload them to /photos first")
    if not message.strip() and not link and not photos:
        raise bad_parameter("One of message, link or attached_media must be given")
    if len(message) > TEXT_MAX:
        raise bad_parameter(f"Param message must be no more than {TEXT_MAX} characters")
    if link:
        if photos:
            raise bad_parameter("A post has either a link or attached media")
        _check_link(call, link)
    _refuse_equal(call, page["id"], message, link, [photo["sha256"] for photo in photos])
    node_id = f"{page['id']}_{ids.graph()}"
    chosen = [photo["id"] for photo in photos]
    posts.accept(request, network="facebook", id=node_id, account=page["id"], text=message, link=link, media=chosen, published=published)
    row = posts.get(call.world, "facebook", node_id)
    assert row
    return JSONResponse(shapes.post(call.world, row, wanted), headers=call.headers)


def _photos(call: Call, page: str) -> list[Row]:
    """Return the photos to attach: unpublished ones of this page that no post has."""
    items = call.params.items("attached_media") or []
    found: list[Row] = []
    for item in items:
        if not isinstance(item, dict) or set(item) - {"media_fbid", "message"} or not isinstance(item.get("media_fbid"), str | int):
            raise bad_parameter('Param attached_media must be a list of {"media_fbid": …}')
        photo = media.get(call.world, "facebook", str(item["media_fbid"]))
        if photo is None or photo["account"] != page:
            raise bad_parameter("Invalid parameter: attached_media names a photo that does not exist or is not this Page's")
        if photo["post"] or photo["id"] in [one["id"] for one in found]:
            raise bad_parameter("Invalid parameter: attached_media names a photo that is already published")
        found.append(photo)
    return found


def _check_link(call: Call, link: str) -> None:
    """Raise what Graph raises when it cannot read the page behind a link; the sandbox goes by the host's name and fetches nothing."""
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").lower()
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in ("http", "https") or not host or any(c.isspace() for c in link):
        raise GraphError(100, "(#100) The url you supplied is invalid", subcode=1500)
    if host == "facebook.com" or host.endswith(".facebook.com"):
        raise GraphError(1609008, "(#1609008) Links to facebook.com cannot be shared here")
    if host in call.world.settings["unreachable_hosts"] or host.endswith(".invalid"):
        raise GraphError(1609005, "(#1609005) There was a problem scraping data from the provided link.")


def _refuse_equal(call: Call, page: str, message: str, link: str, hashes: list[str]) -> None:
    """Raise 506 when the page's newest post says the same."""
    newest = posts.last(call.world, "facebook", page)
    if newest and (newest["text"].strip(), newest["link"], posts.hashes(call.world, newest)) == (message.strip(), link, hashes):
        raise GraphError(
            506,
            "(#506) Duplicate status message",
            subcode=1455006,
            title="Duplicate Status Update",
            advice=(
                "This status update is identical to the last one you posted. Try posting something different, or delete your "
                "previous update."
            ),
        )


async def read(request: Request) -> Response:
    """GET /{page}/feed and /{page}/published_posts: the page's own posts, newest first."""
    call = await calls.begin(request)
    page = calls.page_of(call, request.path_params["node"], "get", write=False)
    call.params.only("limit", "after", "since", "until", "include_hidden", "show_expired")
    wanted = graph_fields.parse(call.params.text("fields", "created_time,message,id"))
    graph_fields.refuse_unknown(wanted, shapes.POST, "Post")
    limit = call.params.number("limit", 25, low=1, high=100)
    rows = posts.listed(
        call.world,
        "facebook",
        page["id"],
        since_ms=times.read(call.params.text("since"), "since") or 0,
        until_ms=times.read(call.params.text("until"), "until"),
        before=paging.after(call.params),
        limit=limit + 1,
    )
    shown = rows[:limit]
    data = [shapes.post(call.world, row, wanted) for row in shown]
    return JSONResponse(paging.page(request, shown, data, has_more=len(rows) > limit), headers=call.headers)
