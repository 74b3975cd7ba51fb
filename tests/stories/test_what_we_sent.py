"""The ledger of a channel: everything that was sent, by month, and as a file that no spreadsheet can be tricked with."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.people.models import User
from scheduler.delivery.models import Delivery
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver, make_due
from tests.stories.test_from_draft_to_wall import approved
from tests.world import World, draft

pytestmark = pytest.mark.django_db(transaction=True)


def sent(world: World, channel, *texts: str, **fields) -> list[Delivery]:
    for text in texts:
        make_due(approved(world, draft(channel, text=text)))
    done = [deliver(d) for d in claim_all()]
    with scopes_disabled():
        Delivery.objects.filter(pk__in=[d.pk for d in done]).update(**fields) if fields else None
    return done


def rows_of(answer) -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_each_delivery_is_there_with_what_the_network_calls_it(world: World, wall: SandboxServer):
    channel = connected(world, wall, "twitter")
    (delivery,) = sent(world, channel, "Un loyer juste.")
    seen = world.client("viewer").get(f"/api/channels/{channel.pk}/sent/").data
    (row,) = seen["results"]
    assert (row["texts"], row["remote_id"], row["permalink"], row["state"]) == (
        ["Un loyer juste."],
        delivery.remote_id,
        delivery.permalink,
        "published",
    )
    assert (row["calls"], row["cost_usd_micros"], seen["cost_usd_micros"], seen["published"]) == (1, 15_000, 15_000, 1)


def test_a_month_is_one_of_the_organisations_calendar(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    sent(world, channel, "minuit", planned_at=datetime(2026, 10, 31, 23, 30, tzinfo=UTC))  # 1 November in Brussels
    client = world.client("planner")
    url = f"/api/channels/{channel.pk}/sent/"
    assert client.get(url).data["months"] == ["2026-11"]
    assert (client.get(f"{url}?month=2026-11").data["count"], client.get(f"{url}?month=2026-10").data["count"]) == (1, 0)
    for nonsense in ("soon", "2026-13", "2026"):
        answer = client.get(f"{url}?month={nonsense}")
        assert (answer.status_code, list(answer.data["fields"])) == (400, ["month"])


def test_december_ends_with_the_year(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    sent(world, channel, "réveillon", planned_at=datetime(2026, 12, 31, 22, 59, tzinfo=UTC))
    assert world.client("planner").get(f"/api/channels/{channel.pk}/sent/?month=2026-12").data["count"] == 1


def test_what_failed_stands_there_with_its_reason(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    sent(world, channel, "un", state="failed", problem={"code": "spam-suspected", "params": {}})
    (row,) = world.client("planner").get(f"/api/channels/{channel.pk}/sent/").data["results"]
    assert row["state"] == "failed" and row["message"].startswith("The network took this for spam")


def test_pages_cost_as_many_queries_however_long_they_are(world: World, wall: SandboxServer):
    channel, client = connected(world, wall, "facebook"), world.client("planner")
    sent(world, channel, "un")
    with CaptureQueriesContext(connection) as few:
        client.get(f"/api/channels/{channel.pk}/sent/")
    sent(world, channel, *(f"texte {n}" for n in range(6)))
    with CaptureQueriesContext(connection) as many:
        assert client.get(f"/api/channels/{channel.pk}/sent/?page_size=5").data["count"] == 7
    assert len(many) == len(few)


def test_the_file_opens_in_a_spreadsheet_in_the_readers_language(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    sent(world, channel, "Un loyer juste, « 30 % » du revenu; point.")
    User.objects.filter(pk=world.viewer.pk).update(language="fr")
    answer = world.client("viewer").get(f"/api/channels/{channel.pk}/sent.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8" and answer["Content-Disposition"].startswith("attachment")
    assert answer.content.startswith("\ufeff".encode())
    headings, row = rows_of(answer)
    assert len(headings) == len(row) and row[3] == "Un loyer juste, « 30 % » du revenu; point."


@pytest.mark.parametrize("text", ["=1+1", "+32 2 123", "-5 %", "@demain", "\tx", '=HYPERLINK("http://evil.example")'])
def test_no_text_can_be_taken_for_a_formula(world: World, wall: SandboxServer, text: str):
    channel = connected(world, wall, "facebook")
    (delivery,) = sent(world, channel, "un")
    with scopes_disabled():
        Delivery.objects.filter(pk=delivery.pk).update(content={**delivery.content, "segments": [text]})
    assert rows_of(world.client("planner").get(f"/api/channels/{channel.pk}/sent.csv"))[1][3] == f"'{text}"


def test_the_file_is_of_the_month_that_was_asked_for(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    sent(world, channel, "un", planned_at=timezone.now() - timedelta(days=62))
    this = f"{timezone.now():%Y-%m}"
    assert len(rows_of(world.client("planner").get(f"/api/channels/{channel.pk}/sent.csv?month={this}"))) == 1
    assert len(rows_of(world.client("planner").get(f"/api/channels/{channel.pk}/sent.csv"))) == 2


def test_a_disconnected_channel_keeps_its_record(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    sent(world, channel, "un")
    world.client("admin").delete(f"/api/channels/{channel.pk}/")
    assert world.client("planner").get(f"/api/channels/{channel.pk}/sent/").data["count"] == 1


def test_another_organisation_does_not_read_it(world: World, wall: SandboxServer):
    channel = connected(world, wall, "facebook")
    for url in (f"/api/channels/{channel.pk}/sent/", f"/api/channels/{channel.pk}/sent.csv"):
        assert world.client("other").get(url).status_code == 404
