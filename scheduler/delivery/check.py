"""Whether claimed deliveries may be sent now. Asked once more at the moment of sending, for many at once."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from accounts.channels import services as channels
from accounts.channels.models import Channel
from campaigns.approvals import selectors as approvals
from campaigns.posts.models import Placement, Post
from campaigns.posts.services import KIND
from scheduler.delivery.again import HELD_FOR
from scheduler.delivery.models import Delivery
from scheduler.delivery.shift import Change, shift_all
from scheduler.delivery.states import Event, State
from scheduler.hold import selectors as hold
from scheduler.hold.models import Publishing


def ready(pairs: Iterable[tuple[str, int]], *, now: datetime) -> list[Delivery]:
    """Return the deliveries (of these ids and fences) that may be sent now; the others have been put where they belong."""
    fences = {UUID(pk): fence for pk, fence in pairs}
    found = [d for d in Delivery.objects.filter(pk__in=fences, state=State.CLAIMED) if d.fence == fences[d.pk]]
    if not found:
        return []
    known = Channel.objects.select_related("organisation").in_bulk({d.channel_id for d in found})
    for delivery in found:
        delivery.channel = known[delivery.channel_id]
    live = may_still_go(found)
    unasked = never_asked([d for d in found if d.pk not in live])
    publishing = hold.publishing()
    kept, changes = [], []
    for delivery in found:
        no = "" if delivery.pk in live else "approval-unasked" if delivery.pk in unasked else "approval-lost"
        change = hindrance(delivery, no=no, publishing=publishing, now=now)
        if change is None:
            kept.append(delivery)
        else:
            changes.append(change)
    shift_all(changes, now=now)
    return kept


def may_still_go(found: Iterable[Delivery]) -> set[UUID]:
    """Return those whose frozen content is what the approval in force is of."""
    rows = Placement.objects.filter(pk__in=[d.placement_id for d in found], post__deleted_at=None, post__state=Post.State.APPROVED)
    post_of = dict(rows.values_list("pk", "post_id"))
    unasked = Q(organisation__posts_need_approval=False)  # where posts need a yes by now, one that gave itself earlier is none
    prints = approvals.prints_given(subject_kind=KIND, subject_ids=set(post_of.values()), unasked=unasked)
    return {d.pk for d in found if d.placement_id in post_of and prints.get(post_of[d.placement_id]) == d.fingerprint}


def never_asked(found: Iterable[Delivery]) -> set[UUID]:
    """Return those whose approval gave itself, where posts need somebody's yes by now."""
    post_of = {d.pk: d.placement.post_id for d in found if d.channel.organisation.posts_need_approval}
    given = approvals.given(subject_kind=KIND, subject_ids=set(post_of.values())) if post_of else {}
    return {pk for pk, post in post_of.items() if post in given and not approvals.was_asked(given[post])}


def hindrance(delivery: Delivery, *, no: str, publishing: Publishing, now: datetime) -> Change | None:
    """Return what stands in the way of sending, as the change it means. `no`: why it is not approved, if it is not."""
    channel = delivery.channel
    if now > delivery.not_after and not delivery.remote_id:
        return Change(delivery, Event.MISS, fields=problem("missed"))
    if no:
        # Half a thread online is not "cancelled": people must see that it stands there, and can send the rest after a new yes.
        return Change(delivery, Event.REFUSE if delivery.remote_id else Event.CANCEL, fields=problem(no))
    if channel.organisation.stopped_at:
        return Change(delivery, Event.HOLD)
    if publishing.held_at or channel.state != Channel.State.CONNECTED:
        return Change(delivery, Event.WAIT, now + HELD_FOR)
    if channel.throttled_until and channel.throttled_until > now:
        return Change(delivery, Event.WAIT, channel.throttled_until)
    return None


def problem(code: str) -> dict[str, Any]:
    return {"problem": {"code": code, "params": {}}}


def with_fresh_token(found: Iterable[Delivery]) -> datetime:
    """The channels' tokens are renewed. Return the time it is afterwards."""
    for delivery in found:
        channels.freshened(channel=delivery.channel, now=timezone.now())
    return timezone.now()
