"""Make, change and remove a group of channels."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from accounts.audit import services as audit
from accounts.channels.groups.models import ChannelGroup
from accounts.channels.models import Channel
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal


@transaction.atomic
def make(*, organisation: Organisation, name: str, channels: Sequence[Channel], by: User | None, now: datetime) -> ChannelGroup:
    """These channels can be chosen together. Raises Refusal when another group has the name."""
    return _kept(ChannelGroup(organisation=organisation, name=name), channels, act="channel_group.made", by=by, now=now)


@transaction.atomic
def change(
    *, group: ChannelGroup, by: User, now: datetime, name: str | None = None, channels: Sequence[Channel] | None = None
) -> ChannelGroup:
    """The group has this name and these channels: what is given. Raises Refusal."""
    group.name = group.name if name is None else name
    return _kept(group, channels, act="channel_group.changed", by=by, now=now)


@transaction.atomic
def remove(*, group: ChannelGroup, by: User, now: datetime) -> None:
    """The group is gone; its channels stay, and so do the posts on them."""
    _said("channel_group.removed", group, by=by, now=now)
    group.delete()


def _kept(group: ChannelGroup, channels: Sequence[Channel] | None, *, act: str, by: User | None, now: datetime) -> ChannelGroup:
    try:
        with transaction.atomic():
            group.save()
    except IntegrityError:
        raise Refusal("name-in-use", status=409, fields={"name": "name-in-use"}) from None
    if channels is not None:
        group.channels.set(channels)
    _said(act, group, by=by, now=now)
    return group


def _said(act: str, group: ChannelGroup, *, by: User | None, now: datetime) -> None:
    live.publish(organisation_id=group.organisation_id, kind="channel_group", id=group.pk)
    data = {"name": group.name}
    audit.record(organisation=group.organisation, actor=by, act=act, subject_kind="channel_group", subject_id=group.pk, data=data, now=now)
