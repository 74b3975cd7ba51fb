"""The manager with two minutes and a phone: from the letter, a post and 4 000 euros are decided in two taps each."""

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import call
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import DOMAIN, Visit
from tests.browser.product import Product
from tests.browser.test_riposte import local

pytestmark = pytest.mark.parametrize("screen", ["phone"], indirect=True)


def letter(page: Page, carillon: Product, who: str, about: str, *, within_s: float = 40) -> str:
    """Return where the newest letter to that person about this is shown, as a mail program shows it."""
    ends = time.monotonic() + within_s
    while time.monotonic() < ends:
        for mail in page.request.get(f"{carillon.sandbox}/control/mail", params={"to": who}).json():
            if about in mail["html"]:
                return f"{carillon.sandbox}/mail/{mail['id']}/html"
        page.wait_for_timeout(500)
    raise AssertionError(f"no letter to {who} about {about}")


def first_tap(page: Page) -> Page:
    """The link in the letter is tapped; return the page it opens."""
    assert_no_sideways_scroll(page)
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Look at it and decide").tap()
    decision = opened.value
    decision.wait_for_load_state()
    return decision


def second_tap(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=re.compile(name))
    expect(button).to_be_in_viewport()
    box = button.bounding_box()
    assert box and box["height"] >= 44
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    button.tap()


def submitted(page: Page, text: str) -> str:
    """A post waits for a yes; return its id."""
    channel = next(
        c["id"] for c in call(page, "GET", "/api/channels/")["results"] if c["network"] == "facebook" and c["state"] == "connected"
    )
    body = {
        "versions": [{"language": "fr", "segments": [text]}],
        "placements": [{"channel": channel, "languages": ["fr"], "local_time": local(datetime.now(UTC) + timedelta(hours=5))}],
    }
    post = call(page, "POST", "/api/posts/", body)["id"]
    call(page, "POST", f"/api/posts/{post}/submit/", {"note": "Pour ce soir"})
    return str(post)


def asked_in_turn(planner: Page, request: str, visit: Visit) -> Iterator[str]:
    """Yield whose turn it is, until all who are needed have said yes."""
    while call(planner, "GET", f"/api/requests/{request}/")["state"] == "open":
        cards = {who: waiting_for(visit(who), request) for who in ("treasurer", "approver")}
        yield next(who for who, waits in cards.items() if waits)


def waiting_for(page: Page, request: str) -> bool:
    page.goto("/demain-morgen/today")
    return any(card["may_decide"] for card in call(page, "GET", "/api/decisions/") if card["money"] and card["money"]["id"] == request)


def test_a_post_in_two_taps(visit: Visit, carillon: Product) -> None:
    author, approver = visit("author"), visit("approver")
    author.goto("/demain-morgen/today")
    text = f"Deux gestes suffisent : le lien, puis l’accord ({uuid4().hex[:6]})."
    post = submitted(author, text)
    approver.goto(letter(approver, carillon, f"approver@{DOMAIN}", text))
    page = first_tap(approver)
    expect(page.get_by_text(text).first).to_be_visible()
    second_tap(page, "^Approve")
    expect(page.get_by_role("status")).to_contain_text("You approved this on")
    assert call(author, "GET", f"/api/posts/{post}/")["state"] == "approved"


def test_without_signing_in_a_post_is_decided_too(visit: Visit, carillon: Product, new_context: Any) -> None:
    author, nobody = visit("author"), new_context().new_page()
    author.goto("/demain-morgen/today")
    text = f"Sans se connecter : la lettre suffit ({uuid4().hex[:6]})."
    post = submitted(author, text)
    nobody.goto(letter(nobody, carillon, f"approver@{DOMAIN}", text))
    page = first_tap(nobody)
    page.get_by_text("Ask for changes, or reject").tap()
    page.get_by_label("What should change, or why not?").fill("Plus court, s’il vous plaît.")
    assert_accessible(page)
    page.get_by_role("button", name="Ask for changes", exact=True).tap()
    expect(page.get_by_role("status")).to_contain_text("You asked for changes on")
    assert call(author, "GET", f"/api/posts/{post}/")["state"] == "changes_asked"


def test_4000_euros_in_two_taps(visit: Visit, carillon: Product) -> None:
    planner, *_ = visit("planner"), visit("approver"), visit("treasurer")  # all of them read English from now on
    planner.goto("/demain-morgen/today")
    period = next(p for p in call(planner, "GET", "/api/periods/") if p["starts_on"] <= f"{datetime.now(UTC):%Y-%m-%d}" <= p["ends_on"])
    lines = call(planner, "GET", f"/api/periods/{period['id']}/overview/")["lines"]
    line = max((one for one in lines if not one["is_paid_media"]), key=lambda one: one["left_cents"])
    body = {
        "line": line["id"],
        "title": "Trois films sur les loyers",
        "net_cents": 400_000,
        "supplier": "Atelier Image",
        "reason": "Pour mai",
    }
    request = call(planner, "POST", "/api/requests/", body)
    for who in asked_in_turn(planner, str(request["id"]), visit):
        phone = visit(who)
        phone.goto(letter(phone, carillon, f"{who}@{DOMAIN}", "Trois films sur les loyers"))
        page = first_tap(phone)
        for words in ("€4,000.00", "Atelier Image", "Pour mai"):
            expect(page.get_by_text(words).first).to_be_visible()
        second_tap(page, "^Approve €4,000.00")
        expect(page.get_by_role("status")).to_contain_text("You approved this on")
    assert call(planner, "GET", f"/api/requests/{request['id']}/")["state"] == "approved"


def test_money_above_the_limit_asks_a_stranger_to_sign_in_and_leads_back(visit: Visit, carillon: Product, new_context: Any) -> None:
    planner, phone = visit("planner"), new_context().new_page()
    planner.goto("/demain-morgen/today")
    period = next(p for p in call(planner, "GET", "/api/periods/") if p["starts_on"] <= f"{datetime.now(UTC):%Y-%m-%d}" <= p["ends_on"])
    lines = call(planner, "GET", f"/api/periods/{period['id']}/overview/")["lines"]
    line = max((one for one in lines if not one["is_paid_media"]), key=lambda one: one["left_cents"])
    call(planner, "POST", "/api/requests/", {"line": line["id"], "title": "Un podium pour juin", "net_cents": 90_000})
    phone.goto(letter(phone, carillon, f"approver@{DOMAIN}", "Un podium pour juin"))
    page = first_tap(phone)
    expect(page.get_by_role("button", name=re.compile("^Approve"))).to_have_count(0)
    page.get_by_role("link", name="Sign in to decide").tap()
    page.get_by_label(re.compile("E-?mail")).fill(f"approver@{DOMAIN}")
    page.get_by_label("Password", exact=True).fill("carillon-demo")
    page.get_by_role("button", name="Sign in", exact=True).tap()
    expect(page.get_by_role("button", name=re.compile("^Approve €900.00"))).to_be_visible()
