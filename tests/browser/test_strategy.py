"""From where an organisation wants to be to the posts that lead there, on a phone as on a laptop."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit

CAMPAIGNS = "/demain-morgen/campaigns"


def well(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def opened(visit: Visit, path: str = CAMPAIGNS) -> Page:
    """Return the planner's page in English."""
    page = visit("planner")
    page.goto(path)
    return page


def test_an_objective_begins_from_a_template_and_a_campaign_below_it(visit: Visit) -> None:
    page = opened(visit)
    expect(page.get_by_role("region", name="Timeline")).to_be_visible()
    well(page)
    page.get_by_role("main").get_by_role("button", name="New", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("Objective from a template")).click()
    asked = page.get_by_role("dialog", name="Begin from a template")
    asked.get_by_role("radio", name=re.compile("A community of our own")).check()
    expect(asked.get_by_text("People who take part")).to_be_visible()
    well(page)
    asked.get_by_role("button", name="Begin with this").click()
    # The new one, which the address names: another of the same name may stand beside it.
    expect(page).to_have_url(re.compile("objective="))
    objective = page.locator(f"#objective-{page.url.partition('objective=')[2]}")
    expect(objective.get_by_text("Hours of training")).to_be_visible()
    expect(objective.get_by_role("link", name="Faces of the movement")).to_be_visible()
    objective.get_by_role("button", name="Enter a reading of Hours of training").click()
    reading = page.get_by_role("dialog", name="Hours of training")
    reading.get_by_label(re.compile("^Value")).fill("12,5")
    reading.get_by_role("button", name="Note it").click()
    expect(objective.get_by_text("12.5 hours")).to_be_visible()
    objective.get_by_role("link", name="Faces of the movement").first.click()
    expect(page.get_by_role("heading", name="Faces of the movement")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="A community of our own")).to_be_visible()
    well(page)


def test_the_timeline_zooms_and_turns(visit: Visit) -> None:
    page = opened(visit)
    timeline = page.get_by_role("region", name="Timeline")
    timeline.get_by_text("4 years", exact=True).click()
    expect(page).to_have_url(re.compile("zoom=years"))
    timeline.get_by_role("button", name="Later").click()
    expect(page).to_have_url(re.compile(r"date=\d{4}"))
    well(page)


def test_a_gap_is_one_press_from_a_draft_there(visit: Visit) -> None:
    next_week = datetime.now(UTC).date() + timedelta(days=7)
    page = opened(visit, f"/demain-morgen/calendar?view=week&date={next_week}")
    page.get_by_role("button", name=re.compile("short: show where")).click()
    gaps = page.get_by_role("dialog", name="Where it is short")
    well(page)
    gaps.get_by_role("link", name=re.compile("^New draft on")).first.click()
    expect(page).to_have_url(re.compile(r"posts/new\?.*at=\d{4}-\d\d-\d\dT\d\d(:|%3A)\d\d.*channel="))


def test_one_message_becomes_several_and_goes_back_to_one(visit: Visit) -> None:
    page = opened(visit, f"{CAMPAIGNS}?view=campaigns")
    page.get_by_role("link", name="Loyers justes · Eerlijke huur").first.click()
    page.get_by_role("button", name=re.compile("^One message into several")).first.click()
    asked = page.get_by_role("dialog", name="One message into several")
    asked.get_by_text("Reminder", exact=True).click()
    expect(asked.get_by_role("list", name="What will be made").get_by_role("listitem")).to_have_count(2)
    well(page)
    asked.get_by_role("button", name="Make 2 drafts").click()
    expect(page.get_by_text("2 drafts were made.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("2 drafts were made.")).to_have_count(0)


def test_posts_that_serve_no_goal_are_given_a_campaign(visit: Visit) -> None:
    page = opened(visit, f"{CAMPAIGNS}?view=aimless")
    first = page.get_by_role("checkbox", name=re.compile("^Choose (?!all)")).first
    first.check()
    well(page)
    page.get_by_label("Campaign to give them").select_option(label="Loyers justes · Eerlijke huur")
    page.get_by_role("button", name="Give them this campaign").click()
    expect(page.get_by_text("1 post belongs to “Loyers justes · Eerlijke huur” now.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()


def test_cadence_says_too_little_and_too_much(visit: Visit) -> None:
    page = opened(visit, f"{CAMPAIGNS}?view=cadence")
    expect(page.get_by_role("heading", name="Channel by channel")).to_be_visible()
    expect(page.get_by_text("take it as a yardstick, not as an aim")).to_be_visible()
    well(page)
