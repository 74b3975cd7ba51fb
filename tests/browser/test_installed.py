"""Carillon on a home screen: it can be installed, reads without a network, and takes a new version only when somebody says so.

What goes wrong otherwise: somebody in a train sees an empty page instead of the day's plan, or loses what is being written because
files were swapped under it.
"""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode, urljoin
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import assert_accessible
from tests.browser.conftest import DOMAIN
from tests.browser.product import Product

pytestmark = pytest.mark.parametrize("screen", ["phone"], indirect=True)
CONTROLLED = "() => navigator.serviceWorker.controller !== null"
# Everything on screen was asked again through the worker, and is kept. (`wait_for_function` takes a promise for a yes.)
IS_KEPT = """async (wanted) => {
  for (let tries = 0; tries < 300; tries++) {
    const urls = (await (await caches.open("carillon-data")).keys()).map(({ url }) => url);
    if (wanted.every((part) => urls.some((url) => url.includes(part)))) return true;
    await new Promise((done) => setTimeout(done, 200));
  }
  return false;
}"""
OFFER = """() => { const offer = new Event("beforeinstallprompt", { cancelable: true });
  offer.prompt = async () => { window.wasAsked = true; return { outcome: "accepted" }; }; dispatchEvent(offer); }"""
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1"
# The running page becomes one of an older version; then the worker comes anew, as after an update of the server.
NEW_VERSION = """() => { document.querySelector('script[type="module"][src]').setAttribute("src", "/assets/older.js");
  return navigator.serviceWorker.register("/service-worker.js?newer").then(() => {}); }"""
Kept = Callable[..., BrowserContext]


@pytest.fixture
def kept(browser: Browser, browser_context_args: dict[str, Any], carillon: Product, complaints: list[str]) -> Iterator[Kept]:
    """A browser that keeps things, as phones do: with a service worker."""
    made: list[BrowserContext] = []

    def context_of(who: str, **more: Any) -> BrowserContext:
        state = carillon.signed_in(f"{who}@{DOMAIN}")
        context = browser.new_context(**{**browser_context_args, "storage_state": state, "service_workers": "allow", **more})
        context.set_default_timeout(20_000)
        context.on("weberror", lambda error: complaints.append(f"script: {error.error}"))
        made.append(context)
        return context

    yield context_of
    for context in made:
        context.close()


def opened(context: BrowserContext, path: str) -> Page:
    """Return the page when the worker has it in hand."""
    page = context.new_page()
    page.goto(path)
    page.wait_for_function(CONTROLLED, timeout=60_000)
    return page


def test_it_can_be_installed(kept: Kept, carillon: Product) -> None:
    page = opened(kept("planner"), "/demain-morgen/calendar")
    link = page.locator('link[rel="manifest"]').get_attribute("href")
    assert link
    manifest = json.loads(page.request.get(urljoin(carillon.url, link)).text())
    assert manifest["id"] == "/" and manifest["display"] == "standalone"
    assert {shot["form_factor"] for shot in manifest["screenshots"]} == {"narrow", "wide"}
    assert {shortcut["url"] for shortcut in manifest["shortcuts"]} == {
        f"/?open={door}" for door in ("new", "calendar", "decisions", "riposte")
    }
    for picture in [*manifest["icons"], *manifest["screenshots"]]:
        answer = page.request.get(urljoin(carillon.url, picture["src"]))
        assert answer.ok and answer.headers["content-type"] == picture["type"], picture
    errors = page.context.new_cdp_session(page).send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A test's browser has no profile of its own, which is no fault of the page.
    assert [one["errorId"] for one in errors if one["errorId"] != "in-incognito"] == []


def test_a_shortcut_leads_to_its_screen(visit: Callable[[str], Page]) -> None:
    page = visit("planner")
    page.goto("/?open=decisions")
    page.wait_for_url("**/demain-morgen/decisions*")


