"""Several presses in the same moment: one decision stands, whoever they come from."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django_scopes import scopes_disabled

from campaigns.approvals.guests.models import Guest, Seat
from campaigns.approvals.models import Decision
from tests.campaigns.by_link.conftest import Desk
from tests.campaigns.by_link.test_guests import invited
from tests.campaigns.by_link.test_page import shown
from tests.world import World

pytestmark = [
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time: there is nothing to race"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def desk(home: Path, transactional_db: Any) -> Desk:
    cache.clear()
    return Desk(World.make())


def at_once(*acts: Callable[[], Any]) -> list[int]:
    """Return what each of them was answered, in their order."""
    answers = [0] * len(acts)
    gate = threading.Barrier(len(acts))

    def act(place: int) -> None:
        try:
            gate.wait()
            answers[place] = acts[place]().status_code
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def pressed_at_once(presses: list[tuple[str, str, str]]) -> list[int]:
    def press(path: str, nonce: str, verdict: str) -> Any:
        return Client().post(path, {"shown": nonce, "verdict": verdict, "comment": "x"})

    return sorted(at_once(*(partial(press, *one) for one in presses)))


def test_one_link_pressed_many_times_decides_once(desk: Desk):
    path = desk.link(desk.post())
    nonce = shown(Client(), path)
    assert pressed_at_once([(path, nonce, "approve")] * 5) == [303, 409, 409, 409, 409]
    with scopes_disabled():
        assert Decision.objects.count() == 1


def test_two_deciders_at_once_decide_once(desk: Desk):
    approval = desk.request()
    first, second = desk.link(approval), desk.link(approval, "second_approver")
    presses = [(first, shown(Client(), first), "approve"), (second, shown(Client(), second), "reject")]
    assert pressed_at_once(presses) == [303, 409]
    with scopes_disabled():
        decision = Decision.objects.get()
    assert desk.fresh(approval).state == {"approve": "approved", "reject": "rejected"}[decision.verdict]


@pytest.mark.parametrize("round_", range(5))
def test_a_guest_invited_while_somebody_approves_is_waited_for_or_refused(desk: Desk, round_: int):
    approval = desk.post()
    client = desk.world.client("approver")
    verdict = {"verdict": "approve", "fingerprint": approval.fingerprint}
    asked, said = at_once(
        lambda: invited(desk, posts=[approval.subject_id]),
        lambda: client.post(f"/api/decisions/{approval.pk}/decide/", verdict, format="json"),
    )
    assert said == 200
    with scopes_disabled():
        guests, seats = Guest.objects.count(), Seat.objects.count()
    came_first = (asked, guests, seats, desk.fresh(approval).state)
    assert came_first in {(201, 1, 1, "open"), (409, 0, 0, "approved")}
