from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope

from campaigns.budget import services as budget
from tests.world import World

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def world(db: None, home) -> World:
    return World.make()


@pytest.fixture
def treasurer(world):
    return world.client("treasurer", world.organisation)


@pytest.fixture
def screens(world):
    with scope(organisation=world.organisation):
        first, last = date(2026, 1, 1), date(2026, 12, 31)
        period = budget.open_period(organisation=world.organisation, by=None, name="2026", starts_on=first, ends_on=last, now=NOW)
        return budget.save_line(period=period, by=None, medium="dooh", planned_cents=10_000_00, now=NOW)


@pytest.fixture
def send(treasurer):
    """send("read" or "take-in", bytes): the answer to a file."""

    def sent(act, content, *, client=treasurer, name="file.bin", **more):
        return client.post(f"/api/statements/{act}/", {"file": SimpleUploadedFile(name, content), **more}, format="multipart")

    return sent
