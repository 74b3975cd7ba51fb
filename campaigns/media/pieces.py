"""A file that comes in pieces, over a line that may break: begun, continued where it stopped, whole and taken in, or ended.

Each piece is written whole or not at all, under the name of where it begins; the row says how far the file is. So a server that dies, or
the same piece sent twice, leaves nothing half.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from tempfile import SpooledTemporaryFile
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Sum

from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.media import files, folders, services
from campaigns.media.models import Upload
from campaigns.media.recognise import HEAD_BYTES, recognise

KEPT = timedelta(hours=24)  # after its last piece
OPEN_MOST = 200  # unfinished uploads of one person
OPEN_BYTES_MOST = 2 * 1024**3
IN_MEMORY = 8 * 1024**2


def begin(*, organisation: Organisation, by: User, name: str, size_bytes: int, sha256: str, folder: UUID | None, now: datetime) -> Upload:
    """Its pieces may come. Raises Refusal for what is too large or too much at once."""
    services.refuse_too_large(size_bytes)
    if size_bytes == 0:
        raise Refusal("picture-empty", status=415, fields={"file": "picture-empty"})
    mine = Upload.objects.filter(user=by, asset=None)
    if mine.count() >= OPEN_MOST or (mine.aggregate(sum=Sum("size_bytes"))["sum"] or 0) + size_bytes > OPEN_BYTES_MOST:
        raise Refusal("uploads-too-many", status=429, max=OPEN_MOST)
    upload: Upload = Upload.objects.create(
        organisation=organisation,
        user=by,
        name=name.strip()[:200] or "picture",
        size_bytes=size_bytes,
        sha256=sha256,
        folder=folders.found(folder),
        created_at=now,
        expires_at=now + KEPT,
    )
    return upload


def add(*, upload: Upload, offset: int, content: bytes, now: datetime) -> Upload:
    """The piece is there. Raises Refusal ("upload-elsewhere", 409) when the file does not stop where the piece begins.

    The first piece is looked at: what is no picture is refused before the rest of it is sent.
    """
    if offset != upload.received:
        raise Refusal("upload-elsewhere", status=409)
    if offset + len(content) > upload.size_bytes:
        raise Refusal("upload-damaged", status=400)
    if offset == 0 and len(content) >= min(HEAD_BYTES, upload.size_bytes):
        _, why_not = recognise(content[:HEAD_BYTES])
        if why_not:
            raise Refusal(why_not, status=415, fields={"file": why_not})
    if content:
        files.put(_name(upload, offset), content)
        reached = offset + len(content)
        mine = Upload.objects.filter(pk=upload.pk, received=offset)  # of two senders of one piece, one is counted
        if not mine.update(received=reached, expires_at=now + KEPT):
            raise Refusal("upload-elsewhere", status=409)
        upload.received = reached
    return upload


def finish(*, upload: Upload, now: datetime) -> Upload:
    """Of a whole upload there is a picture in the library, or the reason why not. Once it is so, it stays so."""
    if upload.received < upload.size_bytes or upload.asset_id or upload.problem:
        return upload
    with SpooledTemporaryFile(max_size=IN_MEMORY) as whole:
        digest = hashlib.sha256()
        for piece in _pieces(upload):
            content = files.read(piece)
            whole.write(content)
            digest.update(content)
        whole.seek(0)
        try:
            if upload.sha256 and upload.sha256 != digest.hexdigest():
                raise Refusal("upload-damaged", status=400)
            arrived = UploadedFile(file=whole, name=upload.name, size=upload.size_bytes)
            asset = services.take_in(
                organisation=upload.organisation, by=upload.user, upload=arrived, name=upload.name, alt={}, folder=upload.folder, now=now
            )
            upload.asset, upload.was_known = asset, asset.created_at != now
        except Refusal as refusal:
            upload.problem = {"code": refusal.code, "params": refusal.params}
    upload.save(update_fields=["asset", "was_known", "problem"])
    _forget_pieces(upload)
    return upload


def end(upload: Upload) -> None:
    """Nothing of it is there any more; the picture it became stays."""
    _forget_pieces(upload)
    upload.delete()


def _pieces(upload: Upload) -> Iterator[str]:
    """Yield the names of its pieces in order."""
    at = 0
    while at < upload.received:
        name = _name(upload, at)
        yield name
        at += files.size(name)


def _forget_pieces(upload: Upload) -> None:
    try:
        names = list(_pieces(upload))
    except FileNotFoundError:  # taken away before
        return
    for name in reversed(names):  # the first last: what is cut short here is found again
        files.remove(name)


def _name(upload: Upload, offset: int) -> str:
    return f"{upload.organisation_id}/uploads/{upload.pk}-{offset}"
