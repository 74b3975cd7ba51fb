"""Write a draft into rows. Called inside the transaction of services.save, which holds the locks."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from accounts.channels.models import Channel
from accounts.problems import Refusal
from campaigns.media.crops import window_of
from campaigns.media.models import Asset
from campaigns.posts import staleness
from campaigns.posts.draft import DraftPlacement, DraftVersion
from campaigns.posts.models import Placement, Post, Version, VersionPicture
from campaigns.posts.when import to_utc

SEGMENTS_MOST, TEXT_MOST, PICTURES_MOST, PLACEMENTS_MOST = 25, 65_000, 20, 60


def write_versions(post: Post, versions: Sequence[DraftVersion]) -> None:
    """The post has exactly these versions, with these pictures in this order."""
    languages = [v.language for v in versions]
    if len(set(languages)) != len(languages):
        raise Refusal("language-twice", fields={"versions": "language-twice"})
    assets = {a.pk: a for a in Asset.objects.filter(pk__in=[p.asset for v in versions for p in v.pictures])}
    post.versions.exclude(language__in=languages).delete()
    known = {v.language: v for v in post.versions.all()}
    texts = {v.language: v.segments for v in versions}
    for wanted in versions:
        if len(wanted.segments) > SEGMENTS_MOST or sum(map(len, wanted.segments)) > TEXT_MOST or len(wanted.pictures) > PICTURES_MOST:
            raise Refusal("too-much-for-a-post", fields={"versions": "too-much-for-a-post"})
        row = known.get(wanted.language) or Version(post=post, language=wanted.language)
        row.source, row.source_text = staleness.origin(
            was=None if row._state.adding else (row.segments, row.source, row.source_text),
            segments=wanted.segments,
            source="" if wanted.source == wanted.language else wanted.source,
            source_text=wanted.source_text,
            texts=texts,
        )
        row.segments, row.link, row.with_utm = list(wanted.segments), wanted.link, wanted.with_utm
        row.first_comment = wanted.first_comment
        row.save()
        write_pictures(row, wanted, assets)


def write_pictures(version: Version, wanted: DraftVersion, assets: dict[object, Asset]) -> None:
    as_is = [(use.asset_id, use.alt, use.crop) for use in version.version_pictures.order_by("position")]
    crops = [crop_of(p.crop) for p in wanted.pictures]
    if as_is == [(p.asset, p.alt, crop) for p, crop in zip(wanted.pictures, crops, strict=True)]:
        return
    there = {asset for asset, _, _ in as_is}  # what a post shows it may go on showing, also if the library has it no more
    if any(p.asset not in assets or (assets[p.asset].deleted_at and p.asset not in there) for p in wanted.pictures):
        raise Refusal("picture-gone", fields={"versions": "picture-gone"})
    version.version_pictures.all().delete()
    VersionPicture.objects.bulk_create(
        VersionPicture(version=version, asset=assets[p.asset], position=i, alt=p.alt[:2000], crop=crop)
        for i, (p, crop) in enumerate(zip(wanted.pictures, crops, strict=True))
    )


def crop_of(said: Mapping[str, int] | None) -> dict[str, int] | None:
    """Return the part to show as it is kept; None for the whole picture. Raises Refusal for one outside of it."""
    try:
        window = window_of(said)
    except ValueError:
        raise Refusal("crop-not-possible", fields={"versions": "crop-not-possible"}) from None
    return window.data() if window else None


def write_placements(post: Post, placements: Sequence[DraftPlacement], *, default_zone: str, now: datetime) -> None:
    """The post has exactly these placements. One that Carillon has claimed can be neither changed nor taken off."""
    if len(placements) > PLACEMENTS_MOST:
        raise Refusal("too-much-for-a-post", fields={"placements": "too-much-for-a-post"})
    rows = {(p.channel_id, p.spoken): p for p in post.placements.all()}
    channels = {c.pk: c for c in Channel.objects.filter(pk__in=[p.channel for p in placements])}
    kept = set()
    for wanted in placements:
        channel = channels.get(wanted.channel)
        if channel is None or (channel.state == Channel.State.DISCONNECTED and (channel.pk, spoken_of(wanted)) not in rows):
            raise Refusal("channel-gone", fields={"placements": "channel-gone"})
        key = (channel.pk, spoken_of(wanted))
        if key in kept:
            raise Refusal("channel-twice", fields={"placements": "channel-twice"}, channel=channel.name)
        kept.add(key)
        row = rows.get(key) or Placement(organisation=post.organisation, post=post, channel=channel, spoken=key[1])
        write_placement(row, wanted, default_zone=default_zone, now=now)
    for key, row in rows.items():
        if key not in kept:
            if row.claimed_at:
                raise Refusal("already-on-its-way", status=409, channel=row.channel.name)
            row.delete()


def write_placement(row: Placement, wanted: DraftPlacement, *, default_zone: str, now: datetime) -> None:
    zone = wanted.zone or (default_zone if row._state.adding else row.zone)
    own = list(wanted.own_segments) if wanted.own_segments is not None else None
    local_time = wanted.local_time[:16]
    base = list(wanted.own_base) if own is not None and wanted.own_base is not None else None
    says = (list(wanted.languages), own, wanted.without_link)
    if row.own_base != base and not row._state.adding and not row.claimed_at:
        row.own_base = base
        row.save(update_fields=["own_base"])
    same = (row.languages, row.own_segments, row.without_link, row.local_time, row.zone) == (*says, local_time, zone)
    if same and not row._state.adding:
        return
    if row.claimed_at:
        raise Refusal("already-on-its-way", status=409, channel=row.channel.name)
    moved = (row.local_time, row.zone) != (local_time, zone)
    row.languages, row.own_segments, row.without_link = says
    row.own_base, row.local_time, row.zone = base, local_time, zone
    if moved or row._state.adding:
        row.planned_at = to_utc(local_time, zone) if local_time else None
        if row.planned_at and row.planned_at < now.replace(second=0, microsecond=0):
            raise Refusal("time-passed", fields={"local_time": "time-passed"}, time=local_time[11:16])
    row.save()


def spoken_of(wanted: DraftPlacement) -> str:
    return "+".join(wanted.languages)[:40]
