"""An ugly spreadsheet becomes drafts; a feed is made and revoked; the calendar is taken along."""

import re
from datetime import timedelta

import requests
from playwright.sync_api import expect

from tests.browser import house
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit

SOON = house.today() + timedelta(days=40)
DAY = SOON.replace(day=max(20, SOON.day))  # after the twelfth: no day that could be a month


def test_an_ugly_file_is_mended_in_place_and_imported(visit: Visit) -> None:
    page = visit("planner")
    rows = [
        "Date de publication;Heure;Canal;Texte FR;Campagne",
        f"{DAY:%d/%m/%Y};9h30;Nulle part;Ça coûte trop : réagissez !;",
        f"{DAY:%d/%m/%Y};11h;Nulle part;On ne lâche rien.;",
        f"{DAY:%d.%m.%y};18u;Demain · Morgen FR;Été comme hiver, l’énergie est un droit.;".replace("’", "'"),
    ]
    page.goto("/demain-morgen/import")
    assert_accessible(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "planning.csv", "mimeType": "text/csv", "buffer": "\r\n".join(rows).encode("latin-1")}
    )
    expect(page.get_by_text("Rows that need a change: 2 of 3")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("textbox", name="Canal").first.fill("radio")
    expect(page.get_by_text("No channel is called “radio”")).to_be_visible()
    page.get_by_role("textbox", name="Canal").first.fill("Nulle part")
    page.get_by_role("combobox", name="Canal: “Nulle part” stands in 2 rows").select_option(label="Demain · Morgen FR, X")
    page.get_by_role("button", name="Change in 2 rows").click()
    expect(page.get_by_text("3 rows are ready.")).to_be_visible()
    page.get_by_role("button", name="Leave out row 3").click()
    expect(page.get_by_text("2 rows are ready.")).to_be_visible()
    page.get_by_role("button", name="Import as drafts").click()
    expect(page.get_by_text("2 drafts are in the calendar.")).to_be_visible()
    page.get_by_role("button", name="Undo the import").click()
    expect(page.get_by_text("2 drafts are deleted again.")).to_be_visible()


def test_a_feed_is_made_read_and_revoked(visit: Visit) -> None:
    page = visit("planner")
    page.goto("/demain-morgen/calendar")
    page.get_by_role("button", name="More for the calendar").click()
    page.get_by_role("menuitem", name="Feeds for other calendars…").click()
    dialog = page.get_by_role("dialog", name="Feeds")
    dialog.get_by_label("Name of a new feed").fill("My phone")
    dialog.get_by_role("button", name="Make the feed").click()
    address = dialog.locator("code").inner_text()
    assert_accessible(page)
    answer = requests.get(address, timeout=20)
    assert answer.ok and answer.text.startswith("BEGIN:VCALENDAR")
    dialog.get_by_role("button", name=re.compile("^Revoke.*My phone")).click()
    expect(dialog.get_by_role("button", name=re.compile("^Revoke.*My phone"))).to_be_hidden()
    assert requests.get(address, timeout=20).status_code == 404


def test_what_the_calendar_shows_is_taken_along(visit: Visit) -> None:
    page = visit("planner")
    page.goto("/demain-morgen/calendar?view=week")
    page.get_by_role("button", name="More for the calendar").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="Export as CSV").click()
    assert download.value.suggested_filename.endswith(".csv")
    page.goto("/demain-morgen/print/week")
    expect(page.get_by_role("article").get_by_role("heading").first).to_be_visible()
    assert_accessible(page)
