"""Take away what nobody will ask for again: uploads that were never finished, pictures deleted long ago, tags without a picture."""

from datetime import datetime, timedelta
from functools import partial

import structlog
from django.db import transaction
from django_scopes import scopes_disabled

from campaigns.media import files, pieces
from campaigns.media.models import Asset, Tag, Upload

log = structlog.get_logger(__name__)
KEPT = timedelta(days=30)  # a deleted picture can come back for so long
AT_ONCE = 200


def sweep(*, now: datetime) -> None:
    """They are gone, with their files. A picture that a post showed stays, out of sight: the record of what was published needs it."""
    with scopes_disabled():
        for upload in Upload.objects.filter(expires_at__lte=now).order_by("expires_at")[:AT_ONCE]:
            pieces.end(upload)
        for asset in Asset.objects.filter(deleted_at__lte=now - KEPT, uses=None).order_by("deleted_at")[:AT_ONCE]:
            _take_away(asset)
        Tag.objects.filter(assets=None).delete()


def _take_away(asset: Asset) -> None:
    names = [asset.file.name, *asset.renditions.values_list("file", flat=True)]
    with transaction.atomic():
        asset.delete()
        for name in filter(None, names):
            transaction.on_commit(partial(files.remove, name), robust=True)
    log.info("picture.swept", asset=str(asset.pk))
