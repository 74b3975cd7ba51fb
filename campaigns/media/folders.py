"""The verbs of folders."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from accounts.orgs.models import Organisation
from accounts.problems import Refusal
from campaigns.media.models import Asset, Folder

DEPTH_MOST, COUNT_MOST = 8, 1000


@transaction.atomic
def create(
    *, organisation: Organisation, name: str, parent: UUID | None, assets: Iterable[UUID] = (), folders: Iterable[UUID] = ()
) -> Folder:
    """The folder is there, and holds these pictures and folders, which were elsewhere before."""
    if Folder.objects.count() >= COUNT_MOST:
        raise Refusal("folders-too-many", max=COUNT_MOST)
    folder = Folder(organisation=organisation)
    _place(folder, name=name, parent=found(parent))
    Asset.objects.filter(pk__in=list(assets)).update(folder=folder)
    for inner in Folder.objects.filter(pk__in=list(folders)):
        _place(inner, name=inner.name, parent=folder)
    return folder


@transaction.atomic
def change(*, folder: Folder, name: str | None = None, **place: UUID | None) -> Folder:
    """The folder has this name, and stands in this parent (`parent`, None for none) where one is given."""
    parent = found(place["parent"]) if "parent" in place else folder.parent
    return _place(folder, name=folder.name if name is None else name, parent=parent)


@transaction.atomic
def remove(*, folder: Folder, with_contents: bool) -> dict[str, Any]:
    """The folder is gone; what it held is one level up where that was asked for. Return what a new one needs to be like it.

    Raises Refusal for a folder that holds something, unless asked for.
    """
    assets = list(folder.assets.filter(deleted_at=None).values_list("pk", flat=True))
    inner = list(folder.folders.all())
    if (assets or inner) and not with_contents:
        raise Refusal("folder-not-empty", status=409, name=folder.name, count=len(assets) + len(inner))
    folder.assets.update(folder=folder.parent)  # also those that were deleted and may come back
    for each in inner:
        _place(each, name=each.name, parent=folder.parent)
    was = {"name": folder.name, "parent": folder.parent_id, "assets": assets, "folders": [each.pk for each in inner]}
    folder.delete()
    return was


def found(pk: UUID | None) -> Folder | None:
    """Return the folder; None for none. Raises Refusal for one that is not there (any more)."""
    if pk is None:
        return None
    folder: Folder | None = Folder.objects.filter(pk=pk).first()
    if folder is None:
        raise Refusal("folder-gone", fields={"folder": "folder-gone"})
    return folder


def _place(folder: Folder, *, name: str, parent: Folder | None) -> Folder:
    folder.name, folder.parent = " ".join(name.split())[:80], parent
    if not folder.name:
        raise Refusal("folder-without-name", fields={"name": "folder-without-name"})
    above, depth = parent, 0
    while above is not None:
        depth += 1
        if above.pk == folder.pk or depth >= DEPTH_MOST:
            code = "folder-in-itself" if above.pk == folder.pk else "folder-too-deep"
            raise Refusal(code, fields={"parent": code}, max=DEPTH_MOST)
        above = above.parent
    try:
        with transaction.atomic():
            folder.save()
    except IntegrityError:
        raise Refusal("folder-name-taken", status=409, fields={"name": "folder-name-taken"}, name=folder.name) from None
    return folder
