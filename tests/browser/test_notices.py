"""A notice on the phone leads to the decision in two taps: turned on in the profile, shown by the worker, approved on the card.

What goes wrong otherwise: a post waits because nobody had Carillon open.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import assert_accessible
from tests.browser.conftest import DOMAIN
from tests.browser.product import Product

# A browser's push service is not to be reached from here: the sandbox stands in for it, behind the browser's own interface.
STAND_IN = """(() => { let own = null;
  const text = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=+$/, "");
  PushManager.prototype.getSubscription = async () => own;
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
    const made = await window.browserOfSandbox(text(applicationServerKey));
    own = { endpoint: made.endpoint, toJSON: () => made, unsubscribe: async () => { own = null; return true; } };
    return own;
  }; })()"""
TAPPED = """async () => { const [notice] = await self.registration.getNotifications();
  self.dispatchEvent(new NotificationEvent("notificationclick", { notification: notice })); }"""
SHOWN = "async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body }) => ({ title, body }))"
WAITING = """async () => (await (await fetch("/api/decisions/?organisation=demain-morgen")).json())
  .find((card) => card.may_decide && card.kind === "post" && !card.riposte)"""
Ways = Callable[[str], BrowserContext]


@pytest.fixture
def phone(browser: Browser, browser_context_args: dict[str, Any], carillon: Product, complaints: list[str]) -> Iterator[Ways]:
    """A browser with a service worker, in which that person is signed in and has allowed notices."""
    made: list[BrowserContext] = []

    def context_of(who: str) -> BrowserContext:
        state = carillon.signed_in(f"{who}@{DOMAIN}")
        context = browser.new_context(**{**browser_context_args, "storage_state": state, "service_workers": "allow"})
        context.set_default_timeout(20_000)
        context.grant_permissions(["notifications"])
        context.expose_function("browserOfSandbox", lambda key: subscribed(carillon, key))
        context.add_init_script(STAND_IN)
        context.on("weberror", lambda error: complaints.append(f"script: {error.error}"))
        made.append(context)
        return context

    yield context_of
    for context in made:
        context.close()


def subscribed(carillon: Product, key: str) -> dict[str, Any]:
    made: dict[str, Any] = requests.post(f"{carillon.sandbox}/push/browsers", json={"applicationServerKey": key}, timeout=5).json()
    return made


def last_shown(carillon: Product, endpoint: str) -> dict[str, Any]:
    """Return what the push service could read of the last notice for this browser."""
    name = endpoint.rsplit("/", 1)[1]
    shown: list[dict[str, Any]] = requests.get(f"{carillon.sandbox}/push/browsers/{name}", timeout=5).json()["shown"]
    said: dict[str, Any] = shown[-1]["said"]
    return said


def handed_to_worker(context: BrowserContext, page: Page, said: dict[str, Any]) -> None:
    """The browser hands the worker what its push service brought."""
    talk, found = context.new_cdp_session(page), []
    talk.on("ServiceWorker.workerRegistrationUpdated", lambda event: found.extend(event["registrations"]))
    talk.send("ServiceWorker.enable")
    page.wait_for_timeout(500)
    origin = page.evaluate("location.origin")
    number = found[0]["registrationId"]
    talk.send("ServiceWorker.deliverPushMessage", {"origin": origin, "registrationId": number, "data": json.dumps(said)})


@pytest.mark.parametrize("screen", ["phone"], indirect=True)
def test_a_notice_leads_to_the_card_in_one_tap_and_a_yes_in_two(phone: Ways, carillon: Product):
    context = phone("approver")
    page = context.new_page()
    page.goto("/demain-morgen/today")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null", timeout=60_000)
    page.goto("/demain-morgen/settings/profile")
    page.get_by_role("button", name="Turn on for this browser").click()
    row = page.get_by_role("listitem").filter(has_text="this browser")
    expect(row).to_be_visible()
    assert_accessible(page)
    row.get_by_role("button", name="Test").click()
    expect(row).to_contain_text("last notice")
    endpoint = page.evaluate("async () => (await PushManager.prototype.getSubscription()).endpoint")
    assert last_shown(carillon, endpoint)["path"] == "/demain-morgen/today"

    card = page.evaluate(WAITING)
    path = f"/demain-morgen/decisions?show={card['id']}&pushed={card['id']}"
    handed_to_worker(context, page, {"title": "Demain · Morgen", "body": card["title"], "path": path, "tag": card["id"]})
    page.wait_for_function(f"async () => (await ({SHOWN})()).length === 1")
    assert page.evaluate(SHOWN)[0]["title"] == "Demain · Morgen"
    context.service_workers[0].evaluate(TAPPED)  # the first tap
    page.wait_for_url(f"**{path}")
    page.get_by_role("button", name="Approve").first.click()  # the second
    read = f"async () => (await (await fetch('/api/decisions/{card['id']}/?organisation=demain-morgen')).json()).decisions"
    page.wait_for_function(f"async () => (await ({read})()).length === 1")
    [said] = page.evaluate(read)
    assert (said["verdict"], said["how"]) == ("approve", "push")
