"""Several presses in the same moment: one decision stands, whoever they come from."""

import threading
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django_scopes import scopes_disabled

from campaigns.approvals.models import Decision
from tests.campaigns.by_link.conftest import Desk
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


def pressed_at_once(presses: list[tuple[str, str, str]]) -> list[int]:
    answers: list[int] = []
    gate = threading.Barrier(len(presses))

    def press(path: str, nonce: str, verdict: str) -> None:
        try:
            gate.wait()
            answers.append(Client().post(path, {"shown": nonce, "verdict": verdict, "comment": "x"}).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=one) for one in presses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(answers)


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
