"""What stands in a post's way is mended over the post: nothing that is written is left for it, and each mending can be undone."""

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from tests.browser import house
from tests.browser.asking import call
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.house import House
from tests.browser.product import Product

TEXT = "Venez à {quartier} ! Un loyer juste, #loyerjuste"


def begun(page: Page, newsroom: House) -> str:
    """A draft in French stands on a page that knows no {quartier}; return its id."""
    page.goto(f"/{newsroom.slug}/today")
    channels = call(page, "GET", "/api/channels/", organisation=newsroom.slug)["results"]
    place = next(each["id"] for each in channels if each["name"] == "La Page")
    at = datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(days=2)
    body: dict[str, Any] = {
        "versions": [{"language": "fr", "segments": [TEXT], "link": "https://www.example.org/loyers"}],
        "placements": [{"channel": place, "languages": ["fr"], "local_time": f"{at:%Y-%m-%dT09:00}"}],
    }
    return str(call(page, "POST", "/api/posts/", body, organisation=newsroom.slug)["id"])


def test_a_fill_in_tags_and_a_link_are_mended_in_place(visit: Visit, carillon: Product, screen: str) -> None:
    newsroom = house.built(carillon, f"mending-{screen}")
    page = visit(newsroom.planner)
    page.goto(f"/{newsroom.slug}/posts/{begun(page, newsroom)}")
    text = page.locator("#composer-segment-0")

    page.get_by_role("button", name=re.compile("^Write capitals")).click()
    expect(text).to_have_value(TEXT.replace("#loyerjuste", "#LoyerJuste"))
    page.get_by_role("status").get_by_role("button", name="Undo").last.click()
    expect(text).to_have_value(TEXT)

    page.get_by_role("button", name=re.compile("^Move it to the first comment")).click()
    expect(page.get_by_label("First comment, FR")).to_have_value("https://www.example.org/loyers")

    page.get_by_role("button", name=re.compile("^Say what it reads")).click()
    dialog = page.get_by_role("dialog", name="What “quartier” reads on La Page")
    assert_accessible(page)
    dialog.get_by_label("Reads here").fill("Schaerbeek")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name=re.compile("^Say what it reads"))).to_have_count(0)
    expect(text).to_have_value(TEXT)
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    if screen == "phone":
        page.get_by_role("group", name="Show").get_by_text("Preview").click()
    expect(page.get_by_text("Venez à Schaerbeek").first).to_be_visible()
