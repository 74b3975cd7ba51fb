"""Take pictures in, draw renditions, change their words, take them away."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from PIL import Image

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import LANGUAGES, Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.media import drawing, files, public, selectors
from campaigns.media.models import Asset, Rendition
from campaigns.media.recognise import HEAD_BYTES, recognise
from campaigns.media.renditions import EXTENSIONS, Recipe, recipe, recipe_for
from networks.contract import Picture, PictureSpec

MB = 1024 * 1024
ALT_MAX = 2000


def take_in(
    *, organisation: Organisation, by: User | None, upload: UploadedFile, name: str, alt: Mapping[str, str], now: datetime
) -> Asset:
    """The picture is in the library, re-encoded and free of hidden data; equal bytes give the asset that is there. Raises Refusal."""
    refuse_too_large(upload.size or 0)
    mime, why_not = recognise(upload.read(HEAD_BYTES))
    if why_not:
        raise Refusal(why_not, status=415, fields={"file": why_not})
    upload.seek(0)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    known: Asset | None = Asset.objects.filter(organisation=organisation, sha256=digest.hexdigest()).first()
    if known is not None:
        return known
    upload.seek(0)
    try:
        picture = drawing.decode(upload.file or upload, mime=mime)
    except drawing.NotDecodable as error:
        raise Refusal(error.code, fields={"file": error.code}, megapixels=drawing.PIXELS_MAX // 1_000_000) from error
    kept = drawing.original(picture, mime=mime)
    asset = Asset(
        id=uuid4(),
        organisation=organisation,
        name=name.strip()[:200] or "picture",
        mime=kept.mime,
        size_bytes=len(kept.content),
        sha256=digest.hexdigest(),
        alt=cleaned_alt(alt),
        uploaded_by=by,
        created_at=now,
        width=kept.width,
        height=kept.height,
    )
    asset = _stored(asset, kept)
    _draw(asset, recipe("thumb", width=asset.width, height=asset.height), kind="thumb", source=picture)
    live.publish(organisation_id=organisation.pk, kind="asset", id=asset.pk)
    return asset


def rendition(*, asset: Asset, kind: str) -> Rendition:
    """The asset has this rendition, drawn now or before; any number of callers at once get the same. Raises ValueError for no kind."""
    there: Rendition | None = Rendition.objects.filter(asset=asset, kind=kind).first()
    if there is not None and files.exists(there.file.name or ""):
        there.asset = asset
        return there
    return _draw(asset, recipe(kind, width=asset.width, height=asset.height), kind=kind)


def rendition_for(*, asset: Asset, spec: PictureSpec) -> Rendition:
    """The asset has the rendition that this network takes."""
    return rendition(asset=asset, kind=recipe_for(spec, width=asset.width, height=asset.height, mime=asset.mime).kind)


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


def prepared(*, asset: Asset, spec: PictureSpec, alt: str) -> Picture:
    """Return the asset as this network takes it, drawn now or before."""
    return picture(rendition=rendition_for(asset=asset, spec=spec), alt=alt)


def foreseen(*, asset: Asset, spec: PictureSpec, alt: str) -> Picture:
    """Return what the asset will be for this network, without drawing it: for checks while somebody writes. It has no bytes."""
    wanted = recipe_for(spec, width=asset.width, height=asset.height, mime=asset.mime)
    return Picture(key=wanted.kind, mime=wanted.mime, width=wanted.width, height=wanted.height, size_bytes=0, alt=alt, url="", read=bytes)


def describe(*, asset: Asset, name: str | None = None, alt: Mapping[str, str] | None = None) -> Asset:
    """The asset has this name and these alt texts; languages that are not given stay, an empty text takes one away."""
    if name is not None:
        asset.name = name.strip()[:200] or asset.name
    if alt is not None:
        asset.alt = {language: text for language, text in {**asset.alt, **cleaned_alt(alt)}.items() if text}
    asset.save(update_fields=["name", "alt"])
    return asset


def remove(*, asset: Asset, by: User | None, now: datetime) -> None:
    """The picture and all its files are gone. Raises Refusal that names the posts while any uses it."""
    names = [asset.file.name, *asset.renditions.values_list("file", flat=True)]
    try:
        with transaction.atomic():
            pk = asset.pk
            asset.delete()
            data = {"name": asset.name}
            audit.record(
                organisation=asset.organisation, actor=by, act="asset.removed", subject_kind="asset", subject_id=pk, data=data, now=now
            )
            for name in filter(None, names):
                transaction.on_commit(partial(files.remove, name), robust=True)
    except ProtectedError:
        posts = selectors.posts_using(asset)
        titles = " · ".join(post["title"] for post in posts[:3]) + (" · …" if len(posts) > 3 else "")
        raise Refusal("picture-in-use", status=409, extra={"posts": posts}, count=len(posts), titles=titles) from None


def refuse_too_large(size_bytes: int) -> None:
    """Raises Refusal for more than UPLOAD_MAX_BYTES."""
    if size_bytes > settings.UPLOAD_MAX_BYTES:
        raise Refusal("picture-too-large", status=413, fields={"file": "picture-too-large"}, max_mb=settings.UPLOAD_MAX_BYTES // MB)


def cleaned_alt(alt: Mapping[str, str]) -> dict[str, str]:
    """Return alt texts by language, trimmed. Raises Refusal for an unknown language or a text that is too long."""
    cleaned = {language: " ".join(str(text).split()) for language, text in alt.items()}
    if set(cleaned) - set(LANGUAGES):
        raise Refusal("alt-language-unknown", fields={"alt": "alt-language-unknown"}, languages=", ".join(LANGUAGES))
    if any(len(text) > ALT_MAX for text in cleaned.values()):
        raise Refusal("alt-too-long", fields={"alt": "alt-too-long"}, max=ALT_MAX)
    return cleaned


def _stored(asset: Asset, kept: drawing.Drawn) -> Asset:
    """The file and its row are there; of two equal uploads at once one wins and both get it."""
    name = files.put(f"{asset.organisation_id}/{asset.pk}/original.{EXTENSIONS[kept.mime]}", kept.content)
    asset.file.name = name
    try:
        with transaction.atomic():
            asset.save(force_insert=True)
    except IntegrityError:
        files.remove(name)
        first: Asset = Asset.objects.get(organisation=asset.organisation, sha256=asset.sha256)
        return first
    return asset


def _draw(asset: Asset, wanted: Recipe, *, kind: str, source: Image.Image | None = None) -> Rendition:
    if source is None:
        with asset.file.open() as file:
            source = drawing.decode(file, mime=asset.mime)
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
