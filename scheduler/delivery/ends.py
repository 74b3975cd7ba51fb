"""What deliveries that have ended add to the sums of scheduler.metrics: how they ended, what the networks answered, how late they were."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from campaigns.posts.models import Placement
from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.states import State
from scheduler.metrics import names
from scheduler.metrics import services as metrics
from scheduler.metrics.names import Sample

AHEAD = timedelta(seconds=5)  # a claim comes before its time
ASKED = frozenset({Placement.Outcome.NEEDS_LOOK, Placement.Outcome.FAILED, Placement.Outcome.MISSED})


def count(ended: Sequence[Delivery]) -> None:
    """The sums hold these ends. Called in the transaction that marks them as booked, so that each is counted once.

    Their placements are still as they were before: what a person has settled since an earlier end shows there.
    """
    tried: dict[UUID, list[Attempt]] = defaultdict(list)
    for attempt in Attempt.objects.filter(delivery__in=[delivery.pk for delivery in ended]).order_by("intent_at"):
        tried[attempt.delivery_id].append(attempt)
    sums: dict[Sample, float] = defaultdict(float)
    for delivery in ended:
        for sample, more in of(delivery, tried[delivery.pk]):
            sums[sample] += more
    metrics.count(sums)


def of(delivery: Delivery, attempts: Sequence[Attempt]) -> Iterator[tuple[Sample, float]]:
    """Yield what this delivery adds. Of one that a person had sent again: what has come since then."""
    network, began_at = delivery.channel.network, begun_at(delivery)
    if delivery.placement.outcome in ASKED:  # it had ended, was counted, and a person has settled it: no call was made since
        yield names.sample(names.DELIVERIES, network=network, outcome=str(delivery.state), policy="person"), 1
        return
    attempts = [a for a in attempts if a.intent_at >= began_at - AHEAD]
    sent = [a for a in attempts if not a.is_look and a.outcome]
    policy = sent[-1].outcome if sent else "none"
    yield names.sample(names.DELIVERIES, network=network, outcome=str(delivery.state), policy=policy), 1
    for attempt in attempts:
        if attempt.outcome:
            kind = "look" if attempt.is_look else "send"
            yield names.sample(names.CALLS, network=network, kind=kind, outcome=attempt.outcome), 1
    if delivery.resends and began_at == delivery.planned_at:  # a person's retry is written down as a resend too
        yield names.sample(names.RESENDS, network=network), delivery.resends
    if delivery.state == State.PUBLISHED and began_at == delivery.planned_at and (seen_at := became_visible_at(delivery, sent)):
        yield from names.lateness(network=network, late_s=(seen_at - delivery.planned_at).total_seconds())


def begun_at(delivery: Delivery) -> datetime:
    """Return its planned time, or when a person had it sent again: that gave it a new last moment."""
    again_at: datetime = delivery.not_after - timedelta(seconds=settings.GRACE_S)
    return max(delivery.planned_at, again_at) if again_at > delivery.planned_at + timedelta(seconds=1) else delivery.planned_at


def became_visible_at(delivery: Delivery, sent: Sequence[Attempt]) -> datetime | None:
    """Return when the first byte left of the call that made the post, None where no call of ours is known to have."""
    handles: dict[str, Any] = delivery.handles
    visible = next((step for step, handle in handles.items() if handle == delivery.remote_id), None)
    calls = [a for a in sent if a.step == visible]
    return (calls[-1].written_at or calls[-1].intent_at) if calls else None
