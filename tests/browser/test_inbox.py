"""The inbox of decisions under a hurried thumb: what is on screen is what is decided, and what it says is so."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.asking import call
from tests.browser.axe import assert_accessible
from tests.browser.conftest import Visit
from tests.browser.test_decide_from_mail import submitted

BETWEEN_TAPS_MS = 350  # of one finger that means to tap once


@pytest.mark.parametrize("screen", ["phone"], indirect=True)
def test_a_second_tap_is_no_yes_to_the_card_that_came_up_meanwhile(visit: Visit) -> None:
    author, approver = visit("author"), visit("approver")
    author.goto("/demain-morgen/today")
    for words in ("Le premier", "Le second"):
        submitted(author, f"{words} de deux qui attendent")
    approver.goto("/demain-morgen/today")
    before = [card["id"] for card in call(approver, "GET", "/api/decisions/") if card["may_decide"] and card["kind"] == "post"]
    approver.goto(f"/demain-morgen/decisions?show={before[0]}")
    yes = approver.get_by_role("button", name=re.compile("^Approve"))
    box = yes.bounding_box()
    assert box
    for _ in range(2):
        approver.touchscreen.tap(box["x"] + 40, box["y"] + 20)
        approver.wait_for_timeout(BETWEEN_TAPS_MS)
    expect(approver.get_by_text(re.compile("^Approved. It goes out|^Your yes is noted"))).to_be_visible()
    approver.wait_for_timeout(1000)
    after = [card["id"] for card in call(approver, "GET", "/api/decisions/") if card["may_decide"] and card["kind"] == "post"]
    assert set(before) - set(after) == {before[0]}
    expect(yes).to_be_enabled()


def test_a_filter_shows_a_card_of_its_kind_that_waits(visit: Visit) -> None:
    approver = visit("approver")
    approver.goto("/demain-morgen/decisions")
    expect(approver.get_by_role("article").get_by_text("Money", exact=True)).to_be_visible()
    approver.get_by_text(re.compile(r"^Posts \d")).click()
    expect(approver.get_by_role("article").get_by_text("Post", exact=True)).to_be_visible()
    expect(approver.get_by_text("This has been decided.")).to_have_count(0)
    expect(approver.get_by_role("button", name=re.compile("^Approve"))).to_be_enabled()
    assert_accessible(approver)
    approver.get_by_text(re.compile(r"^All \d")).click()
    expect(approver.get_by_role("article").get_by_text("Money", exact=True)).to_be_visible()
