"""A post that should not be online: taken down everywhere, by hand where the network has no call, and corrected with a yes."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.product import Product

NETWORKS = {"facebook", "instagram", "twitter"}


def online_on_all_three(page: Page) -> str:
    """Return a post of the demo that stands on all three networks, none that an earlier story has taken back."""
    now = datetime.now(UTC)
    span: dict[str, str | float | bool] = {"from": (now - timedelta(days=30)).isoformat(), "to": now.isoformat()}
    found: dict[str, set[str]] = {}
    for placed in page.request.get("/api/calendar/", params=span).json():
        if placed["state"] == "published":
            found.setdefault(placed["post"], set()).add(placed["network"])
    taken = {str(each["post"]) for each in page.request.get("/api/takebacks/?left=true").json()}
    return next(post for post, networks in found.items() if networks == NETWORKS and post not in taken)


def opened(page: Page, post: str) -> Locator:
    page.goto(f"/demain-morgen/posts/{post}")
    page.get_by_role("button", name="Take it back…").click()
    dialog = page.get_by_role("alertdialog")
    expect(dialog.get_by_label("Why")).to_be_visible()
    return dialog


def take_backs(page: Page, post: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.request.get(f"/api/takebacks/?post={post}").json()
    return found


def test_a_post_comes_down_and_what_is_left_is_done_by_hand(visit: Visit, carillon: Product) -> None:
    planner = visit("planner")
    post = online_on_all_three(planner)
    dialog = opened(planner, post)
    assert_accessible(planner)
    assert_no_sideways_scroll(planner)
    button = dialog.get_by_role("button", name=re.compile("^Take down on"))
    expect(button).to_be_disabled()  # nobody takes a post down without a reason
    dialog.get_by_label("Who does it by hand on Instagram").select_option(label="Jef Moerman")
    dialog.get_by_label("Why").fill("The place has changed.")
    button.click()
    result = planner.get_by_role("dialog", name="Not everything is done yet")
    expect(result.get_by_text("To take down by hand")).to_be_visible()
    expect(result.get_by_text("This is yours to do.")).to_be_visible()
    expect(result.get_by_text("Taken down", exact=True).first).to_be_visible()
    assert_accessible(planner)
    result.get_by_role("button", name="Close", exact=True).last.click()
    expect(planner.get_by_text("What was taken back")).to_be_visible()
    assert_accessible(planner)

    planner.goto("/demain-morgen/today")
    left = planner.get_by_role("region", name="To take back")
    expect(left.get_by_text("The place has changed.")).to_be_visible()
    assert_accessible(planner)
    assert_no_sideways_scroll(planner)
    left.get_by_role("button", name="I have taken it down").click()
    expect(left.get_by_text("Carillon still sees the post")).to_be_visible()  # the person was too quick
    assert_accessible(planner)
    gone = next(c for c in take_backs(planner, post)[0]["channels"] if c["network"] == "instagram")
    address = planner.request.get(f"/api/deliveries/?post={post}").json()
    assert any(d["placement"] == gone["placement"] for d in address)
    left.get_by_role("button", name="I am sure it is gone").click()
    expect(left).to_have_count(0)
    assert all(c["state"] in ("done", "done_by_hand") for c in take_backs(planner, post)[0]["channels"])


def test_a_text_is_corrected_after_a_yes(visit: Visit) -> None:
    planner = visit("planner")
    post = online_on_all_three(planner)
    dialog = opened(planner, post)
    dialog.get_by_text("Correct the text").click()
    text = dialog.get_by_label(re.compile("^The text on Facebook"))
    was = text.input_value()
    text.fill(f"{was} (corrected)")
    dialog.get_by_label("Why").fill("A word was missing.")
    assert_accessible(planner)
    dialog.get_by_role("button", name="Ask to correct on 1 channel").click()
    expect(planner.get_by_role("dialog", name="Waits for a yes")).to_be_visible()
    assert_accessible(planner)

    approver = visit("approver")
    approver.goto(f"/demain-morgen/posts/{post}")
    expect(approver.get_by_text(f"{was} (corrected)".splitlines()[-1]).first).to_be_visible()
    assert_accessible(approver)
    approver.get_by_role("button", name="Yes, correct it").click()
    asked = approver.get_by_role("alertdialog")
    expect(asked.get_by_text(re.compile("Everybody sees the new text"))).to_be_visible()
    assert_accessible(approver)
    asked.get_by_role("button", name="Yes, correct it").click()
    expect(approver.get_by_text("Corrected", exact=True).first).to_be_visible()
    assert_no_sideways_scroll(approver)
