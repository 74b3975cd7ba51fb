"""The keys and the palette do what they say and the focus is never lost; on the phone the sheets close as a thumb expects."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import house
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.hands import command, press, tab_to, tap

LAPTOP = pytest.mark.parametrize("screen", ["laptop"], indirect=True)
PHONE = pytest.mark.parametrize("screen", ["phone"], indirect=True)
HOME = "/demain-morgen"
MONDAY = house.today() - timedelta(days=house.today().weekday())
GOES = {"t": "today", "c": "calendar", "d": "decisions", "r": "riposte", "a": "campaigns", "b": "budget", "l": "library", "h": "channels"}


def arrived(page: Page, path: str) -> None:
    """The screen is there and its heading has the focus."""
    page.goto(f"{HOME}/{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def listed(page: Page) -> Locator:
    """Return the sheet of keys."""
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keys")
    expect(sheet.get_by_text("Everywhere")).to_be_visible()
    return sheet


@LAPTOP
def test_every_key_that_is_listed_everywhere_does_what_it_says(visit: Visit) -> None:
    page = visit("planner")
    arrived(page, "today")
    sheet = listed(page)
    for words in ("Calendar", "Decisions", "Riposte", "Campaigns", "New post", "Find anything, do anything"):
        expect(sheet.get_by_role("term").filter(has_text=re.compile(f"^{words}$"))).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    for letter, path in GOES.items():
        page.keyboard.press("g")
        page.keyboard.press(letter)
        expect(page).to_have_url(re.compile(f"{HOME}/{path}"))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile(f"{HOME}/posts/new"))


@LAPTOP
def test_every_key_of_the_calendar_does_what_it_says(visit: Visit) -> None:
    page = visit("planner")
    arrived(page, f"calendar?view=week&date={MONDAY}")
    cards = page.locator("[data-key]")
    expect(cards.first).to_be_visible()
    sheet = listed(page)
    expect(sheet.get_by_text("On this screen")).to_be_visible()
    expect(sheet.get_by_text("Select the post, or begin to select")).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    for key, view in (("1", "month"), ("3", "day"), ("4", "agenda"), ("2", "week")):
        page.keyboard.press(key)
        expect(page).to_have_url(re.compile(f"view={view}"))
        expect(page.get_by_role("radio", name=view.capitalize(), exact=True)).to_be_checked()
    expect(page.locator("[data-key]").first).to_be_visible()
    for key, monday in (("j", 7), ("PageDown", 14), ("k", 7), ("PageUp", 0)):
        page.keyboard.press(key)
        expect(page).to_have_url(re.compile(f"date={MONDAY + timedelta(days=monday)}"))
    page.keyboard.press("PageDown")
    page.keyboard.press("t")
    expect(page).not_to_have_url(re.compile("date="))
    page.keyboard.press("f")
    filters = page.get_by_role("dialog", name="Filter")
    expect(filters).to_be_visible()
    page.keyboard.press("Escape")
    expect(filters).to_have_count(0)

    # With a card: its menu's twin, selecting, and the way back to it.
    page.keyboard.press("j")
    link = page.locator("[data-key] a[aria-describedby]").first
    tab_to(link, within=60)
    page.keyboard.press("ArrowDown")  # not to press Tab for each of ninety
    expect(page.locator("[data-key] a:focus, a[data-stop]:focus")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    expect(link).to_be_focused()
    page.keyboard.press("m")
    move = page.get_by_role("dialog", name="Move")
    expect(move).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()  # it is where it came from
    command(page, "Move the post to a date and time")
    expect(move).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    page.keyboard.press("v")
    expect(page.get_by_role("dialog", name="One message into several")).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    page.keyboard.press("x")
    bar = page.get_by_role("toolbar", name="What to do with the selected posts")
    expect(bar.get_by_role("status")).to_contain_text("1 selected")
    page.keyboard.press("a")
    expect(bar.get_by_role("button", name=re.compile("^All .* shown"))).to_be_disabled()
    page.keyboard.press("Escape")
    expect(bar).to_have_count(0)
    expect(link).to_be_focused()
    post = page.locator(":focus").evaluate("(element) => element.closest('[data-post]').dataset.post")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/posts/{post}"))
    page.go_back()
    expect(page.locator(f"[data-post='{post}'] a").first).to_be_focused()
    assert_accessible(page)


@LAPTOP
def test_nothing_happens_while_somebody_types(visit: Visit) -> None:
    page = visit("planner")
    arrived(page, "calendar")
    search = page.get_by_role("searchbox")
    tab_to(search)
    page.keyboard.type("ncgt12?/x")
    expect(search).to_have_value("ncgt12?/x")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(re.compile(f"{HOME}/calendar"))


@LAPTOP
def test_who_tabs_can_skip_the_rail_and_sees_where_they_are(visit: Visit) -> None:
    page = visit("planner")
    arrived(page, "today")
    page.evaluate("document.activeElement.blur()")
    skip = page.get_by_role("link", name="Skip to the content")
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    assert_accessible(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("() => document.querySelector('#main').contains(document.activeElement)")
    assert inside, "the link leads into the screen"
    outline = page.evaluate("() => { const it = getComputedStyle(document.activeElement); return it.outlineStyle + it.boxShadow }")
    assert outline != "nonenone", "the focus is not to be seen"


@LAPTOP
def test_the_palette_finds_screens_posts_campaigns_and_commands_in_ones_language(visit: Visit) -> None:
    page = visit("treasurer")  # nobody else's story depends on their language
    arrived(page, "today")
    command(page, "Français")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    found = page.locator("[role=listbox][id$=-list]")
    campaign = page.request.get("/api/campaigns/").json()["results"][0]["name"]
    for typed, words in (("mediath", "Médiathèque"), ("toit", "toit"), (campaign[:8], re.escape(campaign)), ("sombre", "Sombre")):
        page.keyboard.press("Control+k")
        page.get_by_role("combobox").wait_for()
        page.keyboard.type(typed)
        expect(found.get_by_role("option").filter(has_text=re.compile(words, re.IGNORECASE)).first).to_be_visible()
        assert_accessible(page)
        page.keyboard.press("Escape")
        expect(found).to_have_count(0)
    command_in_french(page, "English")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Find or do anything").wait_for()
    page.keyboard.type("zzzqqq")
    expect(page.get_by_role("status").filter(has_text="Nothing found for “zzzqqq”.")).to_be_visible()


def command_in_french(page: Page, words: str) -> None:
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").wait_for()
    page.keyboard.type(words)
    expect(page.locator("[role=option][aria-selected=true]")).to_contain_text(words)
    page.keyboard.press("Enter")


@LAPTOP
def test_letters_alone_can_be_switched_off_and_the_rest_goes_on(visit: Visit) -> None:
    page = visit("planner")
    arrived(page, "today")
    sheet = listed(page)
    switch = sheet.get_by_role("checkbox", name="Letters alone do something")
    press(switch, "Space")
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    page.keyboard.press("n")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(re.compile("/today$"))
    command(page, "All keys of this screen")
    press(page.get_by_role("dialog", name="Keys").get_by_role("checkbox"), "Space")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile("/posts/new"))


@PHONE
def test_sheets_close_by_back_and_by_escape_and_the_bar_leads_everywhere(visit: Visit) -> None:
    page = visit("planner")
    arrived(page, "today")
    bar = page.get_by_role("navigation", name="Main")
    for name in ("Calendar", "Decisions", "Today"):
        tap(bar.get_by_role("link", name=re.compile(f"^{name}")))
        expect(page).to_have_url(re.compile(f"/{name.lower()}"))
        expect(bar.get_by_role("link", name=re.compile(f"^{name}"))).to_have_attribute("aria-current", "page")
    more = bar.get_by_role("button", name=re.compile("^More"))
    for close in ("back", "escape", "cross"):
        tap(more)
        sheet = page.get_by_role("dialog", name="Demain · Morgen")
        expect(sheet.get_by_role("link", name="Library")).to_be_visible()
        assert_accessible(page)
        assert_no_sideways_scroll(page)
        shut(page, sheet, close)
        expect(page).to_have_url(re.compile("/today$"))  # Back has left nothing but the sheet
        expect(more).to_be_focused()
    tap(more)
    tap(page.get_by_role("dialog", name="Demain · Morgen").get_by_role("button", name="Find"))
    palette = page.get_by_role("dialog", name="Find")
    palette.get_by_role("combobox").fill("library")
    assert_accessible(page)
    tap(palette.get_by_role("option", name="Library").first)
    expect(page).to_have_url(re.compile("/library"))
    page.go_back()
    expect(page).to_have_url(re.compile("/today$"))


@PHONE
def test_what_begins_behind_the_plus_closes_again(visit: Visit) -> None:
    page = visit("planner")
    arrived(page, "calendar")
    bar = page.get_by_role("navigation", name="Main")
    plus = bar.get_by_label("New", exact=False).first
    for close in ("back", "escape"):
        tap(plus)
        sheet = page.get_by_role("dialog")
        expect(sheet).to_be_visible()
        assert_accessible(page)
        assert_no_sideways_scroll(page)
        shut(page, sheet, close)
        expect(page).to_have_url(re.compile("/calendar"))
    tap(plus)
    tap(page.get_by_role("dialog").get_by_role("link", name=re.compile("^(New|Empty|Blank) post")).first)
    expect(page).to_have_url(re.compile("/posts/new"))


def shut(page: Page, sheet: Locator, how: str) -> None:
    if how == "back":
        page.evaluate("history.back()")
    elif how == "escape":
        page.keyboard.press("Escape")
    else:
        tap(sheet.get_by_role("button", name="Close"))
    expect(sheet).to_have_count(0)
