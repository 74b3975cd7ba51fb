"""How a person without a mouse, or with one thumb, gets somewhere: by Tab, by the palette, by a tap on what is large enough."""

from playwright.sync_api import Locator, Page, expect

FINGER_PX = 44
# What a tap on it hits: a label with its box, a whole card with its link.
HIT = """(element) => ((element.matches('a') && element.closest('[data-key]')) || element.closest('label') || element)
  .getBoundingClientRect().toJSON()"""
HAS_FOCUS = "(element) => element === document.activeElement"


def tab_to(target: Locator, *, within: int = 40, back: bool = False) -> Locator:
    """The Tab key alone leads there, in so many presses, and what has the focus is seen to have it."""
    expect(target).to_be_visible()
    for _ in range(within):
        if target.evaluate(HAS_FOCUS):
            assert target.evaluate("(element) => element.matches(':focus-visible')"), "the focus is not to be seen"
            return target
        target.page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"{target} is not reached by {within} presses of Tab")


def press(target: Locator, key: str = "Enter", *, within: int = 40, back: bool = False) -> None:
    tab_to(target, within=within, back=back)
    target.page.keyboard.press(key)


def command(page: Page, words: str) -> None:
    """Do by the palette what is found first for these words."""
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Find or do anything").wait_for()
    page.keyboard.type(words)
    found = page.get_by_role("listbox", name="Found")
    expect(found.get_by_role("option", selected=True)).to_contain_text(words, ignore_case=True)
    page.keyboard.press("Enter")
    expect(found).to_have_count(0)


def tap(target: Locator) -> None:
    """A thumb hits it: it is large enough."""
    target.scroll_into_view_if_needed()
    box = target.evaluate(HIT)
    assert box["height"] >= FINGER_PX - 1, f"{target} is {box['height']} px high: too small for a thumb"
    target.tap()
