"""Renditions are drawn ahead by workers. The database says what is waiting; a message only wakes a worker.

A worker that dies leaves a lease that ends, and the next one goes on with what is missing. A picture that cannot be drawn is given up
after some tries; whoever needs one of its renditions all the same has it drawn then and there (fitting.py).
"""

from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import QuerySet
from django_scopes import scopes_disabled

import networks
from accounts.channels.models import Channel
from accounts.notify import live
from campaigns.media import fitting, tasks
from campaigns.media.models import Asset, Rendition
from campaigns.media.renditions import Recipe, boxed

log = structlog.get_logger(__name__)
LEASE = timedelta(minutes=2)
AGAIN_AFTER = timedelta(seconds=30)
TRIES_MOST = 5
AT_ONCE = 50
Drawing = Asset.Drawing


def queue(asset: Asset, *, now: datetime) -> None:
    """A worker will draw what is missing of the asset. Called inside a transaction."""
    asset.drawing, asset.draw_at, asset.draw_tries = Drawing.QUEUED, now, 0
    asset.save(update_fields=["drawing", "draw_at", "draw_tries"])
    transaction.on_commit(lambda: tasks.hand_over(asset.pk), robust=True)


def draw_waiting(*, only: UUID | None = None, now: datetime) -> int:
    """What waits (or this one) is drawn; return how many were."""
    with scopes_disabled():
        waiting: QuerySet[Asset] = Asset.objects.filter(draw_at__lte=now, deleted_at=None)
        ids = [only] if only else list(waiting.order_by("draw_at").values_list("pk", flat=True)[:AT_ONCE])
        return sum(_taken_up(pk, now=now) for pk in ids)


def wanted(asset: Asset) -> list[tuple[str, Recipe]]:
    """Return the renditions it should have, by kind: the smallest for the library first, then the web app's, then those of its channels."""
    slugs = Channel.objects.filter(organisation=asset.organisation_id).exclude(state=Channel.State.DISCONNECTED)
    kinds = [(box, boxed(box, width=asset.width, height=asset.height)) for box in ("thumb", "web")]
    for slug in sorted(set(slugs.values_list("network", flat=True)) & set(networks.all())):
        recipe = fitting.recipe_of(asset, networks.get(slug).spec.pictures)
        kinds.append((recipe.kind, recipe))
    return list(dict(kinds).items())


def _taken_up(pk: UUID, *, now: datetime) -> bool:
    """It is drawn, unless another worker has it."""
    if not Asset.objects.filter(pk=pk, draw_at__lte=now).update(draw_at=now + LEASE, drawing=Drawing.WORKING):
        return False
    asset = Asset.objects.get(pk=pk)
    try:
        _draw_missing(asset)
    except Exception:  # the edge between one picture and the next: a damaged one must not stop the others
        tries = asset.draw_tries + 1
        log.exception("picture.not_drawn", asset=str(pk), tries=tries)
        is_over = tries >= TRIES_MOST
        Asset.objects.filter(pk=pk).update(
            draw_tries=tries, draw_at=None if is_over else now + AGAIN_AFTER * tries, drawing=Drawing.FAILED if is_over else Drawing.QUEUED
        )
    else:
        # Somebody may have framed it anew meanwhile and queued it again: then `draw_at` is no longer ours.
        Asset.objects.filter(pk=pk, draw_at=now + LEASE).update(draw_at=None, drawing=Drawing.READY)
    live.publish(organisation_id=asset.organisation_id, kind="asset", id=pk)
    return True


def _draw_missing(asset: Asset) -> None:
    kinds = wanted(asset)
    there = set(Rendition.objects.filter(asset=asset).values_list("kind", flat=True))
    missing = [(kind, recipe) for kind, recipe in kinds if kind not in there]
    Asset.objects.filter(pk=asset.pk).update(to_draw=len(kinds), drawn=len(kinds) - len(missing))
    source = fitting.decoded(asset) if missing else None
    for number, (kind, recipe) in enumerate(missing, start=1):
        fitting.draw(asset, recipe, kind=kind, source=source)
        Asset.objects.filter(pk=asset.pk).update(drawn=len(kinds) - len(missing) + number)
        if kind == "thumb":
            live.publish(organisation_id=asset.organisation_id, kind="asset", id=asset.pk)
