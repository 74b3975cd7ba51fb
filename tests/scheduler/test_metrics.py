"""What an operator counts on: every end is counted once, whoever counts at the same time; lateness is that of the call that people see."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from django_scopes import scopes_disabled

from campaigns.posts.models import Placement
from scheduler.delivery import ends
from scheduler.delivery.models import Attempt, Delivery
from scheduler.metrics import selectors, services
from scheduler.metrics.names import ABOVE, Sample, lateness, sample
from tests.stories.conftest import world
from tests.world import World, draft

__all__ = ["world"]
pytestmark = pytest.mark.django_db(transaction=True)


def sums() -> dict[str, dict[tuple[str, ...], float]]:
    return {name: {tuple(labels.values()): value for labels, value in rows} for name, rows in selectors.all_of_them().items()}


def test_sums_grow_in_one_statement(django_assert_num_queries: Any) -> None:
    services.count({sample("calls", network="facebook"): 2, sample("calls", network="twitter"): 1})
    with django_assert_num_queries(1):
        services.count({sample("calls", network="facebook"): 3, sample("calls", network="instagram"): 1})
    assert sums() == {"calls": {("facebook",): 5, ("instagram",): 1, ("twitter",): 1}}


def test_nothing_is_lost_when_many_count_at_once() -> None:
    names = [sample("calls", network=str(n)) for n in range(20)]

    def count(which: int) -> None:
        try:
            for _ in range(10):
                services.count(dict.fromkeys(names[which:] + names[:which], 1))
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(count, range(8)))
    assert sums() == {"calls": {(str(n),): 80 for n in range(20)}}


@pytest.mark.parametrize(("late_s", "bucket"), [(-0.2, "0.05"), (0.05, "0.05"), (0.06, "0.1"), (299, "300"), (301, ABOVE)])
def test_each_lateness_falls_into_one_bucket(late_s: float, bucket: str) -> None:
    assert dict(lateness(network="twitter", late_s=late_s))[sample("lateness", network="twitter", le=bucket)] == 1


GRACE = timedelta(seconds=settings.GRACE_S)


@pytest.fixture
def delivery(world: World) -> Delivery:
    """One that went out with its only call, 0.2 s late."""
    world.client("planner", world.organisation).post("/api/posts/", draft(world.channel()), format="json")
    with scopes_disabled():
        placement = Placement.objects.select_related("channel").get()
        at = timezone.now()
        made: Delivery = Delivery.objects.create(
            organisation=world.organisation,
            placement=placement,
            channel=placement.channel,
            state="published",
            planned_at=at,
            not_after=at + GRACE,
            content={},
            handles={"post": "page_1"},
            remote_id="page_1",
        )
        sent(made, after_s=0.2)
    return made


def sent(
    delivery: Delivery, *, after_s: float, outcome: str = "done", step: str = "post", is_look: bool = False, known: bool = True
) -> None:
    at = delivery.planned_at + timedelta(seconds=after_s)
    Attempt.objects.create(
        delivery=delivery,
        fence=1,
        step=step,
        is_look=is_look,
        intent_at=at,
        written_at=at if known else None,
        answered_at=at,
        outcome=outcome,
    )


def added(delivery: Delivery) -> dict[Sample, float]:
    return dict(ends.of(delivery, list(Attempt.objects.filter(delivery=delivery).order_by("intent_at"))))


@scopes_disabled()
def test_a_publication_counts_with_its_lateness(delivery: Delivery) -> None:
    sent(delivery, after_s=0.1, step="picture")
    ends.count([delivery])
    assert sums() == {
        "deliveries": {("facebook", "published", "done"): 1},
        "calls": {("send", "facebook", "done"): 2},
        "lateness": {("0.25", "facebook"): 1},
        "lateness_sum": {("facebook",): pytest.approx(0.2)},
    }


@scopes_disabled()
def test_what_a_person_sent_again_is_not_called_late(delivery: Delivery) -> None:
    sent(delivery, after_s=600)
    delivery.not_after = delivery.planned_at + timedelta(seconds=600) + GRACE
    assert added(delivery) == {
        sample("deliveries", network="facebook", outcome="published", policy="done"): 1,
        sample("calls", network="facebook", kind="send", outcome="done"): 1,
    }


@scopes_disabled()
def test_looks_and_resends_are_counted_apart(delivery: Delivery) -> None:
    Attempt.objects.all().delete()
    sent(delivery, after_s=0.1, outcome="Unknown")
    sent(delivery, after_s=5, is_look=True)
    sent(delivery, after_s=40)
    delivery.resends = 1
    counted = added(delivery)
    assert counted[sample("calls", network="facebook", kind="look", outcome="done")] == 1
    assert counted[sample("resends", network="facebook")] == 1
    assert counted[sample("lateness", network="facebook", le="60")] == 1


@scopes_disabled()
def test_many_ends_cost_two_statements(delivery: Delivery, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        ends.count([delivery] * 50)
    assert sum(sums()["deliveries"].values()) == 50


@scopes_disabled()
def test_one_lost_with_its_worker_counts_from_its_intent(delivery: Delivery) -> None:
    Attempt.objects.all().delete()
    sent(delivery, after_s=8, outcome="Unknown", known=False)
    assert added(delivery)[sample("lateness", network="facebook", le="10")] == 1


@scopes_disabled()
def test_what_a_person_settles_is_one_end_more_and_no_call(delivery: Delivery) -> None:
    delivery.placement.outcome = Placement.Outcome.NEEDS_LOOK
    assert added(delivery) == {sample("deliveries", network="facebook", outcome="published", policy="person"): 1}
