"""Take the pictures of the README and the guide from a fresh demo: python docs/pictures/take.py [http://localhost:8000] [name ...].

The letters come from its sandbox, at SANDBOX_PORT as for `make run`; the board's page wants pdftoppm (Debian: poppler-utils).
"""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.sync_api import APIResponse, Browser, Error, Page, ViewportSize, sync_playwright

HERE = Path(__file__).parent
LAPTOP: dict[str, Any] = {"viewport": ViewportSize(width=1440, height=900)}
PHONE: dict[str, Any] = {"viewport": ViewportSize(width=390, height=844), "has_touch": True, "is_mobile": True}
TODAY = datetime.now(ZoneInfo("Europe/Brussels")).date()
MONDAY = TODAY - timedelta(days=TODAY.weekday())
NEXT = MONDAY + timedelta(days=7)

SANDBOX = f"http://localhost:{os.environ.get('SANDBOX_PORT', '8100')}"

# Draws a scene; returns its picture where that is not what the browser shows.
Act = Callable[[Page], object]


def path(where: str) -> Act:
    return lambda page: page.goto(f"/demain-morgen/{where}")


def draft(page: Page, query: str = "") -> None:
    """A post in two languages with a picture, that waits for a decision."""
    found = page.request.get("/api/posts/?state=in_review&page_size=50").json()["results"]
    post = max(found, key=lambda each: (len(each["networks"]), len(each["languages"])))
    page.goto(f"/demain-morgen/posts/{post['id']}{query}")


def chosen(page: Page) -> None:
    """Some posts of next week, chosen together."""
    page.goto(f"/demain-morgen/calendar?view=week&date={NEXT}")
    page.locator("[data-key] a[aria-describedby]").first.wait_for()
    for card in page.locator("[data-key] a[aria-describedby]").all()[:4]:
        card.click(modifiers=["Control"])


def palette(page: Page) -> None:
    page.goto("/demain-morgen/calendar")
    page.locator("[data-key]").first.wait_for()
    page.keyboard.press("Control+K")
    page.keyboard.type("loyer", delay=40)


def keys(page: Page) -> None:
    page.goto("/demain-morgen/calendar")
    page.locator("[data-key]").first.wait_for()
    page.keyboard.press("?")


def beside(page: Page) -> None:
    draft(page)
    page.get_by_role("tab", name=re.compile("^FR")).wait_for()
    page.get_by_role("button", name="Two languages side by side").click()


def begun(page: Page) -> None:
    page.goto("/demain-morgen/posts/new")
    for channel in ("Facebook Demain · Morgen", "Instagram Demain · Morgen"):
        page.get_by_role("button", name=channel, exact=True).click()
    page.get_by_placeholder("What do you want to say?").fill("Un loyer juste, c’est possible. Voici comment. #loyersjustes")


def picture(page: Page) -> None:
    page.goto("/demain-morgen/library")
    page.get_by_role("button", name=re.compile("bouger-tram.jpg")).first.click()


def decision(page: Page) -> None:
    cards = [card for card in page.request.get("/api/decisions/").json() if card["kind"] == "post"]
    card = next((c for c in cards if any(v["pictures"] for v in c["post"]["versions"])), cards[0])
    page.goto(f"/demain-morgen/decisions?show={card['id']}")


def money(page: Page) -> None:
    card = next(card for card in page.request.get("/api/decisions/").json() if card["money"] and card["may_decide"])
    page.goto(f"/demain-morgen/decisions?show={card['id']}")


def letter(page: Page) -> None:
    """A post is submitted; the letter that asks this person about it, as a mail program shows it."""
    page.goto("/demain-morgen/today")
    browser, base = page.context.browser, "/".join(page.url.split("/")[:3])
    assert browser is not None
    planner = signed_in(browser, base, "planner", LAPTOP)
    drafts = planner.request.get("/api/posts/?state=draft&page_size=50").json()["results"]
    for draft in sorted(drafts, key=lambda each: -len(each["networks"])):
        if send(planner, f"/api/posts/{draft['id']}/submit/", {"note": "For tonight"}).ok:
            break
    planner.context.close()
    for _ in range(60):
        page.wait_for_timeout(500)
        mails = page.request.get(f"{SANDBOX}/control/mail", params={"to": "approver@demain-morgen.example"}).json()
        found = next((mail["id"] for mail in mails if "For tonight" in mail["html"]), None)
        if found:
            page.goto(f"{SANDBOX}/mail/{found}/html")
            return
    raise Error("no letter came")


def by_link(page: Page) -> None:
    letter(page)
    page.goto(page.get_by_role("link", name="Look at it and decide").first.get_attribute("href") or "")


def board(page: Page) -> bytes:
    """The page for the board, drawn as a printer would."""
    periods = page.request.get("/api/periods/").json()
    period = next(each for each in periods if each["starts_on"] <= f"{TODAY}" <= each["ends_on"])
    paper = page.request.get(f"/api/periods/{period['id']}/board.pdf?language=en").body()
    return subprocess.run(["pdftoppm", "-png", "-r", "100", "-singlefile", "-"], input=paper, capture_output=True, check=True).stdout


