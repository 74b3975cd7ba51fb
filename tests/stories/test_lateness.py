"""Posts that nobody takes up: administrators hear of it within minutes, once an hour, and never of what a person stopped."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels.models import Channel
from accounts.notify import services as notify
from accounts.notify.models import Notice
from accounts.orgs.models import Organisation
from scheduler.delivery.lateness import tell_of_lateness
from scheduler.delivery.models import Delivery
from scheduler.hold.models import Publishing
from tests.stories.play import claim_all, make_due
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timezone.now


def told() -> list[tuple[str, dict[str, int]]]:
    return [(n.user.name, n.params) for n in Notice.objects.filter(code="publishing-late").select_related("user")]


def late(world: World, *, minutes: int = 7, text: str = "un", channel: Channel | None = None) -> None:
    make_due(approved(world, draft(channel or world.channel(), text=text)), ago=timedelta(minutes=minutes))


def test_a_post_nobody_claims_is_told_to_administrators(world: World):
    late(world)
    assert tell_of_lateness(now=NOW()) == 1
    assert told() == [("Admin", {"posts": 1, "minutes": 7})]


def test_a_delivery_whose_alarm_nobody_answers_counts_too(world: World):
    make_due(approved(world, draft(world.channel())))
    (delivery,) = claim_all()
    with scopes_disabled():
        Delivery.objects.filter(pk=delivery.pk).update(wake_at=NOW() - timedelta(minutes=9))
    tell_of_lateness(now=NOW())
    assert told() == [("Admin", {"posts": 1, "minutes": 9})]


def test_four_minutes_are_no_news(world: World):
    late(world, minutes=4)
    assert tell_of_lateness(now=NOW()) == 0 and told() == []


def test_it_is_said_once_an_hour(world: World):
    late(world)
    now = NOW()
    for minutes in (0, 1, 30):
        tell_of_lateness(now=now + timedelta(minutes=minutes))
    assert len(told()) == 1
    Notice.objects.update(created_at=now - notify.ONE_CAUSE - timedelta(seconds=1))
    tell_of_lateness(now=now + timedelta(minutes=31))
    assert len(told()) == 2


@pytest.mark.parametrize("state", ["paused", "sign_in_lost", "out_of_credit"])
def test_what_waits_for_its_channel_is_not_late(world: World, state: str):
    channel = world.channel()
    late(world, channel=channel)
    with scopes_disabled():
        Channel.objects.filter(pk=channel.pk).update(state=state)
    assert tell_of_lateness(now=NOW()) == 0


def test_what_a_person_stopped_is_not_late(world: World):
    late(world)
    Organisation.objects.filter(pk=world.organisation.pk).update(stopped_at=NOW())
    assert tell_of_lateness(now=NOW()) == 0
    Organisation.objects.update(stopped_at=None)
    Publishing.objects.update_or_create(pk=1, defaults={"held_at": NOW()})
    assert tell_of_lateness(now=NOW()) == 0


def test_it_costs_one_question_for_all_organisations(world: World, django_assert_max_num_queries):
    late(world)
    tell_of_lateness(now=NOW())
    with django_assert_max_num_queries(14):
        tell_of_lateness(now=NOW())
