"""The stopwatch, the window of a yes in a hurry, what a template is filled with, what sounds light."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from campaigns.posts.draft import DraftPlacement, DraftVersion
from campaigns.posts.hurry import window_holds
from campaigns.riposte import tone
from campaigns.riposte.filling import filled, untimed
from campaigns.riposte.stopwatch import Placed, Watch, figures, live_by_language, marks

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def after(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_each_language_is_live_when_its_first_channel_is():
    placed = [Placed(["fr"], after(12)), Placed(["fr"], after(10)), Placed(["nl"], None), Placed(["fr", "nl"], after(14))]
    assert live_by_language(placed) == {"fr": after(10), "nl": after(14)}
    assert live_by_language([Placed(["fr"], after(9)), Placed(["nl"], None)]) == {"fr": after(9), "nl": None}


def test_live_in_all_is_when_the_last_language_came():
    watch = Watch(news=NOON, started=after(2), asked=after(4), approved=after(6), live={"fr": after(7), "nl": after(8)})
    assert watch.live_in_all == after(8)
    assert [(m["mark"], m["language"], m["after_s"]) for m in marks(watch)] == [
        ("news", "", 0), ("started", "", 120), ("asked", "", 240), ("approved", "", 360), ("live", "fr", 420), ("live", "nl", 480),
    ]  # fmt: skip


def test_a_language_still_on_its_way_leaves_the_watch_running():
    watch = Watch(news=NOON, started=NOON, asked=None, approved=None, live={"fr": after(7), "nl": None})
    assert watch.live_in_all is None
    assert marks(watch)[-1]["after_s"] is None
    assert Watch(news=NOON, started=NOON, asked=None, approved=None, live={}).live_in_all is None


def test_the_figures_over_many():
    assert figures([600, 700, 1200], target_min=15) == {"count": 3, "median_s": 700, "best_s": 600, "in_time": 2}
    assert figures([], target_min=15) == {"count": 0, "median_s": None, "best_s": None, "in_time": 0}


TERMS = {"times": {"a": after(30).isoformat()}, "asap": {"earliest": NOON.isoformat(), "until": after(30).isoformat()}}


@pytest.mark.parametrize(
    ("planned", "tolerance_min", "holds"),
    [
        ({"a": after(0)}, 0, True),
        ({"a": after(30)}, 0, True),
        ({"a": after(-1)}, 0, False),
        ({"a": after(31)}, 0, False),
        ({"a": after(31)}, 5, True),
        ({"a": after(3), "b": after(3)}, 0, False),
        ({}, 0, False),
    ],
)
def test_a_yes_in_a_hurry_covers_its_window_and_nothing_else(planned: dict[str, datetime], tolerance_min: int, holds: bool):
    times = {key: at.isoformat() for key, at in planned.items()}
    assert window_holds(TERMS, times, tolerance=timedelta(minutes=tolerance_min)) is holds


def test_a_yes_to_fixed_times_has_no_window():
    assert not window_holds({"times": {"a": NOON.isoformat()}}, {"a": NOON.isoformat()}, tolerance=timedelta(0))


def test_headline_and_link_are_filled_in_and_the_link_carries_no_tags():
    version = DraftVersion(language="fr", segments=["« {headline} » Non. {link}", "Voici pourquoi."])
    done = filled(version, headline="Loyers : le gel abandonné", link="https://news.example/a")
    assert done.segments == ["« Loyers : le gel abandonné » Non. https://news.example/a", "Voici pourquoi."]
    assert (done.link, done.with_utm) == ("https://news.example/a", False)


def test_a_page_of_our_own_stays_the_link():
    version = DraftVersion(language="fr", segments=["{headline}"], link="https://ours.example/loyers")
    done = filled(version, headline="Gel", link="https://news.example/a")
    assert (done.segments, done.link, done.with_utm) == (["Gel"], "https://ours.example/loyers", True)


def test_a_placement_begins_without_a_time():
    assert (
        untimed(DraftPlacement(channel=uuid4(), languages=["fr"], local_time="2026-11-24T09:00", zone="Europe/Brussels")).local_time == ""
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Grand barbecue de quartier samedi 🎉", ["🎉", "barbecue"]),
        ("Vrolijk feest op het plein!", ["vrolijk", "feest"]),
        ("Le loyer juste, c’est 30 % du revenu.", []),
        ("De partijraad vergadert, de manifestatie vertrekt om 14 uur.", []),
        ("Un supermarché sur trois manque de personnel.", []),
    ],
)
def test_what_sounds_light_says_why(text: str, why: list[str]):
    assert tone.light([text]) == why
