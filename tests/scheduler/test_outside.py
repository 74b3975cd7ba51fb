"""Posts made elsewhere are read and counted; what Carillon sent, or may have sent, is never taken for one of them."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from accounts.audit.models import AuditEntry
from accounts.channels import services as channels
from accounts.channels.models import Channel
from campaigns.outside import services as outside
from campaigns.outside.models import OutsidePost, OutsideReading, PaidReading
from scheduler.outside import read
from tests.networks.playground import adapter
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, make_due
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft, soon

pytestmark = pytest.mark.django_db(transaction=True)
FREE = ["facebook", "instagram"]


def made_elsewhere(wall: SandboxServer, channel: Channel, text: str) -> str:
    """Somebody posts with the network's own app."""
    made = wall.control("posts", {"network": channel.network, "account": channel.remote_id, "text": text})
    return str(made[0]["id"])


def read_now(channel: Channel, *, now: Any = None) -> list[str]:
    """Return the texts on record after one reading."""
    now = now or timezone.now()
    with scope(organisation=channel.organisation):
        OutsideReading.objects.get_or_create(channel=channel, defaults={"next_at": now})
        read.read(reading=OutsideReading.objects.select_related("channel__organisation").get(channel=channel), now=now)
        return list(OutsidePost.objects.filter(channel=channel, gone_at=None).order_by("posted_at", "pk").values_list("text", flat=True))


def reading_of(channel: Channel) -> OutsideReading:
    with scopes_disabled():
        found: OutsideReading = OutsideReading.objects.get(channel=channel)
    return found


def sent(world: World, channel: Channel, text: str, **more: Any) -> Any:
    make_due(approved(world, draft(channel, versions=[{"language": "fr", "segments": [text], **more}], when=soon(5))))
    (delivery,) = claim_all()
    return deliver(delivery)


@pytest.mark.parametrize("network", FREE)
def test_what_was_posted_elsewhere_is_read_once(world: World, wall: SandboxServer, network: str):
    channel = connected(world, wall, network)
    made_elsewhere(wall, channel, "Écrit sur le téléphone")
    assert read_now(channel) == ["Écrit sur le téléphone"]
    assert read_now(channel) == ["Écrit sur le téléphone"]
    assert reading_of(channel).next_at > timezone.now() + timedelta(minutes=10)


def test_what_carillon_sent_is_not_among_it(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    assert sent(world, channel, "De Carillon").state == "published"
    made_elsewhere(wall, channel, "D’ailleurs")
    assert read_now(channel) == ["D’ailleurs"]


def test_a_post_whose_answer_was_lost_waits_until_it_is_known_whose_it_is(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    wall.fault("facebook", "create", "5xx_after")
    delivery = sent(world, channel, "Peut-être en ligne")
    assert delivery.state == "uncertain"
    assert read_now(channel) == []
    with scopes_disabled():
        known_to = OutsideReading.objects.get(channel=channel).read_at
    assert known_to is not None and known_to < timezone.now()


def test_a_post_that_a_person_says_is_ours_is_forgotten(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    remote_id = made_elsewhere(wall, channel, "La nôtre, finalement")
    read_now(channel)
    with scope(organisation=channel.organisation):
        outside.forget(channel=channel, remote_ids=[remote_id])
        assert not OutsidePost.objects.exists()


def test_edits_and_removals_are_followed(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    edited, removed = made_elsewhere(wall, channel, "Avant"), made_elsewhere(wall, channel, "Trop tôt")
    read_now(channel)
    adapter("facebook").correct(caller=channels.caller(channel), remote_id=edited, text="Après")
    wall.control(f"posts?network=facebook&id={removed}", method="DELETE")
    assert read_now(channel, now=timezone.now() + timedelta(days=1, minutes=1)) == ["Après"]
    with scope(organisation=channel.organisation):
        assert OutsidePost.objects.get(remote_id=edited).edited_at
        assert OutsidePost.objects.get(remote_id=removed).gone_at


@pytest.mark.parametrize("kind", ["429", "5xx_before", "html_body", "reset_before", "cut_body"])
@pytest.mark.parametrize("network", FREE)
def test_a_network_in_trouble_is_asked_again_later_and_nothing_is_lost(world: World, wall: SandboxServer, network: str, kind: str):
    channel = connected(world, wall, network)
    made_elsewhere(wall, channel, "Toujours là")
    wall.fault(network, "any", kind, times=20)
    assert read_now(channel) == []
    put_off = reading_of(channel)
    assert put_off.tries == 1 and put_off.problem and put_off.next_at > timezone.now()
    wall.control("faults", method="DELETE")
    with scopes_disabled():
        Channel.objects.update(throttled_until=None)
    assert read_now(channel) == ["Toujours là"]
    assert (reading_of(channel).tries, reading_of(channel).problem) == (0, None)


def test_what_a_disconnected_channel_and_old_age_leave_behind_is_forgotten(world: World, wall: SandboxServer, settings: Any):
    channel = connected(world, wall, "facebook")
    made_elsewhere(wall, channel, "À oublier")
    read_now(channel)
    with scopes_disabled():
        assert outside.sweep(now=timezone.now()) == 0
        assert outside.sweep(now=timezone.now() + timedelta(days=settings.OUTSIDE_KEPT_DAYS + 1)) == 1
    read_now(channel)


def test_x_is_read_when_a_person_asks_and_the_bill_is_booked(world: World, wall: SandboxServer):
    channel = connected(world, wall, "twitter")
    made_elsewhere(wall, channel, "Sur X, à la main")
    (told,) = world.client("planner").get("/api/outside/readings/").data
    assert not told["is_regular"] and told["read_cost_usd_micros"] > 0
    done = world.client("planner").post(f"/api/outside/readings/{channel.pk}/", {"limit": 5}, format="json")
    assert done.status_code == 200, done.data
    assert (done.data["read"], done.data["new"], done.data["cost_usd_micros"]) == (1, 1, told["read_cost_usd_micros"])
    with scope(organisation=channel.organisation):
        assert PaidReading.objects.get().cost_usd_micros == told["read_cost_usd_micros"]
        assert AuditEntry.objects.filter(act="channel.read-for-money").count() == 1
    assert world.client("viewer").post(f"/api/outside/readings/{channel.pk}/", {}, format="json").status_code == 403
    assert world.client("other").post(f"/api/outside/readings/{channel.pk}/", {}, format="json").status_code == 404


def test_the_calendar_gets_them_and_strangers_do_not(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    made_elsewhere(wall, channel, "Vu de tous")
    read_now(channel)
    now = timezone.now()
    span = {"from": (now - timedelta(days=1)).isoformat(), "to": (now + timedelta(days=1)).isoformat()}
    (shown,) = world.client("viewer").get("/api/outside/", span).data
    assert (shown["text"], shown["network"], shown["gone_at"]) == ("Vu de tous", "facebook", None)
    assert world.client("other").get("/api/outside/", span).data == []
    assert world.client("viewer").get("/api/outside/", {"from": "yesterday"}).status_code == 400
