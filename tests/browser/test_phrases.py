"""Words that are used again: each channel reads its own, a group in one press, a template."""

import re

from playwright.sync_api import expect

from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.test_composer import begun, field, opened, saved


def test_the_words_of_the_organisation(visit: Visit) -> None:
    page = visit("planner")
    page.goto("/demain-morgen/settings/words")
    expect(page.get_by_text("{@locataires}")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    for shelf, kept in (("Hashtags", "#LoyerJuste"), ("Ready texts", "section"), ("Templates", "Réunion de section")):
        page.get_by_role("tab", name=shelf).click()
        expect(page.get_by_text(kept).first).to_be_visible()
    assert_no_sideways_scroll(page)


def test_a_mention_is_chosen_by_typing_at(visit: Visit) -> None:
    page = visit("planner")
    opened(page, begun(page, channel="twitter", languages=("fr",)))
    field(page).press("Control+End")
    field(page).press_sequentially(" @")
    dialog = page.get_by_role("dialog", name="Mention somebody")
    expect(dialog.get_by_role("button", name="Jef Claes")).to_be_visible()
    assert_accessible(page)
    dialog.get_by_role("searchbox").fill("jef")
    page.keyboard.press("Enter")
    expect(field(page)).to_have_value(re.compile(r" \{@jef-claes\}$"))
    saved(page)


def test_a_whole_group_goes_on_in_one_press(visit: Visit) -> None:
    page = visit("planner")
    page.goto("/demain-morgen/posts/new")
    group = page.get_by_role("button", name=re.compile("^Nederlandstalig"))
    expect(group).to_have_attribute("aria-pressed", "false")
    group.click()
    expect(group).to_have_attribute("aria-pressed", "true")
    assert_accessible(page)


def test_a_post_begins_with_a_template(visit: Visit) -> None:
    page = visit("planner")
    page.goto("/demain-morgen/posts/new")
    page.get_by_role("button", name="Begin with a template").click()
    page.get_by_role("menuitem", name=re.compile("Réunion de section")).click()
    expect(field(page)).to_have_value(re.compile(r"\{section\}"))
