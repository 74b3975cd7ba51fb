"""Compose → submit → approve on a phone → on the wall; and money asked for and approved on a phone."""

import io
import re
import secrets
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.product import Product

PHONE = pytest.mark.parametrize("screen", ["phone"], indirect=True)
GOING_OUT_MS = 150_000


def picture() -> dict[str, object]:
    out = io.BytesIO()
    Image.effect_noise((1080, 1350), 60).convert("RGB").save(out, "JPEG", quality=70)
    return {"name": "affiche.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def in_a_minute() -> datetime:
    """Return the next full minute in Brussels that leaves time to submit and approve."""
    return (datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(seconds=75)).replace(second=0, microsecond=0)


def choose_time(page: Page, when: datetime) -> None:
    page.get_by_role("button", name="Choose a time").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Date").fill(f"{when:%Y-%m-%d}")
    dialog.get_by_label("Time").fill(f"{when:%H:%M}")
    assert_accessible(page)
    dialog.get_by_role("button", name="Done").click()


def test_a_post_with_a_picture_goes_from_an_idea_to_the_three_walls(visit: Visit, carillon: Product) -> None:
    text = f"Un loyer juste pour la rue {secrets.token_hex(3)}."
    author = visit("author")
    author.goto("/demain-morgen/posts/new")
    for channel in ("Facebook Demain · Morgen", "Instagram Demain · Morgen", "X Demain · Morgen FR"):
        author.get_by_role("button", name=channel, exact=True).click()
    words = author.get_by_placeholder("What do you want to say?")
    words.fill(text)
    author.get_by_role("tab", name=re.compile("^NL")).click()
    words.fill(f"Een eerlijke huur. {text}")
    author.get_by_role("tab", name=re.compile("^FR")).click()
    with author.expect_file_chooser() as chooser:
        author.get_by_role("button", name="Add", exact=True).click()
    chooser.value.set_files(files=[picture()])  # type: ignore[list-item]
    author.get_by_label(re.compile("Picture 1 in words")).fill("Une affiche grise")
    expect(author).to_have_url(re.compile(r"/posts/[0-9a-f-]{36}"))
    choose_time(author, in_a_minute())
    expect(author.get_by_text("Nothing stands in its way.")).to_be_visible()
    assert_accessible(author)
    assert_no_sideways_scroll(author)
    author.get_by_role("button", name="Submit for approval").click()
    author.get_by_role("dialog").or_(author.get_by_role("alertdialog")).get_by_role("button", name="Submit", exact=True).click()
    expect(author.get_by_text("In review").first).to_be_visible()

    approver = visit("approver")
    approver.goto("/demain-morgen/decisions")
    approve_card(approver, text)

    author.goto("/demain-morgen/today")
    mine = author.get_by_role("listitem").filter(has_text=text).first
    expect(mine.get_by_text("Published")).to_be_visible(timeout=GOING_OUT_MS)  # by itself, without a reload
    wall = visit("author")
    wall.goto(f"{carillon.sandbox}/")
    for column in ("Facebook", "Instagram", "X"):
        expect(wall.locator(f"section[aria-label={column}]").get_by_text(text).first).to_be_attached(timeout=GOING_OUT_MS)


def approve_card(page: Page, text: str) -> None:
    """The card of that post is shown and approved."""
    for _ in range(30):
        if page.get_by_role("main").get_by_text(text).first.is_visible():
            break
        page.get_by_role("button", name=re.compile("^Next")).first.click()
    link = page.get_by_role("link").filter(has_text=text)
    if link.count():
        link.first.click()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name=re.compile("^Approve")).first.click()
    expect(page.get_by_text(re.compile("^Approved"))).to_be_visible()


@PHONE
def test_a_request_for_money_is_approved_on_the_phone(visit: Visit) -> None:
    title = f"Sous-titres {secrets.token_hex(3)}"
    author = visit("author")
    author.goto("/demain-morgen/budget")
    author.get_by_role("button", name="Ask for money").click()
    form = author.get_by_role("dialog")
    form.get_by_label("What for").fill(title)
    form.get_by_label(re.compile("^Net")).fill("240,00")
    assert_accessible(author)
    form.get_by_role("button", name=re.compile("^Ask")).click()
    expect(author.get_by_text(title)).to_be_visible()

    treasurer = visit("treasurer")
    treasurer.goto("/demain-morgen/decisions")
    approve_card(treasurer, title)
