"""The doctor finds what is wrong, says what to do, and calls nothing well that is not."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from config.celery import QUEUES
from config.doctor import channels, examine, installation, outside, publishing, stores
from config.doctor.finding import Finding, Level
from scheduler.health import services as health
from scheduler.hold.models import Publishing
from tests.sandbox_server import SandboxServer, free_port
from tests.stories.conftest import sandbox, world
from tests.world import World

__all__ = ["sandbox", "world"]
pytestmark = pytest.mark.django_db
PARTS = ["dispatcher", *(f"worker.{queue}" for queue in QUEUES)]


@pytest.fixture(autouse=True)
def nothing_outside(settings: Any, home: Path) -> None:
    """Nothing of this machine is asked, unless a test says so."""
    settings.REDIS_URL = f"unix://{home / 'nobody.sock'}"
    settings.EMAIL_PORT = free_port()
    settings.SITE_URL = f"http://localhost:{free_port()}"


def found(examination: Callable[..., Iterator[Finding]], now: datetime | None = None) -> tuple[set[Level], str]:
    """Return the levels of what it found, and all it said."""
    findings = list(examination(now=now or timezone.now()))
    return {f.level for f in findings}, " ".join(f"{f.says} {f.mend}" for f in findings)


def test_a_silent_part_is_named_with_what_to_start() -> None:
    health.beat(parts=PARTS, now=timezone.now())
    assert found(publishing.parts) == ({Level.WELL}, "dispatcher and workers are alive ")
    health.beat(parts=["worker.publish"], now=timezone.now() - timedelta(minutes=10))
    levels, said = found(publishing.parts)
    assert levels == {Level.WRONG}
    assert "worker.publish for 10 minutes" in said
    assert "manage.py part publisher" in said


def test_a_hold_is_told_with_its_reason() -> None:
    Publishing.objects.update_or_create(pk=1, defaults={"held_at": timezone.now(), "reason": "a restore"})
    levels, said = found(publishing.hold)
    assert levels == {Level.NOTE}
    assert "a restore" in said
    assert "manage.py release" in said


def test_an_organisation_that_stopped_itself_is_told(world: World) -> None:
    Organisation.objects.filter(pk=world.organisation.pk).update(stopped_at=timezone.now())
    assert "Ours has stopped its own publishing" in found(publishing.hold)[1]


def test_an_empty_installation_is_on_time() -> None:
    assert found(publishing.on_time)[0] == found(publishing.waiting)[0] == found(publishing.old_locks)[0] == {Level.WELL}


def test_a_key_that_is_not_the_tokens_is_found(world: World, settings: Any) -> None:
    world.channel("facebook")
    assert found(channels.vault) == ({Level.WELL}, "the vault key opens all 1 tokens ")
    settings.VAULT_KEY = "A" * 43 + "="
    levels, said = found(channels.vault)
    assert levels == {Level.WRONG}
    assert "CARILLON_VAULT_KEY" in said


def test_lost_and_ending_sign_ins_are_told(world: World) -> None:
    lost, ending = world.channel("twitter"), world.channel("facebook")
    with scopes_disabled():
        Channel.objects.filter(pk=lost.pk).update(state="sign_in_lost", problem={"code": "sign-in-ended", "params": {}})
        Channel.objects.filter(pk=ending.pk).update(token_expires_at=timezone.now() + timedelta(days=2))
    levels, said = found(channels.sign_ins)
    assert levels == {Level.WRONG, Level.NOTE, Level.WELL}
    assert "Ours on twitter (twitter) of Ours has lost its sign-in (sign-in-ended)" in said
    assert "Ours on facebook (facebook) of Ours ends on" in said


def test_a_broker_that_is_away_is_told() -> None:
    assert found(stores.broker)[0] == {Level.WRONG}


def test_a_sign_of_life_from_the_future_is_a_wrong_clock() -> None:
    assert found(stores.clocks)[0] == {Level.WELL}
    health.beat(parts=["dispatcher"], now=timezone.now() + timedelta(minutes=3))
    levels, said = found(stores.clocks)
    assert levels == {Level.WRONG}
    assert "dispatcher come from the future" in said


def test_a_disk_that_is_full_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "LEAST_FREE", 10**18)
    assert found(installation.disk)[0] == {Level.WRONG}


def test_a_public_address_without_https_is_wrong(settings: Any) -> None:
    settings.DEMO, settings.SITE_URL = False, "http://carillon.example.org"
    levels, said = found(outside.site_url)
    assert levels == {Level.WRONG}
    assert "https://" in said


def test_an_address_where_nobody_answers_is_wrong() -> None:
    assert found(outside.site_url)[0] == {Level.WRONG}


def test_the_mail_server_is_asked_without_sending(settings: Any, sandbox: SandboxServer) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert found(outside.mail)[0] == {Level.WRONG}
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", sandbox.smtp_port
    assert found(outside.mail)[0] == {Level.WELL}
    assert sandbox.mail() == []


def test_networks_are_reached_and_know_our_application(settings: Any, sandbox: SandboxServer) -> None:
    known = {slug: replace(site, base_url=sandbox.url(slug)) for slug, site in settings.NETWORK_SITES.items()}
    settings.NETWORK_SITES = known
    assert found(outside.the_networks)[0] == {Level.WELL}
    settings.NETWORK_SITES = {slug: replace(site, app_secret="another") for slug, site in known.items()}
    levels, said = found(outside.the_networks)
    assert (levels, said.count("does not know our application")) == ({Level.WRONG}, 3)


def test_a_network_that_cannot_be_reached_is_told(settings: Any) -> None:
    gone = f"http://localhost:{free_port()}"
    settings.NETWORK_SITES = {slug: replace(site, base_url=f"{gone}/{slug}") for slug, site in settings.NETWORK_SITES.items()}
    levels, said = found(outside.the_networks)
    assert (levels, said.count("no connection")) == ({Level.WRONG}, 3)


def test_a_network_without_an_application_is_only_noted(settings: Any) -> None:
    settings.NETWORK_SITES = {slug: replace(site, app_id="") for slug, site in settings.NETWORK_SITES.items()}
    assert found(outside.the_networks)[0] == {Level.NOTE}


def test_without_a_database_the_rest_is_looked_at_all_the_same(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    def away() -> None:
        raise OperationalError("connection refused")

    settings.NETWORK_SITES = {}
    monkeypatch.setattr(connection, "ensure_connection", away)
    said = dict(examine.everything(now=timezone.now()))
    assert said["database"].says.startswith("Not looked at without it: clocks, parts")
    assert {"broker", "mail", "disk"} <= set(said)


def test_a_defect_in_one_examination_stops_no_other(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    def broken(*, now: datetime) -> Iterator[Finding]:
        yield Finding(Level.WELL, str(1 / (now - now).seconds))

    settings.NETWORK_SITES = {}
    monkeypatch.setitem(examine.BY_ITSELF, "disk", broken)
    said = dict(examine.everything(now=timezone.now()))
    assert said["disk"].level is Level.WRONG
    assert said["time zones"].level is Level.WELL


def test_for_machines_it_is_one_object_and_an_exit_code(capsys: pytest.CaptureFixture[str], settings: Any) -> None:
    settings.NETWORK_SITES = {}
    with pytest.raises(SystemExit) as end:
        call_command("doctor", "--json")
    answer = json.loads(capsys.readouterr().out)
    assert (end.value.code, answer["well"]) == (1, False)
    assert {"about", "level", "says", "mend"} == set(answer["findings"][0])


def test_people_read_what_is_wrong_and_what_to_do(capsys: pytest.CaptureFixture[str], settings: Any) -> None:
    settings.NETWORK_SITES = {}
    with pytest.raises(SystemExit):
        call_command("doctor")
    said = capsys.readouterr().out
    assert "WRONG  parts" in said
    assert "→ Start it" in said
    assert "things are wrong." in said
