"""An administrator connects a channel without reading a manual: out to the network's own page, back, and choose."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.product import PASSWORD, Product

NETWORKS = {"facebook": "Facebook", "instagram": "Instagram", "twitter": "X"}


def test_signing_in_leads_to_the_day(page: Page, carillon: Product) -> None:
    carillon.signed_in("admin@demain-morgen.example")  # from now on, English is their language
    page.goto("/")
    expect(page).to_have_url(re.compile("/sign-in"))
    assert_accessible(page)
    page.get_by_label("E-mail").fill("admin@demain-morgen.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/demain-morgen/today"))


@pytest.mark.parametrize(
    ("screen", "network"),
    [("phone", "facebook"), ("laptop", "facebook"), ("phone", "instagram"), ("laptop", "twitter")],
    indirect=["screen"],
)
def test_a_new_page_is_a_channel_within_a_minute(visit: Visit, network: str, screen: str, carillon: Product) -> None:
    page, name = visit("admin"), f"Demain {screen} {network}"
    open_network(page, network)
    expect(page).to_have_url(re.compile(f"^{carillon.sandbox}/{network}/"))
    make_account(page, name=name, handle=f"de{screen[:2]}{network}")
    page.get_by_role("button", name=re.compile("^(Continue|Allow|Authorize app)$")).click()

    found = page.get_by_role("dialog", name=f"Found on {NETWORKS[network]}")
    expect(found.get_by_role("checkbox", name=name)).to_be_checked()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    found.get_by_role("button", name="Connect 1 channel").click()

    welcome = page.get_by_role("dialog", name=f"{name} is connected")
    assert_accessible(page)
    welcome.get_by_role("checkbox", name="Dutch").check()
    welcome.get_by_label("Weekly target").fill("12")
    welcome.get_by_role("button", name="Save").click()

    row = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=name, exact=True))
    for words in ("Connected", "FR + NL", "12"):
        expect(row.get_by_text(words, exact=True)).to_be_visible()
    expect(page).to_have_url(f"{carillon.url}/demain-morgen/channels")
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_who_changes_their_mind_at_the_network_reads_that_nothing_happened(visit: Visit, carillon: Product) -> None:
    page = visit("admin")
    open_network(page, "facebook")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was connected")
    assert_accessible(page)
    page.get_by_role("alert").get_by_role("button", name="Close").click()
    expect(page).to_have_url(f"{carillon.url}/demain-morgen/channels")


@pytest.mark.parametrize("screen", ["laptop"], indirect=True)
def test_who_may_not_connect_is_told_who_may(visit: Visit) -> None:
    page = visit("planner")
    page.goto("/demain-morgen/channels")
    expect(page.get_by_text("An administrator connects and pauses channels.")).to_be_visible()
    expect(page.get_by_role("button", name="Connect a channel")).to_have_count(0)
    assert_accessible(page)


def open_network(page: Page, network: str) -> None:
    """The browser stands on the network's own consent page."""
    page.goto("/demain-morgen/channels")
    page.get_by_role("button", name="Connect a channel").click()
    expect(page.get_by_role("dialog", name="Connect a channel")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name=f"Connect {NETWORKS[network]}").click()


def make_account(page: Page, *, name: str, handle: str) -> None:
    """The sandbox has a page of that name, and it alone is ticked on the consent page."""
    page.locator("summary").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label(re.compile("^(Page address|Handle)$")).fill(handle)
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_text(name)).to_be_visible()
