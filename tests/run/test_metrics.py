"""/metrics tells an operator how publishing stands, tells nobody else, and says so itself when the database or the broker is away."""

from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from django_scopes import scopes_disabled
from prometheus_client.parser import text_string_to_metric_families

from accounts.channels.models import Channel
from config.metrics import gauges
from scheduler.health import services as health
from scheduler.metrics import services as sums
from scheduler.metrics.names import lateness, sample
from tests.stories.conftest import world
from tests.world import World

__all__ = ["world"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def broker_away(settings, tmp_path: Path) -> None:
    settings.REDIS_URL = f"unix://{tmp_path / 'nobody.sock'}"


def scraped(client: Client) -> dict[tuple[str, ...], float]:
    answer = client.get("/metrics", headers={"host": "localhost"})
    assert answer.status_code == 200, answer.content
    families = text_string_to_metric_families(answer.content.decode())
    return {(one.name, *sorted(one.labels.values())): one.value for family in families for one in family.samples}


def test_what_is_open_and_who_is_alive_can_be_read(client: Client) -> None:
    health.beat(parts=["dispatcher"], now=timezone.now() - timedelta(seconds=30))
    seen = scraped(client)
    assert seen["carillon_heartbeat_age_seconds", "dispatcher"] == pytest.approx(30, abs=5)
    assert seen["carillon_deliveries_open", "needs_look"] == seen["carillon_due",] == seen["carillon_held",] == 0
    assert seen["carillon_database_up",] == 1


def test_sums_and_the_histogram_add_up(client: Client) -> None:
    sums.count({sample("deliveries", network="twitter", outcome="published", policy="done"): 3})
    for late_s in (0.1, 0.2, 400):
        sums.count(dict(lateness(network="twitter", late_s=late_s)))
    seen = scraped(client)
    assert seen["carillon_deliveries_total", "done", "published", "twitter"] == 3
    assert [seen["carillon_lateness_seconds_bucket", le, "twitter"] for le in ("+Inf", "0.1", "0.25", "300.0")] == [3, 1, 2, 2]
    assert seen["carillon_lateness_seconds_sum", "twitter"] == pytest.approx(400.3)


def test_channels_are_counted_by_state(client: Client, world: World) -> None:
    world.channel("twitter")
    lost = world.channel("facebook")
    with scopes_disabled():
        Channel.objects.filter(pk=lost.pk).update(state="sign_in_lost", throttled_until=timezone.now() + timedelta(hours=1))
    seen = scraped(client)
    assert seen["carillon_channels", "facebook", "sign_in_lost"] == seen["carillon_channels", "connected", "twitter"] == 1
    assert seen["carillon_channels_throttled", "facebook"] == 1


def test_a_broker_that_is_away_is_told_and_hides_nothing_else(client: Client) -> None:
    seen = scraped(client)
    assert (seen["carillon_broker_up",], seen["carillon_due",]) == (0, 0)


def test_a_database_that_is_away_is_told(client: Client) -> None:
    with mock.patch.object(gauges, "standing", side_effect=OperationalError):
        seen = scraped(client)
    assert (seen["carillon_database_up",], seen["carillon_info", "0.1.0"]) == (0, 1)


def test_it_costs_the_same_whatever_there_is(client: Client, world: World, django_assert_max_num_queries) -> None:
    world.channel("facebook")
    with django_assert_max_num_queries(12):
        scraped(client)


def test_without_a_token_only_this_machine_may_read(client: Client) -> None:
    assert client.get("/metrics", headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7").status_code == 403


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
def test_a_proxy_on_this_machine_is_not_this_machine(client: Client, header: str) -> None:
    assert client.get("/metrics", headers={"host": "localhost", header: "127.0.0.1"}).status_code == 403


def test_behind_a_declared_proxy_nobody_reads_without_a_token(client: Client, settings) -> None:
    settings.BEHIND_PROXY = True
    assert client.get("/metrics", headers={"host": "localhost"}).status_code == 403


@pytest.mark.parametrize(("sent", "status"), [("Bearer right", 200), ("Bearer wrong", 403), ("", 403)])
def test_with_a_token_only_who_has_it_may_read(client: Client, settings, sent: str, status: int) -> None:
    settings.METRICS_TOKEN = "right"
    assert client.get("/metrics", headers={"host": "localhost", "authorization": sent}, REMOTE_ADDR="192.0.2.7").status_code == status
