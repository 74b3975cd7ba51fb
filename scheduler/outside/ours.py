"""Which posts of a timeline Carillon sent itself, or may have sent: those are never taken for posts made elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db.models import Q

from accounts.channels.models import Channel
from networks.contract import Posted, Timeline
from networks.wire import text
from scheduler.delivery import steps
from scheduler.delivery.models import Delivery
from scheduler.delivery.states import State

CLOCKS_DIFFER = timedelta(minutes=2)  # between the network and us
LATE_MOST = timedelta(days=3)  # a delivery that was held or retried comes so long after its planned time


@dataclass(frozen=True)
class InDoubt:
    """A delivery whose answer is not known: what appeared since then may be it. `texts`: what it says; None: whatever it says."""

    since: datetime
    texts: tuple[str, ...] | None

    def may_be(self, post: Posted) -> bool:
        if post.created_at < self.since:
            return False
        return self.texts is None or any(text.same_text(own, post.text) for own in self.texts)


def in_doubt(channel: Channel) -> list[InDoubt]:
    """Return what is on its way, and what a person has to look for."""
    open_ones = Delivery.objects.filter(channel=channel, state__in=[State.SENDING, State.UNCERTAIN, State.NEEDS_LOOK])
    return [
        InDoubt(
            since=delivery.first_intent_at - CLOCKS_DIFFER,
            texts=tuple(step.text for step in steps.of(delivery) if step.visible) if delivery.state == State.NEEDS_LOOK else None,
        )
        for delivery in open_ones.exclude(first_intent_at=None)
    ]


def sent(channel: Channel, timeline: Timeline) -> set[str]:
    """Return the ids of everything Carillon knows to have put on this account in that time: posts, parts of threads, comments."""
    told = [post.remote_id for post in timeline.posts]
    found = Delivery.objects.filter(Q(remote_id__in=told) | Q(planned_at__gte=timeline.reaches - LATE_MOST), channel=channel)
    ids: set[str] = set()
    for remote_id, handles in found.values_list("remote_id", "handles"):
        ids |= {remote_id or "", *(str(handle) for handle in handles.values())}
    return ids - {""}


def without(timeline: Timeline, doubts: Iterable[InDoubt]) -> tuple[Timeline, datetime | None]:
    """Return the timeline without what may be ours, and since when it has to be read again for that."""
    doubts = list(doubts)
    left_out = [post for post in timeline.posts if any(doubt.may_be(post) for doubt in doubts)]
    if not left_out:
        return timeline, None
    kept = tuple(post for post in timeline.posts if post not in left_out)
    return replace(timeline, posts=kept), min(post.created_at for post in left_out)
