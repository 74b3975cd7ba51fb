"""A visitor breaks the demo while posts go out: nothing is lost, nothing is doubled, and every blow is told in plain words."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.product import Product

ALL_DUE_MS = 90_000
LAPTOP = pytest.mark.parametrize("screen", ["laptop"], indirect=True)


def shown(page: Page, name: str) -> int:
    return int(page.locator("dl > div").filter(has_text=re.compile(f"^{name}")).locator("dd > span").first.inner_text())


def strike(page: Page, name: str, said: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{name}")).click()
    expect(page.get_by_role("log").get_by_text(said).first).to_be_visible()
    page.wait_for_timeout(1_600)  # one blow at a time


def test_the_way_there_and_what_one_sees_first(page: Page, carillon: Product) -> None:
    page.goto("/sign-in")
    page.get_by_role("link", name="Try to break it").click()
    expect(page.get_by_role("heading", name="Go on, break it")).to_be_visible()
    expect(page.get_by_text("planned", exact=True)).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


@LAPTOP
def test_nothing_is_lost_or_doubled_whatever_is_broken(page: Page, carillon: Product) -> None:
    page.goto("/break-it")
    page.get_by_role("button", name=re.compile("^Send 60")).click()
    expect(page.get_by_text("60 posts are approved.").first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Kill the worker"))).to_be_enabled()
    page.wait_for_timeout(8_000)
    strike(page, "Kill the worker", "Worker killed.")
    expect(page.get_by_text("A new worker is at work").first).to_be_visible()
    strike(page, "Facebook errs", "Facebook will publish the next 4 posts")
    strike(page, "X falls silent", "X will publish the next 4 posts")
    strike(page, "Empty the queue", "Queue emptied.")
    strike(page, "Freeze the worker", "Worker frozen for 10 s")
    strike(page, "Revoke a sign-in", "is revoked")
    expect(page.get_by_text("Carillon does not send").first).to_be_visible(timeout=60_000)
    assert_accessible(page)
    page.get_by_role("button", name="Sign in again").click(timeout=60_000)
    expect(page.get_by_text("is signed in again").first).to_be_visible()
    expect(page.get_by_text("60 due by now")).to_be_visible(timeout=ALL_DUE_MS)
    # What the killed worker had in its hands may take minutes: three looks come before a second send.
    expect(page.locator("dl > div").filter(has_text="on the wall").locator("dd > span").first).to_have_text(
        re.compile("^(5[7-9]|60)$"), timeout=ALL_DUE_MS
    )
    assert (shown(page, "planned"), shown(page, "lost"), shown(page, "doubled")) == (60, 0, 0)
    expect(page.get_by_text(re.compile("You have broken it"))).to_have_count(0)
    assert_accessible(page)
    page.get_by_role("button", name="Begin anew").click()
    expect(page.get_by_text("Nothing has begun.")).to_be_visible()
