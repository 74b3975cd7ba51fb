"""Exports and feeds: what leaves Carillon, and for whom."""

import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone
from icalendar import Calendar
from openpyxl import load_workbook
from rest_framework.test import APIClient

from tests.world import World, draft, local

SPAN = {"from": "2031-10-20T00:00:00Z", "to": "2031-11-30T00:00:00Z"}


@pytest.fixture
def world(db, home):
    cache.clear()
    return World.make()


def write(world, text="Un loyer juste", when="2031-11-24T09:00", network="facebook", who="author"):
    channel = world.channel(network)
    return world.client(who).post("/api/posts/", draft(channel, text=text, when=when), format="json").data


def lines(answer):
    return answer.content.decode("utf-8-sig").splitlines()


def test_csv_holds_what_the_calendar_shows(world):
    write(world, "=cmd|’/c calc’!A1")
    answer = world.client("viewer").get("/api/calendar/export.csv", SPAN, headers={"Accept-Language": "fr"})
    assert (
        answer["Content-Type"] == "text/csv; charset=utf-8" and 'filename="ours-2031-10-20-2031-11-30.csv"' in answer["Content-Disposition"]
    )
    head, row = lines(answer)
    assert head.startswith("Date;Heure;Canal;Réseau;Campagne") and "Texte FR" in head
    assert row.startswith("2031-11-24;09:00;Ours on facebook;Facebook") and "'=cmd" in row


def test_filters_and_separator(world):
    write(world)
    write(world, "Autre", network="instagram")
    client = world.client("viewer")
    instagram = world.channel("instagram")
    answer = client.get("/api/calendar/export.csv", SPAN | {"channel": str(instagram.pk), "separator": "comma"})
    assert len(lines(answer)) == 2 and "Ours on instagram," in lines(answer)[1]
    assert len(lines(client.get("/api/calendar/export.csv", SPAN | {"campaign": "none", "language": "nl"}))) == 1
    assert len(lines(client.get("/api/calendar/export.csv", SPAN | {"campaign": "none", "language": "fr,nl"}))) == 3
    for wrong in ({"channel": "x"}, {"separator": "x"}, {"from": "x"}):
        assert client.get("/api/calendar/export.csv", SPAN | wrong).status_code == 400


def test_xlsx_has_real_dates(world):
    write(world)
    page = load_workbook(io.BytesIO(world.client("viewer").get("/api/calendar/export.xlsx", SPAN).content)).active
    assert page["A2"].is_date and page["B2"].is_date and page.freeze_panes == "A2" and page.auto_filter.ref


def made(world, **more):
    return world.client("planner").post("/api/feeds/", {"name": "Team", "with_drafts": True} | more, format="json").data


def path(feed):
    return "/" + feed["address"].split("/", 3)[3]


def fetch(feed, **headers):
    return APIClient().get(path(feed), headers=headers)


def soon(days):
    return local(timezone.now() + timedelta(days=days))[:11] + "09:00"


def test_a_feed_is_read_by_whoever_has_its_address(world):
    post = write(world, "Rendez-vous\nplace communale", when=soon(20))
    answer = fetch(made(world))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Facebook · Rendez-vous" and str(event["STATUS"]) == "TENTATIVE"
    assert str(event["URL"]).endswith(f"/ours/posts/{post['id']}") and "draft" in str(event["DESCRIPTION"])
    assert "place communale" not in answer.content.decode()


def test_drafts_and_texts_only_when_chosen(world):
    write(world, "Rendez-vous\nplace communale", when=soon(20))
    assert not Calendar.from_ical(fetch(made(world, with_drafts=False)).content).walk("VEVENT")
    assert "place communale" in fetch(made(world, with_texts=True)).content.decode().replace("\r\n ", "")


def test_nine_oclock_stays_nine_oclock_over_the_change_of_time(world):
    for days in (5, 150, 250):
        write(world, f"{days}", when=soon(days))
    events: list[Any] = Calendar.from_ical(fetch(made(world)).content).walk("VEVENT")
    assert [local(event["DTSTART"].dt)[11:] for event in events] == ["09:00"] * 3
    assert len({event["DTSTART"].dt.hour for event in events}) == 2


def test_the_same_content_is_not_sent_twice(world):
    write(world, when=soon(20))
    feed = made(world)
    tag = fetch(feed)["ETag"]
    assert fetch(feed, If_None_Match=tag).status_code == 304
    write(world, "Un autre", when=soon(21), network="instagram")
    assert fetch(feed, If_None_Match=tag).status_code == 200


def test_renewed_and_revoked_addresses_lead_nowhere(world):
    planner, feed = world.client("planner"), made(world)
    assert fetch(feed).status_code == 200
    assert planner.get("/api/feeds/").data["results"][0]["fetched_at"]
    assert "address" not in planner.get("/api/feeds/").data["results"][0]
    other = planner.post(f"/api/feeds/{feed['feed']['id']}/renew/").data
    assert (fetch(feed).status_code, fetch(other).status_code) == (404, 200)
    assert planner.delete(f"/api/feeds/{feed['feed']['id']}/").status_code == 204
    assert fetch(other).status_code == 404 == APIClient().get("/feeds/x.ics").status_code


def test_a_feed_shows_its_own_organisation_and_its_own_filters(world):
    write(world, when=soon(20))
    theirs = world.client("other").post("/api/feeds/", {"name": "Theirs", "with_drafts": True}, format="json").data
    assert not Calendar.from_ical(fetch(theirs).content).walk("VEVENT")
    instagram = world.channel("instagram")
    assert not Calendar.from_ical(fetch(made(world, choice={"channel": [str(instagram.pk)]})).content).walk("VEVENT")


def test_who_asks_too_often_waits(world):
    assert [APIClient().get("/feeds/x.ics").status_code for _ in range(61)][-1] == 429


@pytest.mark.parametrize("who", ["author", "approver", "viewer"])
def test_feeds_are_for_those_who_plan(world, who):
    assert world.client(who).get("/api/feeds/").status_code == 403
    assert world.client(who).post("/api/feeds/", {"name": "x"}, format="json").status_code == 403


@pytest.mark.parametrize(
    "body", [{}, {"name": ""}, {"name": "x" * 81}, {"name": "x", "choice": {"channel": ["x"]}}, {"name": "x", "choice": 3}]
)
def test_feeds_that_make_no_sense(world, body):
    assert world.client("planner").post("/api/feeds/", body, format="json").status_code == 400
