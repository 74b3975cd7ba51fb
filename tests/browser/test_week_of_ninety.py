"""A week of ninety posts in two languages on six channels is planned, moved, translated, checked and handed in: once without a
mouse, once with one thumb. Nobody types ninety posts: they come from a spreadsheet, from one message made into several, and from
a copy of the first half of the week."""

import csv
import io
import re
from datetime import timedelta

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser import house
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.hands import command, press, tab_to, tap
from tests.browser.house import CHANNELS, House
from tests.browser.product import Product

LAPTOP = pytest.mark.parametrize("screen", ["laptop"], indirect=True)
PHONE = pytest.mark.parametrize("screen", ["phone"], indirect=True)
MONDAY = house.today() + timedelta(days=7 - house.today().weekday(), weeks=9)
HALF = 45  # of ninety; the other half is the same again, three days later
TYPED, MULTIPLIED = 1, 3
LONG = " ".join(f"Phrase {number} d’un texte qui ne tient pas dans un seul message." for number in range(9))
FR, NL = "Un toit pour chacune, c’est possible.", "Een dak voor iedereen, dat kan."
FR_NEW = "Un toit pour chacune, c’est possible dès demain."
FIRST = "Point 0 de la semaine"


def spreadsheet() -> FilePayload:
    """Monday to Wednesday, the evenings free; one row is too long for X."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";")
    rows.writerow(["Date", "Heure", "Canal", "Texte FR", "Texte NL", "Image"])
    names = list(CHANNELS)
    for number in range(HALF - TYPED - MULTIPLIED):
        name = names[number % len(names)]
        network, languages = CHANNELS[name]
        fr = f"Point {number} de la semaine, à lire et à partager." if "fr" in languages else ""
        nl = f"Punt {number} van de week, om te lezen en te delen." if "nl" in languages else ""
        if number == names.index("Le Fil"):
            fr = LONG
        day, minutes = MONDAY + timedelta(days=number % 3), 8 * 60 + (number // 3) * 35
        at = f"{minutes // 60:02}:{minutes % 60:02}"
        rows.writerow([f"{day:%d.%m.%Y}", at, name, fr, nl, "affiche.png" if network == "instagram" else ""])
    return {"name": "semaine.csv", "mimeType": "text/csv", "buffer": out.getvalue().encode()}


def calendar(slug: str, view: str) -> str:
    return f"/{slug}/calendar?view={view}&date={MONDAY}"


def posts_of(page: Page) -> list[dict[str, str]]:
    """Return what the calendar holds for that week."""
    span: dict[str, str | float | bool] = {"from": f"{MONDAY}T00:00:00Z", "to": f"{MONDAY + timedelta(days=7)}T00:00:00Z"}
    slug = page.url.split("/")[3]
    organisation = next(o["id"] for o in page.request.get("/api/me/").json()["organisations"] if o["slug"] == slug)
    found: list[dict[str, str]] = page.request.get("/api/calendar/", params=span, headers={"X-Organisation": organisation}).json()
    return found


def handed_in(visit: Visit, house_: House) -> None:
    """Who decides finds all ninety."""
    approver = visit(house_.approver)
    approver.goto(f"/{house_.slug}/decisions")
    expect(approver.get_by_role("link", name=re.compile(r"Decisions.*90")).first).to_be_visible()
    expect(approver.get_by_role("main").get_by_text(re.compile("affiche|Point|Punt|toit|dak")).first).to_be_visible()
    assert_accessible(approver)
    assert_no_sideways_scroll(approver)


def all_waiting(page: Page) -> None:
    placed = posts_of(page)
    assert len({each["post"] for each in placed}) == 2 * HALF
    assert {each["state"] for each in placed} == {"in_review"}
    assert {each["network"] for each in placed} == {"facebook", "instagram", "twitter"}
    assert len({each["channel"] for each in placed}) == len(CHANNELS)


def card(page: Page, words: str) -> Locator:
    return page.locator("[data-key]").get_by_role("link", name=re.compile(f"^{re.escape(words)}"))


@LAPTOP
def test_ninety_posts_without_leaving_the_keyboard(visit: Visit, carillon: Product) -> None:
    newsroom = house.built(carillon, "semaine-au-clavier")
    page = visit(newsroom.planner)
    page.goto(f"/{newsroom.slug}/today")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    keys = page.keyboard

    command(page, "Import posts")
    expect(page.get_by_role("heading", name="Import posts", level=1)).to_be_focused()  # read aloud, and where Tab goes on
    with page.expect_file_chooser() as chooser:
        press(page.get_by_role("button", name="Choose a file"))
    chooser.value.set_files(spreadsheet())
    expect(page.get_by_text(f"{HALF - TYPED - MULTIPLIED} rows are ready.")).to_be_visible()
    assert_accessible(page)
    command(page, "Import as drafts")
    press(page.get_by_role("link", name="See them in the calendar"))
    expect(page).to_have_url(re.compile(f"date={MONDAY}"))

    # One message is written where there is room, in two languages.
    free = page.get_by_role("link", name=re.compile("^New post: Wednesday.*evening"))
    press(free, within=150)
    press(page.get_by_role("button", name="La Page"), "Space")
    tab_to(page.locator("#composer-segment-0"))
    keys.type(FR)
    dutch = page.get_by_role("tab", name=re.compile("^NL"))
    expect(dutch).to_contain_text("missing")
    tab_to(page.get_by_role("tab", name=re.compile("^FR")), back=True)
    keys.press("ArrowRight")
    tab_to(page.locator("#composer-segment-0"))
    keys.type(NL)
    expect(dutch).not_to_contain_text("missing")
    expect(page.get_by_text("Nothing stands in its way.")).to_be_visible()
    # The source changes: its translation is said to be out of date, and is looked at.
    tab_to(page.get_by_role("tab", name=re.compile("^NL")), back=True)
    keys.press("ArrowLeft")
    tab_to(page.locator("#composer-segment-0"))
    keys.press("Control+a")
    keys.type(FR_NEW)
    expect(dutch).to_contain_text("out of date")
    tab_to(page.get_by_role("tab", name=re.compile("^FR")), back=True)
    keys.press("ArrowRight")
    expect(page.locator("ins").filter(has_text="dès demain")).to_be_visible()
    assert_accessible(page)
    press(page.get_by_role("button", name="Still right", exact=True).first)
    expect(dutch).not_to_contain_text("out of date")
    keys.press("Control+s")
    expect(page.get_by_text(re.compile(r"^Saved \d"))).to_be_visible()

    # It becomes three more.
    command(page, "One message into several")
    several = page.get_by_role("dialog", name="One message into several")
    for name in ("De Pagina", "Le Fil", "De Draad"):
        press(several.get_by_role("checkbox", name=name).first, "Space")
    make = several.get_by_role("button", name=f"Make {MULTIPLIED} drafts")
    expect(make).to_be_enabled()
    assert_accessible(page)
    press(make, back=True)
    expect(several).to_have_count(0)

    # What stands in the way is found by its words, and mended.
    command(page, LONG[:30])
    expect(page.get_by_text("1 thing before this can go out")).to_be_visible()
    command(page, "Fix all that can be")
    expect(page.get_by_text("1 thing before this can go out")).to_have_count(0)
    keys.press("Control+s")
    expect(page.get_by_text(re.compile(r"^Saved \d"))).to_be_visible()

    # Back in the week: a card is picked up and put down, and every step is read aloud.
    page.goto(calendar(newsroom.slug, "week"))
    expect(page.locator("[data-key]").first).to_be_visible()
    live = page.locator("[aria-live='assertive']")
    expect(live).to_be_attached()
    tab_to(card(page, FIRST), within=150)
    keys.press("Space")
    expect(live).to_contain_text("Picked up")
    keys.press("ArrowDown")
    expect(live).to_contain_text("Monday")
    keys.press("Space")
    expect(live).to_contain_text("Dropped")
    expect(page.get_by_text(re.compile("^Moved to"))).to_be_visible()
    expect(card(page, FIRST)).to_be_focused()
    assert_accessible(page)

    # Some are shifted together; then the half week is copied.
    keys.press("x")
    keys.press("Shift+ArrowDown")
    bar = page.get_by_role("toolbar", name="What to do with the selected posts")
    expect(bar.get_by_role("status")).to_contain_text("2 selected")
    command(page, "Shift the selected posts")
    shift = page.get_by_role("dialog", name="Shift")
    press(shift.get_by_role("button", name="Hours: one more"))
    assert_accessible(page)
    press(shift.get_by_role("button", name="Shift 2 posts"), back=True)
    expect(page.get_by_text(re.compile("^2 posts moved"))).to_be_visible()
    expect(bar).to_have_count(0)
    expect(page.locator("[data-key] a:focus")).to_have_count(1)  # not at the top of the page again

    keys.press("x")
    keys.press("a")
    expect(bar.get_by_role("status")).to_contain_text(f"{HALF} selected")
    command(page, "Duplicate the selected posts")
    copy = page.get_by_role("dialog", name="Duplicate")
    tab_to(copy.get_by_role("radio", name="Weeks later"))
    keys.press("ArrowRight")
    tab_to(copy.get_by_role("spinbutton", name="Days"))
    keys.press("Control+a")
    keys.type("3")
    assert_accessible(page)
    keys.press("Enter")
    expect(page.get_by_text(re.compile(f"^{HALF} (posts|drafts|copies)"))).to_be_visible(timeout=60_000)
    expect(bar).to_have_count(0)

    # The whole week is handed in at once.
    keys.press("x")
    keys.press("a")
    expect(bar.get_by_role("status")).to_contain_text("90 selected")
    assert_accessible(page)
    command(page, "Submit the selected posts")
    expect(page.get_by_text(re.compile("^90 posts"))).to_be_visible(timeout=60_000)
    expect(page.get_by_role("dialog")).to_have_count(0)  # none stayed as it was
    all_waiting(page)
    handed_in(visit, newsroom)


@PHONE
def test_ninety_posts_with_one_thumb(visit: Visit, carillon: Product) -> None:
    newsroom = house.built(carillon, "semaine-au-pouce")
    page = visit(newsroom.planner)
    page.goto(calendar(newsroom.slug, "agenda"))

    tap(page.get_by_role("button", name="More for the calendar"))
    tap(page.get_by_role("menuitem", name="Import posts"))
    with page.expect_file_chooser() as chooser:
        tap(page.get_by_role("button", name="Choose a file"))
    chooser.value.set_files(spreadsheet())
    expect(page.get_by_text(f"{HALF - TYPED - MULTIPLIED} rows are ready.")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    tap(page.get_by_role("button", name="Import as drafts"))
    tap(page.get_by_role("link", name="See them in the calendar"))
    expect(page).to_have_url(re.compile(f"date={MONDAY}"))

    # One message is written on Wednesday evening, in two languages.
    page.goto(f"/{newsroom.slug}/posts/new?at={MONDAY + timedelta(days=2)}T19:00")
    tap(page.get_by_role("button", name="La Page"))
    words = page.locator("#composer-segment-0")
    tap(words)
    page.keyboard.type(FR)
    dutch, french = (page.get_by_role("tab", name=re.compile(f"^{language}")) for language in ("NL", "FR"))
    expect(dutch).to_contain_text("missing")
    tap(dutch)
    tap(words)
    page.keyboard.type(NL)
    expect(dutch).not_to_contain_text("missing")
    tap(french)
    words.fill(FR_NEW)
    expect(dutch).to_contain_text("out of date")
    tap(dutch)
    expect(page.locator("ins").filter(has_text="dès demain")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    tap(page.get_by_role("button", name="Still right", exact=True).first)
    expect(dutch).not_to_contain_text("out of date")
    expect(page.get_by_text(re.compile(r"^Saved \d"))).to_be_visible()
    tap(page.locator("footer").get_by_role("button", name="More", exact=True))
    tap(page.get_by_role("menuitem", name="One message into several"))
    several = page.get_by_role("dialog", name="One message into several")
    for name in ("De Pagina", "Le Fil", "De Draad"):
        tap(several.get_by_role("checkbox", name=name).first)
    make = several.get_by_role("button", name=f"Make {MULTIPLIED} drafts")
    expect(make).to_be_enabled()
    assert_accessible(page)
    tap(make)
    expect(several).to_have_count(0)

    # In the week: what stands in the way of one is mended, another is moved, the half week is copied and handed in.
    page.goto(calendar(newsroom.slug, "week"))
    tap(card(page, LONG[:30]))
    tap(page.get_by_role("button", name=re.compile(r"^Split\s?: ")))
    expect(page.get_by_text("1 thing before this can go out")).to_have_count(0)
    expect(page.get_by_text(re.compile(r"^Saved \d"))).to_be_visible()
    page.go_back()
    first = page.locator("[data-key]").filter(has=page.get_by_role("link", name=re.compile(f"^{FIRST}")))
    tap(first.get_by_role("button", name=re.compile("^More")))
    tap(page.get_by_role("menuitem", name="Move…"))
    move = page.get_by_role("dialog", name="Move")
    move.get_by_label("Date").fill(f"{MONDAY + timedelta(days=1)}")
    assert_accessible(page)
    tap(move.get_by_role("button", name="Move"))
    expect(page.get_by_text(re.compile("^Moved to Tue"))).to_be_visible()
    bar = selecting(page, HALF)
    tap(bar.get_by_role("button", name="Duplicate"))
    copy = page.get_by_role("dialog", name="Duplicate")
    tap(copy.get_by_text("Days later"))
    for _ in range(2):
        tap(copy.get_by_role("button", name="Days: one more"))
    assert_accessible(page)
    tap(copy.get_by_role("button", name=f"Duplicate {HALF} posts"))
    expect(page.get_by_text(f"{HALF} posts duplicated")).to_be_visible(timeout=60_000)
    bar = selecting(page, 2 * HALF)
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    tap(bar.get_by_role("button", name="Submit"))
    expect(page.get_by_text("90 posts submitted")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("dialog")).to_have_count(0)
    all_waiting(page)
    handed_in(visit, newsroom)


def selecting(page: Page, many: int) -> Locator:
    """Return the bar, with the whole week chosen."""
    tap(page.get_by_role("button", name="More for the calendar"))
    tap(page.get_by_role("menuitem", name="Select posts"))
    bar = page.get_by_role("toolbar", name="What to do with the selected posts")
    tap(bar.get_by_role("button", name=f"All {many} shown"))
    expect(bar.get_by_role("status")).to_contain_text(f"{many} selected")
    return bar
