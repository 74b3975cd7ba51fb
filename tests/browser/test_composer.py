"""Writing a post: in two languages, with a colleague, without a connection; its history and its notes."""

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.asking import call
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit

FR, NL = "Un loyer juste, c’est possible.", "Een eerlijke huur is mogelijk."
laptop = pytest.mark.parametrize("screen", ["laptop"], indirect=True)
phone = pytest.mark.parametrize("screen", ["phone"], indirect=True)


def begun(
    page: Page,
    *,
    channel: str = "facebook",
    languages: tuple[str, ...] = ("fr", "nl"),
    versions: list[dict[str, Any]] | None = None,
    **more: Any,
) -> str:
    """A draft of this person stands; return its id."""
    page.goto("/demain-morgen/today")
    channels = page.request.get("/api/channels/").json()["results"]
    place = next(one for one in channels if one["network"] == channel)
    at = datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(days=40, minutes=hash((page.url, str(more))) % 600)
    body = {
        "versions": versions or [{"language": "fr", "segments": [FR]}, {"language": "nl", "segments": [NL], "source": "fr"}],
        "placements": [{"channel": place["id"], "languages": list(languages), "local_time": f"{at:%Y-%m-%dT%H:%M}"}],
        **more,
    }
    return str(call(page, "POST", "/api/posts/", body)["id"])


def opened(page: Page, post: str) -> None:
    page.goto(f"/demain-morgen/posts/{post}")
    expect(page.get_by_role("tab", name=re.compile("^FR"))).to_be_visible()


def field(page: Page) -> Locator:
    return page.locator("#composer-segment-0")


def saved(page: Page) -> None:
    expect(page.get_by_text(re.compile(r"^Saved \d"))).to_be_visible()


def in_front(page: Page, screen: str, what: str) -> None:
    """On a phone one thing is in front; on a laptop the notes or the preview are beside the writing."""
    where = page.get_by_role("group", name="Show") if screen == "phone" else page.get_by_role("group", name="Beside it")
    where.get_by_text(re.compile(f"^{what}")).click()


def said(page: Page, post: str, language: str) -> list[str]:
    versions = page.request.get(f"/api/posts/{post}/").json()["versions"]
    return next(list(one["segments"]) for one in versions if one["language"] == language)


def test_a_changed_source_marks_its_translation_until_it_is_looked_at(visit: Visit, screen: str) -> None:
    page = visit("admin")
    post = begun(page)
    opened(page, post)
    field(page).fill("Un loyer juste, c’est possible dès demain.")
    saved(page)
    tab = page.get_by_role("tab", name=re.compile("^NL"))
    expect(tab).to_contain_text("out of date")
    tab.click()
    expect(page.get_by_text("has changed since this was translated")).to_be_visible()
    expect(page.locator("ins").filter(has_text="dès demain")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name="Still right", exact=True).click()
    expect(tab).not_to_contain_text("out of date")
    saved(page)
    assert page.request.get(f"/api/posts/{post}/").json()["out_of_date"] == []


@laptop
def test_two_languages_stand_side_by_side(visit: Visit) -> None:
    page = visit("admin")
    opened(page, begun(page))
    page.get_by_role("tab", name=re.compile("^NL")).click()
    page.get_by_role("button", name="Two languages side by side").click()
    expect(page.locator("#composer-beside-0")).to_have_value(FR)
    expect(field(page)).to_have_value(NL)
    assert_accessible(page)
    page.get_by_role("button", name="One language").click()
    expect(page.locator("#composer-beside-0")).to_have_count(0)


def test_a_long_text_becomes_a_thread_that_was_seen_before(visit: Visit, screen: str) -> None:
    page = visit("admin")
    long = " ".join(f"Phrase numéro {n}, avec M. Dupont et un peu de texte autour." for n in range(9))
    post = begun(page, channel="twitter", languages=("fr",), versions=[{"language": "fr", "segments": [long]}])
    opened(page, post)
    page.get_by_role("button", name="Split in a thread").click()
    dialog = page.get_by_role("dialog", name="Split in a thread")
    dialog.get_by_text("Number the parts (1/5)").click()
    expect(dialog.get_by_role("listitem").first).to_contain_text("1/")
    assert_accessible(page)
    dialog.get_by_role("button", name="Split", exact=True).click()
    expect(page.locator("#composer-segment-1")).to_be_visible()
    saved(page)
    parts = said(page, post, "fr")
    assert len(parts) > 1 and all(part.endswith(f"{n}/{len(parts)}") for n, part in enumerate(parts, 1))
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#composer-segment-1")).to_have_count(0)


