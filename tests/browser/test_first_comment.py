"""What a page says under its own post: written with it, approved with it, said right after it; and said again where it was refused."""

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from tests.browser import house, stage
from tests.browser.asking import call
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit
from tests.browser.house import House
from tests.browser.product import Product

GOING_OUT_MS = 180_000
SIGN_IN = """
from dataclasses import replace
import networks
from django.utils import timezone
from django_scopes import scope
from accounts.channels import services as channels
from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from demo.seed.sandbox import Sandbox
from networks.contract import Account
from networks.wire import oauth
asked = networks.get("facebook").scopes
granted = [one for one in asked if {may_comment} or one != "pages_manage_engagement"]
newsroom = Organisation.objects.get(slug="{slug}")
with scope(organisation=newsroom):
    page = Channel.objects.get(name="La Page")
    answer = Sandbox.of_settings()._call("grant", {{"network": "facebook", "account": page.remote_id, "scopes": granted}})
    tokens = replace(oauth.tokens(answer, scopes=asked, now=timezone.now()), scopes=tuple(asked))
    account = Account(remote_id=page.remote_id, name=page.name, handle=page.handle, tokens=tokens)
    channels.add(organisation=newsroom, network="facebook", account=account, by=None, now=timezone.now())
"""
COMMENT = "Les détails : https://www.example.org/plan #loyers"


def well(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def begun(page: Page, newsroom: House, text: str) -> str:
    """A draft in French with a picture stands, for Facebook and Instagram in a minute or two; return its id."""
    page.goto(f"/{newsroom.slug}/today")
    channels = call(page, "GET", "/api/channels/", organisation=newsroom.slug)["results"]
    places = [each["id"] for each in channels if each["name"] in ("La Page", "Les Images")]
    asset = call(page, "GET", "/api/assets/", organisation=newsroom.slug)["results"][0]["id"]
    at = (datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(seconds=105)).replace(second=0, microsecond=0)
    body: dict[str, Any] = {
        "versions": [{"language": "fr", "segments": [text], "pictures": [{"asset": asset, "alt": "Une affiche verte"}]}],
        "placements": [{"channel": place, "languages": ["fr"], "local_time": f"{at:%Y-%m-%dT%H:%M}"} for place in places],
    }
    return str(call(page, "POST", "/api/posts/", body, organisation=newsroom.slug)["id"])


def signed_in(carillon: Product, newsroom: House, *, may_comment: bool) -> None:
    """Somebody has signed La Page in, and agreed to comments or not; Carillon learns of a no when the network refuses."""
    stage.run(carillon, SIGN_IN.format(slug=newsroom.slug, may_comment=may_comment))


def test_the_comment_follows_its_post_and_is_said_again_where_it_was_refused(visit: Visit, carillon: Product, screen: str) -> None:
    newsroom = house.built(carillon, f"commentaire-{screen}")
    signed_in(carillon, newsroom, may_comment=False)
    text = f"Notre plan pour des loyers justes ({newsroom.slug})."
    page = visit(newsroom.planner)
    post = begun(page, newsroom, text)
    page.goto(f"/{newsroom.slug}/posts/{post}")
    if screen == "phone":
        page.get_by_role("button", name=re.compile("^First comment")).click()
    else:
        page.get_by_role("button", name="Add a first comment").click()
    page.get_by_label("First comment, FR").fill(COMMENT)
    expect(page.get_by_text(f"{len(COMMENT)}/300")).to_be_visible()  # Instagram's limit
    expect(page.get_by_text(re.compile(rf"^{len(COMMENT)}/8,000"))).to_be_visible()  # Facebook's
    expect(page.get_by_text("Nothing stands in its way.")).to_be_visible()
    well(page)
    if screen == "phone":
        page.get_by_role("group", name="Show").get_by_text("Preview").click()
    notes = page.get_by_role("note", name="First comment")
    expect(notes.first).to_contain_text("Les détails")
    well(page)
    page.get_by_role("button", name=re.compile("^Submit")).click()
    page.get_by_role("dialog").get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_role("button", name="Withdraw")).to_be_visible()

    approver = visit(newsroom.approver)
    approver.goto(f"/{newsroom.slug}/decisions")
    expect(approver.get_by_role("main").get_by_text(text).first).to_be_visible()
    expect(approver.get_by_text("Les détails").first).to_be_attached()  # it is part of what is approved
    well(approver)
    approver.get_by_role("button", name=re.compile("^Approve")).first.click()
    expect(approver.get_by_text(re.compile("^Approved"))).to_be_visible()

    # Facebook refuses the comment: the post stays, and its page says so in plain words.
    page.goto(f"/{newsroom.slug}/posts/{post}")
    what = page.get_by_role("listitem").filter(has_text="La Page")
    expect(what.get_by_text("The post is online; its first comment is not. The sign-in does not allow comments")).to_be_visible(
        timeout=GOING_OUT_MS
    )
    expect(what.get_by_role("link", name="Open on Facebook")).to_be_visible()
    images = page.get_by_role("listitem").filter(has_text="Les Images")
    expect(images.get_by_text("Published")).to_be_visible(timeout=GOING_OUT_MS)
    well(page)
    signed_in(carillon, newsroom, may_comment=True)
    what.get_by_role("button", name="Send the comment again").click()
    asked = page.get_by_role("alertdialog")
    expect(asked.get_by_text("The post is online already and stays as it is.")).to_be_visible()
    well(page)
    asked.get_by_role("button", name="Send now").click()
    expect(what.get_by_text("Published")).to_be_visible(timeout=GOING_OUT_MS)

    wall = visit(newsroom.planner)
    wall.goto(f"{carillon.sandbox}/")
    for column in ("Facebook", "Instagram"):  # a phone shows one at a time
        shown = wall.locator(f"section[aria-label={column}]").locator("article").filter(has_text=text)
        expect(shown).to_have_count(1)
        expect(shown.locator("[aria-label=Comments]")).to_contain_text("Les détails")
