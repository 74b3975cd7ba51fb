"""Programmers read the API's description in the browser, under the same content policy as everything else."""

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("screen", ["laptop"], indirect=True)
def test_the_description_is_there(page: Page) -> None:
    page.goto("/api/docs/")
    expect(page.get_by_text("/api/about/", exact=True).first).to_be_visible()  # what is further down is drawn when one scrolls there
