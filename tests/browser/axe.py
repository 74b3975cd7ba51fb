"""axe-core on the page as it stands: WCAG 2.2, level A and AA."""

from functools import cache

from playwright.sync_api import Page

from tests.sandbox_server import ROOT

SOURCE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What fades in has its final colours only at the end.
AT_REST = """() => Promise.all(document.getAnimations()
  .filter((one) => one.effect?.getTiming().iterations !== Infinity).map((one) => one.finished.catch(() => {})))"""
RUN = """async (tags) => (await axe.run(document, { runOnly: tags })).violations.map(({ id, help, nodes }) =>
  `${id}: ${help}\\n` + nodes.slice(0, 3).map(({ html, failureSummary }) => `  ${html}\\n  ${failureSummary}`).join("\\n"))"""


@cache
def _source() -> str:
    return SOURCE.read_text(encoding="utf-8")


def assert_accessible(page: Page) -> None:
    """axe finds nothing to complain of."""
    page.evaluate(AT_REST)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())  # by the debugger, so that the page keeps its content policy
    found = page.evaluate(RUN, TAGS)
    assert not found, f"{page.url}\n" + "\n".join(found)


def assert_no_sideways_scroll(page: Page) -> None:
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0, f"{page.url} scrolls sideways"
