"""Answers are saved in groups; one that cannot be saved takes no other with it."""

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from scheduler.delivery import aftermath, scribe
from scheduler.delivery.models import Attempt, Delivery
from scheduler.delivery.scribe import Entry
from scheduler.delivery.shift import Change
from scheduler.delivery.states import Event
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, fresh, make_due
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)


def being_sent(world: World, count: int) -> list[tuple[Delivery, Attempt]]:
    channel = world.channel()
    for number in range(count):
        make_due(approved(world, draft(channel, text=f"Numéro {number}.")))
    found = []
    with scopes_disabled():
        for delivery in claim_all():
            Delivery.objects.filter(pk=delivery.pk).update(state="sending", step="post")
            delivery.state = "sending"
            found.append((delivery, Attempt.objects.create(delivery=delivery, fence=1, step="post", intent_at=timezone.now())))
    return found


def published(delivery: Delivery, attempt: Attempt, remote_id: str) -> Entry:
    attempt.answered_at, attempt.outcome = timezone.now(), "done"
    fields = {"published_at": timezone.now(), "remote_id": remote_id, "handles": {"post": remote_id}}
    return Entry(attempt, Change(delivery, Event.ALL_DONE, fields=fields))


def test_many_answers_are_saved_together(world: World):
    entries = [published(delivery, attempt, str(n)) for n, (delivery, attempt) in enumerate(being_sent(world, 5))]
    waiting = [scribe.mine().write(entry) for entry in entries]
    assert all(saved.result() for saved in waiting)
    assert [fresh(e.change.delivery).state for e in entries] == ["published"] * 5


def test_an_answer_that_cannot_be_saved_takes_no_other_with_it(world: World):
    first, second, third = (published(d, a, "same" if n else "other") for n, (d, a) in enumerate(being_sent(world, 3)))
    waiting = [scribe.mine().write(entry) for entry in (first, second, third)]
    outcomes = [future.exception() is None for future in waiting]
    assert outcomes[0] and outcomes.count(False) == 1
    assert fresh(first.change.delivery).state == "published"


def test_an_answer_of_somebody_who_lost_the_delivery_changes_nothing(world: World):
    ((delivery, attempt),) = being_sent(world, 1)
    with scopes_disabled():
        Delivery.objects.filter(pk=delivery.pk).update(fence=7)
    assert scribe.mine().write(published(delivery, attempt, "x")).result() is False
    assert fresh(delivery).state == "sending"


def test_an_id_that_another_post_of_ours_has_is_shown_to_a_person(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    for text in ("Un.", "Deux."):
        make_due(approved(world, draft(channel, text=text)))
    first, second = claim_all()
    deliver(first)
    ours = wall.control("ledger")[0]["id"]
    from networks.contract import Receipt
    from networks.facebook import network

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(network), "perform", lambda *_, **__: Receipt(handle=ours))
        assert deliver(second).state == "needs_look"


def test_an_end_that_cannot_be_told_is_booked_all_the_same(world: World, monkeypatch: pytest.MonkeyPatch):
    entries = [published(delivery, attempt, str(n)) for n, (delivery, attempt) in enumerate(being_sent(world, 2))]
    for entry in entries:
        scribe.mine().write(entry).result()
    monkeypatch.setattr(aftermath, "act_of", lambda delivery: 1 / 0)
    assert aftermath.book(now=timezone.now()) == 2
    assert [fresh(e.change.delivery).placement.outcome for e in entries] == ["published"] * 2
