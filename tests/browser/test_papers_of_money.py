"""The papers behind the money: an invoice over two lines, an offer whoever decides can read, a supplier's name that was half known."""

import re
from uuid import uuid4

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.hands import FINGER_PX

BUDGET = "/demain-morgen/budget"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def well(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def choose(field: Locator, text: str) -> None:
    field.select_option(field.locator("option").filter(has_text=text).first.get_attribute("value"))


def test_an_invoice_is_divided_over_two_lines_to_the_cent(visit: Visit) -> None:
    page, number = visit("treasurer"), f"F-{uuid4().hex[:8]}"
    page.goto(f"{BUDGET}?view=invoices")
    page.get_by_role("button", name="Add an invoice").click()
    dialog = page.get_by_role("dialog", name="Add an invoice")
    dialog.get_by_label("Number").fill(number)
    supplier = dialog.get_by_role("combobox", name="Supplier")
    supplier.fill("raido marol")
    offered = dialog.get_by_role("option", name=re.compile("Radio Marolles"))
    expect(offered).to_be_visible()
    box = offered.bounding_box()
    assert box and box["height"] >= FINGER_PX - 1
    supplier.press("ArrowDown")
    supplier.press("Enter")
    expect(supplier).to_have_value("Radio Marolles")
    dialog.get_by_label("Amount, net of VAT").fill("100,01")
    dialog.get_by_label("VAT", exact=True).fill("21")
    dialog.get_by_text("Book it at once").click()
    dialog.get_by_role("button", name="Divide it over several lines").click()
    parts = dialog.get_by_role("group", name=re.compile(r"^Part \d"))
    for part, line in zip(parts.all(), ("Radio locale", "Production numérique"), strict=True):
        choose(part.get_by_label("Line"), line)
    parts.first.get_by_label("Amount, net of VAT").fill("60")
    parts.first.get_by_label("VAT", exact=True).fill("12,60")
    expect(dialog.get_by_text(re.compile("Still to be divided: €40.01 without VAT, €8.40 of VAT"))).to_be_visible()
    well(page)
    dialog.get_by_role("button", name="Add it").click()
    expect(dialog).to_be_visible()  # nothing is sent before all of it is divided
    parts.nth(1).get_by_role("button", name="The rest goes here").click()
    expect(dialog.get_by_text("All of it is divided.")).to_be_visible()
    dialog.get_by_role("button", name="Add it").click()
    expect(page.get_by_text("The invoice is here.")).to_be_visible()
    page.get_by_role("button", name=re.compile(number)).click()
    expect(page.get_by_text(re.compile("Radio locale.*€72.60.*Production numérique.*€48.41"))).to_be_visible()
    well(page)


def test_an_offer_is_attached_while_asking_and_read_by_whoever_decides(visit: Visit) -> None:
    page, title = visit("planner"), f"Photos {uuid4().hex[:6]}"
    page.goto(f"{BUDGET}?view=requests")
    page.get_by_role("button", name="Ask for money").first.click()
    dialog = page.get_by_role("dialog", name="Ask for money")
    dialog.get_by_label("What for").fill(title)
    choose(dialog.get_by_label("From which line"), "Photo et vidéo")
    dialog.get_by_label("Amount, net of VAT").fill("80")
    dialog.get_by_role("button", name="Ask", exact=True).click()
    expect(dialog.get_by_text("Say how much VAT comes with it.", exact=False)).to_be_visible()
    dialog.get_by_role("button", name="VAT 21%").click()
    expect(dialog.get_by_text("€96.80 with VAT")).to_be_visible()
    offer: FilePayload = {"name": f"{title}.pdf", "mimeType": "application/pdf", "buffer": PDF + title.encode()}
    dialog.locator("input[type=file]").set_input_files(offer)
    expect(dialog.get_by_text(f"{title}.pdf")).to_be_visible()
    well(page)
    dialog.get_by_role("button", name="Ask", exact=True).dblclick()  # asks once
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("still being worked on")).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile(f"^{title}"))).to_have_count(1)
    page.get_by_role("button", name=re.compile(f"^{title}")).click()
    expect(page.get_by_role("link", name=f"{title}.pdf")).to_be_visible()
    expect(page.get_by_role("button", name=f"Remove {title}.pdf")).to_be_visible()

    approver = visit("approver")
    waiting = approver.request.get("/api/decisions/", headers={"X-Organisation": "demain-morgen"}).json()
    (card,) = (each for each in waiting if each["money"] and each["money"]["title"] == title)
    approver.goto(f"/demain-morgen/decisions?kind=money&show={card['id']}")
    file = approver.get_by_role("link", name=f"{title}.pdf")
    with approver.expect_download() as coming:
        file.click()
    assert coming.value.suggested_filename == f"{title}.pdf"
    expect(approver.get_by_role("button", name=f"Remove {title}.pdf")).to_have_count(0)
    well(approver)
