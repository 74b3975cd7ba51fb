"""Attempts to slip past approval by hand, on the screen.

They go on counting where tests/stories/test_approval_cannot_be_slipped_past.py ends:

47 approve one's own post on its card              52 say yes on a card that was open while the post changed
48 edit in the composer after the yes              53 send the page of a used link once more
49 swap a picture in the composer after the yes    54 approve one's own request for money on its card
50 move it by the calendar's menu after the yes    55 approve several, one's own among them
51 drag it in the calendar after the yes
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser import house, stage
from tests.browser.asking import call
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.house import House
from tests.browser.product import PASSWORD, Product
from tests.browser.test_composer import field
from tests.browser.test_decide_from_mail import letter
from tests.world import png

LAPTOP = pytest.mark.parametrize("screen", ["laptop"], indirect=True)
PHONE = pytest.mark.parametrize("screen", ["phone"], indirect=True)
# Somebody who both plans and decides, as in a small organisation.
BOSS = """
from allauth.account.models import EmailAddress
from django.utils import timezone
from accounts.orgs import services as orgs
from accounts.orgs.models import Organisation
from accounts.people.models import User
house = Organisation.objects.get(slug={slug!r})
boss = User.objects.create_user("boss@{slug}.example", {password!r}, name="Boss")
EmailAddress.objects.create(user=boss, email=boss.email, verified=True, primary=True)
orgs.admit(organisation=house, user=boss, roles=["planner", "approver"], by=None, now=timezone.now())
"""
MONDAY = house.today() + timedelta(days=7 - house.today().weekday(), weeks=3)


@pytest.fixture
def own(carillon: Product) -> Callable[[str], House]:
    """own("name") is a small organisation of this story's, in which its boss plans and decides."""

    def built(name: str) -> House:
        made = house.built(carillon, f"past-{name}-{uuid4().hex[:6]}")
        stage.run(carillon, BOSS.format(slug=made.slug, password=PASSWORD))
        return made

    return built


def boss(made: House) -> str:
    return f"boss@{made.slug}.example"


def written(page: Page, made: House, text: str, *, day: date = MONDAY, pictures: bool = False) -> str:
    """A post of this person waits for a yes; return its id."""
    page.goto(f"/{made.slug}/today")
    channel = next(c for c in call(page, "GET", "/api/channels/")["results"] if c["name"] == "La Page")
    version: dict[str, Any] = {"language": "fr", "segments": [text]}
    if pictures:
        version["pictures"] = [{"asset": call(page, "GET", "/api/assets/")["results"][0]["id"], "alt": "Une affiche verte"}]
    placed = {"channel": channel["id"], "languages": ["fr"], "local_time": f"{day}T10:00"}
    post = str(call(page, "POST", "/api/posts/", {"versions": [version], "placements": [placed]})["id"])
    call(page, "POST", f"/api/posts/{post}/submit/", {})
    return post


def card_of(page: Page, made: House, text: str) -> None:
    """The card of that post is on screen."""
    page.goto(f"/{made.slug}/today")
    card = next(each for each in call(page, "GET", "/api/decisions/") if text in each["title"])
    page.goto(f"/{made.slug}/decisions?show={card['id']}")
    expect(page.get_by_role("article").get_by_text(text).first).to_be_visible()


def approve(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile("^Approve"))


def approved(visit: Visit, made: House, text: str, **more: Any) -> tuple[Page, str]:
    """A post that somebody else has approved on the card. Return its author's page and its id."""
    author, approver = visit(made.planner), visit(made.approver)
    post = written(author, made, text, **more)
    card_of(approver, made, text)
    approve(approver).click()
    expect(approver.get_by_text(re.compile("^Approved. It goes out"))).to_be_visible()
    assert state(author, post) == "approved"
    return author, post


def state(page: Page, post: str) -> str:
    return str(call(page, "GET", f"/api/posts/{post}/")["state"])


def needs_approval(page: Page, post: str) -> Locator:
    """Return what its card in the calendar says of it."""
    return page.locator(f"[data-post='{post}']").get_by_text(re.compile("Needs approval", re.IGNORECASE)).first


