"""The demo is filled whole or not at all, and never into a Carillon for real work."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django_scopes import scopes_disabled

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from accounts.people.models import User
from bootstrap.say import Trouble
from demo.seed.fill import fill
from demo.seed.sandbox import Sandbox
from tests.sandbox_server import SandboxServer, free_port

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.fixture
def sandbox(home: Path, settings: Any) -> Iterator[SandboxServer]:
    server = SandboxServer.start(home / "sandbox")
    settings.NETWORK_SITES = {slug: replace(site, base_url=server.url(slug)) for slug, site in settings.NETWORK_SITES.items()}
    yield server
    server.stop()


def nothing_is_there(home: Path) -> bool:
    with scopes_disabled():
        rows = Organisation.objects.exists() or User.objects.exists() or Channel.objects.exists()
    return not rows and not [path for path in (home / "media").rglob("*") if path.is_file()]


def test_it_refuses_outside_the_demo(home: Path, settings: Any):
    settings.DEMO = False
    with pytest.raises(Trouble, match="CARILLON_DEMO=1"):
        fill(now=NOW)
    assert nothing_is_there(home)


def test_without_the_sandbox_it_says_so_and_ends_with_1(home: Path, settings: Any, capsys: pytest.CaptureFixture[str]):
    base = f"http://localhost:{free_port()}"
    settings.NETWORK_SITES = {slug: replace(site, base_url=f"{base}/{slug}") for slug, site in settings.NETWORK_SITES.items()}
    with pytest.raises(SystemExit) as end:
        call_command("seed_demo")
    assert end.value.code == 1
    assert f"The sandbox does not answer at {base}" in capsys.readouterr().err
    assert nothing_is_there(home)


def test_a_sandbox_that_goes_away_halfway_leaves_nothing(home: Path, sandbox: SandboxServer, monkeypatch: pytest.MonkeyPatch):
    put, done = Sandbox.post, []

    def until_the_third(self: Sandbox, **wanted: Any) -> tuple[str, str]:
        done.append(wanted)
        if len(done) == 3:
            sandbox.kill()
        return put(self, **wanted)

    monkeypatch.setattr(Sandbox, "post", until_the_third)
    with pytest.raises(Trouble, match="does not answer"):
        fill(now=NOW)
    assert len(done) >= 3
    assert nothing_is_there(home)


def test_a_real_network_is_left_alone(home: Path, settings: Any, capsys: pytest.CaptureFixture[str]):
    settings.NETWORK_SITES = {**settings.NETWORK_SITES, "twitter": replace(settings.NETWORK_SITES["twitter"], base_url="")}
    assert fill(now=NOW) is False
    assert "not filled" in capsys.readouterr().out
    assert nothing_is_there(home)
