"""Every post on its way from the first draft to the wall, or as far as it has come."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import networks
from campaigns.media import fitting
from campaigns.media.models import Asset
from campaigns.posts import selectors
from campaigns.posts.models import Placement, Post
from demo.content.model import DemoPost
from demo.seed import desk, dice, published, talks, trouble
from demo.seed.history import History
from demo.seed.pictures import take_in
from demo.seed.stage import Stage
from demo.seed.walls import Walls
from networks.contract import Content
from scheduler.delivery.claim import frozen

UPLOADED = timedelta(minutes=6)  # before the post that uses it first


def plan_all(stage: Stage, history: History, walls: Walls, *, files: Mapping[str, bytes], kept: list[str]) -> None:
    """Each post will have been written, decided and published, each picture taken in before it."""
    seen: set[str] = set()
    wrong = trouble.chosen(stage)
    for post, when in sorted(((p, desk.moments(stage, p)) for p in stage.content.posts), key=lambda pair: pair[1].written):
        for key in (key for key in post.pictures if key not in seen):
            seen.add(key)
            history.at(when.written - UPLOADED, partial(_upload, stage, key, files[key], post.author, kept))
        history.at(when.written, partial(_write, stage, history, walls, post, when, files, wrong))


def _upload(stage: Stage, key: str, content: bytes, by: str, kept: list[str], moment: datetime) -> None:
    take_in(stage, key, content, by=by, kept=kept, now=moment)


def _write(
    stage: Stage,
    history: History,
    walls: Walls,
    post: DemoPost,
    when: desk.Moments,
    files: Mapping[str, bytes],
    wrong: Mapping[tuple[str, str], str],
    moment: datetime,
) -> None:
    row, state = desk.write(stage, post, moment), post.state_at(now=stage.now, zone=stage.zone)
    if state == "draft":
        talks.plan(stage, history, row, post.key, moment)
        return
    history.at(when.submitted, partial(desk.submit, stage, post, row))
    if state == "review":
        return
    history.at(when.decided, partial(desk.decide, stage, post, row))
    if state != "published":
        return
    keys = {str(asset.pk): key for key, asset in stage.assets.items()}
    whole = selectors.whole(row.pk)
    for placement in whole.placements.all():
        assert placement.planned_at is not None
        content = _content_of(placement, whole, keys=keys, assets=stage.assets)
        channel = next(key for key, found in stage.channels.items() if found.pk == placement.channel_id)
        if kind := wrong.get((post.key, channel)):
            trouble.plan(kind, stage, history, walls, placement, content, files=files)
            continue
        at = placement.planned_at + timedelta(milliseconds=dice.number(f"{post.key} {channel}", 180, 940))
        shown = walls.put(placement.channel, content, files=files, at=at)
        history.at(placement.planned_at, partial(published.publish, placement, shown))


def _content_of(placement: Placement, post: Post, *, keys: Mapping[str, str], assets: Mapping[str, Asset]) -> Content:
    """Return what will be frozen at the claim, as the adapter sees it; the key of a picture is the content's."""
    said = frozen(placement, post)
    spec = networks.get(placement.channel.network).spec.pictures
    pictures = []
    for picture in said["pictures"]:
        key = keys[picture["asset"]]
        pictures.append(replace(fitting.foreseen(asset=assets[key], spec=spec, alt=picture["alt"], crop=picture.get("crop")), key=key))
    return Content(segments=tuple(said["segments"]), pictures=tuple(pictures), link=said["link"])