def good(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_47_who_wrote_it_finds_no_way_to_approve_it(visit: Visit, own: Callable[[str], House], screen: str) -> None:
    made = own(f"own-{screen}")
    page = visit(boss(made))
    post = written(page, made, "Mon propre texte.")
    card_of(page, made, "Mon propre texte.")
    expect(page.get_by_text(re.compile("your own|you wrote", re.IGNORECASE)).first).to_be_visible()
    expect(approve(page)).to_have_count(0)
    page.keyboard.press("a")  # the key of a yes
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    good(page)
    assert state(page, post) == "in_review"


def test_48_an_edit_after_the_yes_takes_it_away_for_all_to_see(visit: Visit, own: Callable[[str], House], screen: str) -> None:
    made = own(f"edit-{screen}")
    page, post = approved(visit, made, "Ce qui a été vu.")
    page.goto(f"/{made.slug}/posts/{post}")
    field(page).fill("Glissé après l’accord.")
    expect(page.get_by_text(re.compile("it becomes a draft and has to be approved again"))).to_be_visible()
    good(page)
    page.get_by_role("button", name="Save my change").click()
    expect(page.get_by_text(re.compile("changed after it was submitted"))).to_be_visible()
    assert state(page, post) == "draft"
    approver = visit(made.approver)
    approver.goto(f"/{made.slug}/decisions")
    expect(approver.get_by_text(re.compile("Nothing waits", re.IGNORECASE)).first).to_be_visible()
    page.reload()
    page.get_by_role("button", name=re.compile("^Submit")).last.click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Submit")).click()
    expect(page.get_by_text("Submitted for approval")).to_be_visible()
    card_of(approver, made, "Glissé après l’accord.")
    expect(approver.get_by_role("heading", name=re.compile("^Changed since it was approved"))).to_be_visible()
    expect(approver.locator("ins").filter(has_text="Glissé")).to_be_visible()
    good(approver)


@LAPTOP
def test_49_a_swapped_picture_takes_the_yes_away(visit: Visit, own: Callable[[str], House]) -> None:
    made = own("picture")
    page, post = approved(visit, made, "Avec une image.", pictures=True)
    page.goto(f"/{made.slug}/posts/{post}")
    page.get_by_role("button", name="Picture 1: order and more").click()
    page.get_by_role("menuitem", name="Take it off this post").click()
    other: FilePayload = {"name": "autre.png", "mimeType": "image/png", "buffer": png(colour="#7F1D1D")}
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Add", exact=True).click()
    chooser.value.set_files(other)
    expect(page.get_by_text(re.compile("it becomes a draft and has to be approved again"))).to_be_visible()
    assert state(page, post) == "approved"  # nothing is saved yet: what goes out is what was approved
    page.get_by_role("button", name="Save my change").click()
    expect(page.get_by_text(re.compile("changed after it was submitted"))).to_be_visible()
    assert state(page, post) == "draft"


def test_50_a_post_moved_by_its_menu_is_asked_about_again(visit: Visit, own: Callable[[str], House], screen: str) -> None:
    made = own(f"menu-{screen}")
    page, post = approved(visit, made, "À sa place.")
    page.goto(f"/{made.slug}/calendar?view=agenda&date={MONDAY}")
    page.locator(f"[data-post='{post}']").get_by_role("button", name=re.compile("^More")).click()
    page.get_by_role("menuitem", name="Move…").click()
    dialog = page.get_by_role("dialog", name="Move")
    dialog.get_by_label("Date").fill(f"{MONDAY + timedelta(days=2)}")
    dialog.get_by_role("button", name="Move").click()
    expect(page.get_by_text(re.compile("^Moved to"))).to_be_visible()
    expect(needs_approval(page, post)).to_be_attached()
    assert state(page, post) == "in_review"
    approver = visit(made.approver)
    card_of(approver, made, "À sa place.")
    expect(approver.get_by_text(re.compile("^Time on")).first).to_be_visible()
    good(approver)


@LAPTOP
def test_51_and_so_is_one_that_was_dragged(visit: Visit, own: Callable[[str], House]) -> None:
    made = own("drag")
    page, post = approved(visit, made, "Tirée ailleurs.")
    page.goto(f"/{made.slug}/calendar?view=month&date={MONDAY}")
    card = page.locator(f"[data-post='{post}']")
    expect(card).to_be_visible()
    expect(page.locator("[aria-live='assertive']")).to_be_attached()  # the code that drags has come
    there = page.locator(f"[data-slot*='{MONDAY + timedelta(days=2)}']").first
    start, end = card.bounding_box(), there.bounding_box()
    assert start and end
    page.mouse.move(start["x"] + 20, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + 20, steps=4)
    page.mouse.move(end["x"] + 30, end["y"] + 40, steps=8)
    page.mouse.up()
    expect(page.get_by_text(re.compile("^Moved to"))).to_be_visible()
    assert state(page, post) == "in_review"
    page.goto(f"/{made.slug}/calendar?view=agenda&date={MONDAY}")
    expect(needs_approval(page, post)).to_be_attached()


def test_52_a_card_that_stood_open_while_the_post_changed_is_no_way_to_a_yes(
    visit: Visit, own: Callable[[str], House], screen: str
) -> None:
    made = own(f"tabs-{screen}")
    author, approver = visit(made.planner), visit(made.approver)
    post = written(author, made, "La première version.")
    card_of(approver, made, "La première version.")
    approver.route("**/api/live/**", lambda route: route.abort())  # the tab that heard nothing
    approver.context.set_offline(True)
    call(author, "PATCH", f"/api/posts/{post}/", {"versions": [{"language": "fr", "segments": ["La seconde, que personne n’a vue."]}]})
    call(author, "POST", f"/api/posts/{post}/submit/", {})
    approver.context.set_offline(False)
    expect(approve(approver).first).to_be_enabled()
    approve(approver).first.click()
    said = re.compile("changed since you opened it|changed or taken back meanwhile|has been decided|Approved")
    expect(approver.get_by_text(said).first).to_be_visible()
    expect(approver.get_by_text(re.compile("^Approved"))).to_have_count(0)
    assert state(author, post) == "in_review"
    good(approver)


@PHONE
def test_53_the_page_of_a_used_link_decides_nothing_any_more(visit: Visit, own: Callable[[str], House], carillon: Product) -> None:
    made = own("link")
    author, phone = visit(made.planner), visit(made.approver)
    text = f"Une fois suffit ({uuid4().hex[:6]})."
    post = written(author, made, text)
    phone.goto(letter(phone, carillon, made.approver, text))
    with phone.expect_popup() as opened:
        phone.get_by_role("link", name="Look at it and decide").first.tap()
    page = opened.value
    page.wait_for_load_state()
    with phone.expect_popup() as opened_again:
        phone.get_by_role("link", name="Look at it and decide").first.tap()
    twin = opened_again.value
    twin.wait_for_load_state()
    page.get_by_text("Ask for changes, or reject").tap()
    page.get_by_label("What should change, or why not?").fill("Non.")
    page.get_by_role("button", name="Reject", exact=True).tap()
    expect(page.get_by_role("status")).to_contain_text("You rejected this on")
    approve(twin).tap()
    expect(twin.get_by_role("alert").or_(twin.get_by_role("status")).first).to_be_visible()
    expect(approve(twin)).to_have_count(0)
    good(twin)
    assert state(author, post) == "rejected"


@LAPTOP
def test_54_who_asks_for_money_finds_no_way_to_approve_it(visit: Visit, own: Callable[[str], House]) -> None:
    made = own("money")
    admin, page = visit(made.admin), visit(boss(made))
    admin.goto(f"/{made.slug}/today")
    year = house.today().year
    period = call(admin, "POST", "/api/periods/", {"name": "Budget", "starts_on": f"{year}-01-01", "ends_on": f"{year}-12-31"})
    body = {"period": period["id"], "medium": "posters", "name": "Affiches", "planned_cents": 900_000}
    line = call(admin, "POST", "/api/lines/", body)
    page.goto(f"/{made.slug}/today")
    request = call(page, "POST", "/api/requests/", {"line": line["id"], "title": "Mille affiches", "net_cents": 10_000})
    card = next(each for each in call(page, "GET", "/api/decisions/") if each["kind"] == "money")
    page.goto(f"/{made.slug}/decisions?show={card['id']}")
    expect(page.get_by_role("heading", name="Mille affiches")).to_be_visible()
    expect(approve(page)).to_have_count(0)
    page.keyboard.press("a")
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    good(page)
    assert call(page, "GET", f"/api/requests/{request['id']}/")["state"] == "open"


def test_55_ones_own_is_not_among_several(visit: Visit, own: Callable[[str], House], screen: str) -> None:
    made = own(f"several-{screen}")
    planner, page = visit(made.planner), visit(boss(made))
    theirs = [written(planner, made, f"Des autres, {n}.", day=MONDAY + timedelta(days=n)) for n in (1, 2)]
    mine = written(page, made, "De moi-même.")
    page.goto(f"/{made.slug}/decisions")
    page.get_by_role("link", name="Select several").click()
    expect(page.get_by_text("Des autres, 1.").first).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="De moi-même.").get_by_role("checkbox")).to_have_count(0)
    page.get_by_text("All 2").click()
    good(page)
    approve(page).last.click()
    sure = page.get_by_role("alertdialog").or_(page.get_by_role("dialog")).last
    expect(sure.get_by_text("Des autres, 2.")).to_be_visible()
    expect(sure.get_by_text("De moi-même.")).to_have_count(0)
    good(page)
    sure.get_by_role("button", name=re.compile("^Approve")).click()
    expect(page.get_by_text("Approved: 2")).to_be_visible()
    assert [state(planner, post) for post in (*theirs, mine)] == ["approved", "approved", "in_review"]
