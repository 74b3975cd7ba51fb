"""Somebody posts by hand, in the network's own app: Carillon reads and counts it, and says where it is from; on X at a price said first."""

import re

import requests
from playwright.sync_api import Page, expect

from tests.browser import house, stage
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.product import Product

# What beat does every minute, now; the workers read, as they always do.
READ = """
from django.utils import timezone
from django_scopes import scopes_disabled
from campaigns.outside.models import OutsideReading
from scheduler.outside import tasks
with scopes_disabled():
    tasks.begin(now=timezone.now())
    OutsideReading.objects.filter(channel__organisation__slug="{slug}").update(next_at=timezone.now())
tasks.read_outside()
"""


def by_hand(carillon: Product, network: str, account: str, text: str) -> None:
    """Somebody posts with the network's own app."""
    made = requests.post(f"{carillon.sandbox}/control/posts", json={"network": network, "account": account, "text": text}, timeout=20)
    assert made.ok, made.text


def well(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def test_what_somebody_posts_by_hand_is_in_the_calendar_and_counted(visit: Visit, carillon: Product, screen: str) -> None:
    newsroom = house.built(carillon, f"dehors-{screen}")
    by_hand(carillon, "facebook", newsroom.account("La Page"), "Au marché de Saint-Gilles, venez nous voir !")
    by_hand(carillon, "instagram", newsroom.account("Les Images"), "La place est pleine.")
    stage.run(carillon, READ.format(slug=newsroom.slug))
    page = visit(newsroom.planner)
    page.goto(f"/{newsroom.slug}/calendar?view=day&date={house.today()}")
    line = page.get_by_role("button", name=re.compile("^Made outside Carillon"))
    expect(line.first).to_be_visible(timeout=60_000)
    well(page)
    line.first.click()
    sheet = page.get_by_role("dialog", name="Made outside Carillon")
    expect(sheet.get_by_text("Read from the network.")).to_be_visible()
    expect(sheet.get_by_text("Au marché de Saint-Gilles, venez nous voir !")).to_be_visible()
    see = sheet.get_by_role("link", name="See it on Facebook")
    expect(see).to_have_attribute("href", re.compile(f"^{carillon.sandbox}/facebook/"))
    well(page)
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)

    # It counts in the week, and nobody can take it for one of ours.
    page.goto(f"/{newsroom.slug}/calendar?view=week")
    strip = page.get_by_role("region", name="This week per channel")
    expect(strip.get_by_text("2 placements")).to_be_visible()
    expect(strip.get_by_label(re.compile("1 posted outside Carillon")).first).to_be_attached()
    expect(page.locator("[data-key]")).to_have_count(0)
    well(page)
    page.get_by_role("button", name=re.compile("^Filter")).click()
    filters = page.get_by_role("dialog", name="Filter")
    filters.get_by_text("Posts made elsewhere").click()
    well(page)
    filters.get_by_role("button", name="Done").click()
    expect(line).to_have_count(0)


def test_reading_x_is_asked_for_and_its_price_is_said_first(visit: Visit, carillon: Product, screen: str) -> None:
    newsroom = house.built(carillon, f"dehors-x-{screen}")
    by_hand(carillon, "twitter", newsroom.account("Le Fil"), "Écrit dans le train.")
    page = visit(newsroom.planner)
    page.goto(f"/{newsroom.slug}/channels")
    row = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Le Fil"))
    expect(row.get_by_text("not read yet")).to_be_visible()
    row.get_by_role("button", name="Read them now…").click()
    asked = page.get_by_role("alertdialog").or_(page.get_by_role("dialog", name=re.compile("^Read the newest posts")))
    expect(asked.get_by_text(re.compile(r"X bills US\$0\.\d+ for each post"))).to_be_visible()
    asked.get_by_label("How many at most").select_option("10")
    well(page)
    asked.get_by_role("button", name=re.compile(r"^Read for at most US\$0\.05")).click()
    expect(page.get_by_text(re.compile(r"^1 post read, 1 of them new here\. It cost US\$0\.01\.$"))).to_be_visible()
    expect(row.get_by_text(re.compile(r"US\$0\.01 this month"))).to_be_visible()
    well(page)
    page.goto(f"/{newsroom.slug}/calendar?view=day&date={house.today()}")
    expect(page.get_by_role("button", name=re.compile("^Made outside Carillon.*Écrit dans le train"))).to_be_visible()
