"""The news breaks: a link shared from the phone, an agreed answer, a yes of whoever is on call, live in both languages."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from tests.browser.asking import call
from tests.browser.axe import assert_accessible, assert_no_sideways_scroll
from tests.browser.conftest import Visit

ORGANISATION = "/demain-morgen"


def local(at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo('Europe/Brussels')):%Y-%m-%dT%H:%M}"


def good(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page)


def shared(page: Page, headline: str) -> None:
    """A link comes from the phone's share sheet, and an agreed answer is chosen."""
    page.goto(f"/share?title={headline}&text=https%3A%2F%2Fnews.example.org%2F{headline.lower()}")
    expect(page.get_by_label("Headline")).to_have_value(headline)
    good(page)
    page.get_by_role("button", name=re.compile("un toit n’est pas un placement")).click()
    expect(page.get_by_role("heading", name=headline)).to_be_visible()


def post_by(page: Page, text: str, *, minutes: int, channel: str) -> None:
    """A post is planned in so many minutes, by the page's own person."""
    body = {
        "versions": [{"language": "fr", "segments": [text]}],
        "placements": [{"channel": channel, "languages": ["fr"], "local_time": local(datetime.now(UTC) + timedelta(minutes=minutes))}],
    }
    call(page, "POST", "/api/posts/", body)


def test_from_a_shared_link_to_live_in_french_and_dutch(visit: Visit, screen: str) -> None:
    author, approver = visit("author"), visit("approver")
    shared(author, f"Loyers-{screen}")
    good(author)
    french = author.get_by_label("French", exact=True)
    expect(french).to_have_value(re.compile(f"« Loyers-{screen} »"))
    french.fill(f"« Loyers-{screen} » Un toit n’est pas un placement.")
    expect(author.get_by_text("Saved")).to_be_visible()
    author.get_by_role("button", name=re.compile("^Ask ")).click()
    expect(author.get_by_text(re.compile("^Waiting for Lieve Hendrickx"))).to_be_visible()
    expect(author.locator("main :focus")).to_contain_text("Waiting for Lieve Hendrickx")
    good(author)

    approver.goto(f"{ORGANISATION}/decisions")
    expect(approver.get_by_text(re.compile(r"^Riposte, \d+ min")).first).to_be_visible()
    expect(approver.get_by_text(re.compile("With your yes it goes out at once"))).to_be_visible()
    good(approver)
    approver.get_by_role("button", name=re.compile("^Approve")).first.click()
    sure = approver.get_by_role("dialog").get_by_role("button", name=re.compile("^Approve"))
    if sure.is_visible():
        sure.click()

    expect(author.get_by_text(re.compile(r"minutes? from the news to live"))).to_be_visible(timeout=60_000)
    expect(author.get_by_role("link", name=re.compile("^Look at it")).first).to_be_visible()
    good(author)
    author.goto(f"{ORGANISATION}/riposte")
    expect(author.get_by_role("link", name=re.compile(f"Loyers-{screen}"))).to_be_visible()
    expect(author.get_by_text("News to live, median")).to_be_visible()
    good(author)


def test_what_is_in_the_way_moves_and_comes_back(visit: Visit, screen: str) -> None:
    planner = visit("planner")
    planner.goto(f"{ORGANISATION}/riposte")
    channels = planner.request.get("/api/channels/").json()["results"]
    x = next(c["id"] for c in channels if c["network"] == "twitter" and c["languages"] == ["fr"])
    post_by(planner, f"Sur le chemin {screen}", minutes=25, channel=x)
    shared(planner, f"Bus-{screen}")
    row = planner.get_by_role("listitem").filter(has_text=f"Sur le chemin {screen}")
    row.get_by_role("button", name=re.compile("^Move")).click()
    planner.get_by_role("menuitem", name="One hour later").click()
    expect(row.get_by_text(re.compile("^Moved from"))).to_be_visible()
    good(planner)
    row.get_by_role("button", name=re.compile("^Put back")).click()
    expect(row.get_by_text(re.compile("minutes after"))).to_be_visible()
    planner.get_by_role("button", name="Call it off").click()
    expect(planner.get_by_role("button", name="Take it up again")).to_be_visible()


def test_planners_set_who_is_on_call(visit: Visit) -> None:
    planner = visit("planner")
    planner.goto(f"{ORGANISATION}/riposte")
    planner.get_by_role("button", name="Set the rota").click()
    dialog = planner.get_by_role("dialog", name="Who is on call")
    expect(dialog.get_by_text("Lieve Hendrickx").first).to_be_visible()
    good(planner)
    before = dialog.get_by_role("button", name=re.compile("^Take .* off$")).count()
    dialog.get_by_role("button", name="Put on call").click()
    expect(dialog.get_by_role("button", name=re.compile("^Take .* off$"))).to_have_count(before + 1)
    dialog.get_by_role("button", name=re.compile("^Take .* off$")).last.click()
    expect(dialog.get_by_role("button", name=re.compile("^Take .* off$"))).to_have_count(before)


def way(page: Page, screen: str, name: str) -> Locator:
    """Return one of the ways to begin: a sheet's button on a phone, an item of a menu on a laptop."""
    starts = re.compile(f"^{name}")
    return page.get_by_role("button", name=starts) if screen == "phone" else page.get_by_role("menuitem", name=starts)


def test_from_new_one_begins_a_riposte_on_fewer_channels_or_a_post_from_a_template(visit: Visit, screen: str) -> None:
    planner = visit("planner")
    planner.goto(f"{ORGANISATION}/calendar")
    new = planner.get_by_role("button", name="New" if screen == "phone" else "Other ways to begin", exact=True)
    new.click()
    way(planner, screen, "New post from a template").click()
    window = planner.get_by_role("dialog", name="New post from a template")
    window.get_by_placeholder("Name or words of it").fill("réunion")
    good(planner)
    window.get_by_role("link", name=re.compile("Réunion de section")).click()
    expect(planner).to_have_url(re.compile("template="))

    planner.goto(f"{ORGANISATION}/calendar")
    new.click()
    way(planner, screen, "Start a riposte").click()
    planner.get_by_label("Headline").fill(f"Rails {screen}")
    channels = planner.get_by_role("list", name="Channels")
    channels.get_by_role("button", name=re.compile("Morgen NL")).click()
    expect(planner.get_by_text("Exactly these channels")).to_be_visible()
    good(planner)
    planner.get_by_role("button", name="Start with the headline alone").click()
    expect(planner.get_by_role("heading", name=f"Rails {screen}")).to_be_visible()
    expect(planner.get_by_text("Demain · Morgen FR").first).to_be_visible()
    expect(planner.get_by_text("Demain · Morgen NL")).to_have_count(0)


def test_a_whole_message_in_the_field_of_the_link_gives_its_link(visit: Visit) -> None:
    """Keyboards of phones put in what was copied without pasting it."""
    planner = visit("planner")
    planner.goto(f"{ORGANISATION}/riposte")
    link = planner.get_by_label("Link to the news")
    link.fill("Regardez https://news.example.org/loyers, vite !")
    planner.get_by_label("Headline").focus()
    expect(link).to_have_value("https://news.example.org/loyers")
    expect(planner.get_by_text("This is no address of a page.")).to_have_count(0)
