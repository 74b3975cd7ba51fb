"""Compose → submit → approve on a phone → on the wall; and money asked for and approved on a phone."""

import io
import json
import re
import secrets
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.product import Product

PHONE = pytest.mark.parametrize("screen", ["phone"], indirect=True)
GOING_OUT_MS = 150_000


def picture() -> FilePayload:
    out = io.BytesIO()
    Image.effect_noise((1080, 1350), 60).convert("RGB").save(out, "JPEG", quality=70)
    return {"name": "affiche.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def in_a_minute() -> datetime:
    """Return the next full minute in Brussels that leaves time to submit and approve."""
    return (datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(seconds=75)).replace(second=0, microsecond=0)


def side(page: Page, screen: str, what: str) -> None:
    """On a phone one thing is in front."""
    if screen == "phone":
        page.get_by_role("group", name="Show").get_by_text(what, exact=True).click()


def choose_time(page: Page, when: datetime) -> None:
    page.get_by_role("button", name="Choose a time").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Date").fill(f"{when:%Y-%m-%d}")
    dialog.get_by_label("Time").fill(f"{when:%H:%M}")
    assert_accessible(page)
    dialog.get_by_role("button", name="Done").click()


def test_a_post_with_a_picture_goes_from_an_idea_to_the_three_walls(visit: Visit, carillon: Product, screen: str) -> None:
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
    side(author, screen, "Media")
    with author.expect_file_chooser() as chooser:
        author.get_by_role("button", name="Add", exact=True).click()
    chooser.value.set_files(picture())
    author.get_by_label("Picture 1 in words, French").fill("Une affiche grise")
    if screen == "phone":
        author.get_by_role("group", name="Language").get_by_text("NL").click()
    else:
        author.get_by_role("tab", name=re.compile("^NL")).click()
    author.get_by_label("Picture 1 in words, Dutch").fill("Een grijze affiche")
    assert_accessible(author)
    side(author, screen, "Text")
    author.get_by_role("tab", name=re.compile("^FR")).click()
    expect(author).to_have_url(re.compile(r"/posts/[0-9a-f-]{36}"))
    choose_time(author, in_a_minute())
    expect(author.get_by_text("Nothing stands in its way.")).to_be_visible()
    assert_accessible(author)
    assert_no_sideways_scroll(author)
    author.get_by_role("button", name=re.compile("^Submit")).click()
    author.get_by_role("dialog").or_(author.get_by_role("alertdialog")).get_by_role("button", name="Submit", exact=True).click()
    expect(author.get_by_role("button", name="Withdraw")).to_be_visible()

    approver = visit("approver")
    approve_card(approver, text)

    expect(author.get_by_text("Published").first).to_be_visible(timeout=GOING_OUT_MS)  # by itself, without a reload
    wall = visit("author")
    wall.goto(f"{carillon.sandbox}/")
    for column in ("Facebook", "Instagram", "X"):
        expect(wall.locator(f"section[aria-label={column}]").get_by_text(text).first).to_be_attached(timeout=GOING_OUT_MS)


def approve_card(page: Page, text: str, *, is_money: bool = False) -> None:
    """The card with these words is opened as a notice's link does, and approved; for money once more, by its sum."""
    cards = page.request.get("/api/decisions/").json()
    card = next(c["id"] for c in cards if text in json.dumps(c, ensure_ascii=False))
    page.goto(f"/demain-morgen/decisions?show={card}")
    expect(page.get_by_role("main").get_by_text(text).first).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name=re.compile("^Approve")).first.click()
    if is_money:
        asked = page.get_by_role("dialog").or_(page.get_by_role("alertdialog"))
        assert_accessible(page)
        asked.get_by_role("button", name=re.compile("^Approve")).click()
    expect(page.get_by_text(re.compile("^Approved"))).to_be_visible()


@PHONE
def test_a_request_for_money_is_approved_on_the_phone(visit: Visit) -> None:
    title = f"Sous-titres {secrets.token_hex(3)}"
    author = visit("author")
    author.goto("/demain-morgen/budget")
    author.get_by_role("button", name="Ask for money").click()
    form = author.get_by_role("dialog")
    form.get_by_label("What for").fill(title)
    form.get_by_label("From which line").select_option(index=1)
    form.get_by_label("Amount, net of VAT").fill("240,00")
    form.get_by_role("button", name="VAT 0%").click()
    assert_accessible(author)
    form.get_by_role("button", name="Ask", exact=True).click()
    expect(author.get_by_text(title)).to_be_visible()

    treasurer = visit("treasurer")
    approve_card(treasurer, title, is_money=True)
