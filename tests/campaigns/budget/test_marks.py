"""Whoever keeps the money hears once of each mark: three quarters, nine tenths, all."""

import pytest
from django_scopes import scope

from accounts.notify.models import Notice
from campaigns.budget import selectors
from campaigns.budget import services as budget
from campaigns.budget.marks import mark_of
from tests.campaigns.budget.conftest import NOW


@pytest.fixture(autouse=True)
def _in_ours(world):
    with scope(organisation=world.organisation):
        yield


def spend(world, line, cents):
    return budget.book_expense(line=line, net_cents=cents, on=NOW.date(), by=world.treasurer, now=NOW)


def told(world, code="line-mark"):
    found = Notice.objects.filter(code=code, user=world.treasurer).order_by("created_at", "params__mark")
    return sorted(notice.params["mark"] for notice in found)


@pytest.mark.parametrize(
    ("used", "planned", "mark"),
    [(7_499, 10_000, 0), (7_500, 10_000, 75), (9_000, 10_000, 90), (10_000, 10_000, 100), (5, 0, 0), (3, 4, 75)],
)
def test_a_mark_is_reached_to_the_cent(used, planned, mark):
    assert mark_of(used, planned) == mark


def test_each_mark_is_told_once_and_the_highest_of_a_leap(world, line):
    screens, _other = line("dooh", 1_000_00), line("posters", 100_000_00)
    spend(world, screens, 749_99)
    assert told(world) == []
    spend(world, screens, 1)
    spend(world, screens, 10_00)
    assert told(world) == [75]
    spend(world, screens, 240_00)
    assert told(world) == [75, 100]
    assert told(world, "period-mark") == []


def test_what_was_taken_back_and_spent_again_is_not_told_again(world, line):
    screens, _other = line("dooh", 1_000_00), line("posters", 100_000_00)
    entry = spend(world, screens, 800_00)
    budget.take_back(entry=entry, by=world.treasurer, now=NOW)
    spend(world, screens, 800_00)
    assert told(world) == [75]


def test_a_new_plan_has_its_own_marks(world, line):
    screens, _other = line("dooh", 1_000_00), line("posters", 100_000_00)
    spend(world, screens, 800_00)
    screens = budget.save_line(period=screens.period, line=screens, by=None, medium="dooh", planned_cents=2_000_00, now=NOW)
    Notice.objects.all().delete()
    spend(world, screens, 700_00)
    assert told(world) == [75]


def test_the_period_as_a_whole_has_marks_and_the_screen_shows_both(world, line, treasurer):
    screens, posters = line("dooh", 1_000_00), line("posters", 1_000_00)
    spend(world, screens, 1_000_00)
    spend(world, posters, 800_00)
    assert told(world, "period-mark") == [90]
    assert {notice.user for notice in Notice.objects.filter(code="period-mark")} == {world.treasurer, world.admin}
    shown = selectors.overview(screens.period)
    assert (shown["mark"], [each["mark"] for each in shown["lines"]]) == (90, [100, 75])
    words = treasurer.get("/api/notices/").data["results"]
    assert any("€1,800.00 of €2,000.00" in str(notice) for notice in words)
