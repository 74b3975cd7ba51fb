"""Pictures from the first file to the post: brought in, put in order, framed, described, and kept while somebody needs them."""

import io
import re
from pathlib import Path
from typing import Any
from uuid import uuid4

from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit, read_again
from tests.browser.test_composer import begun, in_front, opened, saved

LIBRARY = "/demain-morgen/library"
POSTER = "loyer-affiche.jpg"


def well(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def library(visit: Visit, path: str = "") -> Page:
    page = visit("planner")
    page.goto(LIBRARY + path)
    expect(page.get_by_role("heading", name="Library")).to_be_visible()
    return page


def picture(name: str) -> FilePayload:
    """A picture that nobody has brought in before."""
    out = io.BytesIO()
    Image.effect_noise((320, 240), 90).convert("RGB").save(out, "PNG")
    return {"name": name, "mimeType": "image/png", "buffer": out.getvalue() + uuid4().bytes}


def tile(page: Page, name: str) -> Locator:
    return page.get_by_role("list", name="Pictures").get_by_role("button", name=re.compile(re.escape(name)))


def known(page: Page, name: str) -> dict[str, Any]:
    found: dict[str, Any] = page.request.get("/api/assets/", params={"q": name}).json()["results"][0]
    return found


def drafted(page: Page, *, alt: str, title: str = "") -> str:
    """A draft in one language shows the poster with these words; return its id."""
    page.goto(LIBRARY)
    uses = [{"asset": known(page, POSTER)["id"], "alt": alt}]
    version = {"language": "fr", "segments": ["Avec une image."], "pictures": uses}
    return begun(page, languages=("fr",), versions=[version], title=title)


def test_several_files_come_in_and_each_says_how_it_went(visit: Visit) -> None:
    page = library(visit)
    name = f"marche-{uuid4().hex[:8]}"
    first = picture(f"{name}.png")
    broken: FilePayload = {"name": "brochure.jpg", "mimeType": "image/jpeg", "buffer": b"no picture at all"}
    chooser = page.locator("input[type=file]")
    chooser.set_input_files([first, broken])
    expect(tile(page, f"{name}.png")).to_be_visible()
    uploads = page.get_by_role("list", name="Uploads")
    expect(uploads.get_by_role("alert")).to_contain_text(re.compile("picture", re.IGNORECASE))
    expect(uploads.get_by_role("button", name="Try again")).to_be_visible()
    well(page)
    uploads.get_by_role("button", name="Leave out brochure.jpg").click()
    expect(uploads).to_have_count(0)
    again: FilePayload = {"name": "the same again.png", "mimeType": first["mimeType"], "buffer": first["buffer"]}
    chooser.set_input_files([again])
    expect(page.get_by_text(f"“{name}.png” was there already")).to_be_visible()
    expect(tile(page, "the same again.png")).to_have_count(0)


def test_a_picture_goes_into_a_folder_and_is_found_by_its_tag(visit: Visit) -> None:
    page = library(visit)
    name, tag = f"Affiches {uuid4().hex[:6]}", f"affiche-{uuid4().hex[:6]}"
    page.get_by_role("button", name="New folder").click()
    asked = page.get_by_role("dialog", name="New folder")
    asked.get_by_label("Name").fill(name)
    well(page)
    asked.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name=f"{name} · 0")).to_be_visible()
    page.get_by_role("button", name="Choose several").click()
    tile(page, "comites-stand.jpg").click()
    tile(page, "comites-balade.jpg").click()
    chosen = page.get_by_role("region", name="Chosen pictures")
    well(page)
    chosen.get_by_role("button", name="Move").click()
    page.get_by_role("dialog").get_by_label("In the folder").select_option(label=name)
    page.get_by_role("button", name="Apply").click()
    page.get_by_role("button", name=f"{name} · 2").click()
    tile(page, "comites-stand.jpg").click()
    sheet = page.get_by_role("dialog", name="comites-stand.jpg")
    sheet.get_by_label("Tags, with commas between them").fill(tag)
    well(page)
    sheet.get_by_role("button", name="Save place and rights").click()
    expect(page.get_by_text("Saved")).to_be_visible()
    sheet.get_by_role("button", name="Close").click()
    page.get_by_role("combobox", name="Tag", exact=True).select_option(label=f"{tag} (1)")
    expect(page.get_by_role("list", name="Pictures").get_by_role("listitem")).to_have_count(1)


def test_arrow_keys_lead_from_picture_to_picture(visit: Visit) -> None:
    page = library(visit, "?order=name")
    tile(page, "bouger-arret.jpg").click()
    expect(page.get_by_role("dialog", name="bouger-arret.jpg")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("dialog", name="bouger-carte.jpg")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("dialog", name="bouger-arret.jpg")).to_be_visible()


