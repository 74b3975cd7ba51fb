"""What a post will look like: where a network folds it, one channel's own text, a picture brought in without a connection, its card."""

import re

from playwright.sync_api import expect

from tests.browser import house
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.test_composer import FR, begun, field, in_front, opened, saved
from tests.browser.test_library import picture, well

LONG = " ".join(f"Phrase numéro {n} d’un texte que personne ne lit d’une traite." for n in range(14))
END = "d’une traite."


def test_a_preview_folds_where_the_network_does(visit: Visit, screen: str) -> None:
    page = visit("admin")
    opened(page, begun(page, languages=("fr",), versions=[{"language": "fr", "segments": [LONG + " La fin."]}]))
    in_front(page, screen, "Preview")
    post = page.get_by_role("article").filter(has=page.get_by_role("button", name="See more"))
    expect(post).not_to_contain_text("La fin.")
    assert_accessible(page)
    post.get_by_role("button", name="See more").click()
    whole = page.get_by_role("article").filter(has_text="La fin.")
    expect(whole).to_contain_text("Readers see up to here at first")
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_a_text_of_one_channel_departs_from_the_others_and_comes_back(visit: Visit, screen: str) -> None:
    page = visit("admin")
    post = begun(page, languages=("fr",), versions=[{"language": "fr", "segments": [FR]}])
    opened(page, post)
    page.get_by_role("button", name=re.compile("language, text and time$")).first.click()
    page.get_by_role("menuitem", name="Write its own text").click()
    expect(page.get_by_text(re.compile("^Only .* gets this text"))).to_be_visible()
    field(page).fill("Pour cette page seulement.")
    saved(page)
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    own = page.request.get(f"/api/posts/{post}/").json()["placements"][0]["own_segments"]
    assert own == ["Pour cette page seulement."]
    page.get_by_role("button", name="Use the text of the post again").click()
    expect(field(page)).to_have_value(FR)
    saved(page)
    assert not page.request.get(f"/api/posts/{post}/").json()["placements"][0]["own_segments"]


def test_a_picture_brought_in_without_a_connection_comes_when_it_is_back(visit: Visit, screen: str) -> None:
    page = visit("admin")
    post = begun(page, languages=("fr",), versions=[{"language": "fr", "segments": [FR]}])
    opened(page, post)
    if screen == "phone":
        in_front(page, screen, "Media")
    page.context.set_offline(True)
    page.locator("input[type=file]").first.set_input_files(picture("dans-le-train.png"))
    expect(page.get_by_text("Waits for the connection")).to_be_visible()
    well(page)
    page.context.set_offline(False)
    expect(page.get_by_role("button", name="Picture 1: order and more")).to_be_visible(timeout=30_000)
    saved(page)
    assert len(page.request.get(f"/api/posts/{post}/").json()["versions"][0]["pictures"]) == 1


def test_a_card_says_time_networks_language_campaign_and_state(visit: Visit, screen: str) -> None:
    page = visit("planner")
    page.goto(f"/demain-morgen/calendar?view=agenda&date={house.today()}")
    card = page.locator("[data-post]").filter(has=page.locator("time")).first
    expect(card).to_be_visible()
    expect(card.locator("time")).to_have_text(re.compile(r"\d\d:\d\d"))
    expect(card.get_by_role("link").first).to_have_accessible_name(re.compile(r"\d\d:\d\d, .*(Facebook|Instagram|X)"))
    expect(card.locator("svg").first).to_be_attached()
    expect(
        card.get_by_text(re.compile("Draft|In review|Approved|Scheduled|Published|Failed|Rejected|Missed|On hold", re.I)).first
    ).to_be_attached()
    assert_accessible(page)
