"""The treasurer at month end: the bank's file comes in, what was paid is said, the digital share moves, the board gets its page."""

import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import FilePayload, Locator, Page, expect
from pypdf import PdfReader

from tests.browser import house
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit

BUDGET = "/demain-morgen/budget"
HEAD = "Compte;Date de comptabilisation;Nom contrepartie;Compte contrepartie;Montant;Devise;Communication"


def well(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def statement(paid_to: str, euros: int) -> FilePayload:
    """What a Belgian bank hands out: Latin-1, semicolons, decimal commas; one row of it cannot be read."""
    on = house.today() - timedelta(days=1)
    rows = [
        f"BE71096123456769;{on:%d/%m/%Y};{paid_to};BE68539007547034;-{euros},00;EUR;Bannières « Été » {paid_to}",
        f"BE71096123456769;{on:%d/%m/%Y};Banque;;-{euros % 10},50;EUR;Frais {paid_to}",
        f"BE71096123456769;32/13/2026;Personne;;-1,00;EUR;Un jour qui n’existe pas {paid_to}".replace("’", "'"),
    ]
    return {"name": "extrait.csv", "mimeType": "text/csv", "buffer": "\r\n".join([HEAD, *rows]).encode("cp1252")}


def digital_spent(page: Page) -> list[str]:
    """Return the numerators of both shares, as the overview shows them."""
    page.goto(BUDGET)
    shown = page.get_by_text("digital, spent")
    expect(shown).to_have_count(2)
    return [str(one.locator("..").inner_text()) for one in shown.all()]


def payment(page: Page, name: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=name).filter(has=page.get_by_role("button"))


def test_a_bank_file_moves_the_share_and_the_board_gets_its_page(visit: Visit, screen: str) -> None:
    page, paid_to = visit("treasurer"), f"Régie {uuid4().hex[:6]}"
    euros = {"phone": 241, "laptop": 242}[screen]  # equal payments of one day in two files would be one and the same
    before = digital_spent(page)
    page.goto(f"{BUDGET}?view=import")
    page.locator("input[type=file]").first.set_input_files(statement(paid_to, euros))
    expect(page.get_by_text("2 new")).to_be_visible()
    expect(page.get_by_text("1 cannot be read")).to_be_visible()
    expect(page.get_by_role("button", name="Take them in")).to_be_disabled()  # nothing of it is lost without a word
    well(page)
    page.get_by_text("Leave out the rows that cannot be read").click()
    page.get_by_role("button", name="Take them in").click()
    expect(page.get_by_text("2 new movements were taken in.")).to_be_visible()

    row = payment(page, paid_to).filter(has_text=str(euros))
    row.get_by_role("button", name=re.compile("Say what it paid|Something else")).click()
    dialog = page.get_by_role("dialog", name="What did this pay?")
    dialog.get_by_label("It paid").select_option(label="A new expense of a line")
    line = dialog.get_by_label("Line", exact=True)
    line.select_option(line.locator("option").filter(has_text="Presse en ligne").first.get_attribute("value"))
    well(page)
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The payment is recorded.")).to_be_visible()
    expect(row).to_have_count(0)

    # The bank's own costs are no communication.
    costs = payment(page, f"Frais {paid_to}")
    costs.get_by_role("button", name=re.compile("Say what it paid|Something else")).click()
    dialog.get_by_label("It paid").select_option(label="No expense of this budget")
    dialog.get_by_label("Why").fill("Frais de compte")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("It is set aside.")).to_be_visible()

    # The same file again changes nothing.
    page.goto(f"{BUDGET}?view=import")
    page.locator("input[type=file]").first.set_input_files(statement(paid_to, euros))
    expect(page.get_by_text("2 known already")).to_be_visible()
    expect(page.get_by_text("Nothing is counted twice").last).to_be_visible()
    well(page)

    after = digital_spent(page)
    assert before[0] != after[0] and before[1] != after[1]
    page.get_by_role("button", name="Export").click()
    choice = page.get_by_role("dialog", name=re.compile("^Export"))
    well(page)
    with page.expect_download() as coming:
        choice.get_by_role("link", name=re.compile("board")).click()
    pdf = PdfReader(BytesIO(Path(coming.value.path()).read_bytes()))
    assert len(pdf.pages) == 1
    assert "Demain" in pdf.pages[0].extract_text()
