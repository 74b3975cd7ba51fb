"""Nobody was watching, or the database is from a backup: what was planned meanwhile is looked for before it is sent."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from scheduler.delivery import claim, sweep
from scheduler.delivery.models import Attempt, Delivery
from scheduler.health import services as health
from scheduler.health.models import Heartbeat
from scheduler.hold import selectors as holding
from scheduler.hold import services as hold
from scheduler.watch import PART, Watch
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, fresh, make_due, settle
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)
NETWORKS = ("facebook", "twitter")


def test_a_first_start_and_a_short_pause_are_no_gap(world: World):
    now, first = timezone.now(), Watch()
    assert first.gap(now=now) is None
    first.beat(now=now)
    assert Watch().gap(now=now + timedelta(seconds=5)) is None


def test_a_long_silence_is_a_gap_once(world: World):
    now = timezone.now()
    health.beat(parts=[PART], now=now - timedelta(minutes=5))
    watch = Watch()
    assert watch.gap(now=now) == now
    watch.beat(now=now)
    assert watch.gap(now=now + timedelta(seconds=4)) is None
    assert Watch().gap(now=now + timedelta(seconds=5)) is None


def test_who_dies_before_the_doubt_is_cast_leaves_it_to_the_next(world: World):
    now = timezone.now()
    health.beat(parts=[PART], now=now - timedelta(minutes=5))
    assert Watch().gap(now=now) == now  # and never says that it is alive
    assert Watch().gap(now=now + timedelta(seconds=1)) == now + timedelta(seconds=1)


def test_being_slow_is_no_gap(world: World):
    now, watch = timezone.now(), Watch()
    watch.gap(now=now)
    watch.beat(now=now)
    assert watch.gap(now=now + timedelta(minutes=5)) is None


def test_a_database_that_went_back_is_a_gap_even_while_we_run(world: World):
    now, watch = timezone.now(), Watch()
    watch.gap(now=now)
    watch.beat(now=now)
    Heartbeat.objects.update(at=now - timedelta(seconds=10))
    watch.distrust()
    assert watch.gap(now=now + timedelta(seconds=1)) == now + timedelta(seconds=1)


def test_a_doubt_that_was_cast_is_not_cast_again_by_whoever_starts_next(world: World):
    now = timezone.now()
    hold.look_first(before=now)
    health.beat(parts=[PART], now=now + timedelta(seconds=1))
    watch = Watch()
    watch.gap(now=now + timedelta(seconds=2))
    assert watch.was_kept_since(now) and not watch.was_kept_since(now + timedelta(seconds=2))


def doubted(*, ago: timedelta = timedelta(minutes=1)) -> Delivery:
    with scopes_disabled():
        (delivery,) = claim.claim_due(now=timezone.now(), ahead=timedelta(seconds=2), doubt_before=timezone.now() + timedelta(seconds=1))
    assert delivery.state == "uncertain"
    return delivery


@pytest.mark.parametrize("network", NETWORKS)
def test_what_is_online_already_is_adopted_and_not_sent_again(world: World, wall: SandboxServer, network: str):
    channel = connected(world, wall, network)
    post = approved(world, draft(channel))
    make_due(post)
    (sent,) = claim_all()
    deliver(sent)
    with scopes_disabled():  # as a backup from before would have it
        Attempt.objects.all().delete()
        Delivery.objects.all().delete()
        sent.placement.claimed_at, sent.placement.outcome = None, ""
        sent.placement.save()
    done = settle(doubted())
    assert (done.state, len(wall.control("ledger"))) == ("published", 1)


@pytest.mark.parametrize("network", NETWORKS)
def test_what_is_not_online_goes_out_once_it_has_been_looked_for(world: World, wall: SandboxServer, network: str):
    make_due(approved(world, draft(connected(world, wall, network))), ago=timedelta(minutes=2))
    done = settle(doubted())
    assert (done.state, len(wall.control("ledger"))) == ("published", 1)


def test_what_waited_to_be_sent_is_in_doubt_as_well(world: World, wall: SandboxServer):
    make_due(approved(world, draft(connected(world, wall, "facebook"))))
    (delivery,) = claim_all()
    assert sweep.doubt(born_before=timezone.now(), now=timezone.now()) == 1
    assert fresh(delivery).state == "uncertain"
    assert settle(fresh(delivery)).state == "published"


def test_what_is_long_past_and_in_doubt_is_looked_for_before_anybody_calls_it_missed(world: World, wall: SandboxServer, settings: Any):
    make_due(approved(world, draft(connected(world, wall, "facebook"))), ago=timedelta(hours=3))
    with scopes_disabled():
        (delivery,) = claim.mark_missed(now=timezone.now(), doubt_before=timezone.now())
    assert delivery.state == "uncertain"
    assert (settle(fresh(delivery)).state, wall.control("ledger")) == ("missed", [])


def test_a_hold_of_the_installation_is_told_to_all_and_its_end_casts_doubt(world: World):
    now = timezone.now()
    hold.hold(reason="Restoring", now=now)
    assert holding.publishing().held_at == now
    hold.release(now=now + timedelta(minutes=1))
    assert (holding.publishing().held_at, holding.publishing().look_first_before) == (None, now + timedelta(minutes=1))


def test_a_worker_sends_nothing_while_the_installation_is_held(world: World, wall: SandboxServer):
    make_due(approved(world, draft(connected(world, wall, "facebook"))))
    (delivery,) = claim_all()
    hold.hold(reason="", now=timezone.now())
    assert (deliver(delivery).state, wall.control("ledger")) == ("due", [])
