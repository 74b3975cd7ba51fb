"""Who is gone: only a free lock says so, never the clock."""

import os
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from django_scopes import scopes_disabled

from scheduler.delivery import owners, sweep
from scheduler.delivery.models import Delivery
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, fresh, make_due
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def owner(world: World) -> Iterator[owners.Owner]:
    made = owners.Owner()
    yield made
    made.let_go()


def test_who_lives_is_not_gone_and_may_send(owner: owners.Owner):
    assert (owners.is_gone(owner.id), owner.holds()) == (False, True)


def test_who_let_go_is_gone(owner: owners.Owner):
    owner.let_go()
    assert owners.is_gone(owner.id)


def test_who_never_was_is_gone(world: World):
    assert owners.is_gone("ab" * 16)


def test_a_process_that_was_killed_is_gone(world: World):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        connection.inc_thread_sharing()
        connection.connection = None  # the parent's, which must not be closed from here
        mine = owners.Owner()
        os.write(writing, mine.id.encode())
        time.sleep(60)
        os._exit(0)
    name = os.read(reading, 32).decode()
    alive = owners.is_gone(name)
    os.kill(child, 9)
    os.waitpid(child, 0)
    ends = time.monotonic() + 5  # PostgreSQL notices a closed connection a moment later
    while not owners.is_gone(name) and time.monotonic() < ends:
        time.sleep(0.05)
    assert (alive, owners.is_gone(name)) == (False, True)


def test_a_lock_that_was_lost_ends_the_leave_to_send(owner: owners.Owner, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(owner, "_seen_at", owner._seen_at - owners.SURE_S - 1)  # as after a minute of sleep
    assert not owner.holds()


def sending(world: World, wall: SandboxServer, owner: str) -> Delivery:
    make_due(approved(world, draft(connected(world, wall, "facebook"))))
    (delivery,) = claim_all()
    with scopes_disabled():
        over = timezone.now() - timedelta(seconds=1)
        Delivery.objects.filter(pk=delivery.pk).update(state="sending", step="post", owner=owner, wake_at=over, first_intent_at=over)
    return delivery


def test_a_call_whose_owner_lives_is_left_to_it_however_late(world: World, wall: SandboxServer, owner: owners.Owner):
    delivery = sending(world, wall, owner.id)
    sweep.wake(now=timezone.now())
    assert fresh(delivery).state == "sending"


def test_a_call_whose_owner_is_gone_is_looked_for(world: World, wall: SandboxServer, owner: owners.Owner):
    delivery = sending(world, wall, owner.id)
    owner.let_go()
    sweep.wake(now=timezone.now())
    assert fresh(delivery).state == "uncertain"


def test_lock_files_of_the_dead_are_swept_and_those_of_the_living_stay(owner: owners.Owner, settings: Any):
    if connection.vendor == "postgresql":
        return
    dead = settings.HOME / "owners" / f"{'cd' * 16}.lock"
    dead.touch()
    owners.sweep_files()
    assert (dead.exists(), owners.is_gone(owner.id)) == (False, False)
