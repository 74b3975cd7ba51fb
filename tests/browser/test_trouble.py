"""What goes wrong is seen, understood and mended by people, on a phone between two meetings as on a laptop."""

import csv
import io
import re

from playwright.sync_api import Page, expect

from tests.browser import stage
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.product import Product

TODAY = "/demain-morgen/today"


def well(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_one_press_tries_all_again_that_one_cause_stopped(visit: Visit, carillon: Product) -> None:
    stage.put(carillon, stage.FAILED)
    page = visit("planner")
    page.goto(TODAY)
    cause = page.get_by_role("listitem").filter(has_text="3 posts did not go out")
    expect(cause.get_by_text("The network took this for spam")).to_be_visible()
    cause.get_by_text("Show them").click()
    expect(cause.get_by_role("button", name=re.compile("^Try again"))).to_have_count(3)
    well(page)
    cause.get_by_role("button", name="Try all again").click()
    asked = page.get_by_role("alertdialog", name="Send 3 posts on Facebook now?")
    well(page)
    asked.get_by_role("button", name="Send now").click()
    expect(page.get_by_text("3 posts are on their way.")).to_be_visible()
    expect(cause).to_have_count(0)


def test_who_may_not_repair_reads_what_happened_and_presses_nothing(visit: Visit, carillon: Product) -> None:
    stage.put(carillon, stage.FAILED)
    page = visit("viewer")
    page.goto(TODAY)
    expect(page.get_by_text("3 posts did not go out")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^(Try|Send|Stop)"))).to_have_count(0)
    well(page)
    page = visit("planner")
    page.goto(TODAY)
    cause = page.get_by_role("listitem").filter(has_text="3 posts did not go out")
    cause.get_by_role("button", name="Do not send").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Do not send").click()
    expect(page.get_by_text("3 posts will not be sent.")).to_be_visible()


def test_a_person_finds_the_post_on_the_account_and_says_so(visit: Visit, carillon: Product) -> None:
    delivery = stage.put(carillon, stage.IN_DOUBT.format(network="facebook", step="post"))
    page = visit("planner")
    page.goto(f"/demain-morgen/looks/{delivery}")
    expect(page.get_by_role("heading", name="Is it online on Facebook?")).to_be_visible()
    chosen = page.get_by_role("button", name=re.compile("Says the same"))
    expect(chosen).to_have_attribute("aria-pressed", "true")
    well(page)
    page.get_by_text("What Facebook said, word for word").click()
    expect(page.get_by_text("Read timed out. (read timeout=20)")).to_be_visible()
    online = page.get_by_role("button", name="It is online")
    expect(online).to_be_in_viewport()  # within the thumb's reach, without scrolling
    online.click()
    asked = page.get_by_role("alertdialog", name="It is online on Facebook?")
    well(page)
    asked.get_by_role("button", name="Yes, it is online").click()
    expect(page.get_by_text("Noted as published.")).to_be_visible()
    expect(page).to_have_url(re.compile("/today$"))
    page.goto(f"/demain-morgen/looks/{delivery}")
    expect(page.get_by_role("link", name="Open on Facebook")).to_have_attribute("href", re.compile(f"^{carillon.sandbox}/facebook/"))


def test_looking_on_x_costs_and_is_done_only_when_asked(visit: Visit, carillon: Product) -> None:
    delivery = stage.put(carillon, stage.IN_DOUBT.format(network="twitter", step="post-1"))
    page = visit("planner")
    page.goto(f"/demain-morgen/looks/{delivery}")
    expect(page.get_by_text("X bills for reading")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Says the same"))).to_have_count(0)
    page.get_by_role("button", name=re.compile(r"Show the newest posts for US\$0\.05")).click()
    page.get_by_role("button", name=re.compile("Says the same")).first.wait_for()
    well(page)
    for pressed in page.locator("button[aria-pressed=true]").all():
        pressed.click()
    page.get_by_role("button", name="It is online").click()
    asked = page.get_by_role("alertdialog")
    asked.get_by_label("Its address on X").fill("https://x.com/somebody/status/12")
    asked.get_by_role("button", name="Yes, it is online").click()
    expect(asked.get_by_text("This is not the address of a post of")).to_be_visible()
    well(page)
    asked.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Send again").click()
    expect(page.get_by_text("If it is online already, people will see it twice.")).to_be_visible()
    well(page)
    page.get_by_role("alertdialog").get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Do not send").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Do not send").click()
    expect(page.get_by_text("It will not be sent.")).to_be_visible()


def test_a_post_that_is_on_its_way_is_held_and_released(visit: Visit, carillon: Product) -> None:
    post = stage.put(carillon, stage.ON_ITS_WAY)
    page = visit("planner")
    page.goto(f"/demain-morgen/posts/{post}")
    page.get_by_role("button", name="Hold it").click()
    expect(page.get_by_text("It is on hold and goes on when somebody releases it.")).to_be_visible()
    well(page)
    page.goto(TODAY)
    held = page.get_by_role("listitem").filter(has_text="Somebody has put this on hold")
    held.get_by_role("button", name="Release").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Release").click()
    expect(page.get_by_text("It goes on.")).to_be_visible()


def test_everything_is_stopped_and_everybody_sees_it_on_every_screen(visit: Visit, screen: str) -> None:
    page, reason = visit("planner"), f"Attentat à Bruxelles ({screen})"
    page.goto("/demain-morgen/calendar")
    if screen == "phone":
        page.get_by_role("navigation", name="Main").get_by_role("button", name=re.compile("^More")).click()
        page.get_by_role("button", name="Stop everything that goes out").click()
    else:
        page.get_by_role("button", name="Stop everything").wait_for()
        page.keyboard.press("Control+k")
        page.get_by_role("combobox").fill("stop every")
        page.keyboard.press("Enter")
    asked = page.get_by_role("alertdialog", name="Stop everything that goes out?")
    expect(asked.get_by_role("button", name="Stop everything")).to_be_disabled()
    well(page)
    asked.get_by_label("Why?").fill(reason)
    asked.get_by_role("button", name="Stop everything").click()
    banner = page.get_by_role("region", name="Everything is stopped")
    expect(banner).to_contain_text(reason)
    well(page)
    author = visit("author")
    for path in ("/demain-morgen/today", "/demain-morgen/posts/new", "/demain-morgen/settings/profile"):
        author.goto(path)
        expect(author.get_by_role("region", name="Everything is stopped")).to_contain_text(reason)
    expect(author.get_by_role("button", name="Let posts go out again")).to_have_count(0)
    well(author)
    banner.get_by_role("button", name="Let posts go out again").click()
    asked = page.get_by_role("alertdialog", name="Let posts go out again?")
    expect(asked.get_by_text("still to come")).to_be_visible()
    well(page)
    asked.get_by_role("button", name="Let posts go out again").click()
    expect(page.get_by_text("Posts go out again.")).to_be_visible()
    expect(banner).to_have_count(0)


def test_what_was_sent_on_a_channel_is_listed_and_downloaded(visit: Visit) -> None:
    page = visit("viewer")
    page.goto("/demain-morgen/channels")
    page.get_by_role("link", name=re.compile("^What we sent.*Demain · Morgen FR")).click()
    expect(page.get_by_role("heading", name="What we sent")).to_be_visible()
    page.get_by_role("listitem").filter(has_text="Published").first.wait_for()
    well(page)
    months = page.get_by_label("Month").locator("option")
    page.get_by_label("Month").select_option(index=1)
    expect(page).to_have_url(re.compile(r"month=\d{4}-\d{2}"))
    expect(months.first).to_have_text("All months")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()
    assert download.value.suggested_filename.endswith(".csv")
    headings, *rows = csv.reader(io.StringIO(download.value.path().read_text("utf-8-sig")))
    assert headings[0] == "Planned" and rows
