"""One letter for each cause: its subject says what happened, its text what to do, its button leads there; and none is lost."""

import smtplib
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from accounts.notify import outbox
from accounts.notify.letters import BUTTONS, FURTHER
from accounts.notify.models import Notice
from accounts.notify.services import GATHERED, tell
from accounts.people.models import User
from accounts.words import WORDS

NOW = timezone.now()
AFTER = NOW + GATHERED + timedelta(seconds=1)


def failed(world, count=1, titles=(), *, names=("planner",), now=NOW, **more):
    params = {"channel": "Ville", "network": "Facebook", "count": count, "why": "spam-suspected", "titles": list(titles)}
    return tell(
        organisation=world.organisation,
        users=[world.people[name] for name in names],
        code="delivery-failed",
        params=params | ({"title": titles[0]} if titles else {}) | more,
        path="/posts/1" if count == 1 else "/today",
        cause="failed:spam-suspected:1",
        by_email=True,
        now=now,
    )


def sent(now=AFTER) -> Any:
    outbox.send_due(now=now)
    return mail.outbox


def test_twelve_failures_of_one_cause_are_one_letter_with_the_number(world):
    failed(world, 5, ["Un", "Deux", "Trois"])
    failed(world, 7, ["Quatre", "Cinq", "Six"], now=NOW + timedelta(seconds=3))
    (message,) = sent()
    assert message.subject == "Ours: 12 posts did not go out on Ville"
    assert "The network took this for spam" in message.body and "Nothing is lost" in message.body
    assert "- Un\n- Deux\n- Trois\n- Quatre\n- Cinq\n- and 7 more" in message.body


def test_a_single_one_is_called_by_its_name_and_opened(world):
    failed(world, 1, ["Un loyer juste"])
    (message,) = sent()
    assert message.subject == "Ours: “Un loyer juste” did not go out on Ville"
    assert "See why and repair it\nhttp" in message.body and "/ours/posts/1" in message.body and "- Un loyer" not in message.body


def test_a_long_title_leaves_room_for_what_happened(world):
    failed(world, 1, ["Un loyer juste, c’est trente pour cent du revenu, pas quarante, et certainement pas davantage"])
    (message,) = sent()
    assert message.subject.endswith("…” did not go out on Ville") and len(message.subject) < 90
    assert "certainement pas davantage” did not go out on Ville" in message.body


def test_one_that_becomes_several_leads_to_all_of_them(world):
    failed(world, 1, ["Un"])
    failed(world, 1, ["Deux"], now=NOW + timedelta(seconds=2))
    notice = Notice.objects.get()
    assert (notice.path, notice.params["count"], notice.params["titles"]) == ("/today", 2, ["Un", "Deux"])
    assert "title" not in notice.params


def test_what_grows_is_new_again_and_not_mailed_again(world):
    (notice,) = failed(world, 2)
    sent()
    Notice.objects.update(read_at=NOW)
    failed(world, 3, now=NOW + timedelta(minutes=10))
    notice.refresh_from_db()
    assert (notice.params["count"], notice.read_at) == (5, None)
    assert len(sent(NOW + timedelta(minutes=20))) == 1


def test_it_is_in_the_app_at_once_and_mailed_when_it_is_gathered(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        failed(world, 2)
    assert Notice.objects.count() == 1 and not mail.outbox
    assert outbox.send_due(now=NOW) == 0 and outbox.send_due(now=AFTER) == 1


def test_the_letter_speaks_the_readers_language_throughout(world):
    User.objects.filter(pk=world.planner.pk).update(language="fr")
    failed(world, 3, ["Un", "Deux"])
    (message,) = sent()
    assert message.subject.startswith("Ours")
    assert '<html lang="fr">' in message.alternatives[0][0]


def test_titles_are_escaped_and_listed_in_html(world):
    failed(world, 2, ["<b>Un</b>", "Deux"])
    html = sent()[0].alternatives[0][0]
    assert "&lt;b&gt;Un&lt;/b&gt;" in html and "<b>Un" not in html and html.count("<li") == 2


def test_a_server_that_is_away_is_tried_again_until_it_takes_it(world, settings):
    failed(world)
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1", 1
    assert outbox.send_due(now=AFTER) == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert outbox.send_due(now=AFTER) == 0  # not before a minute has passed
    assert outbox.send_due(now=AFTER + outbox.AGAIN_AFTER) == 1
    assert outbox.send_due(now=AFTER + timedelta(hours=1)) == 0


def test_after_a_day_it_is_given_up(world, settings):
    failed(world)
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1", 1
    outbox.send_due(now=NOW + outbox.TRIED_FOR + timedelta(hours=1))
    assert Notice.objects.get().mail_at is None


def test_two_that_ask_at_once_send_one(world, monkeypatch):
    (notice,) = failed(world)
    first = outbox.send_due(only=[str(notice.pk)], now=AFTER)
    assert (first, outbox.send_due(only=[str(notice.pk)], now=AFTER), len(mail.outbox)) == (1, 0, 1)


def test_one_reader_whose_address_is_refused_costs_no_other_their_letter(world, settings):
    settings.EMAIL_BACKEND = "tests.accounts.test_letters.Picky"
    failed(world, names=("admin", "planner", "approver"))
    assert outbox.send_due(now=AFTER) == 2
    assert sorted(Picky.taken) == ["admin@example.org", "approver@example.org"]


class Picky(BaseEmailBackend):
    """A server that does not know the planner."""

    taken: list[str] = []

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        Picky.taken.clear()

    def send_messages(self, messages):
        for message in messages:
            if message.to == ["planner@example.org"]:
                raise smtplib.SMTPRecipientsRefused({})
            Picky.taken.append(message.to[0])
        return len(messages)


def test_every_button_and_every_addition_belongs_to_a_notice():
    assert not (set(BUTTONS) | set(FURTHER)) - set(WORDS)


@pytest.mark.parametrize("code", sorted(BUTTONS))
def test_a_button_says_what_is_behind_it(code):
    assert len(BUTTONS[code]) < 40 and not BUTTONS[code].endswith(".")
