"""Kills, lost answers and double messages: the ledger of the network itself says what really happened."""

from unittest import mock

import pytest
from django_scopes import scopes_disabled

from campaigns.posts.models import Placement
from scheduler.delivery import run
from scheduler.delivery.models import Attempt, Delivery
from tests.sandbox_server import SandboxServer
from tests.stories.play import after_lease, claim_all, connected, deliver, fresh, make_due, settle, wake
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)
NETWORKS = ("facebook", "instagram", "twitter")


class Killed(BaseException):
    """The process is gone: nothing after this line runs."""


def one_due(world: World, wall: SandboxServer, network: str) -> Delivery:
    body = draft(connected(world, wall, network))
    if network == "instagram":
        body["versions"][0]["pictures"] = [{"asset": str(world.picture().pk), "alt": "Une affiche"}]
    make_due(approved(world, body))
    (delivery,) = claim_all()
    return delivery


def test_two_dispatchers_one_claim(world: World, wall: SandboxServer):
    one_due(world, wall, "facebook")
    assert claim_all() == []
    with scopes_disabled():
        Placement.objects.update(claimed_at=None)  # as if the second had read before the first wrote
    assert claim_all() == []


def test_two_workers_with_one_message_send_once(world: World, wall: SandboxServer):
    delivery = one_due(world, wall, "twitter")
    assert deliver(delivery).state == "published"
    deliver(delivery)
    assert len(wall.control("ledger")) == 1


@pytest.mark.parametrize("network", NETWORKS)
def test_a_worker_killed_before_the_call_loses_nothing(world: World, wall: SandboxServer, network: str):
    delivery = one_due(world, wall, network)
    with mock.patch.object(run, "window", side_effect=Killed), pytest.raises(Killed):
        deliver(delivery)
    assert fresh(delivery).state == "sending"
    wake(after_lease())
    assert settle(delivery).state == "published"
    assert len(wall.control("ledger")) == 1


@pytest.mark.parametrize("network", NETWORKS)
def test_a_worker_killed_after_the_call_doubles_nothing(world: World, wall: SandboxServer, network: str):
    delivery = one_due(world, wall, network)
    with mock.patch.object(run, "done", side_effect=Killed):
        for _ in range(8):  # each step's answer is lost in turn
            try:
                settle(fresh(delivery), ticks=1) if fresh(delivery).fence > 1 else deliver(delivery)
            except Killed:
                wake(after_lease())
    assert settle(delivery).state == "published"
    assert len(wall.control("ledger")) == 1


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("kind", ["5xx_after", "reset_after", "cut_body", "html_body"])
def test_a_lost_answer_is_looked_up_and_never_sent_again(world: World, wall: SandboxServer, network: str, kind: str):
    delivery = one_due(world, wall, network)
    wall.fault(network, "publish" if network == "instagram" else "create", kind)
    first = deliver(delivery)
    done = settle(first)
    assert done.state == "published"
    assert done.permalink or network == "instagram"
    assert len(wall.control("ledger")) == 1


@pytest.mark.parametrize("network", NETWORKS)
def test_a_throttled_channel_waits_as_long_as_it_was_told(world: World, wall: SandboxServer, network: str):
    delivery = one_due(world, wall, network)
    wall.fault(network, "publish" if network == "instagram" else "create", "429")
    waiting = settle(deliver(delivery), ticks=0)
    until = waiting.channel.throttled_until
    assert (waiting.state == "due" and until and waiting.wake_at and waiting.wake_at >= until) or network == "instagram"
    assert wall.control("ledger") == []


def test_a_lost_sign_in_holds_the_channel_and_keeps_the_post(world: World, wall: SandboxServer):
    delivery = one_due(world, wall, "facebook")
    wall.fault("facebook", "create", "token_revoked")
    held = deliver(delivery)
    assert (held.state, held.channel.state) == ("due", "sign_in_lost")
    assert world.client("admin").get("/api/notices/").data["count"] == 1


def test_what_was_sent_is_on_record_before_the_answer(world: World, wall: SandboxServer):
    delivery = one_due(world, wall, "facebook")
    with mock.patch.object(run, "window", side_effect=Killed), pytest.raises(Killed):
        deliver(delivery)
    with scopes_disabled():
        attempt = Attempt.objects.get(delivery=delivery)
    assert (attempt.step, attempt.answered_at) == ("post", None)


def test_an_edit_after_the_claim_is_refused_in_plain_words(world: World, wall: SandboxServer):
    delivery = one_due(world, wall, "facebook")
    post = fresh(delivery).placement.post_id
    answer = world.client("author").post(f"/api/posts/{post}/move/", {"local_time": "2031-01-01T10:00"}, format="json")
    assert (answer.status_code, answer.data["problem"]) == (409, "already-on-its-way")
