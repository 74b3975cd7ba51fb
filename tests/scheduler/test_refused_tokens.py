"""A refused token: renewed where that helps, waited for while somebody else renews it, and never asked about in a circle."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels.models import Channel
from networks.contract import SignInLost
from scheduler.delivery.again import HELD_FOR, again_at
from scheduler.delivery.models import Delivery
from scheduler.tasks import refresh_tokens
from tests.accounts.test_channel_tokens import connected
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
REFUSED = SignInLost("token-refused")


def stored(channel: Channel) -> Channel:
    with scopes_disabled():
        found: Channel = Channel.objects.get(pk=channel.pk)
    return found


def test_a_token_that_somebody_else_renews_at_this_moment_is_waited_for(world: World, wall: Any):
    channel, now = connected(world, wall, ago=timedelta(minutes=90)), timezone.now()
    with scopes_disabled():
        Channel.objects.filter(pk=channel.pk).update(refresh_lease_until=now + timedelta(seconds=60))
    assert again_at(Delivery(channel=channel), REFUSED, now=now) == now + HELD_FOR
    assert stored(channel).state == "connected"


def test_a_network_that_cannot_renew_just_now_does_not_lose_the_sign_in(world: World, wall: Any):
    channel, now = connected(world, wall, ago=timedelta(minutes=90)), timezone.now()
    wall.fault("twitter", "token", "5xx_before")
    assert again_at(Delivery(channel=channel), REFUSED, now=now) == now + HELD_FOR
    assert stored(channel).state == "connected"
    assert again_at(Delivery(channel=stored(channel), tries=11), REFUSED, now=now) and stored(channel).state == "sign_in_lost"


def test_a_token_refused_right_after_its_renewal_is_not_renewed_again_and_again(world: World, wall: Any):
    channel, now = connected(world, wall, ago=timedelta(minutes=90)), timezone.now()
    assert again_at(Delivery(channel=channel), REFUSED, now=now) == now
    before = len(wall.calls("twitter"))
    assert again_at(Delivery(channel=stored(channel)), REFUSED, now=timezone.now()) > now
    assert (len(wall.calls("twitter")), stored(channel).state) == (before, "sign_in_lost")


def test_one_channel_that_cannot_be_refreshed_does_not_stop_the_others(world: World, wall: Any, monkeypatch: Any):
    from accounts.channels import services, tokens

    first = connected(world, wall, ago=timedelta(minutes=110))
    second = connected(world, wall, "instagram", life=timedelta(days=60), ago=timedelta(days=59))
    asked = []

    def refresh(*, channel: Channel, now: Any) -> bool:
        asked.append(channel.pk)
        if channel.pk == first.pk:
            raise KeyError("expires_in")
        return tokens.refresh(channel=channel, now=now)

    monkeypatch.setattr(services, "refresh", refresh)
    refresh_tokens()
    assert set(asked) == {first.pk, second.pk}
