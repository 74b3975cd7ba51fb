"""What was read of a channel is put on record: new posts, what they say now, and those that are gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from accounts.channels.models import Channel
from accounts.notify import live
from campaigns.outside.models import OutsidePost
from networks.contract import Posted, Timeline

TEXT_MOST, ADDRESS_MOST = 20_000, 1_000


@dataclass(frozen=True)
class Change:
    """How many posts a reading made known, found to say something else, and missed."""

    new: int = 0
    edited: int = 0
    gone: int = 0


@transaction.atomic
def keep(*, channel: Channel, timeline: Timeline, ours: set[str], now: datetime) -> Change:
    """The record says what the account shows. `ours`: ids of what Carillon sent itself, which is never kept here."""
    told = {post.remote_id: post for post in timeline.posts if post.remote_id not in ours}
    forget(channel=channel, remote_ids=ours & {post.remote_id for post in timeline.posts})
    known = {row.remote_id: row for row in OutsidePost.objects.select_for_update().filter(channel=channel, remote_id__in=told)}
    OutsidePost.objects.bulk_create(
        [_row(channel, post, now=now) for remote_id, post in told.items() if remote_id not in known], ignore_conflicts=True
    )
    edited = [row for row in known.values() if _differs(row, told[row.remote_id])]
    for row in edited:
        post = told[row.remote_id]
        if row.text != _text(post):
            row.edited_at = now
        row.text, row.pictures, row.gone_at = _text(post), post.pictures, None
    OutsidePost.objects.bulk_update(edited, ["text", "pictures", "edited_at", "gone_at"])
    missed = OutsidePost.objects.filter(channel=channel, posted_at__gt=timeline.reaches, gone_at=None).exclude(remote_id__in=told)
    change = Change(new=len(told) - len(known), edited=len(edited), gone=missed.update(gone_at=now))
    if change != Change():
        live.publish(organisation_id=channel.organisation_id, kind="outside", id=channel.pk)
    return change


def forget(*, channel: Channel, remote_ids: Iterable[str]) -> None:
    """These posts turned out to be Carillon's own."""
    OutsidePost.objects.filter(channel=channel, remote_id__in=list(remote_ids)).delete()


def sweep(*, now: datetime) -> int:
    """Return how many posts were forgotten: those older than they may be kept, and those of channels that are not connected any more."""
    old: int
    left: int
    old, _ = OutsidePost.objects.filter(posted_at__lt=now - timedelta(days=settings.OUTSIDE_KEPT_DAYS)).delete()
    left, _ = OutsidePost.objects.filter(channel__state=Channel.State.DISCONNECTED).delete()
    return old + left


def _row(channel: Channel, post: Posted, *, now: datetime) -> OutsidePost:
    address = post.permalink if post.permalink.startswith(("https://", "http://")) else ""
    return OutsidePost(
        organisation_id=channel.organisation_id,
        channel=channel,
        remote_id=post.remote_id[:200],
        posted_at=post.created_at,
        text=_text(post),
        permalink=address if len(address) <= ADDRESS_MOST else "",
        pictures=post.pictures,
        found_at=now,
    )


def _text(post: Posted) -> str:
    return post.text.replace("\x00", "")[:TEXT_MOST]


def _differs(row: OutsidePost, post: Posted) -> bool:
    return row.text != _text(post) or row.pictures != post.pictures or row.gone_at is not None
