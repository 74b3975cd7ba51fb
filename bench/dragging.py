"""How fluid the calendar is in a real browser: 500 posts in a week out of 200 000 placements, dragged and scrolled."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

from bench import network as networks
from bench.calendar import Web
from bench.installation import HOST, installed
from bench.machine import ROOT
from bench.postgres import NotHere
from bench.report import Figure, within

ROUNDS, GOAL_MS = 2, 100
# What keeps the browser from answering, and how long each picture stands. In the page: only the browser knows.
WATCH = """() => {
  const seen = { tasks: [], frames: [], on: true, last: performance.now() };
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask" });
  const next = (now) => { seen.frames.push(now - seen.last); seen.last = now; if (seen.on) requestAnimationFrame(next); };
  requestAnimationFrame((now) => { seen.last = now; requestAnimationFrame(next); });
  window.seen = seen;
}"""
SEEN = """() => new Promise((done) => setTimeout(() => { window.seen.on = false; done(window.seen); }, 200))"""


@dataclass(frozen=True)
class Watched:
    """Of one thing done: its longest task and the number of those over 50 ms, and the frames it was drawn in. Milliseconds."""

    longest_ms: float
    long_tasks: int
    frames: int
    slowest_frame_ms: float


def dragging() -> list[Figure]:
    """No task of the browser takes longer than 100 ms while a card is dragged across a week of 500 posts, or such a week is scrolled."""
    chromium = shutil.which("chromium")
    if not chromium or not (ROOT / "frontend" / "dist" / "index.html").is_file():
        raise NotHere("it wants chromium, and the web app built: make build")
    with networks.running() as network, installed(network, database="postgresql") as installation:
        staged = json.loads(installation.python("-m", "bench.stage_dragging"))
        web = Web.start(installation, token=staged["token"])
        port = web.url.rpartition(":")[2]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", f"--host-resolver-rules=MAP {HOST} 127.0.0.1"]
            )
            page = browser.new_page(
                viewport={"width": 1440, "height": 900},
                extra_http_headers={"Authorization": f"Bearer {staged['token']}"},
                service_workers="block",
            )
            place = f"http://{HOST}:{port}/{staged['slug']}/calendar?date={staged['monday']}"
            found = {name: best(page, f"{place}&{query}", act) for name, (query, act) in WAYS.items()}
            browser.close()
    note = f"{staged['posts']} posts in the week"
    return [figure for name, watched in found.items() for figure in figures(name, watched, note=note, about=installation.about)]


def best(page: Page, url: str, act: Callable[[Page], None]) -> Watched:
    """Return the quietest round: what else the machine does is not the calendar's."""
    return min((watched(page, url, act) for _ in range(ROUNDS)), key=lambda one: one.longest_ms)


def watched(page: Page, url: str, act: Callable[[Page], None]) -> Watched:
    page.goto(url)
    page.locator("[data-key]").first.wait_for(timeout=60_000)
    page.wait_for_timeout(2_500)  # what is loaded when the cards stand: the code that drags, the next page
    page.evaluate(WATCH)
    act(page)
    seen = page.evaluate(SEEN)
    tasks, frames = seen["tasks"], seen["frames"]
    return Watched(longest_ms=max(tasks, default=0.0), long_tasks=len(tasks), frames=len(frames), slowest_frame_ms=max(frames, default=0.0))


def drag(page: Page) -> None:
    """The first card goes across all days and parts of the week and is put down in the last."""
    card = page.locator("[data-key]").first.bounding_box()
    slots = [slot.bounding_box() for slot in page.locator("[data-slot]").all()]
    assert card and slots
    page.mouse.move(card["x"] + 40, card["y"] + 10)
    page.mouse.down()
    for slot in slots:
        if slot and slot["y"] + 20 < 900:
            page.mouse.move(slot["x"] + slot["width"] / 2, slot["y"] + 20, steps=3)
    page.mouse.up()


def scroll(page: Page) -> None:
    page.mouse.move(700, 500)
    for _ in range(60):
        page.mouse.wheel(0, 240)
        page.wait_for_timeout(30)


WAYS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "drag-week": ("view=week", drag),
    "drag-whole-week": ("view=week&cards=whole", drag),
    "drag-month": ("view=month", drag),
    "scroll-week": ("view=week&cards=whole", scroll),
    "scroll-day": ("view=day", scroll),
    "scroll-agenda": ("view=agenda", scroll),
}


def figures(name: str, seen: Watched, *, note: str, about: str) -> list[Figure]:
    told = f"{note}; {seen.long_tasks} tasks over 50 ms, {seen.frames} frames, the slowest {seen.slowest_frame_ms:.0f} ms"
    return [within(f"{name}-longest-task", seen.longest_ms, goal=GOAL_MS, unit="ms", note=told, database=about)]
