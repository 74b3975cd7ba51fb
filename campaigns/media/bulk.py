"""The same for many pictures at once. Each act answers with the acts that take it back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.media import folders, services, words
from campaigns.media.models import Asset

MOST = 1000
Act = dict[str, Any]  # {"act", "ids", …}: what the API takes


@transaction.atomic
def carry_out(*, organisation: Organisation, act: Mapping[str, Any], by: User, now: datetime) -> dict[str, Any]:
    """It is done for each picture it can be done for: {"done", "refused": [{"id", "name", "posts"}], "undo": acts}."""
    assets = list(Asset.objects.filter(pk__in=act["ids"]).prefetch_related("tags"))
    kind = act["act"]
    if kind == "move":
        return _answer(assets, undo=_moved(assets, act.get("folder")))
    if kind in ("tag", "untag"):
        return _answer(assets, undo=_tagged(assets, act.get("tags", ()), organisation=organisation, isnt=kind == "untag"))
    if kind == "rights":
        return _answer(assets, undo=_righted(assets, act.get("rights", {})))
    if kind == "restore":
        for asset in assets:
            services.back(asset)
        return _answer(assets, undo=[])
    return _deleted(assets, by=by, now=now)


def _moved(assets: Iterable[Asset], folder: UUID | None) -> list[Act]:
    target = folders.found(folder)
    before: dict[UUID | None, list[UUID]] = {}
    for asset in assets:
        if asset.folder_id != (target.pk if target else None):
            before.setdefault(asset.folder_id, []).append(asset.pk)
            services.move(asset=asset, folder=folder)
    return [{"act": "move", "ids": ids, "folder": was} for was, ids in before.items()]


def _tagged(assets: Iterable[Asset], names: Iterable[str], *, organisation: Organisation, isnt: bool) -> list[Act]:
    wanted = words.tags_named(names, organisation=organisation)
    changed: dict[str, list[UUID]] = {}
    for asset in assets:
        has = {tag.pk: tag.name for tag in asset.tags.all()}
        turning = [tag for tag in wanted if (tag.pk in has) == isnt]
        for tag in turning:
            changed.setdefault(tag.name, []).append(asset.pk)
        if turning:
            gone = {tag.name for tag in turning}
            left = [name for name in has.values() if name not in gone]
            services.describe(asset=asset, tags=left if isnt else [*has.values(), *gone])
    return [{"act": "tag" if isnt else "untag", "ids": ids, "tags": [name]} for name, ids in changed.items()]


def _righted(assets: Iterable[Asset], said: Mapping[str, Any]) -> list[Act]:
    undo = []
    for asset in assets:
        undo.append({"act": "rights", "ids": [asset.pk], "rights": {name: getattr(asset, name) for name in said}})
        services.set_rights(asset=asset, **said)
    return undo


def _deleted(assets: Iterable[Asset], *, by: User, now: datetime) -> dict[str, Any]:
    gone, refused = [], []
    for asset in assets:
        try:
            services.remove(asset=asset, by=by, now=now)
        except Refusal as refusal:
            refused.append({"id": asset.pk, "name": asset.name, "posts": refusal.extra["posts"]})
        else:
            gone.append(asset)
    return _answer(gone, undo=[{"act": "restore", "ids": [asset.pk for asset in gone]}], refused=refused)


def _answer(done: list[Asset], *, undo: list[Act], refused: Iterable[Act] = ()) -> dict[str, Any]:
    return {"done": len(done), "refused": list(refused), "undo": undo}
