"""Play the dispatcher and its workers by hand, one beat at a time, so that a story decides the order of things."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels.models import Channel
from campaigns.posts.models import Placement
from scheduler.delivery import aftermath, claim, owners, reconcile, run, sweep
from scheduler.delivery.models import Delivery
from tests.guards import asked_for_at
from tests.sandbox_server import SandboxServer
from tests.world import World


def connected(world: World, wall: SandboxServer, network: str) -> Channel:
    """Return a channel of a fresh account on the sandbox, with a real token of that network."""
    account = wall.account(network, f"Ours {network}", f"ours{network}")
    answer = wall.grant(network, account["id"])
    return world.channel(network, remote_id=str(account["id"]), token=answer["access_token"])


def make_due(post_id: Any, *, ago: timedelta = timedelta(0)) -> None:
    """The post's time has come, as if the hours had passed; its approval is of that time."""
    with scopes_disabled():
        at = timezone.now() - ago
        placements = Placement.objects.filter(post=post_id)
        placements.update(planned_at=at)
        asked_for_at(post_id, {str(pk): at for pk in placements.values_list("pk", flat=True)})


def claim_all() -> list[Delivery]:
    with scopes_disabled():
        return claim.claim_due(now=timezone.now(), ahead=timedelta(seconds=2))


def deliver(delivery: Delivery) -> Delivery:
    run.deliver_now([(str(delivery.pk), delivery.fence)])
    book()
    return fresh(delivery)


def book() -> None:
    """What has ended is on record, and people know."""
    aftermath.book(now=timezone.now())


def fresh(delivery: Delivery) -> Delivery:
    with scopes_disabled():
        found: Delivery = Delivery.objects.select_related("channel", "placement").get(pk=delivery.pk)
    return found


def wake(now: datetime | None = None) -> None:
    """One tick of the sweeper, and the work it gives out, done at once."""
    with scopes_disabled():
        for work in sweep.wake(now=now or timezone.now()):
            if work.verb == "deliver":
                run.deliver_now([(work.delivery_id, work.fence)])
            else:
                reconcile.look(delivery_id=work.delivery_id, fence=work.fence)
    book()


def after_lease() -> datetime:
    """The process that had them is gone. Return a time when its leases are over."""
    owners.close()
    return timezone.now() + timedelta(seconds=settings.LEASE_S + 1)


def settle(delivery: Delivery, *, ticks: int = 30) -> Delivery:
    """Let alarms ring (clock moved on) until the delivery has come to rest."""
    now = timezone.now()
    for _ in range(ticks):
        if fresh(delivery).wake_at is None:
            break
        now += timedelta(seconds=200)
        with scopes_disabled():
            Delivery.objects.filter(pk=delivery.pk).update(wake_at=timezone.now())
        wake()
    return fresh(delivery)
