from datetime import UTC, date, datetime

import pytest
from django_scopes import scope

from campaigns.budget import services as budget
from tests.world import World

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def world(db: None, home) -> World:
    return World.make()


@pytest.fixture
def period(world):
    with scope(organisation=world.organisation):
        return budget.open_period(
            organisation=world.organisation,
            by=world.treasurer,
            name="2026",
            starts_on=date(2026, 1, 1),
            ends_on=date(2026, 12, 31),
            now=NOW,
        )


@pytest.fixture
def line(world, period):
    """line("posters", 1_000_00) is a planned line of the period."""

    def planned(medium: str = "press_online", planned_cents: int = 10_000_00, **more):
        with scope(organisation=world.organisation):
            return budget.save_line(period=period, by=world.treasurer, medium=medium, planned_cents=planned_cents, now=NOW, **more)

    return planned


@pytest.fixture
def treasurer(world):
    return world.client("treasurer", world.organisation)