def test_an_earlier_version_comes_back_and_can_be_undone(visit: Visit, screen: str) -> None:
    page, planner = visit("admin"), visit("planner")
    post = begun(page)
    planner.goto("/demain-morgen/today")
    call(planner, "PATCH", f"/api/posts/{post}/", {"versions": [{"language": "fr", "segments": ["Tout autre chose."]}]})
    opened(page, post)
    expect(field(page)).to_have_value("Tout autre chose.")
    page.get_by_role("button", name="History").click()
    dialog = page.get_by_role("dialog", name="History")
    versions = dialog.get_by_role("list", name="Versions, newest first").get_by_role("button")
    expect(versions).to_have_count(2)
    expect(dialog.locator("del").first).to_be_visible()
    versions.last.click()
    assert_accessible(page)
    assert_no_sideways_scroll(page)
    dialog.get_by_role("button", name="Bring this version back").click()
    expect(field(page)).to_have_value(FR)
    page.get_by_role("button", name="Undo").click()
    expect(field(page)).to_have_value("Tout autre chose.")


def test_a_post_that_waits_is_deleted_and_comes_back_waiting(visit: Visit, screen: str) -> None:
    page = visit("planner")
    post = begun(page, languages=("fr",), versions=[{"language": "fr", "segments": [f"Supprimé puis revenu, sur {screen}."]}])
    call(page, "POST", f"/api/posts/{post}/submit/", {})
    opened(page, post)
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("menuitem", name="Delete").click()
    expect(page).to_have_url(re.compile("/posts$"))
    page.get_by_role("button", name="Undo").click()
    expect(page).to_have_url(re.compile(f"/posts/{post}$"))
    assert call(page, "GET", f"/api/posts/{post}/")["state"] == "in_review"


def test_a_note_names_a_colleague_who_answers_at_once(visit: Visit, screen: str) -> None:
    page, planner = visit("admin"), visit("planner")
    post = begun(page)
    opened(page, post)
    in_front(page, screen, "Notes")
    note = page.get_by_role("combobox", name="New note")
    note.press_sequentially("On relit ? @jef")
    page.get_by_role("option", name="Jef Moerman").click()
    expect(note).to_have_value("On relit ? @Jef Moerman ")
    assert_accessible(page)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("list", name="Notes", exact=True).get_by_text("@Jef Moerman")).to_be_visible()
    notices = planner.request.get("/api/notices/").json()["results"]
    told = next(one["path"] for one in notices if f"/posts/{post}?notes=" in one["path"])
    planner.goto(f"/demain-morgen/posts/{post}?{told.partition('?')[2]}")
    planner.get_by_role("combobox", name=re.compile("^(New note|Nieuwe notitie)$")).fill("Ja!")
    planner.keyboard.press("Control+Enter")
    expect(page.get_by_text("Ja!")).to_be_visible()  # it came by itself
    page.get_by_role("button", name="Done").first.click()
    expect(page.get_by_role("button", name=re.compile("^Show 1 that is done"))).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_two_people_write_at_once_and_nothing_is_lost(visit: Visit, screen: str) -> None:
    ana, jef = visit("admin"), visit("planner")
    post = begun(ana)
    opened(ana, post)
    opened(jef, post)
    expect(ana.get_by_text("Jef Moerman has this open")).to_be_attached()
    # What each changes elsewhere is put together by itself.
    ana.context.set_offline(True)
    field(ana).fill("Le texte d’Ana.")
    jef.goto("about:blank")
    jef.goto("/demain-morgen/today")
    call(jef, "PATCH", f"/api/posts/{post}/", {"title": "Le titre de Jef"})
    ana.context.set_offline(False)
    expect(ana.get_by_text("both changes are in")).to_be_visible()
    saved(ana)
    whole = ana.request.get(f"/api/posts/{post}/").json()
    assert (whole["title"], said(ana, post, "fr")) == ("Le titre de Jef", ["Le texte d’Ana."])
    # Where both changed the same, a person chooses.
    ana.context.set_offline(True)
    field(ana).fill("Le texte d’Ana, encore.")
    call(jef, "PATCH", f"/api/posts/{post}/", {"versions": [{"language": "fr", "segments": ["Le texte de Jef."]}]})
    ana.context.set_offline(False)
    dialog = ana.get_by_role("alertdialog")
    expect(dialog.locator("ins").filter(has_text="Jef")).to_be_visible()
    assert_accessible(ana)
    assert_no_sideways_scroll(ana)
    dialog.get_by_role("group", name=re.compile("Text, French")).get_by_text("Theirs").click()
    dialog.get_by_role("button", name="Put together as chosen").click()
    expect(field(ana)).to_have_value("Le texte de Jef.")
    ana.get_by_role("button", name="Undo").click()
    expect(field(ana)).to_have_value("Le texte d’Ana, encore.")


