"""Take pictures in, change what is said of them and what is shown of them, take them away and back."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import LANGUAGES, Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.media import crops, drawing, files, folders, rights, selectors, studio, words
from campaigns.media.models import Asset, Folder
from campaigns.media.recognise import HEAD_BYTES, recognise
from campaigns.media.renditions import EXTENSIONS
from campaigns.media.signals import reframed

MB = 1024 * 1024
ALT_MAX = 2000
RIGHTS = ("credit", "licence", "rights_until", "people", "consent_by", "consent_until", "consent_note", "is_ai_made")


def take_in(
    *,
    organisation: Organisation,
    by: User | None,
    upload: UploadedFile,
    name: str,
    alt: Mapping[str, str],
    folder: Folder | None = None,
    now: datetime,
) -> Asset:
    """The picture is in the library, re-encoded and free of hidden data; a worker draws its renditions. Raises Refusal.

    Equal bytes give the asset that is there, back from the deleted ones if need be.
    """
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
        return back(known)
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
        kept_sha256=hashlib.sha256(kept.content).hexdigest(),
        alt={language: text for language, text in cleaned_alt(alt).items() if text},
        folder=folder,
        uploaded_by=by,
        created_at=now,
        width=kept.width,
        height=kept.height,
    )
    asset.search = words.searchable(asset, tags=())
    return _stored(asset, kept, now=now)


@transaction.atomic
def change(*, asset: Asset, said: Mapping[str, Any], by: User | None, now: datetime) -> Asset:
    """The asset is as these words, rights, place, focus and crops say; what is not said stays."""
    told = {name: said[name] for name in ("name", "alt", "is_decorative", "tags") if name in said}
    if told:
        describe(asset=asset, **told)
    allowed = {name: said[name] for name in RIGHTS if name in said}
    if allowed:
        set_rights(asset=asset, **allowed)
    if "folder" in said:
        move(asset=asset, folder=said["folder"])
    if "focus" in said or "crops" in said:
        focus = said.get("focus")
        frame(asset=asset, focus=(focus["x"], focus["y"]) if focus else None, shapes=said.get("crops"), by=by, now=now)
    return asset


@transaction.atomic
def describe(
    *,
    asset: Asset,
    name: str | None = None,
    alt: Mapping[str, str] | None = None,
    is_decorative: bool | None = None,
    tags: Iterable[str] | None = None,
) -> Asset:
    """The asset has this name, these tags and these alt texts; languages that are not given stay, an empty text takes one away."""
    if name is not None:
        asset.name = name.strip()[:200] or asset.name
    if alt is not None:
        asset.alt = {language: text for language, text in {**asset.alt, **cleaned_alt(alt)}.items() if text}
    if is_decorative is not None:
        asset.is_decorative = is_decorative
    if tags is not None:
        asset.tags.set(words.tags_named(tags, organisation=asset.organisation))
    return _saved(asset)


@transaction.atomic
def set_rights(*, asset: Asset, **said: str | date | bool | None) -> Asset:
    """This is known of what may be done with it (any of RIGHTS); what is not given stays."""
    for name, value in said.items():
        assert name in RIGHTS
        setattr(asset, name, value)
    asset.ends_on = rights.ends_on(rights_until=asset.rights_until, consent_until=asset.consent_until)
    return _saved(asset)


@transaction.atomic
def frame(
    *, asset: Asset, focus: tuple[int, int] | None = None, shapes: Mapping[str, Any] | None = None, by: User | None, now: datetime
) -> Asset:
    """This stays in view, and these parts are shown where a network wants another shape. Posts that show it are not as approved any more.

    Raises Refusal for crops outside the picture or of another shape than they say.
    """
    before = asset.focus_x, asset.focus_y, asset.crops
    if focus is not None:
        asset.focus_x, asset.focus_y = focus
    if shapes is not None:
        try:
            made = crops.crops_of(shapes, width=asset.width, height=asset.height)
        except ValueError:
            raise Refusal("crop-not-possible", fields={"crops": "crop-not-possible"}) from None
        asset.crops = {name: window.data() for name, window in made.items()}
    if (asset.focus_x, asset.focus_y, asset.crops) != before:
        _saved(asset)
        reframed.send(sender=Asset, asset=asset, by=by, now=now)
        studio.queue(asset, now=now)
    return asset


def move(*, asset: Asset, folder: UUID | None) -> Asset:
    """The asset is in this folder, or in none."""
    asset.folder = folders.found(folder)
    return _saved(asset)


@transaction.atomic
def remove(*, asset: Asset, by: User | None, now: datetime) -> None:
    """The picture is out of the library; it can come back for a while. Raises Refusal that names the posts that still need it."""
    posts = selectors.posts_needing(asset)
    if posts:
        titles = " · ".join(post["title"] for post in posts[:3]) + (" · …" if len(posts) > 3 else "")
        raise Refusal("picture-in-use", status=409, extra={"posts": posts}, count=len(posts), titles=titles)
    asset.deleted_at = now
    asset.save(update_fields=["deleted_at"])
    data = {"name": asset.name}
    audit.record(
        organisation=asset.organisation, actor=by, act="asset.removed", subject_kind="asset", subject_id=asset.pk, data=data, now=now
    )
    live.publish(organisation_id=asset.organisation_id, kind="asset", id=asset.pk)


def back(asset: Asset) -> Asset:
    """The asset is in the library, also if it was deleted."""
    if asset.deleted_at:
        asset.deleted_at = None
        asset.save(update_fields=["deleted_at"])
        live.publish(organisation_id=asset.organisation_id, kind="asset", id=asset.pk)
    return asset


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


def _saved(asset: Asset) -> Asset:
    asset.search = words.searchable(asset, tags=asset.tags.values_list("name", flat=True))
    asset.save()
    live.publish(organisation_id=asset.organisation_id, kind="asset", id=asset.pk)
    return asset


def _stored(asset: Asset, kept: drawing.Drawn, *, now: datetime) -> Asset:
    """The file and its row are there; of two equal uploads at once one wins and both get it."""
    name = files.put(f"{asset.organisation_id}/{asset.pk}/original.{EXTENSIONS[kept.mime]}", kept.content)
    asset.file.name = name
    try:
        with transaction.atomic():
            asset.save(force_insert=True)
            studio.queue(asset, now=now)
    except IntegrityError:
        files.remove(name)
        first: Asset = Asset.objects.get(organisation=asset.organisation, sha256=asset.sha256)
        return back(first)
    live.publish(organisation_id=asset.organisation_id, kind="asset", id=asset.pk)
    return asset
