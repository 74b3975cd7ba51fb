"""Write a draft into rows. Called inside the transaction of the verb, which holds the locks of a post that was there before."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

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
    refuse_impossible(versions)
    assets = assets_of(versions)
    post.versions.exclude(language__in=[v.language for v in versions]).delete()
    known = {v.language: v for v in post.versions.all()}
    texts = {v.language: v.segments for v in versions}
    for wanted in versions:
        row = version_row(post, wanted, texts=texts, row=known.get(wanted.language))
        row.save()
        write_pictures(row, wanted, assets)


def new_versions(
    post: Post, versions: Sequence[DraftVersion], *, assets: Mapping[UUID, Asset]
) -> list[tuple[Version, list[VersionPicture]]]:
    """Return the versions of a post that had none, each with its pictures, for the caller to store."""
    refuse_impossible(versions)
    texts = {v.language: v.segments for v in versions}
    rows = [(version_row(post, wanted, texts=texts), wanted) for wanted in versions]
    return [(row, picture_rows(row, wanted, assets)) for row, wanted in rows]


def refuse_impossible(versions: Sequence[DraftVersion]) -> None:
    if len({v.language for v in versions}) != len(versions):
        raise Refusal("language-twice", fields={"versions": "language-twice"})
    for wanted in versions:
        if len(wanted.segments) > SEGMENTS_MOST or sum(map(len, wanted.segments)) > TEXT_MOST or len(wanted.pictures) > PICTURES_MOST:
            raise Refusal("too-much-for-a-post", fields={"versions": "too-much-for-a-post"})


def assets_of(versions: Iterable[DraftVersion]) -> dict[UUID, Asset]:
    return {a.pk: a for a in Asset.objects.filter(pk__in={p.asset for v in versions for p in v.pictures})}


def version_row(post: Post, wanted: DraftVersion, *, texts: Mapping[str, Sequence[str]], row: Version | None = None) -> Version:
    """Return the version as it is wanted, for the caller to store. `texts`: those of all versions, to tell which translation is behind."""
    was = (row.segments, row.source, row.source_text) if row else None
    row = row or Version(post=post, language=wanted.language)
    row.source, row.source_text = staleness.origin(
        was=was,
        segments=wanted.segments,
        source="" if wanted.source == wanted.language else wanted.source,
        source_text=wanted.source_text,
        texts=texts,
    )
    row.segments, row.link, row.with_utm = list(wanted.segments), wanted.link, wanted.with_utm
    row.first_comment = wanted.first_comment
    return row


def write_pictures(version: Version, wanted: DraftVersion, assets: Mapping[UUID, Asset]) -> None:
    as_is = [(use.asset_id, use.alt, use.crop) for use in version.version_pictures.order_by("position")]
    if as_is == [(p.asset, p.alt, crop_of(p.crop)) for p in wanted.pictures]:
        return
    # What a post shows it may go on showing, also if the library has it no more.
    rows = picture_rows(version, wanted, assets, there={asset for asset, _, _ in as_is})
    version.version_pictures.all().delete()
    VersionPicture.objects.bulk_create(rows)


def picture_rows(version: Version, wanted: DraftVersion, assets: Mapping[UUID, Asset], there: Container[UUID] = ()) -> list[VersionPicture]:
    if any(p.asset not in assets or (assets[p.asset].deleted_at and p.asset not in there) for p in wanted.pictures):
        raise Refusal("picture-gone", fields={"versions": "picture-gone"})
    return [
        VersionPicture(version=version, asset=assets[p.asset], position=i, alt=p.alt[:2000], crop=crop_of(p.crop))
        for i, p in enumerate(wanted.pictures)
    ]


def crop_of(said: Mapping[str, int] | None) -> dict[str, int] | None:
    """Return the part to show as it is kept; None for the whole picture. Raises Refusal for one outside of it."""
    try:
        window = window_of(said)
    except ValueError:
        raise Refusal("crop-not-possible", fields={"versions": "crop-not-possible"}) from None
    return window.data() if window else None


def write_placements(post: Post, placements: Sequence[DraftPlacement], *, default_zone: str, now: datetime) -> None:
    """The post has exactly these placements. One that Carillon has claimed can be neither changed nor taken off."""
    rows = {(p.channel_id, p.spoken): p for p in post.placements.all()}
    channels = channels_of(placements)
    kept = keyed(placements, channels=channels, there=rows)
    for (channel, spoken), wanted in kept.items():
        row = rows.get((channel, spoken)) or new_placement(post, channels[channel], spoken)
        write_placement(row, wanted, default_zone=default_zone, now=now)
    for key, row in rows.items():
        if key not in kept:
            if row.claimed_at:
                raise Refusal("already-on-its-way", status=409, channel=row.channel.name)
            row.delete()


def new_placements(
    post: Post, placements: Sequence[DraftPlacement], *, channels: Mapping[UUID, Channel], default_zone: str, now: datetime
) -> list[Placement]:
    """Return the placements of a post that had none, for the caller to store."""
    rows = []
    for (channel, spoken), wanted in keyed(placements, channels=channels).items():
        row = new_placement(post, channels[channel], spoken)
        settle(row, wanted, zone=wanted.zone or default_zone, now=now)
        rows.append(row)
    return rows


def channels_of(placements: Iterable[DraftPlacement]) -> dict[UUID, Channel]:
    return {c.pk: c for c in Channel.objects.filter(pk__in={p.channel for p in placements})}


def keyed(
    placements: Sequence[DraftPlacement], *, channels: Mapping[UUID, Channel], there: Container[tuple[UUID, str]] = ()
) -> dict[tuple[UUID, str], DraftPlacement]:
    """Return what is wanted by channel and languages. Raises Refusal for what cannot be; `there`: what the post has already."""
    if len(placements) > PLACEMENTS_MOST:
        raise Refusal("too-much-for-a-post", fields={"placements": "too-much-for-a-post"})
    found: dict[tuple[UUID, str], DraftPlacement] = {}
    for wanted in placements:
        channel, key = channels.get(wanted.channel), (wanted.channel, spoken_of(wanted))
        if channel is None or (channel.state == Channel.State.DISCONNECTED and key not in there):
            raise Refusal("channel-gone", fields={"placements": "channel-gone"})
        if key in found:
            raise Refusal("channel-twice", fields={"placements": "channel-twice"}, channel=channel.name)
        found[key] = wanted
    return found


def new_placement(post: Post, channel: Channel, spoken: str) -> Placement:
    return Placement(organisation=post.organisation, post=post, channel=channel, spoken=spoken)


def write_placement(row: Placement, wanted: DraftPlacement, *, default_zone: str, now: datetime) -> None:
    zone = wanted.zone or (default_zone if row._state.adding else row.zone)
    own, base = own_of(wanted)
    if row.own_base != base and not row._state.adding and not row.claimed_at:
        row.own_base = base
        row.save(update_fields=["own_base"])
    says = (list(wanted.languages), own, wanted.without_link, wanted.local_time[:16], zone)
    if not row._state.adding and (row.languages, row.own_segments, row.without_link, row.local_time, row.zone) == says:
        return
    if row.claimed_at:
        raise Refusal("already-on-its-way", status=409, channel=row.channel.name)
    settle(row, wanted, zone=zone, now=now)
    row.save()


def settle(row: Placement, wanted: DraftPlacement, *, zone: str, now: datetime) -> None:
    """The row says what is wanted, and stands at its time. Raises Refusal for a time that has passed, unless it stood there before."""
    local_time = wanted.local_time[:16]
    is_moved = row._state.adding or (row.local_time, row.zone) != (local_time, zone)
    row.languages, row.without_link = list(wanted.languages), wanted.without_link
    row.own_segments, row.own_base = own_of(wanted)
    row.local_time, row.zone = local_time, zone
    if is_moved:
        row.planned_at = to_utc(local_time, zone) if local_time else None
        if row.planned_at and row.planned_at < now.replace(second=0, microsecond=0):
            raise Refusal("time-passed", fields={"local_time": "time-passed"}, time=local_time[11:16])


def own_of(wanted: DraftPlacement) -> tuple[list[str] | None, list[str] | None]:
    """Return the channel's own text and what it was compared with; without the one there is no other."""
    if wanted.own_segments is None:
        return None, None
    return list(wanted.own_segments), list(wanted.own_base) if wanted.own_base is not None else None


def spoken_of(wanted: DraftPlacement) -> str:
    return "+".join(wanted.languages)[:40]
