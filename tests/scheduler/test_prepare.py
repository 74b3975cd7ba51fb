"""Uploads and containers are made minutes ahead; an edit makes them worthless, and what is left over is taken away."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels.models import Channel
from scheduler.delivery import prepare
from scheduler.delivery.models import Leftover, Preparation
from scheduler.delivery.tidy import tidy
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, make_due
from tests.stories.test_after_the_claim import said_yes
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft, soon

pytestmark = pytest.mark.django_db(transaction=True)
FIRST = {"facebook": "picture-1", "instagram": "container", "twitter": "picture-1"}
CREATE = {"facebook": "upload", "instagram": "container", "twitter": "upload"}


def with_picture(world: World, channel: Channel, *, text: str = "Une affiche.") -> str:
    picture = {"asset": str(world.picture().pk), "alt": "Une affiche"}
    return approved(world, draft(channel, versions=[{"language": "fr", "segments": [text], "pictures": [picture]}], when=soon(5)))


def prepared() -> list[Preparation]:
    for placement in prepare.waiting(now=timezone.now()):
        prepare.prepare(placement_id=placement)
    with scopes_disabled():
        return list(Preparation.objects.all())


@pytest.mark.parametrize("network", list(FIRST))
def test_what_was_prepared_is_used_and_not_made_again(world: World, wall: SandboxServer, network: str):
    post = with_picture(world, connected(world, wall, network))
    (ready,) = prepared()
    assert ready.is_done and FIRST[network] in ready.handles
    before = len(wall.calls(network, CREATE[network]))
    make_due(post)
    (delivery,) = claim_all()
    assert deliver(delivery).state == "published"
    assert (len(wall.calls(network, CREATE[network])), len(wall.control("ledger"))) == (before, 1)


def test_nothing_of_it_is_visible_before_its_time(world: World, wall: SandboxServer):
    with_picture(world, connected(world, wall, "facebook"))
    prepared()
    assert wall.control("ledger") == []


def test_preparing_twice_uploads_once(world: World, wall: SandboxServer):
    with_picture(world, connected(world, wall, "facebook"))
    prepared()
    prepared()
    assert len(wall.calls("facebook", "upload")) == 1


def test_an_edit_makes_it_worthless_and_what_was_uploaded_is_taken_away(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    post = with_picture(world, channel)
    (old,) = prepared()
    version = {"language": "fr", "segments": ["Nouveau."], "pictures": [{"asset": str(world.picture(colour="#ff0000").pk), "alt": "x"}]}
    world.client("author").patch(f"/api/posts/{post}/", {"versions": [version]}, format="json")
    said_yes(world, post)
    (new,) = prepared()
    assert new.is_done and new.handles != old.handles
    tidy(now=timezone.now() + timedelta(seconds=5))
    with scopes_disabled():
        assert not Leftover.objects.exists()
    assert "delete" in [call["operation"] for call in wall.calls("facebook")]


def test_a_failed_preparation_costs_the_post_nothing(world: World, wall: SandboxServer):
    post = with_picture(world, connected(world, wall, "facebook"))
    wall.fault("facebook", "upload", "5xx_before")
    (ready,) = prepared()
    assert not ready.is_done
    make_due(post)
    (delivery,) = claim_all()
    assert (deliver(delivery).state, len(wall.control("ledger"))) == ("published", 1)


def test_a_post_without_pictures_needs_no_preparation(world: World, wall: SandboxServer):
    approved(world, draft(connected(world, wall, "facebook"), when=soon(5)))
    assert prepare.waiting(now=timezone.now()) == []


def test_what_is_not_approved_is_not_uploaded(world: World, wall: SandboxServer):
    picture = {"asset": str(world.picture().pk), "alt": "Une affiche"}
    body: dict[str, Any] = draft(
        connected(world, wall, "facebook"), versions=[{"language": "fr", "segments": ["Une affiche."], "pictures": [picture]}], when=soon(5)
    )
    world.client("author").post("/api/posts/", body, format="json")
    assert prepared() == []
