"""The picture of a container: fetched by address and measured.

Sources: docs/instagram-platform/content-publishing and reference/ig-user/media (image specifications), reference/error-codes.
Instagram scales a picture narrower than 320 or wider than 1440 pixels by itself; the sandbox refuses it, so that renditions are made
on purpose.
"""

from sandbox import fetch, pictures
from sandbox.graph.errors import GraphError
from sandbox.pictures import Picture
from sandbox.world import World

MAX_BYTES = 8 * 1024 * 1024
MIN_RATIO, MAX_RATIO = 4 / 5, 1.91
MIN_WIDTH, MAX_WIDTH = 320, 1440


async def get(world: World, url: str) -> Picture:
    """Return the stored picture behind `url`. Raises 9004, 36000, 36001 and 36003 with their subcodes."""
    try:
        data = await fetch.fetch(url, any_host=world.environment.fetch_any, max_bytes=MAX_BYTES)
    except fetch.Unfetchable as error:
        raise unfetchable(url, str(error)) from None
    if len(data) > MAX_BYTES:
        raise GraphError(
            36000,
            "The image size is too large.",
            subcode=2207004,
            title="Image size too large",
            advice="The image is too large to download. It should be less than 8 MiB.",
        )
    try:
        picture = await pictures.examine(data)
    except pictures.NotAPicture:
        raise unfetchable(url, "not a picture") from None
    if picture.mime != "image/jpeg":
        raise GraphError(
            36001,
            "The image format is not supported.",
            subcode=2207005,
            title="Unsupported image format",
            advice=f"The image format {picture.mime} is not supported. Supported formats are: JPEG.",
        )
    ratio = picture.width / picture.height
    if not MIN_RATIO - 0.005 <= ratio <= MAX_RATIO + 0.005:
        raise GraphError(
            36003,
            "The submitted image with aspect ratio cannot be published.",
            subcode=2207009,
            title="Invalid aspect ratio",
            advice=f"The aspect ratio {ratio:.3f} is not supported. It should be between 4:5 and 1.91:1.",
        )
    if not MIN_WIDTH <= picture.width <= MAX_WIDTH:
        raise GraphError(
            36003,
            "The submitted image cannot be published.",
            subcode=2207009,
            title="Invalid image width",
            advice=f"The width {picture.width} is not supported. It should be between {MIN_WIDTH} and {MAX_WIDTH}.",
        )
    pictures.keep(world, picture, data)
    return picture


def unfetchable(url: str, why: str) -> GraphError:
    """Return the error of an address that gave no picture."""
    return GraphError(
        9004,
        "Only photo or video can be accepted as media type.",
        subcode=2207052,
        title="Media download has failed. The media URI doesn't meet our requirements.",
        advice=f"The media could not be fetched from this URI: {url[:300]}. ({why})",
    )
