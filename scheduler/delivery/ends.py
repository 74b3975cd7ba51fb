"""What the sums say of ends: how many by network and policy, how late, how often we looked and sent again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.states import State
from scheduler.metrics import names
from scheduler.metrics import services as metrics


def count(ended: Sequence[Delivery]) -> None:
    """The sums have grown by these deliveries, which had not been counted before."""
    network = {d.pk: d.channel.network for d in ended}
    sums: Counter[names.Sample] = Counter()
    made: dict[UUID, list[Attempt]] = {d.pk: [] for d in ended}
    for attempt in Attempt.objects.filter(delivery__in=made).order_by("intent_at"):
        made[attempt.delivery_id].append(attempt)
        kind, outcome = "look" if attempt.is_look else "send", attempt.outcome or "Unknown"
        sums[names.sample(names.CALLS, network=network[attempt.delivery_id], kind=kind, outcome=outcome)] += 1
    for delivery in ended:
        slug, calls = delivery.channel.network, made[delivery.pk]
        policy = calls[-1].outcome if calls else ""
        sums[names.sample(names.DELIVERIES, network=slug, outcome=delivery.state, policy=policy)] += 1
        sums[names.sample(names.RESENDS, network=slug)] += delivery.resends
        late_s = lateness_s(delivery, calls)
        if late_s is not None:
            for one, more in names.lateness(network=slug, late_s=late_s):
                sums[one] += more  # type: ignore[assignment]
    metrics.count(sums)


def lateness_s(delivery: Delivery, calls: Iterable[Attempt]) -> float | None:
    """Return the seconds from the planned time to the first byte of the call that put it online (its first part); None when none did."""
    if delivery.state != State.PUBLISHED or not delivery.remote_id:
        return None
    step = next((name for name, handle in delivery.handles.items() if handle == delivery.remote_id), None)
    written = [call.written_at for call in calls if call.step == step and not call.is_look and call.outcome == "done" and call.written_at]
    return (written[0] - delivery.planned_at).total_seconds() if written else None
