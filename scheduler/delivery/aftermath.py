"""What follows an outcome: people hear of it, the channel's health is noted. In transactions of their own, after the outcome is saved:
nothing here can ever cause a second send."""

from datetime import datetime

import structlog

from accounts.audit import services as audit
from accounts.channels import services as channels
from accounts.notify import live
from accounts.notify import services as notify
from accounts.orgs import selectors as orgs
from accounts.orgs.rights import Verb
from accounts.people.models import User
from campaigns.posts import selectors as posts
from campaigns.posts.content import first_line
from campaigns.posts.models import Placement, Post
from scheduler.delivery.models import Delivery

log = structlog.get_logger()


def published(delivery: Delivery, *, now: datetime) -> None:
    """The channel's health and the record know that this post is out; open screens show it."""
    late_s = (delivery.published_at or now).timestamp() - delivery.planned_at.timestamp()
    log.info("delivery.published", delivery=str(delivery.pk), network=delivery.channel.network, late_ms=round(late_s * 1000))
    channels.note_success(channel=delivery.channel, now=now)
    audit.record(
        organisation=delivery.organisation,
        actor=None,
        act="post.published",
        subject_kind="post",
        subject_id=str(delivery.placement.post_id),
        data={"channel": str(delivery.channel_id), "remote_id": delivery.remote_id, "fingerprint": delivery.fingerprint},
        now=now,
    )
    changed(delivery)


def not_as_approved(placement: Placement, post: Post, *, now: datetime) -> None:
    """The author and those who may repair it are told that a post whose time has come is not what was approved, and stays here."""
    notify.tell(
        organisation=post.organisation,
        users=listeners(post),
        code="delivery-cancelled",
        params={"title": first_line(post), "channel": placement.channel.name},
        path=f"/posts/{post.pk}",
        cause=f"not-as-approved:{post.pk}",
        by_email=True,
        now=now,
    )


def went_wrong(delivery: Delivery, *, now: datetime) -> None:
    """The author and those who may repair it are told, once per cause, with what happened and where to mend it."""
    post = posts.whole(delivery.placement.post_id)
    code = (delivery.problem or {}).get("code", "")
    audit.record(
        organisation=delivery.organisation,
        actor=None,
        act=f"post.{delivery.state}",
        subject_kind="post",
        subject_id=str(post.pk),
        data={"channel": str(delivery.channel_id), "code": code},
        now=now,
    )
    notify.tell(
        organisation=delivery.organisation,
        users=listeners(post),
        code=f"delivery-{delivery.state.replace('_', '-')}",
        params={"title": first_line(post), "channel": delivery.channel.name},
        path=f"/posts/{post.pk}",
        cause=f"{delivery.state}:{code}:{delivery.channel_id}",
        by_email=True,
        now=now,
    )
    changed(delivery)


def listeners(post: Post) -> list[User]:
    people = [*orgs.holders(organisation=post.organisation, verb=Verb.REPAIR), *([post.author] if post.author else [])]
    return list({person.pk: person for person in people}.values())


def note_permalink(delivery: Delivery, permalink: str) -> None:
    """The address people can open, where the network tells it only after publishing."""
    Delivery.objects.filter(pk=delivery.pk).update(permalink=permalink)
    Placement.objects.filter(pk=delivery.placement_id).update(permalink=permalink)


def changed(delivery: Delivery) -> None:
    live.publish(organisation_id=delivery.organisation_id, kind="delivery", id=str(delivery.placement_id))