def test_rights_that_end_are_seen(visit: Visit) -> None:
    page = library(visit)
    page.get_by_label("Which pictures").select_option(label="Rights end soon")
    expect(page.get_by_role("list", name="Pictures").get_by_text("Rights end soon")).to_be_visible()
    well(page)


def test_a_crop_changes_what_the_preview_shows(visit: Visit, screen: str) -> None:
    page = visit("planner")
    opened(page, drafted(page, alt="Une affiche avec quatre maisons et un texte."))
    if screen == "phone":
        in_front(page, screen, "Media")
    page.get_by_role("button", name="Picture 1: order and more").click()
    page.get_by_role("menuitem", name="Crop and focus").click()
    dialog = page.get_by_role("dialog", name="Crop and focus")
    dialog.get_by_text("1:1 Square").click()
    dialog.get_by_role("button", name="Crop like this").click()
    part = dialog.get_by_role("button", name=re.compile("^Part that is shown"))
    part.press("+")
    part.press("ArrowDown")
    well(page)
    dialog.get_by_role("button", name="Use in this post").click()
    saved(page)
    in_front(page, screen, "Preview")
    expect(page.locator("article img[src*='part='], figure img[src*='part='], [class*=preview] img[src*='part=']").first).to_be_visible()


def test_a_picture_without_words_blocks_until_somebody_writes_them(visit: Visit, screen: str) -> None:
    page = visit("planner")
    post = drafted(page, alt="")
    opened(page, post)
    missing = page.get_by_text("Picture 1 has no description").first
    blocking = page.get_by_text(re.compile(r"before this can go out"))
    expect(blocking).to_be_visible()
    assert any(one["code"] == "alt-text-missing" and one["blocks"] for one in page.request.get(f"/api/posts/{post}/").json()["problems"])
    if screen == "phone":
        in_front(page, screen, "Media")
    page.locator("#composer-alt").fill("Affiche : quatre maisons bruxelloises et les mots « Un loyer juste ».")
    saved(page)
    expect(missing).to_have_count(0)
    assert all(one["code"] != "alt-text-missing" for one in page.request.get(f"/api/posts/{post}/").json()["problems"])


def test_a_picture_that_a_post_needs_stays_and_names_the_post(visit: Visit) -> None:
    page = visit("planner")
    drafted(page, alt="Une affiche.", title="Affiche de samedi")
    page.goto(f"{LIBRARY}?q={POSTER}")
    tile(page, POSTER).click()
    sheet = page.get_by_role("dialog", name=POSTER)
    sheet.get_by_role("button", name="Delete picture").click()
    expect(sheet.get_by_role("alert")).to_contain_text("Affiche de samedi")
    well(page)


def let_go(page: Page, folder: Path) -> None:
    """A folder of the computer is dragged onto the page and let go there."""
    session = page.context.new_cdp_session(page)
    size = page.viewport_size
    assert size
    data = {"items": [], "files": [str(folder)], "dragOperationsMask": 1}
    for act in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": act, "x": size["width"] / 2, "y": size["height"] / 2, "data": data})


def test_a_folder_comes_in_whole_and_goes_on_after_a_reload(visit: Visit, tmp_path: Path) -> None:
    page = library(visit)
    folder = tmp_path / f"Fête {uuid4().hex[:6]}"
    (folder / "dedans").mkdir(parents=True)
    for name in ("un.png", "dedans/deux.png"):
        (folder / name).write_bytes(picture(name)["buffer"])
    (folder / "notes.docx").write_text("Liste des courses")
    expect(page.get_by_role("list", name="Pictures").get_by_role("listitem").first).to_be_visible()  # the page listens
    let_go(page, folder)
    dialog = page.get_by_role("dialog", name=re.compile("^Add the folder"))
    expect(dialog.get_by_label("Folder in the library")).to_have_value(folder.name)
    expect(dialog.get_by_text("notes.docx")).to_be_visible()
    well(page)
    page.route("**/api/uploads/**", lambda route: route.abort())  # the line is down
    dialog.get_by_role("button", name="Add 2 pictures").click()
    expect(page.get_by_role("list", name="Uploads").get_by_text("un.png")).to_be_visible()
    page.wait_for_function("() => JSON.parse(localStorage.getItem('carillon.uploads') ?? '[]').filter((n) => n.hasFile).length === 2")
    page.unroute("**/api/uploads/**")
    read_again(page)  # nobody chooses a file again
    expect(page.get_by_role("button", name=re.compile(f"{re.escape(folder.name)}.*2"))).to_be_visible(timeout=60_000)
    expect(page.get_by_role("list", name="Uploads")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('carillon.uploads')") is None
    well(page)
