"""The calendar as the planner's daily tool: moved by keys and menu, filtered in the address, many posts at once with one undo."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import house
from tests.browser.asking import call
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit, read_again

CALENDAR = "/demain-morgen/calendar"
LAPTOP = pytest.mark.parametrize("screen", ["laptop"], indirect=True)
PHONE = pytest.mark.parametrize("screen", ["phone"], indirect=True)


def next_monday() -> date:
    today = house.today()
    return today + timedelta(days=7 - today.weekday())


def opened(page: Page, query: str) -> Locator:
    """Return the cards."""
    page.goto(f"{CALENDAR}?{query}")
    cards = page.locator("[data-key]")
    expect(cards.first).to_be_visible()
    return cards


def movable(page: Page) -> Locator:
    """Return a card of next week that can be moved."""
    return opened(page, f"view=week&date={next_monday()}").filter(has=page.locator("a[aria-describedby]")).first


def label(card: Locator) -> str:
    return card.get_by_role("link").get_attribute("aria-label") or ""


@LAPTOP
def test_a_card_is_moved_with_the_keyboard_and_every_step_is_announced(visit: Visit) -> None:
    planner = visit("planner")
    card = movable(planner)
    post = card.get_attribute("data-post")
    link = card.get_by_role("link")
    link.focus()
    live = planner.locator("[aria-live='assertive']")
    expect(live).to_be_attached()  # the code that drags has come
    planner.keyboard.press("Space")
    expect(live).not_to_be_empty()
    planner.keyboard.press("ArrowDown")
    expect(live).to_contain_text(re.compile("midday|afternoon|evening"))
    planner.keyboard.press("Space")
    expect(live).to_contain_text("Dropped")
    expect(planner.get_by_text(re.compile("^Moved to"))).to_be_visible()
    expect(planner.locator(f"[data-post='{post}'] a").first).to_be_focused()
    assert_accessible(planner)
    planner.get_by_role("button", name="Undo").click()
    expect(planner.get_by_text(re.compile("^Back at"))).to_be_visible()


@LAPTOP
def test_a_drop_on_the_past_is_refused_with_the_reason(visit: Visit) -> None:
    planner = visit("planner")
    cards = opened(planner, "view=month").filter(has=planner.locator("a[aria-describedby]"))
    card, before = cards.last, label(cards.last)
    first = planner.locator("[data-slot]").first
    expect(planner.locator("[aria-live='assertive']")).to_be_attached()
    at, there = card.bounding_box(), first.bounding_box()
    assert at and there
    planner.mouse.move(at["x"] + 20, at["y"] + 8)
    planner.mouse.down()
    planner.mouse.move(at["x"] + 40, at["y"] - 20, steps=4)
    planner.mouse.move(there["x"] + 30, there["y"] + 20, steps=8)
    expect(first).to_have_attribute("data-over", "refused")
    planner.mouse.up()
    expect(planner.get_by_text(re.compile("has passed: nothing can go out"))).to_be_visible()
    assert label(card) == before


def test_a_card_is_moved_by_its_menu(visit: Visit) -> None:
    planner = visit("planner")
    card = opened(planner, f"view=agenda&date={next_monday()}").filter(has=planner.locator("a[aria-describedby]")).first
    card.get_by_role("button", name=re.compile("^More")).click()
    assert_accessible(planner)
    planner.get_by_role("menuitem", name="Move…").click()
    dialog = planner.get_by_role("dialog", name="Move")
    dialog.get_by_label("Date").fill(f"{next_monday() + timedelta(days=3)}")
    assert_accessible(planner)
    dialog.get_by_role("button", name="Move").click()
    expect(planner.get_by_text(re.compile("^Moved to Thu"))).to_be_visible()
    planner.get_by_role("button", name="Undo").click()
    expect(planner.get_by_text(re.compile("^Back at"))).to_be_visible()


def test_filters_are_in_the_address_and_come_off_one_by_one(visit: Visit) -> None:
    planner = visit("planner")
    opened(planner, "view=agenda")
    planner.get_by_role("button", name=re.compile("^Filter")).click()
    dialog = planner.get_by_role("dialog", name="Filter")
    dialog.get_by_role("button", name="French", exact=True).click()
    people = dialog.get_by_role("group", name="Written by")
    name = people.get_by_role("button").first.inner_text()
    people.get_by_role("button").first.click()
    assert_accessible(planner)
    dialog.get_by_role("button", name="Done").click()
    expect(planner).to_have_url(re.compile(r"language=fr.*author=|author=.*language=fr"))
    assert_accessible(planner)
    assert_no_sideways_scroll(planner)
    read_again(planner)
    planner.get_by_role("button", name=f"No longer filter by {name}").click()
    expect(planner).not_to_have_url(re.compile("author="))
    expect(planner).to_have_url(re.compile("language=fr"))


@pytest.mark.parametrize("view", ["month", "week", "day", "agenda"])
def test_every_view_is_accessible_and_stays_within_the_screen(visit: Visit, view: str) -> None:
    planner = visit("planner")
    planner.goto(f"{CALENDAR}?view={view}")
    expect(planner.locator("[data-key], [data-day]").first).to_be_visible()
    assert_accessible(planner)
    assert_no_sideways_scroll(planner)


def chosen(page: Page, many: int) -> list[str]:
    """Return the posts that have been chosen, of those that can still be moved."""
    cards = opened(page, f"view=agenda&date={next_monday()}&state=draft,waiting")
    page.get_by_role("button", name="More for the calendar").click()
    page.get_by_role("menuitem", name="Select posts").click()
    for number in range(many):
        cards.nth(number).get_by_role("checkbox").click()
    return [cards.nth(number).get_attribute("data-post") or "" for number in range(many)]


def times(page: Page, posts: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for post in posts:
        answer = page.request.get(f"/api/posts/{post}/")
        found[post] = [placed["local_time"] for placed in answer.json()["placements"]] if answer.ok else []
    return found


def test_many_are_shifted_and_put_back_in_one_press(visit: Visit) -> None:
    planner = visit("planner")
    posts = chosen(planner, 2)
    before = times(planner, posts)
    bar = planner.get_by_role("toolbar", name="What to do with the selected posts")
    expect(bar.get_by_role("status")).to_contain_text("selected")
    assert_accessible(planner)
    assert_no_sideways_scroll(planner)
    bar.get_by_role("button", name="Shift", exact=True).click()
    dialog = planner.get_by_role("dialog", name="Shift")
    dialog.get_by_role("button", name="Days: one more").click()
    assert_accessible(planner)
    dialog.get_by_role("button", name=re.compile("^Shift ")).click()
    expect(planner.get_by_text(re.compile("posts? moved"))).to_be_visible()
    expect(bar).to_have_count(0)
    assert times(planner, posts) != before
    planner.get_by_role("button", name="Undo").click()
    expect(planner.get_by_text(re.compile("as (it was|they were)"))).to_be_visible()
    assert times(planner, posts) == before


def test_many_are_deleted_and_come_back(visit: Visit) -> None:
    planner = visit("planner")
    posts = chosen(planner, 2)
    before = times(planner, posts)
    planner.get_by_role("button", name="Delete", exact=True).click()
    expect(planner.get_by_text(re.compile("posts? deleted"))).to_be_visible()
    assert times(planner, posts) == {post: [] for post in posts}
    planner.get_by_role("button", name="Undo").click()
    expect(planner.get_by_text(re.compile("as (it was|they were)"))).to_be_visible()
    assert times(planner, posts) == before


@PHONE
def test_a_thumb_chooses_a_whole_day(visit: Visit) -> None:
    planner = visit("planner")
    chosen(planner, 1)
    planner.get_by_role("button", name=re.compile("^Select all of")).first.tap()
    expect(planner.get_by_role("toolbar").get_by_role("status")).to_contain_text(re.compile(r"\d+ selected"))
    planner.get_by_role("button", name="Stop selecting").tap()
    expect(planner.get_by_role("toolbar")).to_have_count(0)


def test_who_listens_hears_state_and_languages_of_a_card(visit: Visit) -> None:
    card = opened(visit("planner"), f"view=week&date={next_monday()}").first
    heard = label(card)
    assert re.search(r", (French|Dutch)", heard), heard
    assert re.search(r", (Draft|Needs approval|Scheduled|Published|Changes asked)", heard), heard


@pytest.mark.parametrize("address", ["calendar?view=nonsense&date=not-a-date", "print/week?date=2026-02-30", "decisions?kind=nonsense"])
def test_an_address_that_broke_on_its_way_opens_the_screen_all_the_same(visit: Visit, address: str) -> None:
    planner = visit("planner")
    planner.goto(f"/demain-morgen/{address}")
    expect(planner.get_by_role("heading", level=1)).to_be_visible()
    expect(planner.get_by_text("This could not be shown")).to_have_count(0)


def test_a_post_that_was_deleted_and_brought_back_waits_again(visit: Visit) -> None:
    planner = visit("planner")
    planner.goto("/demain-morgen/today")
    waiting = call(planner, "GET", "/api/posts/?state=in_review&page_size=50")["results"]
    post = min((each for each in waiting if each["next_at"]), key=lambda each: each["next_at"])
    cards = opened(planner, f"view=agenda&date={post['next_at'][:10]}")
    card = cards.filter(has=planner.locator(f"a[href$='{post['id']}']")).first
    card.get_by_role("button", name=re.compile("^More")).click()
    planner.get_by_role("menuitem", name="Delete").click()
    planner.get_by_role("button", name="Undo").click()
    expect(planner.get_by_text("1 post is as it was.")).to_be_visible()
    assert call(planner, "GET", f"/api/posts/{post['id']}/")["state"] == "in_review"