def shown_from() -> str:
    """Return how the question for the days on show begins: today's midnight there."""
    today = datetime.now(ZoneInfo("Europe/Brussels")).replace(hour=0, minute=0, second=0, microsecond=0)
    return urlencode({"from": today.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")})


def test_a_phone_without_a_network_still_shows_the_calendar_it_read(kept: Kept) -> None:
    context = kept("planner")
    page = opened(context, "/demain-morgen/calendar")
    page.locator("[data-key]").first.wait_for()
    assert page.evaluate(IS_KEPT, ["/api/me/", f"/api/calendar/?{shown_from()}"])
    context.set_offline(True)
    page.reload()
    expect(page.locator("[data-key]").first).to_be_visible()
    expect(page.get_by_text("You are offline.")).to_be_visible()
    assert_accessible(page)


def test_what_is_written_without_a_network_is_sent_when_it_is_back(kept: Kept) -> None:
    context = kept("author")
    page = opened(context, "/demain-morgen/posts/new?text=Before%20the%20tunnel")
    words = page.get_by_role("textbox").first
    context.set_offline(True)
    words.fill("Written in the tunnel")
    page.wait_for_timeout(2_500)
    context.set_offline(False)
    page.wait_for_url(lambda url: "/posts/new" not in url, timeout=30_000)
    page.reload()
    expect(page.get_by_role("textbox").first).to_have_value("Written in the tunnel")


def test_a_new_version_waits_for_a_word(kept: Kept) -> None:
    page = opened(kept("planner"), "/demain-morgen/calendar")
    page.evaluate(NEW_VERSION)
    expect(page.get_by_text("A new version of Carillon is ready.")).to_be_visible()
    assert_accessible(page)
    assert page.evaluate("() => navigator.serviceWorker.getRegistration().then((one) => one.waiting !== null)")
    with page.expect_navigation():
        page.get_by_role("button", name="Reload", exact=True).click()
    page.locator("[data-key]").first.wait_for()
    expect(page.get_by_text("A new version of Carillon is ready.")).to_be_hidden()


def test_a_version_nobody_answered_takes_over_at_the_next_start(kept: Kept) -> None:
    page = opened(kept("planner"), "/demain-morgen/calendar")
    page.evaluate(NEW_VERSION)
    expect(page.get_by_text("A new version of Carillon is ready.")).to_be_visible()
    page.goto("/demain-morgen/decisions")
    page.wait_for_function("() => navigator.serviceWorker.getRegistration().then((one) => one.waiting === null)", timeout=60_000)


def test_more_offers_to_install_where_the_browser_can(visit: Callable[[str], Page]) -> None:
    page = visit("planner")
    page.goto("/demain-morgen/calendar")
    page.locator("[data-key]").first.wait_for()
    page.evaluate(OFFER)
    page.get_by_role("button", name="More", exact=False).last.click()
    install = page.get_by_role("button", name="Install Carillon")
    expect(install).to_be_visible()
    assert_accessible(page)
    install.click()
    assert page.evaluate("() => window.wasAsked")
    expect(install).to_be_hidden()


def test_more_says_on_an_iphone_how_it_is_done(kept: Kept) -> None:
    page = kept("planner", user_agent=IPHONE).new_page()
    page.goto("/demain-morgen/calendar")
    page.get_by_role("navigation", name="Main").get_by_role("button", name="More").click()
    expect(page.get_by_text("press the Share button of your browser")).to_be_visible()


def test_a_sheet_goes_when_it_is_pulled_down(visit: Callable[[str], Page]) -> None:
    page = visit("planner")
    page.goto("/demain-morgen/calendar")
    page.get_by_role("navigation", name="Main").get_by_role("button", name="More").click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("heading", name="Your organisations")).to_be_visible()  # it has grown to its height
    sheet.get_by_role("heading").first.tap(trial=True)  # and stands still
    head = sheet.get_by_role("heading").first.bounding_box()
    assert head
    touch = page.context.new_cdp_session(page)
    at = {"x": head["x"] + 60, "y": head["y"] + 5}
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    for way in (40, 90, 150):
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{**at, "y": at["y"] + way}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(sheet).to_be_hidden()


def test_what_is_shared_opens_the_riposte(visit: Callable[[str], Page]) -> None:
    page = visit("planner")
    page.goto("/share?title=Rents&url=https%3A%2F%2Fnews.example%2Frents")
    page.wait_for_url("**/demain-morgen/riposte*")
    expect(page.get_by_role("main")).to_contain_text("Riposte")
