"""Take the pictures of the README from a running demo: python docs/pictures/take.py [http://localhost:8000]."""

import re
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
LAPTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def signed_in(browser: Browser, base: str, email: str, viewport: dict[str, int]) -> Page:
    page = browser.new_context(viewport=viewport, base_url=base, locale="en-GB", timezone_id="Europe/Brussels").new_page()  # type: ignore[arg-type]
    page.goto("/sign-in")
    page.locator("input[type=email]").fill(email)
    page.locator("input[type=password]").fill("carillon-demo")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/demain-morgen"))
    token = next(c["value"] for c in page.context.cookies() if c["name"] == "csrftoken")
    page.request.patch("/api/me/", data={"language": "en"}, headers={"X-CSRFToken": token, "Origin": base})
    return page


def take(page: Page, path: str, name: str) -> None:
    page.goto(path)
    page.wait_for_load_state("load")
    page.wait_for_timeout(2500)  # pictures and gauges
    page.screenshot(path=HERE / f"{name}.png")


def main(base: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        planner = signed_in(browser, base, "yasmine@demain-morgen.example", LAPTOP)
        take(planner, "/demain-morgen/today", "today")
        take(planner, "/demain-morgen/calendar", "calendar")
        drafts = planner.request.get("/api/posts/?state=in_review&page_size=50").json()["results"]
        draft = next((p for p in drafts if len(p["networks"]) > 1), drafts[0])
        take(planner, f"/demain-morgen/posts/{draft['id']}", "composer")
        take(planner, "/demain-morgen/budget", "budget")
        phone = signed_in(browser, base, "approver@demain-morgen.example", PHONE)
        cards = [c for c in phone.request.get("/api/decisions/").json() if c["kind"] == "post"]
        card = next((c for c in cards if any(v["pictures"] for v in c["post"]["versions"])), cards[0])
        take(phone, f"/demain-morgen/decisions?show={card['id']}", "decision-phone")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
