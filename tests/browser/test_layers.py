"""What the calendar shows beside posts: switched on and off, and a moment of one's own."""

from datetime import timedelta

from playwright.sync_api import expect

from tests.browser import house
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit, read_again


def test_a_planner_adds_a_moment_and_switches_layers(visit: Visit) -> None:
    page = visit("planner")
    day = house.today() + timedelta(days=4)
    page.goto(f"/demain-morgen/calendar?view=agenda&date={day}")
    page.get_by_role("button", name="More for the calendar").click()
    page.get_by_role("menuitem", name="Add a moment here…").click()
    dialog = page.get_by_role("dialog", name="Add a moment")
    dialog.get_by_label("Name").fill("General strike")
    assert_accessible(page)
    dialog.get_by_role("button", name="Save").click()
    band = page.get_by_role("button", name="General strike").first
    expect(band).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)

    page.get_by_role("button", name="Layers").click()
    page.get_by_role("menuitem", name="Own moments").or_(page.get_by_role("menuitemcheckbox", name="Own moments")).click()
    expect(band).to_be_hidden()
    read_again(page)
    expect(page.get_by_role("button", name="Layers")).to_be_visible()
    expect(band).to_be_hidden()  # the address and the browser remember it

    page.goto(f"/demain-morgen/calendar?view=agenda&date={day}&layers=own,slots")
    band.click()
    page.get_by_role("dialog", name="Edit the moment").get_by_role("button", name="Delete").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    expect(band).to_be_hidden()
