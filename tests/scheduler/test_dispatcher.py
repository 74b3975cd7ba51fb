"""The dispatcher goes on whatever it meets: no broker, a broken row, a second copy."""

from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest
from django_scopes import get_scope, scopes_disabled

from campaigns.posts.models import Placement
from scheduler import tasks
from scheduler.delivery import claim, scribe, sweep
from scheduler.delivery.models import Delivery
from scheduler.dispatcher import Dispatcher
from tests.stories.play import after_lease, claim_all, connected, fresh, make_due
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def dispatcher(settings: Any, tmp_path: Any) -> Iterator[Dispatcher]:
    made = Dispatcher()
    yield made
    made.looking.shutdown(wait=True)


def test_without_a_broker_it_delivers_in_threads_of_its_own(world: World, wall: Any, dispatcher: Dispatcher):
    make_due(approved(world, draft(connected(world, wall, "facebook"))))
    with mock.patch.object(tasks.deliver, "apply_async", side_effect=ConnectionError):
        dispatcher.tick(0.0)
        assert dispatcher.own
        dispatcher.own.close()
    scribe.close()
    with scopes_disabled():
        assert [d.state for d in Delivery.objects.all()] == ["published"]


def test_a_broker_that_is_away_is_not_asked_for_each_delivery(world: World, dispatcher: Dispatcher):
    with (
        mock.patch.object(tasks.deliver, "apply_async", side_effect=ConnectionError) as asked,
        mock.patch.object(dispatcher, "deliver_by_ourselves") as done,
    ):
        for number in range(50):
            dispatcher.take_up(sweep.Work("deliver", str(number), 1))
        dispatcher.ring()
    assert (asked.call_count, sum(len(call.args[0]) for call in done.call_args_list)) == (1, 50)


def test_a_placement_that_cannot_be_claimed_does_not_stop_the_others(world: World, dispatcher: Dispatcher):
    posts = [approved(world, draft(world.channel(remote_id=str(n)), text=f"Numéro {n}.")) for n in range(3)]
    for post in posts:
        make_due(post)
    with scopes_disabled():
        broken = Placement.objects.earliest("planned_at")
    real = claim.frozen

    def frozen(placement: Placement, post: Any, **more: Any) -> Any:
        if placement.pk == broken.pk:
            raise ValueError("Invalid IPv6 URL")
        return real(placement, post, **more)

    with mock.patch.object(claim, "frozen", side_effect=frozen) as tried, mock.patch.object(dispatcher, "hang") as hung:
        dispatcher.tick(0.0)
        before = [call.args[0].pk for call in tried.call_args_list].count(broken.pk)
        dispatcher.tick(1.0)
    assert hung.call_count == 2
    assert [call.args[0].pk for call in tried.call_args_list].count(broken.pk) == before  # and not four times a second


def test_a_delivery_that_cannot_be_woken_does_not_stop_the_others(world: World):
    for n in range(2):
        make_due(approved(world, draft(world.channel(remote_id=str(n)), text=f"Numéro {n}.")))
    broken, other = claim_all()
    with scopes_disabled():
        Delivery.objects.filter(pk=broken.pk).update(state="sending", step="post")
        broken.channel.network = "gone"
        broken.channel.save()
    now = after_lease()
    assert [work.delivery_id for work in sweep.wake(now=now)] == [str(other.pk)]
    wake_at = fresh(broken).wake_at
    assert wake_at and wake_at > now


def test_a_tick_with_nothing_to_do_asks_four_questions(world: World, dispatcher: Dispatcher, django_assert_num_queries: Any):
    dispatcher.tick(100.0)  # the sign of life, the look for missed ones and for what to prepare
    with django_assert_num_queries(4):
        dispatcher.tick(100.1)


def test_no_scope_is_left_open_while_the_sweeper_hands_over(world: World):
    make_due(approved(world, draft(world.channel())))
    claim_all()
    for _ in sweep.wake(now=after_lease()):
        assert get_scope().get("_enabled", True)