def gaps(page: Page) -> None:
    page.goto(f"/demain-morgen/calendar?view=week&date={MONDAY}")
    page.get_by_role("button", name=re.compile("short: show where")).first.click()


def imported(page: Page) -> None:
    rows = [
        "Datum;Uhrzeit;Kanäle;Texte FR;Texte NL",
        f"{NEXT:%d/%m/%Y};09:00;Demain · Morgen Facebook;Bonjour à toutes et à tous;Goeiemorgen allemaal",
    ]
    rows += [
        f"{NEXT + timedelta(days=day):%d/%m/%Y};12:30;Facebok;Jour {day} : un loyer juste;Dag {day}: een eerlijke huur"
        for day in range(1, 6)
    ]
    rows += ["31/02/2027;25:00;Facebook;Une date qui n’existe pas;Een datum die niet bestaat"]
    page.goto("/demain-morgen/import")
    page.locator("input[type=file]").first.set_input_files(
        {"name": "plan.csv", "mimeType": "text/csv", "buffer": "\r\n".join(rows).encode("cp1252")}
    )


SCENES: dict[str, tuple[str, dict[str, Any], Act]] = {
    "today": ("planner", LAPTOP, path("today")),
    "calendar": ("planner", LAPTOP, path("calendar")),
    "month": ("planner", LAPTOP, path("calendar?view=month")),
    "agenda-phone": ("planner", PHONE, path("calendar")),
    "many": ("planner", LAPTOP, chosen),
    "gaps": ("planner", LAPTOP, gaps),
    "palette": ("planner", LAPTOP, palette),
    "keys": ("planner", LAPTOP, keys),
    "composer": ("planner", LAPTOP, draft),
    "beside": ("planner", LAPTOP, beside),
    "composer-phone": ("planner", PHONE, begun),
    "words": ("planner", LAPTOP, path("settings/words")),
    "library": ("planner", LAPTOP, path("library")),
    "picture": ("planner", LAPTOP, picture),
    "riposte": ("planner", LAPTOP, path("riposte")),
    "objectives": ("planner", LAPTOP, path("campaigns")),
    "cadence": ("planner", LAPTOP, path("campaigns?view=cadence")),
    "import": ("planner", LAPTOP, imported),
    "elsewhere": ("admin", LAPTOP, path("channels")),
    "print": ("planner", LAPTOP, path(f"print/week?date={MONDAY}")),
    "budget": ("treasurer", LAPTOP, path("budget")),
    "share": ("treasurer", LAPTOP, path("budget?view=digital")),
    "ceilings": ("treasurer", LAPTOP, path("budget?view=ceilings")),
    "invoices": ("treasurer", LAPTOP, path("budget?view=invoices")),
    "bank": ("treasurer", LAPTOP, path("budget?view=import")),
    "board": ("treasurer", LAPTOP, board),
    "routes": ("admin", LAPTOP, path("settings/approvals")),
    "notices": ("planner", LAPTOP, path("settings/profile")),
    "decision-phone": ("approver", PHONE, decision),
    "money-phone": ("approver", PHONE, money),
    "letter-phone": ("approver", PHONE, letter),
    "by-link-phone": ("approver", PHONE, by_link),
}


def signed_in(browser: Browser, base: str, who: str, screen: dict[str, Any]) -> Page:
    context = browser.new_context(**screen, base_url=base, locale="en-GB", timezone_id="Europe/Brussels", reduced_motion="reduce")
    page = context.new_page()
    page.goto("/sign-in")
    page.locator("input[type=email]").fill(f"{who}@demain-morgen.example")
    page.locator("input[type=password]").fill("carillon-demo")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/demain-morgen"))
    send(page, "/api/me/", {"language": "en"}, method="PATCH")
    return page


def send(page: Page, url: str, data: dict[str, Any], *, method: str = "POST") -> APIResponse:
    token = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "csrftoken")
    headers = {"X-CSRFToken": token, "Origin": "/".join(page.url.split("/")[:3]), "X-Organisation": "demain-morgen"}
    return page.request.fetch(url, method=method, data=data, headers=headers)


def save(shot: bytes, name: str) -> None:
    """Few colours: a third of the bytes, and no difference to the eye."""
    picture = Image.open(io.BytesIO(shot)).convert("RGB").quantize(colors=192, dither=Image.Dither.NONE)
    picture.save(HERE / f"{name}.png", optimize=True)


def main(base: str, names: list[str]) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        people: dict[tuple[str, bool], Page] = {}
        for name, (who, screen, act) in SCENES.items():
            if names and name not in names:
                continue
            if (who, screen is PHONE) not in people:
                people[who, screen is PHONE] = signed_in(browser, base, who, screen)
            page = people[who, screen is PHONE]
            try:
                drawn = act(page)
                page.wait_for_load_state("load")
                page.wait_for_timeout(2500)  # pictures and gauges
                save(drawn if isinstance(drawn, bytes) else page.screenshot(), name)
            except Error as error:  # one that cannot be taken must not cost the others
                sys.stderr.write(f"{name}: {error.message.splitlines()[0]}\n")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000", sys.argv[2:])
