"""A browser on the whole product, started once for all stories. Each story is told on a phone and on a laptop.

`page` is nobody's; `visit("planner")` is a page of that person of the demo's first organisation. Whatever a page complains of
(a script's error, something the content policy refused, a server's 5xx) fails the story.
"""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.product import Product
from tests.sandbox_server import ROOT

SCREENS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "laptop": {"viewport": {"width": 1440, "height": 900}},
}
DOMAIN = "demain-morgen.example"
expect.set_options(timeout=15_000)
Visit = Callable[[str], Page]


@pytest.fixture(scope="session")
def carillon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    if not shutil.which("chromium"):
        pytest.skip("no chromium on this machine")
    if not (ROOT / "frontend" / "dist" / "index.html").is_file():
        pytest.skip("the web app is not built: make build")
    product = Product.start(tmp_path_factory.mktemp("carillon") / "home")
    yield product
    product.stop()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": shutil.which("chromium"), "args": ["--no-sandbox"]}


@pytest.fixture(params=list(SCREENS))
def screen(request: pytest.FixtureRequest) -> str:
    """The kind of screen. A story for one kind alone: `@pytest.mark.parametrize("screen", ["phone"], indirect=True)`."""
    return str(request.param)


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any], screen: str, carillon: Product) -> dict[str, Any]:
    return {
        **browser_context_args,
        **SCREENS[screen],
        "base_url": carillon.url,
        "locale": "en-GB",
        "timezone_id": "Europe/Brussels",
        "reduced_motion": "reduce",
        "service_workers": "block",  # a story that needs it makes a context of its own
    }


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What pages complained of meanwhile; a story that expects a complaint removes it."""
    heard: list[str] = []
    yield heard
    assert not heard, "\n".join(heard)


@pytest.fixture
def context(new_context: Any, complaints: list[str]) -> BrowserContext:
    return _listened(new_context(), complaints)


@pytest.fixture
def visit(new_context: Any, carillon: Product, complaints: list[str]) -> Visit:
    """visit("admin") is a new page of that person, signed in; "admin@toit-solidaire.example" is somebody of the other organisation."""

    def page_of(who: str) -> Page:
        state = carillon.signed_in(who if "@" in who else f"{who}@{DOMAIN}")
        return _listened(new_context(storage_state=state), complaints).new_page()

    return page_of


def _listened(context: BrowserContext, complaints: list[str]) -> BrowserContext:
    context.set_default_timeout(15_000)
    context.on("weberror", lambda error: complaints.append(f"script: {error.error}"))
    context.on("response", lambda answer: complaints.append(f"{answer.status} {answer.url}") if answer.status >= 500 else None)
    context.on("console", lambda message: complaints.append(message.text) if "Content Security Policy" in message.text else None)
    return context


def read_again(page: Page) -> None:
    """Reload it, once a window closed before has taken its own entry out of the history: a step back under way cancels a reload."""
    page.wait_for_function("() => history.state?.entry === undefined")
    page.reload()
