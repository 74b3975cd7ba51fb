"""The blows of a chaos run come from its seed."""

from collections import Counter

from trust.chaos import schedule
from trust.sizes import QUICK


def test_the_same_seed_strikes_the_same_blows():
    assert schedule(QUICK.chaos, seed=5) == schedule(QUICK.chaos, seed=5) != schedule(QUICK.chaos, seed=6)


def test_there_are_as_many_blows_as_asked_for():
    counts = Counter(blow.kind for blow in schedule(QUICK.chaos, seed=5))
    asked = QUICK.chaos
    assert (counts["kill"], counts["wipe"], counts["db_crash"], counts["stop"]) == (asked.kills, asked.wipes, asked.db_crashes, asked.stops)
