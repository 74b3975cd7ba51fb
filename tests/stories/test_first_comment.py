"""A post and its first comment: never doubled, and a comment that was refused takes nothing from the post."""

from unittest import mock

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from campaigns.posts.models import Placement, Version
from networks.contract import Refused
from scheduler.delivery import run, services
from scheduler.delivery.models import Delivery
from tests.sandbox_server import SandboxServer
from tests.stories.play import after_lease, claim_all, connected, deliver, fresh, make_due, settle, wake
from tests.stories.test_from_draft_to_wall import approved
from tests.stories.test_never_twice_never_lost import Killed
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)
NETWORKS = ("facebook", "instagram")
COMMENT = "Tous les détails : https://example.org/plan"


def one_due(world: World, wall: SandboxServer, network: str) -> Delivery:
    channel = connected(world, wall, network)
    channel.scopes = ["pages_manage_engagement", "instagram_business_manage_comments"]
    channel.save()
    body = draft(channel)
    body["versions"][0]["first_comment"] = COMMENT
    if network == "instagram":
        body["versions"][0]["pictures"] = [{"asset": str(world.picture().pk), "alt": "Une affiche"}]
    make_due(approved(world, body))
    (delivery,) = claim_all()
    return delivery


def said(wall: SandboxServer, network: str) -> list[str]:
    return [line["text"] for line in wall.ledger(network, operation="comment")]


@pytest.mark.parametrize("network", NETWORKS)
def test_the_comment_follows_its_post(world: World, wall: SandboxServer, network: str):
    delivery = deliver(one_due(world, wall, network))
    done = settle(delivery)
    assert done.state == "published"
    (post,) = wall.ledger(network)
    assert done.remote_id == post["id"]
    assert said(wall, network) == [COMMENT]


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("kind", ["5xx_after", "reset_after", "cut_body"])
def test_a_lost_answer_of_the_comment_is_looked_up(world: World, wall: SandboxServer, network: str, kind: str):
    delivery = one_due(world, wall, network)
    wall.fault(network, "comment", kind)
    assert settle(deliver(delivery)).state == "published"
    assert said(wall, network) == [COMMENT]
    assert len(wall.ledger(network)) == 1


@pytest.mark.parametrize("network", NETWORKS)
def test_a_comment_that_never_arrived_is_left_to_a_person(world: World, wall: SandboxServer, network: str):
    delivery = one_due(world, wall, network)
    wall.fault(network, "comment", "5xx_before")
    assert settle(deliver(delivery)).state == "needs_look"
    assert said(wall, network) == []
    assert len(wall.ledger(network)) == 1


@pytest.mark.parametrize("network", NETWORKS)
def test_a_worker_killed_at_any_step_doubles_neither(world: World, wall: SandboxServer, network: str):
    delivery = one_due(world, wall, network)
    with mock.patch.object(run, "done", side_effect=Killed):
        for _ in range(10):
            try:
                settle(fresh(delivery), ticks=1) if fresh(delivery).fence > 1 else deliver(delivery)
            except Killed:
                wake(after_lease())
    assert settle(delivery).state == "published"
    assert said(wall, network) == [COMMENT]
    assert len(wall.ledger(network)) == 1


def test_a_refused_comment_leaves_the_post_online_and_can_be_said_again(world: World, wall: SandboxServer):
    delivery = one_due(world, wall, "facebook")
    refusal = mock.patch("networks.wire.comments.say", side_effect=Refused("spam-suspected"))
    with refusal:
        failed = settle(deliver(delivery))
    assert failed.state == "failed"
    assert failed.problem == {"code": "first-comment-refused", "params": {"why": "spam-suspected"}}
    (post,) = wall.ledger("facebook")
    assert failed.remote_id == post["id"]
    with scopes_disabled():
        assert Placement.objects.get(pk=delivery.placement_id).permalink
        services.retry(delivery=fresh(delivery), by=world.planner, now=timezone.now())
    wake()
    assert settle(delivery).state == "published"
    assert said(wall, "facebook") == [COMMENT]
    assert len(wall.ledger("facebook")) == 1


def test_a_refused_comment_that_is_left_out_leaves_a_published_post(world: World, wall: SandboxServer):
    delivery = one_due(world, wall, "facebook")
    with mock.patch("networks.wire.comments.say", side_effect=Refused("spam-suspected")):
        assert settle(deliver(delivery)).state == "failed"
    with scopes_disabled():
        services.drop(delivery=fresh(delivery), by=world.planner, now=timezone.now())
        placement = Placement.objects.get(pk=delivery.placement_id)
    assert (fresh(delivery).state, fresh(delivery).problem) == ("published", None)
    assert placement.outcome == "published" and placement.permalink
    assert said(wall, "facebook") == []


def test_changing_the_comment_takes_the_approval_away(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    post_id = approved(world, draft(channel))
    with scopes_disabled():
        Version.objects.filter(post=post_id).update(first_comment="Something nobody saw")
    make_due(post_id)
    assert claim_all() == []
    assert wall.ledger("facebook") == []
