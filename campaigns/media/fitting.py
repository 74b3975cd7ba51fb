"""Renditions of what is in the library: drawn when somebody needs one that is not there, or ahead by a worker."""

import hashlib
from collections.abc import Mapping
from functools import partial
from typing import Any

from PIL import Image

from campaigns.media import drawing, files, public
from campaigns.media.crops import Window, window_of
from campaigns.media.models import Asset, Rendition
from campaigns.media.renditions import EXTENSIONS, Framing, Recipe, recipe, recipe_for
from networks.contract import Picture, PictureSpec


class Swapped(Exception):
    """The file is not the one that was uploaded, and that people said yes to."""


def rendition(*, asset: Asset, kind: str) -> Rendition:
    """The asset has this rendition, drawn now or before; any number of callers at once get the same. Raises ValueError for no kind."""
    there: Rendition | None = Rendition.objects.filter(asset=asset, kind=kind).first()
    if there is not None and files.exists(there.file.name or ""):
        there.asset = asset
        return there
    return draw(asset, recipe(kind, width=asset.width, height=asset.height), kind=kind)


def rendition_for(*, asset: Asset, spec: PictureSpec, crop: Mapping[str, Any] | None = None) -> Rendition:
    """The asset has the rendition that this network takes. `crop`: the part that one post shows."""
    return rendition(asset=asset, kind=recipe_of(asset, spec, crop).kind)


def recipe_of(asset: Asset, spec: PictureSpec, crop: Mapping[str, Any] | None = None) -> Recipe:
    """Return how the asset is made fit for a network, as its people framed it."""
    return recipe_for(spec, width=asset.width, height=asset.height, mime=asset.mime, framing=framing_of(asset, crop))


def framing_of(asset: Asset, crop: Mapping[str, Any] | None = None) -> Framing:
    """Return what people said of the part to show."""
    crops = {name: window for name, data in asset.crops.items() if (window := window_of(data))}
    return Framing(only=window_of(crop), crops=crops, focus=(asset.focus_x, asset.focus_y))


def picture(*, rendition: Rendition, alt: str) -> Picture:
    """Return it as adapters see it. Its public address is good for PUBLIC_MEDIA_S from now; its bytes are read when asked for."""
    return Picture(
        key=str(rendition.pk),
        mime=rendition.mime,
        width=rendition.width,
        height=rendition.height,
        size_bytes=rendition.size_bytes,
        alt=alt,
        url=public.url(rendition),
        read=partial(files.read, str(rendition.file.name)),
    )


def prepared(*, asset: Asset, spec: PictureSpec, alt: str, crop: Mapping[str, Any] | None = None) -> Picture:
    """Return the asset as this network takes it, drawn now or before. Raises Swapped: what was approved are the original's bytes."""
    check_bytes(asset)
    return picture(rendition=rendition_for(asset=asset, spec=spec, crop=crop), alt=alt)


def check_bytes(asset: Asset) -> None:
    """Raise Swapped unless the file is the one that was made of what somebody brought. Pictures from before that was noted pass."""
    if not asset.kept_sha256:
        return
    with asset.file.open() as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != asset.kept_sha256:
        raise Swapped(str(asset.pk))


def foreseen(*, asset: Asset, spec: PictureSpec, alt: str, crop: Mapping[str, Any] | None = None) -> Picture:
    """Return what the asset will be for this network, without drawing it: for checks while somebody writes. It has no bytes."""
    wanted = recipe_of(asset, spec, crop)
    return Picture(key=wanted.kind, mime=wanted.mime, width=wanted.width, height=wanted.height, size_bytes=0, alt=alt, url="", read=bytes)


def part(*, asset: Asset, window: Window) -> drawing.Drawn:
    """Return that part of the asset, in the size of the web app: for previews. It is kept by browsers, not here."""
    web = rendition(asset=asset, kind="web")
    with web.file.open() as file:
        whole = drawing.decode(file, mime=web.mime)
    left, top, right, bottom = window.box(*whole.size)
    return drawing.draw(whole, Recipe(mime="image/webp", fit="keep", width=right - left, height=bottom - top, window=window))


def draw(asset: Asset, wanted: Recipe, *, kind: str, source: Image.Image | None = None) -> Rendition:
    """The asset has the rendition of this kind. `source`: the asset, where it is decoded already."""
    if source is None:
        source = decoded(asset)
    drawn = drawing.draw(source, wanted)
    # The name follows from asset and kind alone: whoever draws it at the same time writes the same bytes to the same place.
    name = files.put(f"{asset.organisation_id}/{asset.pk}/{kind}.{EXTENSIONS[drawn.mime]}", drawn.content)
    row: Rendition
    row, _ = Rendition.objects.update_or_create(
        asset=asset,
        kind=kind,
        defaults={"file": name, "mime": drawn.mime, "width": drawn.width, "height": drawn.height, "size_bytes": len(drawn.content)},
    )
    return row


def decoded(asset: Asset) -> Image.Image:
    with asset.file.open() as file:
        return drawing.decode(file, mime=asset.mime)
