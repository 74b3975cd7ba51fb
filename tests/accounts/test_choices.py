"""Each person chooses how they are mailed: at once, in one letter a day at their hour, or not at all."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone

from accounts.notify import choices, daily, outbox, services
from accounts.notify.models import Notice, NoticeChoice
from tests.world import World

BRUSSELS = ZoneInfo("Europe/Brussels")


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


def choose(world: World, **what: Any) -> None:
    assert world.client("approver").patch("/api/me/telling/", what, format="json").status_code == 200


def tell(world: World, *, code: str = "request-waits", title: str = "Affiches", now: datetime | None = None) -> list[Notice]:
    return services.tell(
        organisation=world.organisation,
        users=[world.approver],
        code=code,
        params={"title": title, "by": "Planner"},
        path="/decisions?show=1",
        by_email=True,
        now=now or timezone.now(),
    )


def test_without_a_choice_it_is_at_once(world: World):
    assert world.client("approver").get("/api/me/telling/").data["mail"] == "at_once"
    [notice] = tell(world)
    assert (notice.mail_at, notice.gather_at) == (notice.created_at, None)


def test_who_wants_none_is_told_in_the_app_only(world: World):
    choose(world, mail="none")
    [notice] = tell(world)
    assert (notice.mail_at, notice.gather_at) == (None, None)


def test_the_letter_of_the_day_tells_what_was_not_read(world: World):
    choose(world, mail="daily", daily_hour=7)
    now = utc(2026, 11, 26, 10, 0)
    for title in ("Affiches", "Vidéo", "Lue"):
        tell(world, title=title, now=now)
    Notice.objects.filter(params__title="Lue").update(read_at=now)
    assert outbox.send_due(now=now) == 0
    assert daily.send_due(now=utc(2026, 11, 27, 5, 59)) == 0
    assert daily.send_due(now=utc(2026, 11, 27, 6, 0)) == 1
    assert daily.send_due(now=utc(2026, 11, 27, 6, 1)) == 0
    [letter] = mail.outbox
    assert letter.to == ["approver@example.org"]
    assert letter.subject == "Ours: 2 things for you today"
    assert "Affiches" in letter.body and "Vidéo" in letter.body and "Lue" not in letter.body
    assert "/ours/decisions" in letter.body


def test_one_letter_for_each_organisation(world: World):
    choose(world, mail="daily", daily_hour=7)
    now = utc(2026, 11, 26, 10, 0)
    tell(world, now=now)
    services.tell(organisation=world.other, users=[world.approver], code="request-waits", params={"title": "x"}, by_email=True, now=now)
    assert daily.send_due(now=now + timedelta(days=1)) == 2
    assert {m.subject.split(":")[0] for m in mail.outbox} == {"Ours", "Theirs"}


def test_nothing_unread_no_letter(world: World):
    choose(world, mail="daily")
    tell(world)
    Notice.objects.update(read_at=timezone.now())
    assert daily.send_due(now=timezone.now() + timedelta(days=2)) == 0
    assert mail.outbox == []


@pytest.mark.parametrize("code", ["delivery-failed", "organisation-stopped", "riposte-waits"])
def test_what_cannot_wait_comes_at_once_all_the_same(code: str):
    choice = NoticeChoice(mail="daily", daily_hour=8)
    now = utc(2026, 11, 26, 10, 0)
    assert choices.mailing(choice=choice, zone="Europe/Brussels", code=code, at_once=now, now=now) == (now, None)


@pytest.mark.parametrize(
    ("now", "hour", "expected"),
    [
        (utc(2026, 11, 26, 6, 59), 8, utc(2026, 11, 26, 7, 0)),
        (utc(2026, 11, 26, 7, 0), 8, utc(2026, 11, 27, 7, 0)),
        (utc(2026, 3, 28, 12, 0), 8, utc(2026, 3, 29, 6, 0)),  # the night before, clocks go forward
        (utc(2026, 10, 24, 12, 0), 8, utc(2026, 10, 25, 7, 0)),  # the night before, clocks go back
        (utc(2026, 3, 28, 12, 0), 2, utc(2026, 3, 29, 1, 0)),  # two o'clock that this day does not have
        (utc(2026, 10, 24, 12, 0), 2, utc(2026, 10, 25, 0, 0)),  # two o'clock that this day has twice: the first
        (utc(2026, 10, 25, 0, 30), 2, utc(2026, 10, 26, 1, 0)),  # and not the second
    ],
)
def test_the_hour_is_of_the_persons_clock_on_both_change_nights(now: datetime, hour: int, expected: datetime):
    assert choices.next_letter(hour, zone="Europe/Brussels", now=now) == expected


def test_a_zone_that_is_none_counts_as_utc():
    assert choices.next_letter(8, zone="Nowhere/Land", now=utc(2026, 1, 1, 7, 0)) == utc(2026, 1, 1, 8, 0)


@pytest.mark.parametrize("wrong", [{"mail": "often"}, {"daily_hour": 24}, {"daily_hour": -1}])
def test_a_choice_that_is_none_is_refused(world: World, wrong: dict[str, Any]):
    assert world.client("approver").patch("/api/me/telling/", wrong, format="json").status_code == 400
    assert not NoticeChoice.objects.exists()


def test_a_mail_server_that_is_away_loses_no_letter_of_the_day(world: World, settings: Any):
    choose(world, mail="daily", daily_hour=7)
    now = utc(2026, 11, 26, 10, 0)
    tell(world, now=now)
    later = utc(2026, 11, 27, 6, 0)
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 1
    assert daily.send_due(now=later) == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert daily.send_due(now=later + timedelta(minutes=1)) == 1


def test_a_language_of_ones_own(world: World):
    world.approver.language = "fr"
    world.approver.save()
    choose(world, mail="daily", daily_hour=7)
    tell(world, now=utc(2026, 11, 26, 10, 0))
    daily.send_due(now=utc(2026, 11, 27, 6, 0))
    assert "today" not in mail.outbox[0].subject