def test_without_a_connection_the_writing_goes_on_and_is_saved_later(visit: Visit, screen: str) -> None:
    page = visit("admin")
    post = begun(page)
    opened(page, post)
    page.context.set_offline(True)
    field(page).fill("Écrit dans le train.")
    expect(page.get_by_text("No connection. Go on writing")).to_be_visible()
    assert_no_sideways_scroll(page)
    field(page).fill("Écrit dans le train, jusqu’au bout.")
    page.context.set_offline(False)
    saved(page)
    assert said(page, post, "fr") == ["Écrit dans le train, jusqu’au bout."]


def test_what_can_be_mended_is_mended_by_one_press(visit: Visit, screen: str) -> None:
    page = visit("admin")
    long = " ".join(f"Phrase numéro {n} de ce texte qui est bien trop long pour X." for n in range(9))
    post = begun(page, channel="twitter", languages=("fr",), versions=[{"language": "fr", "segments": [long]}])
    opened(page, post)
    page.get_by_role("button", name=re.compile(r"^Split\s?: ")).click()
    expect(page.get_by_role("button", name=re.compile(r"^Split\s?: "))).to_have_count(0)
    page.get_by_role("tab", name=re.compile("^X Demain")).click()  # only X has less room: its text departs from the others'
    expect(page.locator("#composer-segment-1")).to_be_visible()
    saved(page)
    assert_accessible(page)
    problems = page.request.get(f"/api/posts/{post}/").json()["problems"]
    assert "text-too-long" not in {one["code"] for one in problems}


@phone
def test_what_is_saved_the_first_time_behind_an_open_window_keeps_its_way_back(visit: Visit) -> None:
    page = visit("author")
    page.goto("/demain-morgen/today")
    page.goto("/demain-morgen/posts/new")
    field(page).fill(FR)
    page.get_by_role("button", name=re.compile("^Emoji")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert page.evaluate("history.state.entry"), "the window has its own entry, on top of the screen's"
    expect(page).to_have_url(re.compile("/posts/[0-9a-f]{8}-"))
    page.evaluate("history.back()")
    expect(dialog).to_have_count(0)
    expect(page).to_have_url(re.compile("/posts/[0-9a-f]{8}-"))
    expect(field(page)).to_have_value(FR)
    page.evaluate("history.back()")
    expect(page).to_have_url(re.compile("/today$"))  # and not at an empty post


def test_who_only_looks_on_is_not_said_to_write(visit: Visit, screen: str) -> None:
    ana, jef = visit("admin"), visit("planner")
    post = begun(ana)
    opened(ana, post)
    opened(jef, post)
    expect(ana.get_by_text("Jef Moerman has this open")).to_be_attached()
    field(ana).fill("Ce qu’Ana écrit arrive chez Jef.")
    expect(field(jef)).to_have_value("Ce qu’Ana écrit arrive chez Jef.")
    expect(jef.get_by_text("Claire Vandamme is writing here")).to_be_attached()
    ana.wait_for_timeout(2_000)  # long enough for a false word to arrive
    expect(ana.get_by_text("Jef Moerman has this open")).to_be_attached()
