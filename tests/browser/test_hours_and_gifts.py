"""Work that costs no money is noted beside the shares; an expense that would be a forbidden gift is stopped, a lawful one is booked."""

import re
from io import BytesIO
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.hands import tap

BUDGET = "/demain-morgen/budget"


def well(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def choose(field: Locator, text: str) -> None:
    field.select_option(field.locator("option").filter(has_text=text).first.get_attribute("value"))


def hours_in(panel: Locator) -> float:
    """Return the sum of all hours, as the panel says it."""
    told = panel.get_by_text(re.compile(r"h, .* of it digital")).inner_text()
    return float(re.sub(r" h,.*", "", told).replace(",", ""))


def test_hours_of_volunteers_are_noted_corrected_removed_and_stand_on_the_boards_page(visit: Visit, screen: str) -> None:
    page, what = visit("treasurer"), f"Leaflets {uuid4().hex[:6]}"
    page.goto(f"{BUDGET}?view=digital")
    panel = page.locator("section").filter(has=page.get_by_role("heading", name="Hours of work"))
    before = hours_in(panel)
    panel.get_by_role("button", name="Note hours").click()
    dialog = page.get_by_role("dialog", name="Note hours of work")
    dialog.get_by_label("What was done").fill(what)
    dialog.get_by_label("Hours, of all together").fill("a few")
    dialog.get_by_role("button", name="Note them").click()
    expect(dialog.get_by_text("Write hours such as 7,5 or 7:30.")).to_be_visible()
    well(page)
    dialog.get_by_label("Hours, of all together").fill("7,5")
    dialog.get_by_label("Of which digital, in %").fill("0")
    dialog.get_by_role("button", name="Note them").click()
    expect(page.get_by_text("The hours are noted.")).to_be_visible()
    expect(dialog).to_have_count(0)
    expect(panel.get_by_text(f"{before + 7.5:,.1f}".removesuffix(".0") + " h, ", exact=False)).to_be_visible()

    panel.get_by_text("What was noted").click()
    expect(panel.get_by_text(what)).to_be_visible()
    well(page)
    change = panel.get_by_role("button", name=f"Change “{what}”")
    if screen == "phone":
        tap(change)
    else:
        change.click()
    dialog = page.get_by_role("dialog", name="Change these hours")
    expect(dialog.get_by_label("Hours, of all together")).to_have_value("7:30")
    dialog.get_by_role("button", name="Remove these hours").click()
    expect(page.get_by_text("The hours are removed.")).to_be_visible()
    expect(panel.get_by_text(what)).to_have_count(0)
    assert hours_in(panel) == before

    page.get_by_role("button", name="Export").click()
    board = page.get_by_role("dialog").get_by_role("link", name="board.pdf")
    with page.expect_download() as coming:
        board.click()
    words = PdfReader(BytesIO(coming.value.path().read_bytes())).pages[0].extract_text()
    assert "Hours of work, beside the shares" in words and "Volunteers" in words


def test_an_expense_that_a_company_pays_for_a_party_is_stopped_and_a_persons_is_booked(visit: Visit) -> None:
    page, note = visit("treasurer"), f"Balloons {uuid4().hex[:6]}"
    page.goto(f"{BUDGET}?view=expenses")
    page.get_by_role("button", name="Book an expense").click()
    dialog = page.get_by_role("dialog", name="Book an expense")
    choose(dialog.get_by_label("Line"), "Photo et vidéo")
    dialog.get_by_label("Amount, net of VAT").fill("12")
    dialog.get_by_role("button", name="VAT 0%").click()
    dialog.get_by_label("Note").fill(note)
    dialog.get_by_text("Somebody else pays, or it is for a party or candidate").click()
    choose(dialog.get_by_label("Who pays"), "A company")
    dialog.get_by_label("Their name").fill("Ballons SRL")
    dialog.get_by_role("button", name="Book it").click()
    stopped = dialog.get_by_role("alert")
    expect(stopped.get_by_text("This would be a forbidden gift")).to_be_visible()
    expect(stopped.get_by_text("Nothing is booked.", exact=False)).to_be_visible()
    expect(stopped.get_by_role("link")).to_have_attribute("href", re.compile("^https://"))
    well(page)
    choose(dialog.get_by_label("Who pays"), "A person")
    expect(stopped).to_have_count(0)
    dialog.get_by_label("Their name").fill("Nora Peeters")
    dialog.get_by_role("button", name="Book it").click()
    expect(page.get_by_text("The expense is booked.")).to_be_visible()
    expect(dialog).to_have_count(0)
    page.get_by_role("button", name=f"More about {note}").click()
    expect(page.get_by_text("Nora Peeters", exact=False)).to_be_visible()
    well(page)
