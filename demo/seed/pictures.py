"""The demo's pictures: drawn beforehand, taken into the library like anybody's upload."""

import io
from collections.abc import Iterable
from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from campaigns.media import files
from campaigns.media import services as media
from campaigns.media.models import Rendition
from demo.content.model import Organisation, typeset
from demo.pictures import ALT, draw
from demo.seed import library
from demo.seed.stage import Stage

QUALITY = 92


def keys_of(content: Organisation) -> list[str]:
    """Return the pictures its posts use, each once."""
    return list(dict.fromkeys(key for post in content.posts for key in post.pictures))


def drawn(keys: Iterable[str]) -> dict[str, bytes]:
    """Return JPEGs. Drawing takes seconds: do it before the database is locked."""
    return {key: _jpeg(key) for key in dict.fromkeys(keys)}


def take_in(stage: Stage, key: str, content: bytes, *, by: str, kept: list[str], now: datetime) -> None:
    """The picture is in the library, described and in its folder. Its files' names join `kept`, so that a failure can take them away."""
    asset = media.take_in(
        organisation=stage.row,
        by=stage.person(by),
        upload=SimpleUploadedFile(f"{key}.jpg", content, content_type="image/jpeg"),
        name=f"{key}.jpg",
        alt={language: typeset(text, language) for language, text in ALT[key].items() if language in stage.content.languages},
        now=now,
    )
    library.put_in_order(stage, key, asset, by=by, now=now)
    kept += [str(asset.file.name), *asset.renditions.values_list("file", flat=True)]
    Rendition.objects.filter(asset=asset).update(created_at=now)
    stage.assets[key] = asset


def remove_files(kept: Iterable[str]) -> None:
    for name in kept:
        files.remove(name)


def _jpeg(key: str) -> bytes:
    out = io.BytesIO()
    draw(key).save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
