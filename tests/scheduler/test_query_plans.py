"""What is asked four times a second, or for each message, is found by an index, whatever number of deliveries there is."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone
from django_scopes import scopes_disabled

from campaigns.posts import selectors as posts
from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.states import ENDS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_scans() -> Iterator[None]:
    """PostgreSQL would rightly read a small table whole; asked not to, it says which index it has."""
    with scopes_disabled():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL enable_seqscan = off")
        yield


def plan(found: QuerySet[Any]) -> str:
    return str(found.explain())


def test_what_is_due():
    now = timezone.now()
    assert "placement_unclaimed" in plan(posts.due(before=now, after=now - timedelta(hours=1)))


def test_alarms_that_rang():
    assert "delivery_alarm" in plan(Delivery.objects.filter(wake_at__lte=timezone.now()).order_by("wake_at")[:300])


def test_ends_that_are_not_booked():
    waiting = Delivery.objects.filter(is_booked=False, wake_at=None, state__in=ENDS).order_by("created_at")[:250]
    assert "delivery_unbooked" in plan(waiting)


def test_attempts_of_a_delivery():
    some = Delivery(pk="00000000-0000-0000-0000-000000000001")
    assert "attempt_in_order" in plan(Attempt.objects.filter(delivery=some).order_by("intent_at"))


def test_what_is_known_of_a_channel():
    known = Delivery.objects.filter(channel="00000000-0000-0000-0000-000000000001", remote_id__in=["1", "2"])
    assert any(index in plan(known) for index in ("remote_post_once", "delivery_on_channel", "sqlite_autoindex_scheduler_delivery"))
