"""People hear of what matters: once for each cause, in their language, and never at the price of what caused it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from accounts.notify.models import Notice
from accounts.notify.services import tell
from accounts.people.models import User

NOW = timezone.now()


def told(world, *names, **more):
    given: dict[str, Any] = {
        "code": "channel-sign-in-lost",
        "params": {"channel": "Demain", "network": "Facebook"},
        "path": "/channels",
        "now": NOW,
    } | more
    return tell(organisation=world.organisation, users=[world.people[name] for name in names], **given)


def test_each_person_has_one_notice(world):
    assert {notice.user for notice in told(world, "planner", "admin", "planner")} == {world.planner, world.admin}


def test_one_cause_is_told_once_an_hour(world):
    told(world, "planner", cause="c1")
    assert told(world, "planner", cause="c1", now=NOW + timedelta(minutes=59)) == []
    assert len(told(world, "planner", "admin", cause="c1", now=NOW + timedelta(minutes=30))) == 1  # the admin had not heard
    assert len(told(world, "planner", cause="c2")) == 1
    assert len(told(world, "planner", cause="c1", now=NOW + timedelta(minutes=61))) == 1


def test_one_cause_is_told_in_each_organisation(world):
    told(world, "planner", cause="c1")
    assert len(tell(organisation=world.other, users=[world.planner], code="x", cause="c1", now=NOW)) == 1


def test_who_has_left_is_told_nothing(world):
    User.objects.filter(pk=world.planner.pk).update(is_active=False)
    assert told(world, "planner") == []


def test_mail_leaves_after_the_commit_in_the_readers_language(world, django_capture_on_commit_callbacks, settings):
    settings.SITE_URL = "https://carillon.example"
    User.objects.filter(pk=world.planner.pk).update(language="fr")
    with django_capture_on_commit_callbacks() as waiting:
        told(world, "planner", by_email=True)
        assert not mail.outbox
    for callback in waiting:
        callback()
    message: Any = mail.outbox[0]
    html, kind = message.alternatives[0]
    assert message.to == ["planner@example.org"] and kind == "text/html" and '<html lang="fr">' in html
    assert "Demain" in message.subject and "\n" not in message.subject and message.subject.startswith("Ours")
    for body in (message.body, html):
        assert "https://carillon.example/ours/channels" in body and "Demain (Facebook)" in body


def test_the_other_language_does_not_stay(world, django_capture_on_commit_callbacks):
    from django.utils import translation

    User.objects.filter(pk=world.planner.pk).update(language="nl")
    with translation.override("de"), django_capture_on_commit_callbacks(execute=True):
        told(world, "planner", by_email=True)
        assert translation.get_language() == "de"


def test_names_in_a_mail_are_escaped(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        told(world, "planner", by_email=True, params={"channel": "<b>Demain</b>", "network": "Facebook"})
    message: Any = mail.outbox[0]
    assert "<b>Demain" not in message.alternatives[0][0] and "<b>Demain" in message.body


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_is_not_mailed(home):
    from tests.world import World

    world = World.make()
    with transaction.atomic():
        told(world, "planner", by_email=True)
        transaction.set_rollback(True)
    assert not mail.outbox and not Notice.objects.exists()


def test_a_mail_server_that_is_down_breaks_nothing(world, settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1", 1
    with django_capture_on_commit_callbacks(execute=True):
        assert len(told(world, "planner", by_email=True)) == 1


def test_no_redis_breaks_nothing(world, redis_away, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert len(told(world, "planner")) == 1


# ── The API ──────────────────────────────────────────────────────────────────────────────────────────────────────
def test_one_reads_ones_own_notices_of_this_organisation(world):
    told(world, "planner")
    told(world, "admin")
    tell(organisation=world.other, users=[world.planner], code="channel-sign-in-lost", now=NOW)
    answer = world.client("planner", world.organisation).get("/api/notices/").json()
    assert answer["count"] == 1
    assert answer["results"][0]["message"].startswith("Demain (Facebook) cannot publish") and answer["results"][0]["path"] == "/channels"


def test_reading_one_and_all(world):
    first, _second, _third = told(world, "planner"), told(world, "planner"), told(world, "planner")
    client = world.client("planner", world.organisation)
    assert client.post(f"/api/notices/{first[0].pk}/read/").json()["read_at"]
    assert client.get("/api/notices/?unread=true").json()["count"] == 2
    assert client.get("/api/notices/?unread=false").json()["count"] == 1
    assert client.post("/api/notices/read-all/").json() == {"read": 2}
    assert client.get("/api/notices/?unread=true").json()["count"] == 0


def test_nobody_reads_another_persons_notice(world):
    (notice,) = told(world, "planner")
    assert world.client("admin", world.organisation).post(f"/api/notices/{notice.pk}/read/").status_code == 404
    assert Notice.objects.get(pk=notice.pk).read_at is None
