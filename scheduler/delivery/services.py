"""What people do about a delivery that did not end well. Each act is audited."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from accounts.audit import services as audit
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.posts import services as posts
from campaigns.posts.fingerprint import fingerprint
from campaigns.posts.models import Post
from scheduler.delivery import aftermath
from scheduler.delivery.claim import frozen, may_go
from scheduler.delivery.models import Delivery
from scheduler.delivery.shift import shift
from scheduler.delivery.states import Event, Impossible, State


@transaction.atomic
def retry(*, delivery: Delivery, by: User, now: datetime) -> Delivery:
    """It goes out at once, as the post stands, if that is approved. Steps that were done are not done again.

    What nobody has an answer about was sent once already: an equal post that is there then is looked for, as after our own resend.
    """
    post = posts.taken(Post(pk=delivery.placement.post_id))
    if not may_go(post):
        raise Refusal("approval-lost", status=409)
    anew: dict[str, object] = {}
    if fingerprint(post) != delivery.fingerprint:
        if delivery.remote_id:  # its beginning is online, and what was approved since is something else
            raise Refusal("already-on-its-way", status=409, channel=delivery.channel.name)
        placement = next(p for p in post.placements.all() if p.pk == delivery.placement_id)
        anew = {"fingerprint": fingerprint(post), "content": frozen(placement, post), "handles": {}}
    resends = 1 if delivery.state == State.NEEDS_LOOK else delivery.resends
    grace = now + timedelta(seconds=settings.GRACE_S)
    act(delivery, Event.RETRY, by=by, now=now, wake_at=now, not_after=grace, tries=0, looks=0, resends=resends, problem=None, **anew)
    return delivery


@transaction.atomic
def say_online(*, delivery: Delivery, by: User, permalink: str, now: datetime) -> Delivery:
    """A person has seen it on the network: it is published, at that address."""
    act(delivery, Event.SAY_ONLINE, by=by, now=now, published_at=now, permalink=permalink or delivery.permalink, problem=None)
    return delivery


@transaction.atomic
def drop(*, delivery: Delivery, by: User, now: datetime) -> Delivery:
    """It does not go out any more."""
    act(delivery, Event.DROP, by=by, now=now)
    return delivery


def act(delivery: Delivery, event: Event, *, by: User, now: datetime, **fields: object) -> None:
    wake_at = fields.pop("wake_at", None)
    try:
        done = shift(delivery, event, now=now, wake_at=wake_at, **fields)  # type: ignore[arg-type]
    except Impossible:
        done = False
    if not done:
        raise Refusal("delivery-moved-on", status=409)
    audit.record(
        organisation=delivery.organisation,
        actor=by,
        act=f"delivery.{event}",
        subject_kind="post",
        subject_id=str(delivery.placement.post_id),
        data={"channel": str(delivery.channel_id)},
        now=now,
    )
    aftermath.changed(delivery)
