"""The record of who did what: it grows by one, and shows when somebody has touched it."""

import threading

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.audit import selectors
from accounts.audit.models import AuditEntry
from accounts.audit.services import record
from accounts.orgs.models import Organisation


def write(organisation, act="post.sent", **data):
    return record(organisation=organisation, actor=None, act=act, subject_kind="post", subject_id="1", data=data, now=timezone.now())


def test_each_entry_stands_on_the_one_before(world):
    first, second = write(world.organisation), write(world.organisation, with_words="été", amount=3)
    assert (first.number, second.number) == (1, 2) and second.previous_hash == first.hash
    assert selectors.verify(world.organisation) is None


def test_organisations_have_records_of_their_own(world):
    write(world.organisation)
    assert write(world.other).number == 1
    assert [entry.organisation_id for entry in selectors.entries(organisation=world.other)] == [world.other.pk]


def test_the_actor_is_named_even_when_they_have_left(world):
    entry = record(organisation=world.organisation, actor=world.planner, act="post.submitted", now=timezone.now())
    world.planner.delete()
    entry.refresh_from_db()
    assert entry.actor_name == "Planner" and selectors.verify(world.organisation) is None


@pytest.mark.parametrize("change", [{"act": "post.approved"}, {"data": {"amount": 4}}, {"actor_name": "Somebody"}, {"subject_id": "2"}])
def test_a_changed_entry_shows(world, change):
    entries = [write(world.organisation, amount=3) for _ in range(3)]
    AuditEntry.objects.filter(pk=entries[1].pk).update(**change)
    assert selectors.verify(world.organisation) == 2


def test_a_missing_entry_shows(world):
    entries = [write(world.organisation) for _ in range(3)]
    AuditEntry.objects.filter(pk=entries[1].pk).delete()
    assert selectors.verify(world.organisation) == 3


def test_an_act_that_was_rolled_back_leaves_nothing(world):
    with transaction.atomic():
        write(world.organisation)
        transaction.set_rollback(True)
    assert selectors.entries(organisation=world.organisation).count() == 0
    assert write(world.organisation).number == 1


@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_one_chain():
    organisation = Organisation.objects.create(slug="busy", name="Busy")

    def work() -> None:
        try:
            for number in range(10):
                with transaction.atomic():
                    write(organisation, number=number)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(selectors.entries(organisation=organisation).values_list("number", flat=True)) == list(range(1, 41))
    assert selectors.verify(organisation) is None
