"""The calls of a delivery: which there are, and which is next."""

import functools
from collections.abc import Mapping
from typing import Any

import networks
from campaigns.media import fitting
from campaigns.media.models import Asset
from networks.contract import CanPublish, Content, Picture, Refused, Step
from networks.limits import step_cost_usd_micros
from scheduler.delivery.models import Delivery


@functools.cache
def publisher(slug: str) -> CanPublish:
    """Return the adapter that publishes there."""
    network = networks.get(slug)
    assert isinstance(network, CanPublish)
    return network


def content_of(frozen: Mapping[str, Any], *, network: str) -> Content:
    """Return the frozen content with the renditions its network takes. Raises Refused where a picture's file is another than approved."""
    if not frozen["pictures"]:
        return outline_of(frozen)
    spec = networks.get(network).spec.pictures
    assets = {str(a.pk): a for a in Asset.objects.filter(pk__in=[p["asset"] for p in frozen["pictures"]])}
    try:
        pictures = tuple(
            fitting.prepared(asset=assets[p["asset"]], spec=spec, alt=p["alt"], crop=p.get("crop")) for p in frozen["pictures"]
        )
    except fitting.Swapped as error:
        raise Refused("picture-swapped", detail=str(error)) from error
    return Content(
        segments=tuple(frozen["segments"]), pictures=pictures, link=frozen["link"], first_comment=frozen.get("first_comment", "")
    )


def outline_of(frozen: Mapping[str, Any]) -> Content:
    """Return the frozen content without the pictures themselves: enough to tell its steps apart and to know the post again."""
    pictures = tuple(
        Picture(key=p["asset"], mime="", width=0, height=0, size_bytes=0, alt=p["alt"], url="", read=bytes) for p in frozen["pictures"]
    )
    return Content(
        segments=tuple(frozen["segments"]), pictures=pictures, link=frozen["link"], first_comment=frozen.get("first_comment", "")
    )


def of(delivery: Delivery) -> tuple[Step, ...]:
    """Return all steps of the delivery, in order."""
    return publisher(delivery.channel.network).steps(outline_of(delivery.content))


def to_do(steps: tuple[Step, ...], handles: Mapping[str, str]) -> list[Step]:
    """Return the steps, up to the last visible one, that have no handle yet. What comes after it may fail without harm."""
    last = max(i for i, step in enumerate(steps) if step.visible)
    return [step for step in steps[: last + 1] if step.name not in handles]


def after_the_last_visible(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return what is asked once everything is online (such as its address)."""
    return steps[max(i for i, step in enumerate(steps) if step.visible) + 1 :]


def cost_usd_micros(delivery: Delivery) -> int:
    """Return what the network bills for the steps that are done."""
    spec = networks.get(delivery.channel.network).spec
    return sum(step_cost_usd_micros(spec, step) for step in of(delivery) if step.name in delivery.handles)


def next_visible(delivery: Delivery) -> Step:
    """Return the first visible step that is not known to be done."""
    return next(step for step in of(delivery) if step.visible and step.name not in delivery.handles)
