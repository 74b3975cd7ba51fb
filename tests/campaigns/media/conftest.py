from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope

from campaigns.media import services as media
from tests.world import World

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def world(db: None, home) -> World:
    return World.make()


@pytest.fixture
def take_in(world):
    """take_in(content) brings a file into the first organisation's library."""

    def taken(content: bytes, name: str = "poster.jpg", organisation=None, **more):
        organisation = organisation or world.organisation
        with scope(organisation=organisation):
            upload = SimpleUploadedFile(name, content, content_type="image/jpeg")
            given = {"organisation": organisation, "by": world.author, "name": name, "alt": {}, "now": NOW} | more
            return media.take_in(upload=upload, **given)

    return taken


@pytest.fixture
def author(world):
    return world.client("author", world.organisation)
