"""When much is due at once, every organisation and every channel is served in turn."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from campaigns.posts.models import Placement, Post
from scheduler.delivery.claim import claim_due, in_turn
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


def due(world: World, channel: object, count: int, *, organisation: object) -> None:
    with scopes_disabled():
        for _ in range(count):
            post = Post.objects.create(organisation=organisation, state="approved")
            at = timezone.now() - timedelta(seconds=30)
            Placement.objects.create(organisation=organisation, post=post, channel=channel, spoken="fr", languages=["fr"], planned_at=at)


def test_one_post_of_a_small_organisation_does_not_wait_behind_a_hundred_of_a_large_one(world: World):
    due(world, world.channel(remote_id="1"), 100, organisation=world.organisation)
    due(world, world.channel(remote_id="2", organisation=world.other), 1, organisation=world.other)
    with scopes_disabled():
        first = [Placement.objects.get(pk=pk).organisation_id for pk in in_turn(Placement.objects.all(), most=2)]
    assert set(first) == {world.organisation.pk, world.other.pk}


def test_channels_of_one_organisation_take_turns(world: World):
    for number in range(3):
        due(world, world.channel(remote_id=str(number)), 20, organisation=world.organisation)
    with scopes_disabled():
        chosen = [Placement.objects.get(pk=pk).channel_id for pk in in_turn(Placement.objects.all(), most=6)]
    assert [chosen.count(channel) for channel in set(chosen)] == [2, 2, 2]


def test_a_channel_that_has_to_wait_keeps_its_posts_unclaimed_and_editable(world: World):
    channel = world.channel()
    due(world, channel, 2, organisation=world.organisation)
    channel.throttled_until = timezone.now() + timedelta(minutes=5)
    channel.save()
    assert claim_due(now=timezone.now(), ahead=timedelta(seconds=2)) == []
