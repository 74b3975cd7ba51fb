"""Who is on call, and who is asked after whom."""

from datetime import UTC, date, datetime, timedelta

from campaigns.posts.when import to_utc
from campaigns.riposte import rota
from campaigns.riposte.rota import Away, Span

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
DAY = date(2026, 11, 26)
HOUR = timedelta(hours=1)
ABLE = {"ann", "bob", "cem"}


def called(spans=(), *, default=None, away=(), able=ABLE, now=NOON):
    return rota.on_call(spans, default=default, away=away, able=able, now=now, today=DAY)


def test_a_swap_within_a_week_counts_first_and_the_default_person_last():
    week = Span("ann", NOON - 48 * HOUR, NOON + 48 * HOUR)
    swap = Span("bob", NOON - HOUR, NOON + HOUR)
    assert called([week, swap], default="cem") == ["bob", "ann", "cem"]
    assert called([week, swap], default="ann") == ["bob", "ann"]


def test_a_span_counts_from_its_first_instant_to_before_its_last():
    assert called([Span("ann", NOON, NOON + HOUR)]) == ["ann"]
    assert called([Span("ann", NOON - HOUR, NOON)]) == []


def test_who_is_away_or_may_not_decide_is_passed_over():
    week = Span("ann", NOON - HOUR, NOON + HOUR)
    assert called([week], default="bob", away=[Away("ann", DAY, DAY)]) == ["bob"]
    assert called([week], default="bob", away=[Away("ann", DAY + timedelta(days=1), DAY + timedelta(days=2))]) == ["ann", "bob"]
    assert called([week], default="gone") == ["ann"]
    assert called([week], able={"bob"}) == []


def test_a_week_on_the_night_the_clocks_change_is_an_hour_longer():
    start, end = to_utc("2026-10-19T00:00", "Europe/Brussels"), to_utc("2026-10-26T00:00", "Europe/Brussels")
    assert end - start == timedelta(days=7, hours=1)
    week = [Span("ann", start, end)]
    last_hour = to_utc("2026-10-25T23:30", "Europe/Brussels")
    assert called(week, now=last_hour) == ["ann"]
    assert called(week, now=last_hour + HOUR) == []


def test_those_on_call_are_asked_one_by_one_and_then_everybody_else_at_once():
    assert rota.rounds(["bob"], able=ABLE, barred=[]) == [["bob"], ["ann", "cem"]]
    assert rota.rounds(["bob", "ann"], able=ABLE, barred=["bob"]) == [["ann"], ["cem"]]
    assert rota.rounds([], able=ABLE, barred=["cem"]) == [["ann", "bob"]]
    assert rota.rounds(["ann"], able={"ann"}, barred=["ann"]) == []


def test_the_next_round_is_the_first_with_somebody_who_was_not_asked():
    planned = [["bob"], ["ann", "cem"]]
    assert rota.next_round(planned, asked=[]) == ["bob"]
    assert rota.next_round(planned, asked=["bob"]) == ["ann", "cem"]
    assert rota.next_round(planned, asked=["bob", "cem"]) == ["ann"]
    assert rota.next_round(planned, asked=["bob", "ann", "cem"]) == []


def test_patience_never_outlasts_the_window():
    soon, late = NOON + timedelta(minutes=3), NOON + HOUR
    assert rota.next_look(now=NOON, patience=timedelta(minutes=5), until=late, is_last=False) == NOON + timedelta(minutes=5)
    assert rota.next_look(now=NOON, patience=timedelta(minutes=5), until=soon, is_last=False) == soon
    assert rota.next_look(now=NOON, patience=timedelta(minutes=5), until=late, is_last=True) == late


def test_until_when_joins_spans_without_a_gap():
    spans = [
        Span("ann", NOON - HOUR, NOON + HOUR),
        Span("ann", NOON + HOUR, NOON + 3 * HOUR),
        Span("ann", NOON + 5 * HOUR, NOON + 6 * HOUR),
    ]
    assert rota.until(spans, person="ann", now=NOON) == NOON + 3 * HOUR
    assert rota.until(spans, person="bob", now=NOON) is None
    assert rota.until(spans[2:], person="ann", now=NOON) is None
